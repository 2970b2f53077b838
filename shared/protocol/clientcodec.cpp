#include "protocol/codec.h"
#include "protocol/codecparts.h"
#include "protocol/packing.h"
#include "protocol/shopcodec.h"

namespace evencart::protocol {

template <>
inline constexpr Shape shapeOf<Hello>{1, 8};
template <>
inline constexpr Shape shapeOf<Answer>{3, 2};
template <>
inline constexpr Shape shapeOf<Open>{5, 8};
template <>
inline constexpr Shape shapeOf<Push>{7, 3};
template <>
inline constexpr Shape shapeOf<Seen>{9, 3};
template <>
inline constexpr Shape shapeOf<DigestCheck>{11, 4};
template <>
inline constexpr Shape shapeOf<RepairPush>{13, 3};
template <>
inline constexpr Shape shapeOf<RepairState>{15, 6};
template <>
inline constexpr Shape shapeOf<RepairDone>{17, 2};
template <>
inline constexpr Shape shapeOf<Close>{19, 2};
template <>
inline constexpr Shape shapeOf<Invite>{21, 8};
template <>
inline constexpr Shape shapeOf<Join>{23, 5};
template <>
inline constexpr Shape shapeOf<ListMembers>{25, 3};
template <>
inline constexpr Shape shapeOf<SetRole>{45, 5};

namespace {

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Hello> hello)
{
    archive.list(hello.versions, versions, 1, [](auto &each, auto &offered) { each.number(offered); });
    archive.text(hello.software, limits::shortTextBytes);
    archive.fixed(hello.memberKey);
    archive.fixed(hello.deviceKey);
    archive.fixed(hello.certificate);
    archive.text(hello.memberName, limits::shortTextBytes);
    archive.stamp(hello.nameStamp);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Answer> answer)
{
    archive.fixed(answer.signature);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Open> open)
{
    archive.fromOne(open.channel);
    archive.id(open.cart);
    archive.bytes(open.proof, proofBytes);
    archive.replica(open.replica);
    archive.number(open.ownSeq);
    archive.id(open.epoch);
    archive.number(open.cursor);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Push> push)
{
    archive.fromOne(push.channel);
    deltaList(archive, push.deltas);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Seen> seen)
{
    archive.fromOne(seen.channel);
    archive.number(seen.position);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, DigestCheck> check)
{
    archive.fromOne(check.channel);
    archive.number(check.position);
    archive.fixed(check.digest);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, RepairPush> push)
{
    archive.fromOne(push.channel);
    deltaList(archive, push.deltas);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, RepairState> state)
{
    archive.fromOne(state.channel);
    chunkFields(archive, state);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, RepairDone> done)
{
    archive.fromOne(done.channel);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Close> close)
{
    archive.fromOne(close.channel);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Invite> invite)
{
    archive.fromOne(invite.request);
    archive.id(invite.cart);
    roleField(archive, invite.role);
    archive.fixed(invite.inviteKey);
    archive.fixed(invite.signature);
    archive.number(invite.expiresAt);
    archive.fromOne(invite.uses);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, Join> join)
{
    archive.fromOne(join.request);
    archive.id(join.cart);
    archive.fixed(join.inviteKey);
    archive.fixed(join.signature);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, ListMembers> list)
{
    archive.fromOne(list.request);
    archive.id(list.cart);
}

template <typename Archive>
void fields(Archive &archive, Ref<Archive, SetRole> change)
{
    archive.fromOne(change.request);
    archive.id(change.cart);
    archive.id(change.member);
    archive.oneOf(change.change, RoleChange::Remove, RoleChange::ToOwner);
}

bool isBatch(const ClientMessage &message)
{
    return std::holds_alternative<Push>(message) || std::holds_alternative<RepairPush>(message);
}

} // namespace

Bytes encode(const ClientMessage &message)
{
    Bytes bytes = encodeWith(message, [](auto &archive, auto &kind) { fields(archive, kind); });
    return isBatch(message) ? packed(std::move(bytes), packedByClient) : bytes;
}

Result<ClientMessage> decodeClientMessage(ByteView bytes)
{
    const auto inner = unpacked(bytes, packedByClient);
    if (!inner)
        return inner.error();
    if (!inner->empty()) {
        auto message = decodeWith<ClientMessage>(*inner, [](auto &archive, auto &kind) { fields(archive, kind); });
        if (message && !isBatch(*message))
            return Error{ErrorCode::Corrupt, "A message is compressed that never is; connect again."};
        return message;
    }
    return decodeWith<ClientMessage>(bytes, [](auto &archive, auto &kind) { fields(archive, kind); });
}

} // namespace evencart::protocol
