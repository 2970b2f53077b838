#include "cli/additems.h"

#include "cli/values.h"

#include <unordered_set>

namespace evencart::cli {

Result<std::vector<LineId>> addItems(CartReplica &cart, const std::string &verb, const std::vector<ItemToAdd> &items)
{
    std::vector<std::string> names;
    std::unordered_set<std::string> known;
    for (const ItemToAdd &item : items) {
        if (known.insert(item.item.name).second)
            names.push_back(item.item.name);
    }
    std::vector<LineId> lines;
    const auto edited = cart.edit(verb + " " + nameList(names), [&](Edit &edit) -> Result<void> {
        auto written = writeItems(edit, items);
        if (!written)
            return written.error();
        lines = std::move(*written);
        return {};
    });
    if (!edited)
        return edited.error();
    return lines;
}

} // namespace evencart::cli
