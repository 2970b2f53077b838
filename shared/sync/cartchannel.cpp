#include "sync/cartchannel.h"

#include "crdt/statecodec.h"
#include "protocol/codec.h"
#include "protocol/protocollimits.h"
#include "protocol/zstdblock.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::uint64_t behindRetryMilliseconds = 2000;
constexpr std::uint64_t pushRetryMilliseconds = 1000;
constexpr std::uint64_t digestIntervalMilliseconds = 30'000; // while edits keep coming
constexpr std::size_t pushesUnderWay =
    2; // edits made meanwhile go together in the next: pushes adapt to the server's pace
constexpr int snapshotLevel = 3;

Error unexpected(const char *what)
{
    return {ErrorCode::Corrupt, std::string("The server does not keep to the protocol: ") + what + "."};
}

} // namespace

CartChannel::CartChannel(EngineHost &host, protocol::Channel channel, const CartId &cart)
    : m_host(host), m_channel(channel), m_cart(cart)
{
}

void CartChannel::open()
{
    const CartReplica *cart = replica();
    if (!cart)
        return;
    const CartRecord &record = cart->record();
    m_phase = Phase::Opening;
    m_entered = false;
    m_pushed = 0;
    m_underWay.clear();
    m_asked.reset();
    m_verified.reset();
    // After startOver() we ask as if we had never synced: a join makes whole what did not fit.
    const Epoch epoch = m_startedOver ? Epoch() : record.epoch;
    const std::uint64_t cursor = m_startedOver ? 0 : std::max(record.cursor, m_claimed);
    m_host.send(encode(protocol::ClientMessage(
        protocol::Open{m_channel, m_cart, record.proof, record.ownReplica, record.ownSeq, epoch, cursor})));
}

void CartChannel::close()
{
    if (m_phase != Phase::Closed)
        m_host.send(encode(protocol::ClientMessage(protocol::Close{m_channel})));
    m_phase = Phase::Closed;
}

Result<void> CartChannel::handle(const protocol::Opened &message)
{
    CartReplica *cart = replica();
    if (!cart || m_phase == Phase::Closed)
        return {};
    if (auto saved = cart->setRole(static_cast<std::uint8_t>(message.role)); !saved)
        return saved;
    if (message.ownSeq > cart->record().ownSeq && cart->pendingCount() == 0) {
        // The server knows more of us than we do: this file is older than what it once sent. Where something is
        // pending, the log or a push tells which of it was sequenced before the other file's content begins.
        if (auto minted = m_host.mintReplica(); !minted)
            return minted;
        m_host.drop({ErrorCode::Refused, "This profile was restored from an older copy; it goes on under a new id."},
                    EngineHost::Retry::AtOnce);
        return {};
    }
    const bool follows = message.mode == protocol::CatchUp::Tail || message.mode == protocol::CatchUp::Snapshot;
    if (follows && message.ownSeq < cart->record().ackedSeq && m_claimed == 0) {
        // An old backup was put back and has grown past our cursor since: the same epoch, another log. It has
        // acknowledged more of ours than it has. We open again as one who has seen more than there is, which is true of
        // the log that was lost.
        m_claimed = message.head + 1;
        close();
        open();
        return {};
    }
    m_epoch = message.epoch;
    m_head = message.head;
    m_entered = cart->record().epoch == message.epoch && !m_startedOver;
    m_snapshot.clear();
    m_nextPart = 0;
    switch (message.mode) {
    case protocol::CatchUp::Tail:
    case protocol::CatchUp::Snapshot:
        m_phase = Phase::CatchingUp;
        return {};
    case protocol::CatchUp::Repair:
        return repair(message);
    case protocol::CatchUp::Behind:
        m_phase = Phase::Behind;
        m_retryAt = m_now + behindRetryMilliseconds;
        return {};
    }
    return unexpected("a way to catch up that does not exist");
}

