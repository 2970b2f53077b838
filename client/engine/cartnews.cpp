#include "engine/cartnews.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

bool boughtBy(const LineView &line, const MemberId &member)
{
    return line.checked && std::any_of(line.boughtBy.begin(), line.boughtBy.end(),
                                       [&](const Share &share) { return share.member == member; });
}

} // namespace

CartNews newsIn(const CartReplica &replica, const std::vector<LineId> &lines, const MemberId &self)
{
    CartNews news;
    news.cart = replica.view().cart();
    news.name = replica.view().name();
    std::map<MemberId, CartNews::Deeds> byMember;
    for (const LineId &id : lines) {
        const LineView *line = replica.view().line(id);
        if (!line || line->changedBy == self)
            continue;
        CartNews::Deeds &deeds = byMember[line->changedBy];
        deeds.member = line->changedBy;
        if (line->birth.stamp == line->changed)
            ++deeds.added;
        else if (boughtBy(*line, line->changedBy))
            ++deeds.bought;
        else
            ++deeds.changed;
    }
    for (const auto &[member, deeds] : byMember)
        news.deeds.push_back(deeds);
    return news;
}

} // namespace evencart
