#pragma once

#include "sync/enginehost.h"

#include <cstdint>
#include <deque>
#include <optional>

namespace evencart {

// One cart on one connection, seen from the client: opens it, catches up, pushes what is pending, keeps live, compares
// digests. A state machine without sockets, clocks or files: messages come in by function calls and go out through the
// host.
//
//   Opening --Opened--> CatchingUp | Repairing | Behind --Live--> Live
// Live --Opened(Repair)--> Repairing (the digests differed). Owned by ClientEngine. One thread.
class CartChannel
{
public:
    CartChannel(EngineHost &host, protocol::Channel channel, const CartId &cart);

    void open();
    void close();

    // Each returns an error when the server does not keep to the protocol or storage failed; the engine then drops the
    // connection.
    Result<void> handle(const protocol::Opened &message);
    Result<void> handle(const protocol::OwnTip &message);
    Result<void> handle(const protocol::Snapshot &message);
    Result<void> handle(const protocol::Records &message);
    Result<void> handle(const protocol::Ack &message);
    Result<void> handle(const protocol::PushRefused &message);
    Result<void> handle(const protocol::Live &message);
    Result<void> handle(const protocol::DigestVerdict &message);
    Result<void> handle(const protocol::Cursors &message);

    Result<void> pushPending(); // after a local edit
    void setTime(std::uint64_t nowMilliseconds) { m_now = nowMilliseconds; }
    Result<void> tick(std::uint64_t nowMilliseconds);

    const CartId &cart() const { return m_cart; }
    protocol::Channel channel() const { return m_channel; }
    bool isLive() const { return m_phase == Phase::Live; }
    bool isBehind() const { return m_phase == Phase::Behind; }
    // Nothing left to send, at the head, and the server said that its digest there is ours. Deltas that are held back
    // because the cart requires what this program does not know count as nothing to send.
    bool isSettled() const;
    std::uint64_t digestMismatches() const { return m_mismatches; }

private:
    enum class Phase
    {
        Closed,
        Opening,
        CatchingUp,
        Repairing,
        Behind,
        Live
    };

    CartReplica *replica() const { return m_host.cart(m_cart); }
    Result<void> repair(const protocol::Opened &message);
    Result<void> goOnUnderNewId(); // another file writes under ours
    bool hasNothingToSend() const;
    void push(const std::deque<PendingDelta> &pending, std::size_t from);
    Result<void> pushState(const CartReplica &cart);
    void pushDeltas(const std::vector<Bytes> &deltas);
    Result<void> enterLog(std::uint64_t cursor);
    Result<void> report(const Result<CartReplica::Applied> &applied);
    void checkDigest();
    void sayHowFar();
    void startOver();

    EngineHost &m_host;
    protocol::Channel m_channel;
    CartId m_cart;
    Phase m_phase = Phase::Closed;
    Epoch m_epoch;          // of the log behind this channel
    bool m_entered = false; // the cart follows m_epoch
    std::uint64_t m_head = 0;
    std::uint64_t m_pushed = 0;           // the highest own seq that was sent on this connection
    std::deque<std::uint64_t> m_underWay; // of each push that was not answered, its last own seq
    std::uint64_t m_retryAt = 0;
    std::uint64_t m_now = 0;
    Bytes m_snapshot;
    std::uint32_t m_nextPart = 0;
    std::optional<std::uint64_t> m_asked;    // the position of the digest question that is under way
    std::optional<std::uint64_t> m_verified; // the last position at which the digests were equal
    std::uint64_t m_nextDigestAt = 0;
    std::uint64_t m_told = 0; // the last Seen
    std::uint64_t m_mismatches = 0;
    bool m_startedOver = false;
    std::uint64_t m_claimed = 0; // the cursor that we say we have, once the server was found to have lost entries
};

} // namespace evencart