Result<void> CartChannel::repair(const protocol::Opened &message)
{
    m_phase = Phase::Repairing;
    m_entered = false;
    m_verified.reset();
    m_asked.reset();
    const CartReplica *cart = replica();
    VersionVector theirs;
    for (const auto &[replicaId, seq] : message.vector)
        theirs.advance(replicaId, seq);
    const auto missing = cart->deltasBeyond(theirs);
    if (!missing)
        return missing.error();
    // Equal vectors with different digests: only whole states can tell what is amiss.
    const bool sameVector = theirs == cart->baseVector();
    if (*missing && !sameVector)
        pushDeltas(**missing);
    else if (cart->record().role >= static_cast<std::uint8_t>(protocol::Role::Editor)) {
        if (auto pushed = pushState(*cart); !pushed)
            return pushed;
    }
    m_host.send(encode(protocol::ClientMessage(protocol::RepairDone{m_channel})));
    return {};
}

void CartChannel::pushDeltas(const std::vector<Bytes> &deltas)
{
    protocol::RepairPush push{m_channel, {}};
    std::size_t bytes = 0;
    for (const Bytes &delta : deltas) {
        if (!push.deltas.empty() &&
            (push.deltas.size() >= protocol::pushDeltas || bytes + delta.size() > protocol::recordsBytes)) {
            m_host.send(encode(protocol::ClientMessage(push)));
            push.deltas.clear();
            bytes = 0;
        }
        bytes += delta.size();
        push.deltas.push_back(delta);
    }
    if (!push.deltas.empty())
        m_host.send(encode(protocol::ClientMessage(push)));
}

Result<void> CartChannel::pushState(const CartReplica &cart)
{
    const Bytes raw = encodeState(cart.base());
    const Bytes packed = protocol::compress(raw, snapshotLevel);
    const std::size_t parts = (packed.size() + protocol::chunkBytes - 1) / protocol::chunkBytes;
    if (parts > protocol::chunks)
        return Error{ErrorCode::Limit, "This cart is too large to be given back to the server."};
    for (std::size_t part = 0; part < parts; ++part) {
        const Bytes chunk = packed.substr(part * protocol::chunkBytes, protocol::chunkBytes);
        m_host.send(encode(protocol::ClientMessage(protocol::RepairState{
            m_channel, static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(parts), raw.size(), chunk})));
    }
    return {};
}

// The first thing of another log than the one we followed: from here on the cursor counts in it.
Result<void> CartChannel::enterLog(std::uint64_t cursor)
{
    if (m_entered)
        return {};
    m_entered = true;
    return replica()->follow(m_epoch, cursor);
}

Result<void> CartChannel::goOnUnderNewId()
{
    if (auto minted = m_host.mintReplica(); !minted)
        return minted;
    m_host.drop({ErrorCode::Refused, "Another copy of this profile is in use; this one goes on under a new id."},
                EngineHost::Retry::AtOnce);
    return {};
}

// Joining the snapshot would take what waits here for something that the server once had and somebody removed.
Result<void> CartChannel::handle(const protocol::OwnTip &message)
{
    if (m_phase != Phase::CatchingUp)
        return {}; // of the time before this opening
    CartReplica *cart = replica();
    const auto pending = cart->pending();
    if (!pending)
        return pending.error();
    const auto own = std::find_if((*pending)->begin(), (*pending)->end(),
                                  [&](const PendingDelta &each) { return each.delta.seq == message.seq; });
    const bool isOthers = own == (*pending)->end() ? message.seq > cart->record().ownSeq && !(*pending)->empty()
                                                   : deltaHash(m_cart, own->bytes) != message.hash;
    return isOthers ? goOnUnderNewId() : Result<void>();
}

