#include "relay/turn.h"

#include <cassert>
#include <utility>

namespace evencart::relay {

Result<void> Turn::willWrite(const Room *room)
{
    if (room)
        m_written.insert(room->cart());
    if (m_isOpen)
        return {};
    auto begun = m_log.begin();
    m_isOpen = begun.ok();
    return begun;
}

Result<bool> Turn::commit(std::uint64_t now)
{
    if (!m_isOpen)
        return false;
    for (const CartId &cart : m_written) {
        Room *room = m_rooms.loaded(cart);
        if (!room)
            continue;
        if (auto flushed = room->flush(now); !flushed)
            return flushed.error();
    }
    m_isOpen = false;
    if (auto committed = m_log.commit(); !committed)
        return committed.error();
    return true;
}

void Turn::settle(const Result<void> &committed)
{
    for (const Afterwards &task : std::exchange(m_afterwards, {}))
        task(committed);
}

void Turn::reset()
{
    assert(m_afterwards.empty());
    replies.discard();
    failure.reset();
    m_isOpen = false;
    m_written.clear();
    m_joined.clear();
    m_membersChanged.clear();
    m_shownOut.clear();
    m_peers.clear();
}

} // namespace evencart::relay
