#pragma once

#include "base/clock.h"
#include "engine/cartnews.h"

#include <QString>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace evencart {

// Makes few announcements of much news: what arrives for one cart within a while becomes one, and an announcement that
// is followed by more is replaced rather than joined by a second. Knows neither a desktop nor a timer: it is told what
// came, and asked what is due. One thread.
class NewsBundler
{
public:
    // From the first piece of news to its announcement, and from one announcement of a cart to its next.
    static constexpr std::uint64_t gatherMilliseconds = 4'000;
    static constexpr std::uint64_t pauseMilliseconds = 60'000;

    explicit NewsBundler(const Clock &clock) : m_clock(clock) {}

    void take(const CartNews &news);
    // The cart was looked at: nothing about it is news any more.
    void forget(const CartId &cart);
    void forgetAll() { m_bundles.clear(); }

    // What is to be announced now, each with everything since the cart was last looked at.
    std::vector<CartNews> due();
    // When due() has something next, on the monotonic clock.
    std::optional<std::uint64_t> nextDue() const;

private:
    struct Bundle
    {
        CartNews news;
        std::optional<std::uint64_t> dueAt; // none: everything in it was announced
        std::optional<std::uint64_t> announcedAt;
    };

    const Clock &m_clock;
    std::map<CartId, Bundle> m_bundles;
};

// "Ben added 4 things and bought 2." One sentence a member.
QString sentenceFor(const CartNews &news, const std::function<QString(const MemberId &)> &nameOf);

} // namespace evencart
