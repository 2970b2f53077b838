#pragma once

#include "base/result.h"
#include "protocol/message.h"
#include "storage/shopcopy.h"
#include "sync/cartreplica.h"

#include <string>
#include <vector>

namespace evencart {

// What a ClientEngine needs from around it: a way to send, the carts, and somebody to tell. Implemented by the client
// library over a WebSocket and by the simulator over a queue.
class EngineHost
{
public:
    virtual ~EngineHost() = default;

    // ---- the connection
    virtual void send(Bytes message) = 0;
    // Ends the connection. `retry`: connect again (after back-off); otherwise it makes no sense until the user has done
    // something.
    enum class Retry
    {
        Never,
        WithBackOff,
        AtOnce
    };
    virtual void drop(const Error &reason, Retry retry) = 0;

    // ---- the carts
    virtual std::vector<CartId> cartsToSync() = 0;
    virtual CartReplica *cart(const CartId &id) = 0; // nullptr: not here (any more)
    // This file goes by another replica id from now on; every CartReplica is opened anew.
    virtual Result<void> mintReplica() = 0;
    virtual std::string memberName() = 0;
    virtual Hlc memberNameStamp() = 0;

    // ---- what happened
    virtual void cartChanged(const CartId &cart, const std::vector<LineId> &touched) = 0;
    virtual void cartSynced(const CartId &cart) = 0; // nothing pending, at the head, digests equal
    virtual void editsRejected(const CartId &cart, const std::vector<std::uint64_t> &seqs) = 0;
    virtual void cartRefused(const CartId &cart, const Error &reason) = 0;
    virtual void membersChanged(const CartId &cart, const std::vector<protocol::Member> &members) = 0;
    virtual void presenceChanged(const CartId &cart, const std::vector<protocol::MemberCursor> &cursors) = 0;
    virtual void storageFailed(const Error &reason) = 0;

    // ---- the server's goods; a host without a copy of them is told nothing
    virtual ShopCopy *shop() { return nullptr; } // outlives the engine
    virtual std::uint64_t wallMilliseconds() { return 0; }
    virtual void goodsChanged() {} // or what there is to know of them
};

} // namespace evencart
