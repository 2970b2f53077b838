#pragma once

#include "cart/lineview.h"
#include "text/quantity.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace evencart {

// One time that somebody put something into a cart.
struct Occurrence
{
    std::string name;
    std::string unit;
    std::int64_t quantity = oneThing;
    std::string category; // empty: nothing is known of it, not that there is none
    std::optional<Money> price;
    std::uint64_t when = 0; // milliseconds since 1970
    std::string basket;     // what was put in together: occurrences with the same text here
};

// What is usually bought, from what was bought: per name how often, when last, with what, and in which amount. A plain
// value: built on the engine's thread, moved to the interface, and kept up to date there with add(). Not what is in a
// cart now (ItemIndex).
//
// Sizes: some ten thousand names. Looking up is a walk over the names that begin so, not over all of them.
class KnownItems
{
public:
    struct Item
    {
        std::string key;  // normalizedName(name)
        std::string name; // as it was written last
        std::string category;
        std::optional<Money> price;
        std::uint32_t count = 0;
        std::uint64_t last = 0;
        std::vector<std::uint32_t> baskets; // ascending
        struct Amount
        {
            std::string unit;
            std::int64_t quantity = oneThing;
            std::uint32_t count = 0;
            std::uint64_t last = 0;
        };
        std::vector<Amount> amounts;

        // The one that is used most, the later one of two that are used alike.
        const Amount &usual() const;
    };

    void add(const Occurrence &occurrence);
    // The same occurrence again, of which more is known now: its category or its price.
    void amend(const Occurrence &occurrence);

    std::size_t count() const { return m_items.size(); }
    const Item *find(std::string_view key) const; // nullptr where the name is not known

    // Up to `most` items of which a word begins with `typed` (normalised; empty: all items), best first: those that
    // were most often bought together with the first hundred of `companions` (keys), then the most frequent, then the
    // latest. Without those in `companions` when `typed` is empty: they are there.
    std::vector<const Item *> matching(std::string_view typed, const std::vector<std::string> &companions,
                                       std::size_t most) const;

private:
    using Index = std::uint32_t;
    struct Candidate
    {
        Index item;
        std::uint64_t together;
        bool fromStart;
    };

    std::vector<std::uint32_t> basketWeights(const std::vector<std::string> &companions) const;
    std::vector<Candidate> candidates(std::string_view typed) const;
    bool isBetter(const Candidate &a, const Candidate &b) const;

    std::vector<Item> m_items;
    std::unordered_map<std::string, Index> m_byKey;
    // From each place where a word begins to the end of the key: what begins with a text stands together.
    std::multimap<std::string, Index, std::less<>> m_byWord;
    std::unordered_map<std::string, std::uint32_t> m_baskets;
};

} // namespace evencart
