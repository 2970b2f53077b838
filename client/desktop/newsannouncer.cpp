#include "desktop/newsannouncer.h"

#include "model/wording.h"
#include "shop/shopwords.h"

#include <QDateTime>

#include <algorithm>

namespace evencart {

namespace {

QString titleOf(const OrderNews &news)
{
    return news.order     ? NewsAnnouncer::tr("Ordered")
           : news.refusal ? NewsAnnouncer::tr("Not ordered")
                          : NewsAnnouncer::tr("Not known whether it was ordered");
}

} // namespace

NewsAnnouncer::NewsAnnouncer(AppSession &session, const Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_clock(clock), m_bundler(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NewsAnnouncer::announceDue);
    connect(&session.engine(), &Engine::newsArrived, this, &NewsAnnouncer::take);
    connect(&session.engine(), &Engine::orderEnded, this, &NewsAnnouncer::tellOrder);
    connect(this, &NewsAnnouncer::announced, &m_bubbles, &DesktopNotifications::show);
    connect(&m_bubbles, &DesktopNotifications::clicked, this, &NewsAnnouncer::cartWanted);
}

void NewsAnnouncer::setWindowActive(bool active)
{
    m_windowActive = active;
    if (!active)
        return;
    m_bundler.forgetAll();
    m_timer.stop();
    for (const CartSummary &cart : m_session.carts()->carts())
        m_bubbles.take(wording::text(cart.id.toString()));
}

void NewsAnnouncer::take(const CartNews &news)
{
    const Preferences &preferences = *m_session.preferences();
    const QString cart = wording::text(news.cart.toString());
    if (m_windowActive || !preferences.notifications() || preferences.mutedCarts().contains(cart))
        return;
    m_bundler.take(news);
    waitForNext();
}

void NewsAnnouncer::tellOrder(const OrderNews &news)
{
    if (m_windowActive || !m_session.preferences()->notifications() || isQuiet())
        return;
    const auto &carts = m_session.carts()->carts();
    const auto cart =
        std::find_if(carts.begin(), carts.end(), [&](const CartSummary &each) { return each.id == news.cart; });
    const QString name = cart == carts.end() ? tr("a cart that is not here any more") : wording::text(cart->name);
    Q_EMIT announced(wording::text(news.cart.toString()), titleOf(news), shopwords::news(news, name));
}

bool NewsAnnouncer::isQuiet() const
{
    const Preferences &preferences = *m_session.preferences();
    const QuietHours hours{QTime::fromString(preferences.quietFrom(), QStringLiteral("HH:mm")),
                           QTime::fromString(preferences.quietTo(), QStringLiteral("HH:mm"))};
    return hours.contain(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(m_clock.wallMilliseconds())).time());
}

void NewsAnnouncer::announceDue()
{
    const auto due = m_bundler.due();
    if (!isQuiet()) {
        for (const CartNews &news : due) {
            const auto nameOf = [this](const MemberId &member) { return m_session.people().name(member); };
            Q_EMIT announced(wording::text(news.cart.toString()), wording::text(news.name), sentenceFor(news, nameOf));
        }
    }
    waitForNext();
}

void NewsAnnouncer::waitForNext()
{
    const auto next = m_bundler.nextDue();
    if (!next)
        return;
    const std::uint64_t now = m_clock.monotonicMilliseconds();
    m_timer.start(static_cast<int>(*next > now ? *next - now : 0));
}

} // namespace evencart
