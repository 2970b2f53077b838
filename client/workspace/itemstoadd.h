#pragma once

#include "cart/edit.h"
#include "text/quickadd.h"

#include <optional>
#include <vector>

namespace evencart {

// An item to add, from quick add or from an imported file. What only a file knows comes behind the first member.
struct ItemToAdd
{
    NewItem item;
    std::vector<Share> boughtBy; // as the file says it; replaces item.bought
    std::optional<MemberId> assignee;
    bool likedByMe = false;
    bool claimedByMe = false;
};

ItemToAdd itemToAdd(ParsedItem item);

// What adding means for a line that is all bought.
enum class WhenBought
{
    Raise, // the number grows: two of three are bought
    Reopen // it is wanted again, as many as are added now: un-ticked
};

// Writes all of them into one action. Items that go into one line are added up first, because an edit reads the cart as
// it was before: two values for one field in one edit would stand there as a conflict. Returns the lines in the order
// of the items, each once.
Result<std::vector<LineId>> writeItems(Edit &edit, const std::vector<ItemToAdd> &items,
                                       WhenBought whenBought = WhenBought::Raise);

} // namespace evencart
