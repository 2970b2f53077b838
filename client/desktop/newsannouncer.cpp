#include "desktop/newsannouncer.h"

#include "model/wording.h"

#include <QDateTime>

namespace evencart {

NewsAnnouncer::NewsAnnouncer(AppSession &session, const Clock &clock, QObject *parent)
    : QObject(parent), m_session(session), m_clock(clock), m_bundler(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &NewsAnnouncer::announceDue);
    connect(&session.engine(), &Engine::newsArrived, this, &NewsAnnouncer::take);
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
