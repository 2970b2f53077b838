#pragma once

#include "relay/room.h"

#include <functional>
#include <unordered_map>

namespace evencart::relay {

// The carts in memory. A cart is here while somebody watches it and for a while after; one cart is one Room.
class RoomTable
{
public:
    explicit RoomTable(store::LogStore &log) : m_log(log) {}

    // Reads it if it is not here. nullptr: the store has no such cart.
    Result<Room *> get(const CartId &cart, std::uint64_t monotonic);
    Room *loaded(const CartId &cart);
    void drop(const CartId &cart) { m_rooms.erase(cart); }

    void forEach(const std::function<void(Room &)> &visit);
    // Drops carts that nobody has watched or asked for since `idleSince`, and the states used longest ago until the
    // rest fit.
    void shed(std::uint64_t idleSince, std::size_t stateBytes);

    std::size_t size() const { return m_rooms.size(); }
    std::size_t stateBytes() const;

private:
    store::LogStore &m_log;
    std::unordered_map<CartId, std::unique_ptr<Room>> m_rooms;
};

} // namespace evencart::relay
