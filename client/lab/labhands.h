#pragma once

#include "demo/demoacts.h"
#include "demo/demostage.h"
#include "lab/labworld.h"

#include <functional>

namespace evencart {

// What a person of the laboratory can do, by commands of evencartctl: the same words, the same rules of the cart. What
// it has not is refused, and so is an option that is not heeded here.
// Edits are done when this returns; what the server decides is answered later, in the laboratory's time.
class LabHands
{
public:
    using Answer = DemoStage::Answer;
    using Then = std::function<void(Answer)>;

    explicit LabHands(LabWorld &world) : m_world(world) {}

    // Answers once: at once for edits, and for whatever needs a server that is not to be reached.
    void act(LabPerson &person, const std::vector<std::string> &typed, const Then &then);
    Answer operate(const std::vector<std::string> &words);
    // As a catalogue file.
    Answer import(const std::string &csv);

private:
    Answer edit(LabPerson &person, const DemoWords &words);
    void checkout(LabPerson &person, const DemoWords &words, const Then &then);
    void readGoods(LabPerson &person, const DemoWords &words, const Then &then);
    void setRole(LabPerson &person, const DemoWords &words, const Then &then);

    LabWorld &m_world;
    std::uint64_t m_nextKey = 1;
};

// How the line can be named in an act on that cart: by its name, by that with its unit, or by its id.
std::string nameOfLine(const CartReplica &cart, const LineView &line);

} // namespace evencart
