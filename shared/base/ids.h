#pragma once

#include "base/bytes.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>

namespace evencart {

// A 128-bit name of one kind of thing. The tag makes the kinds different types, so that a cart cannot be passed for a
// line. Ordered by its bytes. The text form is 32 lower-case hexadecimal digits.
template <typename Tag>
struct Id128
{
    std::array<std::uint8_t, 16> raw{};

    friend auto operator<=>(const Id128 &, const Id128 &) = default;

    bool isNull() const { return *this == Id128{}; }
    ByteView bytes() const { return {reinterpret_cast<const char *>(raw.data()), raw.size()}; }

    // REQUIRES: view.size() == 16
    static Id128 fromBytes(ByteView view)
    {
        Id128 id;
        std::memcpy(id.raw.data(), view.data(), id.raw.size());
        return id;
    }
    std::string toString() const;
    static std::optional<Id128> fromString(std::string_view hex);
};

struct CartTag;
struct LineTag;
struct MemberTag;
struct DeviceTag;
struct EpochTag;

using CartId = Id128<CartTag>;     // one shared cart
using LineId = Id128<LineTag>;     // one item in a cart; the null id is the cart's own header (its name, its merges)
using MemberId = Id128<MemberTag>; // a person: the first 16 bytes of SHA-256 of the member's public key
using DeviceId = Id128<DeviceTag>; // one installation of a member: likewise of the device's public key
using Epoch = Id128<EpochTag>;     // one uninterrupted life of a server log; null: none yet

// One life of one database file: random, 64 bits, never zero. Not a device: a copied or restored file gets a new one.
struct ReplicaId
{
    std::uint64_t value = 0;
    friend auto operator<=>(const ReplicaId &, const ReplicaId &) = default;
    std::string toString() const; // 16 hexadecimal digits
};

std::string toHex(ByteView bytes);
std::optional<Bytes> fromHex(std::string_view hex);

template <typename Tag>
std::string Id128<Tag>::toString() const
{
    return toHex(bytes());
}

template <typename Tag>
std::optional<Id128<Tag>> Id128<Tag>::fromString(std::string_view hex)
{
    const auto decoded = fromHex(hex);
    if (!decoded || decoded->size() != 16)
        return std::nullopt;
    return fromBytes(*decoded);
}

// Ids are random or hashes, so any eight of their bytes are a good hash.
template <typename Tag>
std::size_t hashOf(const Id128<Tag> &id)
{
    std::uint64_t word;
    std::memcpy(&word, id.raw.data() + 8, sizeof word);
    return static_cast<std::size_t>(word);
}

} // namespace evencart

template <typename Tag>
struct std::hash<evencart::Id128<Tag>>
{
    std::size_t operator()(const evencart::Id128<Tag> &id) const noexcept { return evencart::hashOf(id); }
};

template <>
struct std::hash<evencart::ReplicaId>
{
    std::size_t operator()(evencart::ReplicaId id) const noexcept { return static_cast<std::size_t>(id.value); }
};
