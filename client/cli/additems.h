#pragma once

#include "sync/cartreplica.h"
#include "text/quickadd.h"

#include <string>
#include <vector>

namespace evencart::cli {

// An item to add, from quick add or from an imported file. What only a file knows comes behind the first member.
struct ItemToAdd
{
    NewItem item;
    std::vector<Share> boughtBy; // as the file says it; replaces item.bought
    std::optional<MemberId> assignee;
    bool likedByMe = false;
};

ItemToAdd itemToAdd(ParsedItem item);

// Adds all of them as one action, labelled "<verb> milk, Eggs and 5 more". Items that go into one line are added up
// first, because an edit reads the cart as it was before: two values for one field in one edit would stand there as a
// conflict. Returns the lines in the order of the items, each once.
Result<std::vector<LineId>> addItems(CartReplica &cart, const std::string &verb, const std::vector<ItemToAdd> &items);

} // namespace evencart::cli
