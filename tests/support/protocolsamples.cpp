#include "support/protocolsamples.h"

namespace evencart::test {

using namespace protocol;

namespace {

constexpr Hlc stamp{0x018f'0000'1234'0001};
constexpr std::uint64_t wideSeq = (1ULL << 32) + 7;
constexpr ReplicaId replica{0xfedc'ba98'7654'3210};

Order sampleOrder(const CartId &cart)
{
    return {wideSeq,
            "monday",
            cart,
            1'700'000'001'000,
            "EUR",
            1935,
            {{idCounting<LineId>(0x70), "4006381333931", "Käse", "kg", 1500, 1290, 1935}}};
}

Reservation sampleReservation(const CartId &cart)
{
    return {cart, "4006381333931", 500, 1'700'000'600'000, 599'000};
}

} // namespace

std::vector<Sample<ClientMessage>> clientSamples()
{
    const auto cart = idCounting<CartId>(0xc0);
    return {
        {"hello", Hello{{1, 2}, "Evencart 0.1", counting<32>(1), counting<32>(33), counting<64>(65), "Käthe", stamp}},
        {"answer", Answer{counting<64>(7)}},
        {"open", Open{3, cart, "proof", replica, wideSeq, idCounting<Epoch>(0xe0), 1000}},
        {"open-first", Open{1, cart, "", ReplicaId{1}, 0, Epoch{}, 0}},
        {"push", Push{3, {Bytes("first delta"), Bytes("second\0delta", 12)}}},
        {"seen", Seen{3, wideSeq}},
        {"digestcheck", DigestCheck{3, 1000, counting<32>(0xd0)}},
        {"repairpush", RepairPush{3, {Bytes("a delta of another")}}},
        {"repairstate", RepairState{3, 1, 4, 70000, Bytes("a piece of a frame")}},
        {"repairdone", RepairDone{3}},
        {"close", Close{0xffffffff}},
        {"invite", Invite{9, cart, Role::Viewer, counting<32>(2), counting<64>(3), 1'800'000'000'000, 5}},
        {"join", Join{10, cart, counting<32>(2), counting<64>(4)}},
        {"listmembers", ListMembers{11, cart}},
        {"setrole", SetRole{16, cart, idCounting<MemberId>(0xa0), RoleChange::ToViewer}},
        {"setrole-remove", SetRole{17, cart, idCounting<MemberId>(0xa0), RoleChange::Remove}},
        {"readgoods", ReadGoods{12, idCounting<Epoch>(0xe0), 41, 42, true}},
        {"readorders", ReadOrders{13, idCounting<Epoch>(0xe0), 42, 7}},
        {"checkout", Checkout{14,
                              "monday",
                              3,
                              cart,
                              true,
                              {{idCounting<LineId>(0x70), "4006381333931", 1500, "EUR", 249},
                               {idCounting<LineId>(0x20), "b-2", 1000, "", 0}}}},
        {"askorder", AskOrder{15, "monday", 3}},
        {"reserve", Reserve{16, "tuesday", cart, "4006381333931", "g", 500'000, 600'000}},
        {"release", Release{17, cart, "4006381333931"}},
        {"readreservations", ReadReservations{18}},
        {"administer", Administer{19, {"catalog", "import", "goods.csv"}, "sku,name\r\n"}},
    };
}

std::vector<Sample<ServerMessage>> serverSamples()
{
    const auto cart = idCounting<CartId>(0xc0);
    const auto epoch = idCounting<Epoch>(0xe0);
    const auto member = idCounting<MemberId>(0x10);
    const std::vector<Record> records{
        AcceptedDelta{"a delta", {}},
        AcceptedDelta{"one from the future", stamp},
        VoidedDelta{replica, wideSeq, counting<32>(0x20), VoidReason::TooLarge},
        JoinedState{4096, "a frame"},
    };
    return {
        {"challenge", Challenge{1, counting<32>(0x40), 1'700'000'000'000, {1310720, 1048576}, "evencartd 0.1"}},
        {"welcome", Welcome{"0123456789abcdef"}},
        {"opened-tail", Opened{3, Role::Editor, epoch, 1000, wideSeq, CatchUp::Tail, {}}},
        {"opened-repair",
         Opened{3, Role::Owner, epoch, 10, 2, CatchUp::Repair, {{ReplicaId{5}, 2}, {replica, wideSeq}}}},
        {"owntip", OwnTip{3, wideSeq, counting<32>(0x60)}},
        {"snapshot", Snapshot{3, 900, 0, 2, 70000, "a piece of a frame"}},
        {"records", Records{3, wideSeq, records}},
        {"ack", Ack{3, 41, 1001, 12, {}}},
        {"ack-clamped", Ack{3, 41, 1001, 1, stamp}},
        {"pushrefused", PushRefused{3, 43, 41, PushProblem::Equivocation}},
        {"live", Live{3, 1012}},
        {"digestverdict", DigestVerdict{3, 1000, DigestVerdict::Verdict::Moved}},
        {"cursors",
         Cursors{3,
                 {{member, idCounting<DeviceId>(0x30), 1012, true}, {member, idCounting<DeviceId>(0x50), 7, false}}}},
        {"invited", Invited{9}},
        {"joined", Joined{10, cart, Role::Viewer, "proof"}},
        {"members",
         Members{0, cart, {{member, "Käthe", Role::Owner, 2}, {idCounting<MemberId>(0x60), "", Role::Viewer, 0}}}},
        {"failure", Failure{10, 0, FailureCode::InviteInvalid, "This invitation has been used; ask for a new one."}},
        {"failure-behind", Failure{12, 0, FailureCode::Behind, "This server has not got that far: ask again."}},
        {"goods", Goods{12,
                        {epoch, 42},
                        1'700'000'000'000,
                        true,
                        true,
                        {{"4006381333931", "Käse", "kg", "dairy", "EUR", 1290, 3500, 41, 500},
                         {"b-2", "Buch", "", "", "EUR", 0, 0, 42, 0}}}},
        {"orders", Orders{13, {epoch, 43}, true, {sampleOrder(cart)}}},
        {"ordered", Ordered{14, {epoch, 43}, sampleOrder(cart)}},
        {"notordered", NotOrdered{14,
                                  {epoch, 42},
                                  "monday",
                                  OrderProblem::Lines,
                                  2,
                                  {{idCounting<LineId>(0x70), LineProblem::PriceChanged, 3500, "EUR", 1290},
                                   {LineId{}, LineProblem::NotSold, 0, "", 0}}}},
        {"reserved", Reserved{16, {epoch, 44}, "tuesday", sampleReservation(cart)}},
        {"notreserved", NotReserved{16, {epoch, 44}, "tuesday", ReservationProblem::SoldOut, 250}},
        {"reservations", Reservations{18, {epoch, 44}, {sampleReservation(cart)}}},
        {"administered", Administered{19, Administered::Outcome::Done, "2 goods added, 0 changed, 0 as before\n"}},
        {"administered-more", Administered{20, Administered::Outcome::More, "a line\n"}},
    };
}

} // namespace evencart::test
