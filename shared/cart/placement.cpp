#include "cart/placement.h"

#include "cart/orderkey.h"

#include <algorithm>

namespace evencart {

namespace {

using Lines = std::vector<const LineView *>;

Result<std::size_t> gapIn(const Lines &rest, const Placement &placement)
{
    if (placement.where == Placement::Where::First)
        return std::size_t(0);
    if (placement.where == Placement::Where::Last)
        return rest.size();
    const auto at =
        std::find_if(rest.begin(), rest.end(), [&](const LineView *line) { return line->id == placement.neighbour; });
    if (at == rest.end())
        return Error{ErrorCode::NotFound, "The line to move next to is not in the cart."};
    const auto index = static_cast<std::size_t>(at - rest.begin());
    return placement.where == Placement::Where::Before ? index : index + 1;
}

void spread(Edit &edit, Lines rest, const Lines &moved, std::size_t gap)
{
    rest.insert(rest.begin() + static_cast<std::ptrdiff_t>(gap), moved.begin(), moved.end());
    for (std::size_t i = 0; i < rest.size(); ++i)
        edit.writeRegister(rest[i]->id, Field::Place, encodePlace(orderKeySpread(i, rest.size())));
}

} // namespace

Result<void> place(Edit &edit, const std::vector<LineId> &lines, const Placement &placement, ByteView salt)
{
    Lines moved;
    for (const LineId &id : lines) {
        const auto line = edit.present(id);
        if (!line)
            return line.error();
        moved.push_back(*line);
    }
    Lines rest = edit.view().lines();
    std::erase_if(rest,
                  [&](const LineView *line) { return std::find(lines.begin(), lines.end(), line->id) != lines.end(); });
    const auto gap = gapIn(rest, placement);
    if (!gap)
        return gap.error();

    Lines wanted = rest;
    wanted.insert(wanted.begin() + static_cast<std::ptrdiff_t>(*gap), moved.begin(), moved.end());
    if (wanted == edit.view().lines())
        return {}; // they stand there already

    const ByteView low = *gap > 0 ? ByteView(rest[*gap - 1]->orderKey) : ByteView();
    const ByteView high = *gap < rest.size() ? ByteView(rest[*gap]->orderKey) : ByteView();
    const bool noRoom = !high.empty() && low >= high;
    const Bytes prefix = noRoom ? Bytes() : orderKeyBetween(low, high, salt);
    if (noRoom || prefix.size() > orderKeyLengthToSpread) {
        spread(edit, rest, moved, *gap);
        return {};
    }
    for (std::size_t i = 0; i < moved.size(); ++i) {
        const Bytes key = moved.size() == 1 ? prefix : orderKeyInRun(prefix, i);
        edit.writeRegister(moved[i]->id, Field::Place, encodePlace(key));
    }
    return {};
}

} // namespace evencart
