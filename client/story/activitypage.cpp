#include "story/activitypage.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t mostHappenings = 20;
constexpr std::size_t mostMissed = 3;
constexpr std::size_t mostLinesLooked = 20; // what a merge of thousands had not seen is nobody's question

// By stamp, not by place in the log: both are in the order of causality, and people read by days. What was made off
// line stands where it was made.
bool isNewer(const HistoryEntry *a, const HistoryEntry *b)
{
    return std::tie(a->effective, a->replica, a->seq) > std::tie(b->effective, b->replica, b->seq);
}

bool shareLine(const HistoryEntry &a, const HistoryEntry &b)
{
    return std::any_of(a.lines.begin(), a.lines.end(),
                       [&](const LineId &line) { return !line.isNull() && b.concerns(line); });
}

std::vector<Missed> missedBy(const HistoryEntry &entry, const Unseen &unseen, const std::optional<LineId> &line)
{
    std::vector<Missed> missed;
    if (entry.lines.size() > mostLinesLooked)
        return missed;
    for (const HistoryEntry *other : unseen.of(entry)) {
        if (other->happenings.empty() || (line ? !other->concerns(*line) : !shareLine(entry, *other)))
            continue;
        const auto told =
            std::find_if(other->happenings.begin(), other->happenings.end(), [&](const Happening &happening) {
                return line ? happening.line == *line : entry.concerns(happening.line);
            });
        if (told == other->happenings.end())
            continue;
        missed.push_back({other->author, *told});
        if (missed.size() == mostMissed)
            break;
    }
    return missed;
}

ActivityPage::Row rowOf(const HistoryEntry &entry, const Unseen &unseen, const std::optional<LineId> &line)
{
    ActivityPage::Row row{entry, 0, missedBy(entry, unseen, line)};
    auto &happenings = row.entry.happenings;
    if (line)
        std::erase_if(happenings, [&](const Happening &happening) { return happening.line != *line; });
    row.happenings = happenings.size();
    if (happenings.size() > mostHappenings)
        happenings.resize(mostHappenings);
    if (row.entry.lines.size() > mostHappenings)
        row.entry.lines.resize(mostHappenings);
    return row;
}

} // namespace

ActivityPage activityPage(EngineRoom &room, const CartId &cart, const std::optional<LineId> &line, std::size_t most)
{
    ActivityPage page;
    const auto chronicle = room.chronicle(cart);
    if (!chronicle) {
        page.error = chronicle.error();
        return page;
    }
    const auto &entries = (*chronicle)->entries();
    const Unseen unseen = (*chronicle)->unseen();
    page.cut = (*chronicle)->isCut();
    std::vector<const HistoryEntry *> told;
    for (const HistoryEntry &entry : entries) {
        // What another's replica was refused is nobody's business here.
        if (entry.hasBytes && (!line || entry.concerns(*line)))
            told.push_back(&entry);
    }
    page.more = told.size() > most;
    const auto end = told.begin() + static_cast<std::ptrdiff_t>(std::min(most, told.size()));
    std::partial_sort(told.begin(), end, told.end(), isNewer);
    std::for_each(told.begin(), end, [&](const auto *entry) { page.rows.push_back(rowOf(*entry, unseen, line)); });
    return page;
}

} // namespace evencart
