#pragma once

#include "cart/facts.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace evencart {

struct Share // how many a member wanted or bought, in thousandths
{
    MemberId member;
    std::int64_t quantity = 0;
    friend bool operator==(const Share &, const Share &) = default;
};

// The other values that concurrent writers gave to a field, as texts; the shown one is not among them.
struct FieldConflict
{
    Field field;
    std::vector<std::string> values;
    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

// Adds that were made under a name which the line no longer has, by people who had not seen the rename.
struct OldNameAdds
{
    std::string name;
    std::int64_t quantity = 0;
    std::vector<Dot> dots;
    friend bool operator==(const OldNameAdds &, const OldNameAdds &) = default;
};

// One line as people see it: a pure function of the live facts of that line (linereader.h).
struct LineView
{
    LineId id;
    bool present = false; // false: no live fact says that it is in the cart; the rest is then of no meaning

    std::string name;
    std::string unit;
    std::string sku;
    std::int64_t quantity = 0;    // what is shown: never below 0
    std::int64_t rawQuantity = 0; // what the facts add up to
    std::vector<Share> wantedBy;  // sorted by member
    std::vector<Share> boughtBy;  // likewise
    bool checked = false;
    bool boughtTwice = false;   // several people bought, together more than wanted
    bool checkQuantity = false; // concurrent steps pushed the total to 0 or below

    std::string note;
    std::string category;
    std::optional<Money> price;
    std::optional<MemberId> assignee;
    std::vector<MemberId> likes;     // sorted
    std::vector<MemberId> claimedBy; // who said "I take it"; likewise
    std::vector<FieldConflict> conflicts;
    std::vector<OldNameAdds> oldNameAdds;

    Birth birth;    // of the earliest surviving fact
    Bytes orderKey; // sorts the lines, with the id as tie-break
    Hlc changed;    // the latest stamp among its facts
    MemberId changedBy;

    std::int64_t bought() const;
    friend bool operator==(const LineView &, const LineView &) = default;
};

// What one price is for: "kg" for a line in "g", "l" for one in "ml", as shops and people write it; else the line's own
// unit, "" for pieces.
std::string_view priceUnit(std::string_view unit);

// The value of one line's worth: quantity in priceUnit() × price, rounded half away from zero, saturating. Zero without
// a price.
std::int64_t lineTotalMinor(const LineView &line);

// Saturates at ±2^62, the same on every machine; quantities and money are added with this and nothing else.
std::int64_t saturatingAdd(std::int64_t a, std::int64_t b);

} // namespace evencart
