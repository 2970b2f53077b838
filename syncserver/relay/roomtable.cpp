#include "relay/roomtable.h"

#include <algorithm>

namespace evencart::relay {

Result<Room *> RoomTable::get(const CartId &cart, std::uint64_t monotonic)
{
    Room *room = loaded(cart);
    if (!room) {
        const auto row = m_log.cart(cart);
        if (!row)
            return row.error();
        if (!row->has_value())
            return nullptr;
        auto read = Room::load(m_log, **row);
        if (!read)
            return read.error();
        room = m_rooms.emplace(cart, *std::move(read)).first->second.get();
    }
    room->lastTouched = monotonic;
    return room;
}

Room *RoomTable::loaded(const CartId &cart)
{
    const auto found = m_rooms.find(cart);
    return found == m_rooms.end() ? nullptr : found->second.get();
}

void RoomTable::forEach(const std::function<void(Room &)> &visit)
{
    for (const auto &[cart, room] : m_rooms)
        visit(*room);
}

std::size_t RoomTable::stateBytes() const
{
    std::size_t bytes = 0;
    for (const auto &[cart, room] : m_rooms)
        bytes += room->stateBytes();
    return bytes;
}

void RoomTable::shed(std::uint64_t idleSince, std::size_t stateBytes)
{
    std::erase_if(m_rooms, [&](const auto &entry) {
        const Room &room = *entry.second;
        return room.subscribers.empty() && !room.isDirty() && !room.hasCursorsToStore() && room.lastTouched < idleSince;
    });
    std::size_t held = this->stateBytes();
    if (held <= stateBytes)
        return;
    std::vector<Room *> rooms;
    for (const auto &[cart, room] : m_rooms)
        rooms.push_back(room.get());
    std::sort(rooms.begin(), rooms.end(), [](const Room *a, const Room *b) { return a->lastTouched < b->lastTouched; });
    for (Room *room : rooms) {
        if (held <= stateBytes)
            return;
        held -= room->stateBytes();
        room->dropState();
    }
}

} // namespace evencart::relay
