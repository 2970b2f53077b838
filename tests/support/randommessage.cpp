#include "support/randommessage.h"

#include "base/limits.h"
#include "protocol/protocollimits.h"

#include <map>

namespace evencart::test {

using namespace protocol;

Bytes RandomMessage::bytes(std::size_t most)
{
    Bytes value(below(8) == 0 ? most : below(std::min<std::size_t>(most, 40) + 1), '\0');
    for (char &byte : value)
        byte = static_cast<char>(m_random());
    return value;
}

std::string RandomMessage::text(std::size_t mostBytes)
{
    static constexpr std::string_view pieces[] = {"a", "Z", " ", "0", "é", "ß", "牛", "🥛", "\n", "\t", "'"};
    std::string value;
    for (std::size_t left = below(mostBytes); left > 0; --left) {
        const std::string_view piece = pieces[below(std::size(pieces))];
        if (value.size() + piece.size() <= mostBytes)
            value += piece;
    }
    return value;
}

std::optional<Hlc> RandomMessage::maybeStamp()
{
    return coin() ? std::optional(stamp()) : std::nullopt;
}

std::vector<Bytes> RandomMessage::deltas()
{
    return some(5, [this] { return bytes(300); });
}

std::vector<std::pair<ReplicaId, std::uint64_t>> RandomMessage::vector()
{
    std::map<ReplicaId, std::uint64_t> sorted;
    for (std::size_t left = below(6); left > 0; --left)
        sorted[replica()] = wideFromOne();
    return {sorted.begin(), sorted.end()};
}

template <typename Message>
Message RandomMessage::inParts(Message message)
{
    message.parts = static_cast<std::uint32_t>(1 + below(chunks));
    message.part = static_cast<std::uint32_t>(below(message.parts));
    message.rawSize = below(limits::snapshotBytes + 1);
    message.chunk = bytes(1000);
    return message;
}

Record RandomMessage::record()
{
    switch (below(3)) {
    case 0:
        return AcceptedDelta{bytes(300), maybeStamp()};
    case 1:
        return VoidedDelta{replica(), wideFromOne(), fixed<32>(), static_cast<VoidReason>(1 + below(5))};
    default:
        return JoinedState{below(limits::snapshotBytes + 1), bytes(300)};
    }
}

std::int64_t RandomMessage::amount(std::int64_t most)
{
    return coin() ? most : static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most)));
}

Order RandomMessage::order()
{
    return {wideFromOne(), key(), id<CartId>(), wide(), text(3), amount(limits::orderMinor), some(4, [this] {
                return OrderLine{id<LineId>(),
                                 text(limits::shortTextBytes),
                                 text(limits::nameBytes),
                                 text(limits::shortTextBytes),
                                 amount(limits::quantityThousandths),
                                 amount(limits::priceMinor),
                                 amount(limits::orderMinor)};
            })};
}

Reservation RandomMessage::reservation()
{
    return {id<CartId>(), text(limits::shortTextBytes), amount(limits::quantityThousandths), wide(), wide()};
}

ClientMessage RandomMessage::client()
{
    switch (below(std::variant_size_v<ClientMessage>)) {
    case 0:
        return Hello{some(versions, [this] { return wide(); }),
                     text(limits::shortTextBytes),
                     fixed<32>(),
                     fixed<32>(),
                     fixed<64>(),
                     text(limits::shortTextBytes),
                     stamp()};
    case 1:
        return Answer{fixed<64>()};
    case 2:
        return Open{narrowFromOne(), id<CartId>(), bytes(proofBytes), replica(), wide(), id<Epoch>(), wide()};
    case 3:
        return Push{narrowFromOne(), deltas()};
    case 4:
        return Seen{narrowFromOne(), wide()};
    case 5:
        return DigestCheck{narrowFromOne(), wide(), fixed<32>()};
    case 6:
        return RepairPush{narrowFromOne(), deltas()};
    case 7:
        return inParts(RepairState{narrowFromOne(), 0, 1, 0, {}});
    case 8:
        return RepairDone{narrowFromOne()};
    case 9:
        return Close{narrowFromOne()};
    case 10:
        return Invite{narrowFromOne(), id<CartId>(), role(), fixed<32>(), fixed<64>(), wide(), narrowFromOne()};
    case 11:
        return Join{narrowFromOne(), id<CartId>(), fixed<32>(), fixed<64>()};
    case 12:
        return ListMembers{narrowFromOne(), id<CartId>()};
    case 13:
        return SetRole{narrowFromOne(), id<CartId>(), id<MemberId>(), static_cast<RoleChange>(below(4))};
    case 14:
        return ReadGoods{narrowFromOne(), id<Epoch>(), wide(), wide(), coin()};
    case 15:
        return ReadOrders{narrowFromOne(), id<Epoch>(), wide(), wide()};
    case 16:
        return Checkout{narrowFromOne(), key(), wideFromOne(), id<CartId>(), coin(), some(6, [this] {
                            return Checkout::Line{id<LineId>(), text(limits::shortTextBytes),
                                                  amount(limits::quantityThousandths), text(3),
                                                  amount(limits::priceMinor)};
                        })};
    case 17:
        return AskOrder{narrowFromOne(), key(), wideFromOne()};
    case 18:
        return Reserve{narrowFromOne(),
                       key(),
                       id<CartId>(),
                       text(limits::shortTextBytes),
                       text(limits::shortTextBytes),
                       amount(limits::quantityThousandths),
                       wideFromOne()};
    case 19:
        return Release{narrowFromOne(), id<CartId>(), text(limits::shortTextBytes)};
    default:
        return Administer{narrowFromOne(), some(administerWords, [this] { return text(limits::shortTextBytes); }),
                          bytes(300)};
    case 21:
        return ReadReservations{narrowFromOne()};
    }
}

