#pragma once

#include "cart/facts.h"
#include "storage/records.h"

#include <optional>
#include <string>
#include <vector>

namespace evencart {

// One thing that a change did to one line, or to the cart itself: what happened, not how it is told. Every program puts
// it into its own words.
struct Happening
{
    enum class Kind
    {
        Added,     // the line came into the cart with n
        Increased, // by n
        Decreased, // by n
        Typed,     // the number n in place of `before`
        Restored,  // the line is back, with n
        Brought,   // n from another cart
        TookBack,  // own steps were taken back, the line stays
        Removed,   // the line, which stood at `before`
        Renamed,
        RenameTakenBack,
        NoteWritten,
        NoteCleared,
        Categorised,
        CategoryCleared,
        Priced,
        PriceCleared,
        Assigned,
        Unassigned,
        Moved,
        Checked, // bought n
        Unchecked,
        Liked,
        Unliked,
        Claimed, // "I take it"
        Unclaimed,
        CartNamed,
        CartMerged,
        NewFeature // the cart uses something that only later versions know
    };

    Kind kind = Kind::Added;
    LineId line;        // null: the cart
    std::string name;   // of the line, before the change where it was renamed; empty where nothing is known of it
    std::string unit;   // of n, before and what the prices are for; empty where nothing is known of it
    std::int64_t n = 0; // thousandths
    std::int64_t before = 0;
    std::string text;    // the new name, note or category
    std::string oldText; // what was there; empty for nothing, or where it is older than this history
    std::optional<Money> price;
    std::optional<Money> oldPrice;
    std::optional<MemberId> member; // assigned to
    std::optional<MemberId> oldMember;

    friend bool operator==(const Happening &, const Happening &) = default;
};

// A stored delta as what it did, line by line in the order in which its author did it.
struct HistoryEntry
{
    ReplicaId replica;
    std::uint64_t seq = 0;
    StoredDelta::Kind kind = StoredDelta::Kind::Pending;
    std::uint64_t position = 0; // in the log; 0: not sequenced yet
    Hlc effective;
    std::uint8_t reason = 0; // Rejected: protocol::VoidReason
    std::string label;       // own changes: what the action was called when it was made
    MemberId author;         // null where the bytes never came
    Base base;               // what its author had seen of the log
    bool hasBytes = false;
    bool removes = false;              // it took facts away, perhaps such as are older than this history
    std::vector<Happening> happenings; // none for what was refused: it never happened
    std::vector<LineId> lines;         // that it is about, sorted

    bool concerns(const LineId &line) const;
    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

} // namespace evencart