Result<void> CartChannel::handle(const protocol::Snapshot &message)
{
    if (m_phase == Phase::Closed || m_phase == Phase::Opening)
        return {};
    if (m_phase != Phase::CatchingUp && m_phase != Phase::Repairing)
        return unexpected("a snapshot that nobody asked for");
    if (message.part != m_nextPart || message.parts == 0 || message.part >= message.parts)
        return unexpected("parts of a snapshot out of order");
    m_snapshot += message.chunk;
    ++m_nextPart;
    if (m_nextPart < message.parts)
        return {};
    const auto raw = protocol::decompress(m_snapshot, message.rawSize, limits::snapshotBytes);
    m_snapshot.clear();
    m_nextPart = 0;
    if (!raw)
        return raw.error();
    const auto state = decodeState(*raw);
    if (!state)
        return state.error();
    // SUBTLE: joined first and entered after: a crash in between leaves a cursor in the old log and a state that has
    // more, never less.
    const auto cursor = m_entered ? CartReplica::Cursor::Moves : CartReplica::Cursor::Stays;
    const auto applied = replica()->applySnapshot(*state, message.position, cursor);
    if (auto reported = report(applied); !reported)
        return reported;
    return enterLog(message.position);
}

Result<void> CartChannel::handle(const protocol::Records &message)
{
    if (m_phase != Phase::CatchingUp && m_phase != Phase::Repairing && m_phase != Phase::Live)
        return {}; // sent before our Close arrived
    if (auto entered = enterLog(message.first - 1); !entered)
        return entered;
    const auto applied = replica()->applyRecords(message.first, message.records);
    if (!applied && applied.error().code == ErrorCode::Corrupt && !m_startedOver) {
        startOver();
        return {};
    }
    return report(applied);
}

void CartChannel::startOver()
{
    close();
    m_startedOver = true;
    open();
}

Result<void> CartChannel::report(const Result<CartReplica::Applied> &applied)
{
    if (!applied)
        return applied.error();
    if (!applied->touched.empty())
        m_host.cartChanged(m_cart, applied->touched);
    if (!applied->rejected.empty())
        m_host.editsRejected(m_cart, applied->rejected);
    if (applied->mustRekey)
        return goOnUnderNewId();
    m_head = std::max(m_head, replica()->record().cursor);
    if (m_phase != Phase::Live)
        return {};
    if (auto pushed = pushPending(); !pushed)
        return pushed;
    checkDigest();
    return {};
}

Result<void> CartChannel::handle(const protocol::Ack &message)
{
    if (m_phase == Phase::Closed || m_phase == Phase::Opening)
        return {}; // of the time before this opening
    return report(replica()->applyAck(message.seq, message.position, message.count, message.clampedTo));
}

Result<void> CartChannel::handle(const protocol::PushRefused &message)
{
    if (m_phase == Phase::Closed || m_phase == Phase::Opening)
        return {};
    switch (message.problem) {
    case protocol::PushProblem::Gap:
        m_pushed = message.have;
        m_underWay.clear();
        if (message.have < replica()->record().ackedSeq)
            return unexpected("it forgot changes that it had acknowledged");
        return pushPending();
    case protocol::PushProblem::RetryLater:
        m_pushed = message.have;
        m_underWay.clear();
        m_retryAt = m_now + pushRetryMilliseconds;
        return {};
    case protocol::PushProblem::Equivocation:
        return goOnUnderNewId();
    }
    return unexpected("a refusal that does not exist");
}

Result<void> CartChannel::handle(const protocol::Live &message)
{
    if (m_phase == Phase::Closed || m_phase == Phase::Opening)
        return {};
    if (m_phase != Phase::CatchingUp && m_phase != Phase::Repairing)
        return unexpected("live once more");
    if (auto entered = enterLog(message.head); !entered)
        return entered;
    if (replica()->record().cursor != message.head)
        return unexpected("changes are missing before it says that we have them all");
    m_phase = Phase::Live;
    m_startedOver = false;
    m_head = message.head;
    m_nextDigestAt = 0;
    const auto made = replica()->makeKeptAgain();
    if (!made)
        return made.error();
    if (!made->empty())
        m_host.cartChanged(m_cart, *made);
    if (auto pushed = pushPending(); !pushed)
        return pushed;
    checkDigest();
    return {};
}

