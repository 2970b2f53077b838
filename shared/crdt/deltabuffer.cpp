#include "crdt/deltabuffer.h"

namespace evencart {

DeltaBuffer::Offer DeltaBuffer::offer(State &state, Delta delta, Hlc effective)
{
    switch (state.apply(delta, effective)) {
    case State::Outcome::Applied:
        drain(state);
        return Offer::Applied;
    case State::Outcome::Duplicate:
        return Offer::Duplicate;
    case State::Outcome::Gap:
    case State::Outcome::Unobserved:
        break;
    }
    const auto key = std::pair(delta.replica, delta.seq);
    if (m_waiting.contains(key))
        return Offer::Duplicate;
    if (m_waiting.size() >= m_capacity)
        return Offer::Full;
    m_waiting.emplace(key, std::pair(std::move(delta), effective));
    return Offer::Waiting;
}

void DeltaBuffer::drain(State &state)
{
    for (bool progress = true; progress;) {
        progress = false;
        for (auto at = m_waiting.begin(); at != m_waiting.end();) {
            const State::Outcome outcome = state.apply(at->second.first, at->second.second);
            if (outcome == State::Outcome::Applied || outcome == State::Outcome::Duplicate) {
                at = m_waiting.erase(at);
                progress = true;
            } else {
                ++at;
            }
        }
    }
}

std::vector<DeltaBuffer::Gap> DeltaBuffer::missing(const State &state) const
{
    std::vector<Gap> gaps;
    for (const auto &[key, entry] : m_waiting) {
        const std::uint64_t have = state.vector().seen(key.first);
        if (key.second > have + 1 && (gaps.empty() || gaps.back().replica != key.first))
            gaps.push_back({key.first, have});
    }
    return gaps;
}

} // namespace evencart
