#pragma once

#include "identity/credentials.h"
#include "identity/membershipproof.h"
#include "storage/memorystore.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"
#include "sync/cartreplica.h"

#include <memory>
#include <stdexcept>

namespace evencart::test {

// A person's profile in memory: keys, store, clock, and the carts opened over them.
class ProfileFixture
{
public:
    ProfileFixture(std::uint64_t seed, const ManualClock &sharedClock)
        : random(seed), clock(sharedClock), credentials(Credentials::generate(random))
    {
        ProfileRecord record;
        record.replica = ReplicaId{seed * 1000 + 1};
        record.memberName = "member " + std::to_string(seed);
        must(store.setProfile(record));
    }

    ReplicaContext context() { return {store, clock, hlc, credentials.memberId(), store.profile()->replica, features}; }

    CartReplica &create(const std::string &name)
    {
        const MembershipProof proof = foundCart(credentials.member.publicKey(), random);
        CartRecord record;
        record.id = cartIdFor(proof.founderKey, proof.nonce);
        record.proof = encodeProof(proof);
        auto created = CartReplica::create(context(), record, name);
        must(created);
        id = record.id;
        cart = std::move(*created);
        return *cart;
    }
    CartReplica &reopen()
    {
        cart.reset();
        hlc = HybridClock(store.profile()->clock);
        auto opened = CartReplica::open(context(), id);
        must(opened);
        cart = std::move(*opened);
        return *cart;
    }
    void mintReplica()
    {
        ProfileRecord record = *store.profile();
        record.replica = ReplicaId{};
        for (const char byte : random.bytes(8))
            record.replica.value = record.replica.value << 8 | static_cast<std::uint8_t>(byte);
        must(store.setProfile(record));
    }

    CartReplica::Edited edit(const std::string &label, const CartReplica::Action &action)
    {
        auto edited = cart->edit(label, action);
        must(edited);
        return *edited;
    }
    LineId add(const std::string &name, std::int64_t thousandths = 1000)
    {
        LineId line;
        edit("add " + name, [&](Edit &e) -> Result<void> {
            NewItem item;
            item.name = name;
            item.quantity = thousandths;
            auto added = e.add(item);
            if (!added)
                return added.error();
            line = *added;
            return {};
        });
        return line;
    }
    const LineView *line(const std::string &name) const
    {
        const auto found = cart->view().find(name);
        return found.empty() ? nullptr : found.front();
    }
    std::int64_t quantity(const std::string &name) const
    {
        const LineView *found = line(name);
        return found ? found->quantity : -1;
    }

    template <typename T>
    static void must(const Result<T> &result)
    {
        if (!result.ok())
            throw std::runtime_error(result.error().message);
    }

    SeededRandom random;
    const ManualClock &clock;
    Credentials credentials;
    MemoryStore store;
    HybridClock hlc;
    FeatureSet features = knownFeatures(); // of the program that works on it
    CartId id;
    std::unique_ptr<CartReplica> cart;
};

} // namespace evencart::test
