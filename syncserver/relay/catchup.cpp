#include "relay/catchup.h"

#include "protocol/protocollimits.h"
#include "relay/materialise.h"
#include "relay/outbox.h"
#include "store/entrysize.h"

#include <algorithm>

namespace evencart::relay {

namespace {

// A tail that is held but much longer than this is no favour to anybody when there is a snapshot nearer to the head.
constexpr std::uint64_t longTail = 4096;

protocol::Role roleOf(const Room &room, const MemberId &member)
{
    const store::MembershipRow *membership = room.membership(member);
    return membership ? membership->role : protocol::Role::Viewer;
}

void sendNextPart(Subscriber &subscriber, Pacer &pacer, net::PeerGateway &gateway)
{
    SnapshotTransfer &transfer = *subscriber.snapshot;
    const Bytes &zstd = *transfer.zstd;
    protocol::Snapshot message;
    message.channel = subscriber.channel;
    message.position = transfer.position;
    message.part = transfer.nextPart++;
    message.parts = static_cast<std::uint32_t>((zstd.size() + protocol::chunkBytes - 1) / protocol::chunkBytes);
    message.rawSize = transfer.rawSize;
    message.chunk = zstd.substr(message.part * protocol::chunkBytes, protocol::chunkBytes);
    pacer.took(message.chunk.size());
    const bool isLast = message.part + 1 == message.parts;
    gateway.send(subscriber.peer, packed(message));
    if (isLast) {
        subscriber.sent = transfer.position;
        subscriber.snapshot.reset();
    }
}

Result<void> sendNextRecords(store::LogStore &log, const Room &room, Subscriber &subscriber, Pacer &pacer,
                             net::PeerGateway &gateway)
{
    auto entries = log.entries(room.cart(), subscriber.sent + 1, protocol::recordsPerMessage, protocol::recordsBytes);
    if (!entries)
        return entries.error();
    if (entries->empty() || entries->front().position != subscriber.sent + 1)
        return Error{ErrorCode::Corrupt, "A cart's log has a hole: restore a backup."};
    protocol::Records message{subscriber.channel, subscriber.sent + 1, {}};
    for (store::LogEntry &entry : *entries) {
        if (auto checked = checkEntry(room.cart(), entry); !checked)
            return checked;
        pacer.took(store::bodySize(entry) + 1);
        message.records.push_back(std::move(entry.record));
    }
    subscriber.sent += message.records.size();
    gateway.send(subscriber.peer, packed(message));
    return {};
}

void goLive(const Room &room, Subscriber &subscriber, net::PeerGateway &gateway)
{
    subscriber.phase = Subscriber::Phase::Live;
    gateway.send(subscriber.peer, packed(protocol::Live{subscriber.channel, room.row().head}));
    auto cursors = room.allCursors();
    for (std::size_t from = 0; from < cursors.size(); from += protocol::cursors) {
        const auto end =
            cursors.begin() + static_cast<std::ptrdiff_t>(std::min(cursors.size(), from + protocol::cursors));
        gateway.send(
            subscriber.peer,
            packed(protocol::Cursors{subscriber.channel, {cursors.begin() + static_cast<std::ptrdiff_t>(from), end}}));
    }
}

} // namespace

Standing judgeStanding(const store::CartRow &cart, const std::vector<store::PastEpoch> &past, protocol::Role role,
                       bool isFollower, const Epoch &epoch, std::uint64_t cursor)
{
    const bool neverSynced = epoch.isNull() && cursor == 0;
    const bool isOfThisLog = epoch == cart.epoch || std::any_of(past.begin(), past.end(), [&](const auto &each) {
                                 return each.epoch == epoch && cursor <= each.end;
                             });
    if (!neverSynced && !isOfThisLog)
        return Standing::Repair;
    if (cursor > cart.head) {
        if (isFollower)
            return Standing::Behind;
        // One who may not write cannot bring back what we lost, and may not make everybody else compare either.
        return role < protocol::Role::Editor ? Standing::Repair : Standing::LostLog;
    }
    const bool isTailHeld = cursor + 1 >= cart.oldest;
    const bool isSnapshotBetter =
        cart.snapshotPosition > cursor + longTail || (cursor == 0 && cart.snapshotPosition != 0);
    return isTailHeld && !isSnapshotBetter ? Standing::Tail : Standing::Snapshot;
}

protocol::Opened openedFor(const Room &room, const Subscriber &subscriber, protocol::CatchUp mode)
{
    protocol::Opened opened;
    opened.channel = subscriber.channel;
    opened.role = roleOf(room, subscriber.member);
    opened.epoch = room.row().epoch;
    opened.head = room.row().head;
    opened.ownSeq = room.picture().seen(subscriber.replica);
    opened.mode = mode;
    if (mode == protocol::CatchUp::Repair)
        opened.vector = room.vectorEntries();
    return opened;
}

Result<void> startFromSnapshot(store::LogStore &log, const Room &room, Subscriber &subscriber)
{
    subscriber.phase = Subscriber::Phase::CatchingUp;
    subscriber.sent = 0;
    const std::uint64_t position = room.row().snapshotPosition;
    if (position == 0)
        return {};
    const auto rows = log.snapshots(room.cart());
    if (!rows)
        return rows.error();
    auto content = log.snapshotContent(room.cart(), position);
    if (!content)
        return content.error();
    const auto row =
        std::find_if(rows->begin(), rows->end(), [&](const auto &each) { return each.position == position; });
    if (row == rows->end() || !content->has_value())
        return Error{ErrorCode::Corrupt, "A cart's newest snapshot is missing: restore a backup."};
    subscriber.snapshot =
        SnapshotTransfer{std::make_shared<const Bytes>(**std::move(content)), position, row->rawSize, 0};
    return {};
}

Result<void> continueCatchUp(store::LogStore &log, Room &room, Subscriber &subscriber, Pacer &pacer,
                             std::uint64_t monotonic, net::PeerGateway &gateway)
{
    while (subscriber.phase == Subscriber::Phase::CatchingUp) {
        if (!subscriber.snapshot && subscriber.sent == room.row().head) {
            goLive(room, subscriber, gateway);
            return {};
        }
        if (!pacer.mayTake(monotonic))
            return {};
        if (subscriber.snapshot) {
            sendNextPart(subscriber, pacer, gateway);
        } else if (subscriber.sent + 1 < room.row().oldest) {
            if (auto started = startFromSnapshot(log, room, subscriber); !started)
                return started;
            gateway.send(subscriber.peer, packed(openedFor(room, subscriber, protocol::CatchUp::Snapshot)));
        } else if (auto sent = sendNextRecords(log, room, subscriber, pacer, gateway); !sent) {
            return sent;
        }
    }
    return {};
}

} // namespace evencart::relay
