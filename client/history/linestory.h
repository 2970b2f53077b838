#pragma once

#include "history/chronicle.h"

namespace evencart {

// Somebody's part in what came together on a line.
struct Party
{
    MemberId member;
    std::uint64_t when = 0; // milliseconds since 1970
    std::int64_t n = 0;     // thousandths
    std::string text;       // of a name, a note or a category
    std::optional<Money> price;
    std::optional<MemberId> other; // of an assignment
    bool shown = false;            // its value is the one that shows

    friend bool operator==(const Party &, const Party &) = default;
};

// One reason why a line reads as it does: which rule decided between which people. Rules are those of
// docs/semantics.md; the words are the program's.
struct Verdict
{
    enum class Rule
    {
        BoughtTwice,    // parties bought n each; `n` was wanted
        CheckQuantity,  // parties stepped it down together
        LaterShows,     // parties wrote `field` at the same time
        OldName,        // parties added under the name `text`, which the line no longer has
        AddingWins,     // parties[0] removed it, the others had added or changed it and had not seen that
        BuyingCounts,   // parties[0] un-ticked it, the others bought it and had not seen that
        TypedAtOnce,    // parties typed a number at the same time; the later one counts
        StepsOnTop,     // parties[0] typed a number, the others' steps come on top: `n`
        StepsAddUp,     // parties wanted n each: together `n`
        Removed,        // parties[0] removed it; it is not in the cart
        NothingCollided // parties[0] changed it last
    };
    Rule rule = Rule::NothingCollided;
    Field field = Field::Quantity;
    std::int64_t n = 0;
    std::string text;
    std::vector<Party> parties;

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

struct LineStory
{
    LineView view;                 // present or as it was when it went
    std::vector<Verdict> verdicts; // what wants a look first; never empty for a line that this profile knows of
};

// Why the line reads as it does: from its live facts where they tell it, from the history where a fact is gone by now.
// NotFound where nothing is known of the line.
Result<LineStory> storyOf(Workspace &workspace, CartReplica &cart, const Chronicle &chronicle, const LineId &line);

// The verdicts on one present line alone.
std::vector<Verdict> verdictsOn(const CartReplica &cart, const Chronicle &chronicle, const LineView &line);

} // namespace evencart
