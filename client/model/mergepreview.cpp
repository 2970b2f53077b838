#include "model/mergepreview.h"

#include "cart/cartmerge.h"
#include "text/normalize.h"

#include <limits>
#include <map>
#include <tuple>

namespace evencart {

namespace {

using Item = std::tuple<std::string, std::string, std::string>; // normalised name, unit, sku

Item itemOf(const LineView &line)
{
    return {normalizedName(line.name), line.unit, line.sku};
}

// The target as it would be; the delta is nobody's and goes nowhere.
Result<State> mergedState(const CartView &from, const CartView &into, const MemberId &self, bool &nothingNew)
{
    State state = into.state();
    Edit edit(into, self);
    const auto report = mergeCart(edit, from);
    if (!report)
        return report.error();
    nothingNew = report->nothingNew;
    Draft draft = edit.take();
    Delta delta;
    delta.replica = ReplicaId{~std::uint64_t{0}};
    delta.seq = state.vector().seen(delta.replica) + 1;
    delta.author = self;
    delta.stamp =
        Hlc{std::numeric_limits<std::uint64_t>::max() / 2}; // later than all there is, as the real one will be
    delta.adds = std::move(draft.adds);
    delta.removes = std::move(draft.removes);
    state.apply(delta);
    return state;
}

} // namespace

Result<MergePreview> previewMerge(const CartView &from, const CartView &into, const MemberId &self)
{
    MergePreview preview;
    const auto state = mergedState(from, into, self, preview.nothingNew);
    if (!state)
        return state.error();
    const CartView merged(into.cart(), *state);

    std::map<Item, const LineView *> fromLines;
    for (const LineView *line : from.lines())
        fromLines.try_emplace(itemOf(*line), line);
    std::map<Item, const LineView *> intoLines;
    for (const LineView *line : into.lines())
        intoLines.try_emplace(itemOf(*line), line);
    for (const LineView *line : merged.lines()) {
        const auto source = fromLines.find(itemOf(*line));
        const auto target = intoLines.find(itemOf(*line));
        const LineView *a = source == fromLines.end() ? nullptr : source->second;
        const LineView *b = target == intoLines.end() ? nullptr : target->second;
        MergeRow row{line->name,          line->unit, line->sku,      a ? a->quantity : 0,
                     b ? b->quantity : 0, 0,          line->quantity, false};
        const bool fromIsLater = a && (!b || b->changed < a->changed);
        row.lastWriteWins = fromIsLater ? row.from : row.into;
        row.loses = a && b && row.from != row.into;
        preview.rows.push_back(std::move(row));
    }
    return preview;
}

} // namespace evencart
