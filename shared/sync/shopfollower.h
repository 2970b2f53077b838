#pragma once

#include "protocol/message.h"
#include "storage/shopcopy.h"

#include <optional>
#include <vector>

namespace evencart {

// Keeps a profile's copy of the goods up to date from what a server says, and carries the session's token: every answer
// about goods or orders moves it forward, every question asks for at least that much. Parts of one answer are kept
// until the last has come, and go into the copy together.
//
// On another server, or one that was restored, the numbers begin anew: its first answer replaces the copy.
class ShopFollower
{
public:
    explicit ShopFollower(ShopCopy &copy) : m_copy(copy) {}

    // What to ask next; `request` is left to the caller.
    Result<protocol::ReadGoods> question() const;
    enum class Taken
    {
        Complete,   // the copy is as of then
        AskForRest, // with question()
        Unfounded   // the server's fault: changes to goods that this machine never had, or goods without an end
    };
    // An error of any of these is the store's.
    // `now`: this machine's clock, milliseconds since 1970.
    Result<Taken> take(const protocol::Goods &goods, std::uint64_t now);

    Result<protocol::ReadOrders> questionAboutOrders(std::uint64_t before) const;
    Result<void> saw(const protocol::ShopPoint &point);

    // The connection ended: half an answer is none.
    void forget() { m_parts.reset(); }

private:
    struct Parts
    {
        protocol::ShopPoint point;
        bool isWhole = false;
        std::vector<KnownGood> goods;
    };

    ShopCopy &m_copy;
    std::optional<Parts> m_parts;
};

} // namespace evencart
