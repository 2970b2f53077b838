#pragma once

#include "base/result.h"
#include "crdt/fact.h"
#include "text/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

// What the facts of a cart say: the field numbers and the payloads, as CBOR (PROTOCOL.md, `fact bodies`).
//
// There are three primitives, for ever: presence and quantity (Quantity), the multi-value register (Title, Note,
// Category, Price, Assignee, Place, CartName, MergedFrom) and the sets (Mark, Like, Claim, Requires). A later feature
// is a new field number under one of them; a client that does not know it stores, joins, relays and snapshots it as
// opaque bytes. A feature that such a client would damage by editing is named in Requires (features.h).
namespace evencart {

enum class Field : std::uint32_t
{
    Quantity = 1,
    Title = 2,
    Note = 3,
    Category = 4,
    Price = 5,
    Assignee = 6,
    Place = 7,
    Mark = 8,
    Like = 9,
    Claim = 10,
    CartName = 32,   // on the header (the null line) only
    MergedFrom = 33, // likewise
    Requires = 34,   // likewise
};

inline std::uint32_t number(Field field)
{
    return static_cast<std::uint32_t>(field);
}

// When a line came into the cart, and its place among the lines that came with it.
struct Birth
{
    Hlc stamp;
    ReplicaId replica;
    std::uint32_t index = 0;

    friend auto operator<=>(const Birth &, const Birth &) = default;
};

// What a line is. Travels in every fact that can make a line visible, so that no surviving fact is a row without a name
// (the "husk" of Kleppmann and Beresford's JSON CRDT). An absent birth is that of the delta itself.
struct Descriptor
{
    std::string name;
    std::string unit;
    std::string sku;
    std::optional<Birth> birth;

    friend bool operator==(const Descriptor &, const Descriptor &) = default;
};

// n is in thousandths everywhere.
struct Inc // someone wanted n more (or fewer)
{
    std::int64_t n = 0;
};
struct Absorbed // the part of a typed number that had come from another cart
{
    CartId origin;
    std::uint64_t position = 0;
    std::int64_t n = 0;
    friend bool operator==(const Absorbed &, const Absorbed &) = default;
};
struct Set // someone typed n
{
    std::int64_t n = 0;
    std::vector<Absorbed> absorbed;
};
struct Keep // someone did something that means "this line stays", with n in it
{
    std::int64_t n = 0;
};
// What another cart had of this item when it stood at `position`. Per origin only the furthest position counts, so the
// same merge twice, by two people at once or around a circle, adds nothing twice.
struct Contribution
{
    CartId origin;
    std::uint64_t position = 0;
    std::int64_t n = 0;
};

struct QuantityFact
{
    std::variant<Inc, Set, Keep, Contribution> what;
    Descriptor line;
};

struct TitleFact
{
    std::string name;
    std::vector<Dot> observed; // the quantity facts that the author saw under the old name
};

struct MarkFact // `member` bought n
{
    MemberId member;
    std::int64_t n = 0;
};

struct MergedFromFact
{
    CartId origin;
    std::uint64_t position = 0;
    std::vector<std::pair<ReplicaId, std::uint64_t>> vector; // the origin's, at that position
};

Bytes encodeBody(const QuantityFact &fact);
Bytes encodeBody(const TitleFact &fact);
Bytes encodeBody(const MarkFact &fact);
Bytes encodeBody(const MergedFromFact &fact);
Bytes encodeBody(const Money &price);
Bytes encodeText(std::string_view utf8);    // Note, Category, CartName
Bytes encodeMember(const MemberId &member); // Like, Claim, Assignee
Bytes encodePlace(ByteView key);
Bytes encodeFeature(std::uint32_t feature);

// Empty where the body is not what the field says. A fact that does not decode is carried and never shown.
std::optional<QuantityFact> decodeQuantity(ByteView body);
std::optional<TitleFact> decodeTitle(ByteView body);
std::optional<MarkFact> decodeMark(ByteView body);
std::optional<MergedFromFact> decodeMergedFrom(ByteView body);
std::optional<Money> decodePrice(ByteView body);
std::optional<std::string> decodeText(ByteView body);
std::optional<MemberId> decodeMember(ByteView body);
std::optional<Bytes> decodePlace(ByteView body);
std::optional<std::uint32_t> decodeFeature(ByteView body);

} // namespace evencart
