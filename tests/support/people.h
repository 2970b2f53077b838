#pragma once

#include "support/kernelreplica.h"

#include <array>
#include <memory>
#include <vector>

namespace evencart::test {

inline CartId cartNumber(std::uint8_t n)
{
    CartId id;
    id.raw[0] = n;
    return id;
}

// Three people with copies of one cart and a channel that reaches everybody at once, when asked.
struct Three
{
    explicit Three(std::uint8_t cart = 7)
        : a(cartNumber(cart), cart * 16ull + 1, "Ann"), b(cartNumber(cart), cart * 16ull + 2, "Ben"),
          c(cartNumber(cart), cart * 16ull + 3, "Cem")
    {
    }
    Three(const Three &) = delete;

    std::array<KernelReplica *, 3> all() { return {&a, &b, &c}; }
    void sync()
    {
        for (KernelReplica *to : all()) {
            for (const KernelReplica *from : all())
                to->receiveAll(*from);
        }
    }
    bool equal() const { return a.digest() == b.digest() && b.digest() == c.digest(); }

    KernelReplica a, b, c;
};

// A fact of no meaning to the cart: the kernel does not look into them.
inline Add plainAdd(std::uint8_t subject, std::uint32_t field = 100, const Bytes &body = "x")
{
    LineId id;
    id.raw[0] = subject;
    return {id, field, body};
}

inline Delta plainDelta(std::uint64_t replica, std::uint64_t seq, std::vector<Add> adds, std::vector<Dot> removes = {})
{
    Delta delta;
    delta.replica = ReplicaId{replica};
    delta.seq = seq;
    delta.stamp = Hlc{seq << 16};
    delta.author = MemberId::fromBytes("author-number-01");
    delta.adds = std::move(adds);
    delta.removes = std::move(removes);
    std::sort(delta.removes.begin(), delta.removes.end());
    return delta;
}

inline Dot dot(std::uint64_t replica, std::uint64_t seq, std::uint32_t index = 0)
{
    return {ReplicaId{replica}, seq, index};
}

} // namespace evencart::test
