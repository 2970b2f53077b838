#include "protocol/codec.h"
#include "protocol/codecparts.h"
#include "protocol/packing.h"
#include "protocol/shopcodec.h"

namespace evencart::protocol {

template <>
inline constexpr Shape shapeOf<Challenge>{2, 7};
template <>
inline constexpr Shape shapeOf<Welcome>{4, 2};
template <>
inline constexpr Shape shapeOf<Opened>{6, 8};
template <>
inline constexpr Shape shapeOf<Snapshot>{8, 7};
template <>
inline constexpr Shape shapeOf<Records>{10, 4};
template <>
inline constexpr Shape shapeOf<Ack>{12, 6};
template <>
inline constexpr Shape shapeOf<PushRefused>{14, 5};
template <>
inline constexpr Shape shapeOf<Live>{16, 3};
template <>
inline constexpr Shape shapeOf<DigestVerdict>{18, 4};
template <>
inline constexpr Shape shapeOf<Cursors>{20, 3};
template <>
inline constexpr Shape shapeOf<Invited>{22, 2};
template <>
inline constexpr Shape shapeOf<Joined>{24, 5};
template <>
inline constexpr Shape shapeOf<Members>{26, 4};
template <>
inline constexpr Shape shapeOf<Failure>{28, 5};
template <>
inline constexpr Shape shapeOf<OwnTip>{40, 4};
// Entries of Records.
template <>
inline constexpr Shape shapeOf<AcceptedDelta>{1, 3};
template <>
inline constexpr Shape shapeOf<VoidedDelta>{2, 5};
template <>
inline constexpr Shape shapeOf<JoinedState>{3, 3};

namespace {

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Challenge> challenge)
{
    archive.number(challenge.version);
    archive.fixed(challenge.nonce);
    archive.number(challenge.serverTime);
    archive.number(challenge.limits.messageBytes);
    archive.number(challenge.limits.deltaBytes);
    archive.text(challenge.software, limits::shortTextBytes);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Welcome> welcome)
{
    archive.bytesExactly(welcome.session, sessionBytes);
}

using VectorEntry = std::pair<ReplicaId, std::uint64_t>;

bool isCanonical(const std::vector<VectorEntry> &vector)
{
    for (std::size_t i = 1; i < vector.size(); ++i) {
        if (!(vector[i - 1].first < vector[i].first))
            return false;
    }
    return true;
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Opened> opened)
{
    archive.fromOne(opened.channel);
    roleField(archive, opened.role);
    archive.id(opened.epoch);
    archive.number(opened.head);
    archive.number(opened.ownSeq);
    archive.oneOf(opened.mode, CatchUp::Tail, CatchUp::Behind);
    archive.list(opened.vector, limits::cartReplicas, 2, [](auto &each, auto &entry) {
        each.replica(entry.first);
        each.fromOne(entry.second);
    });
    archive.require(isCanonical(opened.vector) && (opened.vector.empty() || opened.mode == CatchUp::Repair));
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, OwnTip> tip)
{
    archive.fromOne(tip.channel);
    archive.fromOne(tip.seq);
    archive.fixed(tip.hash);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Snapshot> snapshot)
{
    archive.fromOne(snapshot.channel);
    archive.number(snapshot.position);
    chunkFields(archive, snapshot);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, AcceptedDelta> accepted)
{
    archive.bytes(accepted.delta, limits::deltaBytes);
    archive.optionalStamp(accepted.clampedTo);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, VoidedDelta> voided)
{
    archive.replica(voided.replica);
    archive.fromOne(voided.seq);
    archive.fixed(voided.hash);
    archive.oneOf(voided.reason, VoidReason::NotAllowed, VoidReason::CartClosed);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, JoinedState> joined)
{
    archive.number(joined.rawSize);
    archive.bytes(joined.zstd, joinedStateBytes);
    archive.require(joined.rawSize <= limits::snapshotBytes);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Records> records)
{
    archive.fromOne(records.channel);
    archive.fromOne(records.first);
    archive.list(records.records, recordsPerMessage, 1, [](auto &each, auto &record) {
        oneOfKinds(each, record, [](auto &inner, auto &kind) { fields(inner, kind); });
    });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Ack> ack)
{
    archive.fromOne(ack.channel);
    archive.fromOne(ack.seq);
    archive.fromOne(ack.position);
    archive.fromOne(ack.count);
    archive.optionalStamp(ack.clampedTo);
    archive.require(!ack.clampedTo || ack.count == 1);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, PushRefused> refused)
{
    archive.fromOne(refused.channel);
    archive.fromOne(refused.seq);
    archive.number(refused.have);
    archive.oneOf(refused.problem, PushProblem::Gap, PushProblem::Equivocation);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Live> live)
{
    archive.fromOne(live.channel);
    archive.number(live.head);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, DigestVerdict> verdict)
{
    using Verdict = DigestVerdict::Verdict;
    archive.fromOne(verdict.channel);
    archive.number(verdict.position);
    archive.oneOf(verdict.verdict, Verdict::Different, Verdict::Moved);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Cursors> message)
{
    archive.fromOne(message.channel);
    archive.list(message.cursors, cursors, 4, [](auto &each, auto &cursor) {
        each.id(cursor.member);
        each.id(cursor.device);
        each.number(cursor.position);
        each.flag(cursor.online);
    });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Invited> invited)
{
    archive.fromOne(invited.request);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Joined> joined)
{
    archive.fromOne(joined.request);
    archive.id(joined.cart);
    roleField(archive, joined.role);
    archive.bytes(joined.proof, proofBytes);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Members> message)
{
    archive.number(message.request);
    archive.id(message.cart);
    archive.list(message.members, members, 4, [](auto &each, auto &member) {
        each.id(member.member);
        each.text(member.name, limits::shortTextBytes);
        roleField(each, member.role);
        each.number(member.devices);
    });
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Failure> failure)
{
    archive.number(failure.request);
    archive.number(failure.channel);
    archive.oneOf(failure.code, FailureCode::NotFoundOrForbidden, FailureCode::Behind);
    archive.text(failure.message, failureBytes);
}

bool isBatch(const ServerMessage &message)
{
    return std::holds_alternative<Records>(message);
}

} // namespace

Bytes encode(const ServerMessage &message)
{
    Bytes bytes = encodeWith(message, [](auto &archive, auto &kind) { fields(archive, kind); });
    return isBatch(message) ? packed(std::move(bytes), packedByServer) : bytes;
}

Result<ServerMessage> decodeServerMessage(ByteView bytes)
{
    const auto inner = unpacked(bytes, packedByServer);
    if (!inner)
        return inner.error();
    if (!inner->empty()) {
        auto message = decodeWith<ServerMessage>(*inner, [](auto &archive, auto &kind) { fields(archive, kind); });
        if (message && !isBatch(*message))
            return Error{ErrorCode::Corrupt, "A message is compressed that never is; connect again."};
        return message;
    }
    return decodeWith<ServerMessage>(bytes, [](auto &archive, auto &kind) { fields(archive, kind); });
}

} // namespace evencart::protocol
