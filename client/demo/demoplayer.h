#pragma once

#include "demo/demostage.h"

#include <functional>
#include <optional>

namespace evencart {

// What happened in one step, for whoever tells it.
struct DemoEvent
{
    const DemoStep &step;
    std::vector<DemoStage::Answer> answers; // of a race
    std::string digest;                     // of DemoSame
};

// Plays a demonstration step by step and holds every word of it against what happens: a demonstration that tells
// something untrue fails.
class DemoPlayer
{
public:
    // Both outlive the player.
    DemoPlayer(const DemoScript &script, DemoStage &stage) : m_script(script), m_stage(stage) {}

    Result<void> open() { return m_stage.open(m_script.cast); }
    bool isOver() const { return m_next == m_script.steps.size(); }
    std::size_t next() const { return m_next; }
    // The next step. Refused: something else happened than the demonstration says, and the sentence tells what.
    // REQUIRES: !isOver()
    Result<DemoEvent> step();

private:
    Result<void> play(const DemoRace &race, DemoEvent &event);
    Result<void> play(const DemoLook &look);
    Result<void> play(const DemoSame &same, DemoEvent &event);
    Result<QJsonObject> find(const DemoLook &look);

    const DemoScript &m_script;
    DemoStage &m_stage;
    std::size_t m_next = 0;
};

} // namespace evencart
