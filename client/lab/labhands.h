#pragma once

#include "demo/demostage.h"
#include "lab/labworld.h"

#include <functional>

namespace evencart {

// What a person of the laboratory can do, by the commands of evencartctl: the same words, the same rules of the cart.
// Edits are done when this returns; what the server decides is answered later, in the laboratory's time.
class LabHands
{
public:
    using Answer = DemoStage::Answer;
    using Then = std::function<void(Answer)>;

    explicit LabHands(LabWorld &world) : m_world(world) {}

    // Answers once: at once for edits, and for whatever needs a server that is not to be reached.
    void act(LabPerson &person, const std::vector<std::string> &words, const Then &then);
    Answer operate(const std::vector<std::string> &words);
    // As a catalogue file.
    Answer import(const std::string &csv);

private:
    using Words = std::vector<std::string>;
    Answer edit(LabPerson &person, const Words &words);
    void checkout(LabPerson &person, const Words &words, const Then &then);
    void readGoods(LabPerson &person, const Then &then);
    void setRole(LabPerson &person, const Words &words, const Then &then);

    LabWorld &m_world;
    std::uint64_t m_nextKey = 1;
};

} // namespace evencart
