#include "desktop/newsbundler.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace evencart {

namespace {

void addUp(std::vector<CartNews::Deeds> &all, const CartNews::Deeds &more)
{
    const auto known =
        std::find_if(all.begin(), all.end(), [&](const CartNews::Deeds &deeds) { return deeds.member == more.member; });
    if (known == all.end()) {
        all.push_back(more);
        return;
    }
    known->added += more.added;
    known->bought += more.bought;
    known->changed += more.changed;
}

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(NewsBundler)
};

} // namespace

void NewsBundler::take(const CartNews &news)
{
    if (news.isEmpty())
        return;
    Bundle &bundle = m_bundles[news.cart];
    bundle.news.cart = news.cart;
    bundle.news.name = news.name;
    for (const CartNews::Deeds &deeds : news.deeds)
        addUp(bundle.news.deeds, deeds);
    if (bundle.dueAt)
        return;
    bundle.dueAt = m_clock.monotonicMilliseconds() + gatherMilliseconds;
    if (bundle.announcedAt)
        bundle.dueAt = std::max(*bundle.dueAt, *bundle.announcedAt + pauseMilliseconds);
}

void NewsBundler::forget(const CartId &cart)
{
    m_bundles.erase(cart);
}

std::vector<CartNews> NewsBundler::due()
{
    const std::uint64_t now = m_clock.monotonicMilliseconds();
    std::vector<CartNews> announcements;
    for (auto &[cart, bundle] : m_bundles) {
        if (!bundle.dueAt || *bundle.dueAt > now)
            continue;
        announcements.push_back(bundle.news);
        bundle.dueAt.reset();
        bundle.announcedAt = now;
    }
    return announcements;
}

std::optional<std::uint64_t> NewsBundler::nextDue() const
{
    std::optional<std::uint64_t> next;
    for (const auto &[cart, bundle] : m_bundles) {
        if (bundle.dueAt && (!next || *bundle.dueAt < *next))
            next = bundle.dueAt;
    }
    return next;
}

QString sentenceFor(const CartNews &news, const std::function<QString(const MemberId &)> &nameOf)
{
    QStringList sentences;
    for (const CartNews::Deeds &deeds : news.deeds) {
        const QString who = nameOf(deeds.member);
        if (deeds.added > 0)
            sentences << Words::tr("%1 added %n thing(s).", nullptr, deeds.added).arg(who);
        if (deeds.bought > 0)
            sentences << Words::tr("%1 bought %n thing(s).", nullptr, deeds.bought).arg(who);
        if (deeds.changed > 0)
            sentences << Words::tr("%1 changed %n thing(s).", nullptr, deeds.changed).arg(who);
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace evencart