Result<void> CartChannel::pushPending()
{
    CartReplica *cart = replica();
    if (m_phase != Phase::Live || !cart || m_retryAt > m_now || cart->pendingCount() == 0)
        return {};
    // What a newer version gave a meaning that we do not know, we do not write over: that waits until we know it.
    if (!cart->unknownFeatures().empty())
        return {};
    const auto overlay = cart->pending();
    if (!overlay)
        return overlay.error();
    while (!m_underWay.empty() && m_underWay.front() <= cart->record().ackedSeq)
        m_underWay.pop_front();
    const std::uint64_t firstSeq = (*overlay)->front().delta.seq;
    m_pushed = std::max(m_pushed, firstSeq - 1);
    while (m_pushed < cart->record().ownSeq && m_underWay.size() < pushesUnderWay)
        push(**overlay, m_pushed + 1 - firstSeq);
    return {};
}

// Sends pending deltas from that one on, as many as one message takes.
void CartChannel::push(const std::deque<PendingDelta> &pending, std::size_t from)
{
    protocol::Push message{m_channel, {}};
    std::size_t bytes = 0;
    for (std::size_t i = from; i < pending.size() && message.deltas.size() < protocol::pushDeltas; ++i) {
        const Bytes &delta = pending[i].bytes;
        if (!message.deltas.empty() && bytes + delta.size() > protocol::recordsBytes)
            break;
        bytes += delta.size();
        message.deltas.push_back(delta);
    }
    m_pushed += message.deltas.size();
    m_underWay.push_back(m_pushed);
    m_host.send(encode(protocol::ClientMessage(message)));
}

bool CartChannel::isSettled() const
{
    const CartReplica *cart = replica();
    return cart && m_phase == Phase::Live && hasNothingToSend() && m_verified == cart->record().cursor;
}

bool CartChannel::hasNothingToSend() const
{
    const CartReplica *cart = replica();
    if (cart->pendingCount() == 0)
        return true;
    const bool isUnderWay = m_pushed > cart->record().ackedSeq;
    return !isUnderWay && !cart->unknownFeatures().empty();
}

void CartChannel::checkDigest()
{
    const CartReplica *cart = replica();
    if (m_asked || !hasNothingToSend() || m_verified == cart->record().cursor || m_now < m_nextDigestAt)
        return;
    m_asked = cart->record().cursor;
    m_host.send(encode(protocol::ClientMessage(protocol::DigestCheck{m_channel, *m_asked, cart->baseDigest()})));
}

Result<void> CartChannel::handle(const protocol::DigestVerdict &message)
{
    if (m_asked != message.position || m_phase == Phase::Opening)
        return {};
    m_asked.reset();
    using Verdict = protocol::DigestVerdict::Verdict;
    if (message.verdict == Verdict::Different) {
        ++m_mismatches; // Opened with Repair follows
        return {};
    }
    if (message.verdict == Verdict::Moved) {
        checkDigest();
        return {};
    }
    m_verified = message.position;
    m_nextDigestAt = m_now + digestIntervalMilliseconds;
    sayHowFar();
    if (!isSettled()) {
        // Something came meanwhile; the end of this sync is not reached yet.
        if (!m_asked && hasNothingToSend()) {
            m_nextDigestAt = 0;
            checkDigest();
        }
        return {};
    }
    if (auto saved = replica()->markSynced(); !saved)
        return saved;
    m_host.cartSynced(m_cart);
    return {};
}

void CartChannel::sayHowFar()
{
    const std::uint64_t cursor = replica()->record().cursor;
    if (cursor == m_told)
        return;
    m_told = cursor;
    m_host.send(encode(protocol::ClientMessage(protocol::Seen{m_channel, cursor})));
}

Result<void> CartChannel::handle(const protocol::Cursors &message)
{
    if (auto saved = replica()->rememberPresence(message.cursors); !saved)
        return saved;
    m_host.presenceChanged(m_cart, message.cursors);
    return {};
}

Result<void> CartChannel::tick(std::uint64_t nowMilliseconds)
{
    m_now = nowMilliseconds;
    if (m_phase == Phase::Behind && m_now >= m_retryAt)
        open();
    if (m_phase != Phase::Live || !replica())
        return {};
    if (m_retryAt != 0 && m_now >= m_retryAt) {
        m_retryAt = 0;
        if (auto pushed = pushPending(); !pushed)
            return pushed;
    }
    checkDigest();
    sayHowFar();
    return {};
}

} // namespace evencart