ServerMessage RandomMessage::server()
{
    switch (below(std::variant_size_v<ServerMessage>)) {
    case 0:
        return Challenge{wide(), fixed<32>(), wide(), {wide(), wide()}, text(limits::shortTextBytes)};
    case 1: {
        const auto session = id<DeviceId>();
        return Welcome{Bytes(session.bytes())};
    }
    case 2: {
        const auto mode = static_cast<CatchUp>(below(4));
        auto known = mode == CatchUp::Repair ? vector() : decltype(vector()){};
        return Opened{narrowFromOne(), role(), id<Epoch>(), wide(), wide(), mode, std::move(known)};
    }
    case 3:
        return inParts(Snapshot{narrowFromOne(), wide(), 0, 1, 0, {}});
    case 4:
        return Records{narrowFromOne(), wideFromOne(), some(6, [this] { return record(); })};
    case 5: {
        const auto clamped = maybeStamp();
        return Ack{narrowFromOne(), wideFromOne(), wideFromOne(), clamped ? 1 : wideFromOne(), clamped};
    }
    case 6:
        return PushRefused{narrowFromOne(), wideFromOne(), wide(), static_cast<PushProblem>(1 + below(3))};
    case 7:
        return Live{narrowFromOne(), wide()};
    case 8:
        return DigestVerdict{narrowFromOne(), wide(), static_cast<DigestVerdict::Verdict>(below(3))};
    case 9:
        return Cursors{narrowFromOne(), some(6, [this] {
                           return MemberCursor{id<MemberId>(), id<DeviceId>(), wide(), coin()};
                       })};
    case 10:
        return Invited{narrowFromOne()};
    case 11:
        return Joined{narrowFromOne(), id<CartId>(), role(), bytes(proofBytes)};
    case 12:
        return Members{narrow(), id<CartId>(), some(6, [this] {
                           return Member{id<MemberId>(), text(limits::shortTextBytes), role(), narrow()};
                       })};
    case 13:
        return Failure{narrow(), narrow(), static_cast<FailureCode>(1 + below(9)), text(failureBytes)};
    case 14:
        return Goods{narrow(), {id<Epoch>(), wide()}, wide(), coin(), coin(), some(6, [this] {
                         return Good{text(limits::shortTextBytes),
                                     text(limits::nameBytes),
                                     text(limits::shortTextBytes),
                                     text(limits::shortTextBytes),
                                     text(3),
                                     amount(limits::priceMinor),
                                     amount(limits::stockThousandths),
                                     wideFromOne(),
                                     amount(limits::stockThousandths)};
                     })};
    case 15:
        return Orders{narrowFromOne(), {id<Epoch>(), wide()}, coin(), some(4, [this] { return order(); })};
    case 17:
        return OwnTip{narrowFromOne(), wideFromOne(), fixed<32>()};
    case 16:
        return Ordered{narrowFromOne(), {id<Epoch>(), wide()}, order()};
    case 18:
        return Reserved{narrowFromOne(), {id<Epoch>(), wide()}, key(), reservation()};
    case 19:
        return NotReserved{narrowFromOne(),
                           {id<Epoch>(), wide()},
                           key(),
                           static_cast<ReservationProblem>(1 + below(5)),
                           amount(limits::stockThousandths)};
    case 20:
        return Reservations{narrowFromOne(), {id<Epoch>(), wide()}, some(4, [this] { return reservation(); })};
    case 21:
        return Administered{narrowFromOne(), static_cast<Administered::Outcome>(below(3)), text(300)};
    default:
        return NotOrdered{narrowFromOne(),
                          {id<Epoch>(), wide()},
                          key(),
                          static_cast<OrderProblem>(1 + below(5)),
                          wide(),
                          some(6, [this] {
                              return NotOrdered::Line{id<LineId>(), static_cast<LineProblem>(1 + below(4)),
                                                      amount(limits::stockThousandths), text(3),
                                                      amount(limits::priceMinor)};
                          })};
    }
}

} // namespace evencart::test
