#pragma once

#include "crdt/statecodec.h"
#include "support/profilefixture.h"

#include <QTest>

// What tests of CartReplica do again and again.
namespace evencart::test {

inline protocol::Record accepted(const Bytes &delta, std::optional<Hlc> clamped = {})
{
    return protocol::AcceptedDelta{delta, clamped};
}

// The base and what is shown, recomputed from storage, are what the replica in memory has.
inline void verifyAgainstStorage(ProfileFixture &person)
{
    const auto names = [&] {
        std::vector<std::pair<std::string, std::int64_t>> lines;
        for (const LineView *line : person.cart->view().lines())
            lines.push_back({line->name, line->quantity});
        return lines;
    };
    const auto shown = names();
    const Hash256 base = person.cart->baseDigest();
    const std::size_t pending = person.cart->pendingCount();
    person.reopen();
    QCOMPARE(names(), shown);
    QCOMPARE(person.cart->baseDigest(), base);
    QCOMPARE(person.cart->pendingCount(), pending);
}

// Another person's delta on the same cart, as the server would relay it.
inline Bytes foreignDelta(const CartReplica &cart, std::uint64_t replica, std::uint64_t seq,
                          const CartReplica::Action &action)
{
    MemberId author;
    author.raw[0] = static_cast<std::uint8_t>(replica);
    Edit edit(cart.view(), author);
    ProfileFixture::must(action(edit));
    Draft draft = edit.take();
    Delta delta;
    delta.replica = ReplicaId{replica};
    delta.seq = seq;
    delta.stamp = Hlc{(std::uint64_t(1'700'000'000'100) << 16) + seq};
    delta.author = author;
    delta.adds = std::move(draft.adds);
    delta.removes = std::move(draft.removes);
    return encodeDelta(delta);
}
inline Result<void> addItem(Edit &edit, const std::string &name)
{
    NewItem item;
    item.name = name;
    const auto added = edit.add(item);
    return added ? Result<void>() : added.error();
}

} // namespace evencart::test
