#include "history/awayreview.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

constexpr std::size_t mostListed = 500;
constexpr std::size_t mostBoth = 50;

bool isBehind(const HistoryEntry &entry, const Frontier &frontier)
{
    // What I do here is sequenced later than it is made, so it is counted by its own number.
    return entry.replica == frontier.replica ? entry.seq > frontier.ownSeq
                                             : entry.position == 0 || entry.position > frontier.position;
}

} // namespace

Frontier frontierOf(const CartReplica &cart)
{
    const CartRecord &record = cart.record();
    return {record.epoch, record.cursor, record.ownReplica, record.ownSeq};
}

Result<AwayReview> reviewBetween(Workspace &workspace, CartReplica &cart, const Chronicle &chronicle,
                                 const Frontier &from, const Frontier &until)
{
    AwayReview review;
    review.comparable = from.epoch == until.epoch || from.epoch.isNull();
    if (!review.comparable)
        return review;
    std::map<LineId, AwayReview::Both> touched;
    for (const HistoryEntry &entry : chronicle.entries()) {
        const bool isMine = entry.author == workspace.self();
        const bool happened = entry.hasBytes && entry.kind != StoredDelta::Kind::Rejected;
        if (!happened || !isBehind(entry, from) || isBehind(entry, until))
            continue;
        auto &list = isMine ? review.mine : review.theirs;
        if (list.size() < mostListed)
            list.push_back(entry);
        else if (!isMine)
            ++review.moreTheirs;
        for (const LineId &line : entry.lines) {
            AwayReview::Both &both = touched[line];
            (isMine ? both.mine : both.theirs).push_back(entry);
        }
    }
    for (auto &[line, both] : touched) {
        if (line.isNull() || both.mine.empty() || both.theirs.empty() || review.both.size() == mostBoth)
            continue;
        auto story = storyOf(workspace, cart, chronicle, line);
        if (!story) {
            if (story.error().code == ErrorCode::NotFound)
                continue;
            return story.error();
        }
        both.story = std::move(*story);
        both.gone = cart.view().line(line) == nullptr;
        review.both.push_back(std::move(both));
    }
    review.canUndoMine = !review.mine.empty() && from.replica == cart.record().ownReplica &&
                         until.replica == from.replica && until.ownSeq == cart.record().ownSeq;
    return review;
}

} // namespace evencart
