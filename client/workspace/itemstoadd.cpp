#include "workspace/itemstoadd.h"

#include <unordered_map>

namespace evencart {

namespace {

void fold(ItemToAdd &into, const ItemToAdd &more)
{
    into.item.quantity = saturatingAdd(into.item.quantity, more.item.quantity);
    into.item.bought = into.item.bought && more.item.bought;
    if (!more.item.note.empty())
        into.item.note = more.item.note;
    if (!more.item.category.empty())
        into.item.category = more.item.category;
    if (more.item.price)
        into.item.price = more.item.price;
    into.boughtBy.insert(into.boughtBy.end(), more.boughtBy.begin(), more.boughtBy.end());
    if (more.assignee)
        into.assignee = more.assignee;
    into.likedByMe = into.likedByMe || more.likedByMe;
    into.claimedByMe = into.claimedByMe || more.claimedByMe;
}

// A tick says that it was bought, not that it is wanted no more: who adds it again wants that many from now on.
Result<void> reopen(Edit &edit, const LineId &line, const NewItem &item)
{
    if (auto done = edit.uncheck(line); !done)
        return done;
    if (auto done = edit.setQuantity(line, item.quantity); !done)
        return done;
    if (auto done = item.note.empty() ? Result<void>() : edit.setNote(line, item.note); !done)
        return done;
    if (auto done = item.category.empty() ? Result<void>() : edit.setCategory(line, item.category); !done)
        return done;
    return item.price ? edit.setPrice(line, item.price) : Result<void>();
}

Result<LineId> writeItem(Edit &edit, const ItemToAdd &item, WhenBought whenBought)
{
    const LineId line = edit.view().lineFor({item.item.name, item.item.unit, item.item.sku});
    const LineView *there = edit.view().line(line);
    const bool again = there && there->checked && !item.item.bought && item.boughtBy.empty();
    if (!again || whenBought == WhenBought::Raise)
        return edit.add(item.item);
    if (auto done = reopen(edit, line, item.item); !done)
        return done.error();
    return line;
}

} // namespace

Result<std::vector<LineId>> writeItems(Edit &edit, const std::vector<ItemToAdd> &items, WhenBought whenBought)
{
    std::vector<ItemToAdd> folded;
    std::unordered_map<LineId, std::size_t> places;
    for (const ItemToAdd &item : items) {
        const LineId line = edit.view().lineFor({item.item.name, item.item.unit, item.item.sku});
        const auto [place, isNew] = places.try_emplace(line, folded.size());
        if (isNew)
            folded.push_back(item);
        else
            fold(folded[place->second], item);
    }
    std::vector<LineId> lines;
    for (const ItemToAdd &item : folded) {
        const auto line = writeItem(edit, item, whenBought);
        if (!line)
            return line.error();
        for (const Share &share : item.boughtBy)
            edit.write(*line, Field::Mark, encodeBody(MarkFact{share.member, share.quantity}));
        if (item.assignee)
            edit.writeRegister(*line, Field::Assignee, encodeMember(*item.assignee));
        if (item.likedByMe)
            edit.write(*line, Field::Like, encodeMember(edit.self()));
        if (item.claimedByMe)
            edit.write(*line, Field::Claim, encodeMember(edit.self()));
        lines.push_back(*line);
    }
    return lines;
}

ItemToAdd itemToAdd(ParsedItem parsed)
{
    ItemToAdd wanted;
    wanted.item.name = std::move(parsed.name);
    wanted.item.unit = std::move(parsed.unit);
    wanted.item.sku = parsed.sku.value_or(std::string());
    wanted.item.quantity = parsed.quantity;
    wanted.item.note = std::move(parsed.note);
    wanted.item.category = std::move(parsed.category);
    wanted.item.price = std::move(parsed.price);
    wanted.item.bought = parsed.checked;
    return wanted;
}

} // namespace evencart
