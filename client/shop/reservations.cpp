#include "shop/reservations.h"

#include "model/wording.h"
#include "shop/shopwords.h"
#include "translations/errorsentences.h"

#include <QLocale>

#include <algorithm>

namespace evencart {

namespace {

constexpr std::uint64_t minute = 60'000; // milliseconds

} // namespace

Reservations::Reservations(QObject *parent) : QObject(parent), m_minute(this)
{
    m_minute.setSingleShot(true);
    connect(&m_minute, &QTimer::timeout, this, &Reservations::tick);
}

void Reservations::setSession(AppSession *session)
{
    m_session = session;
    connect(&session->engine(), &Engine::reservationsChanged, this, &Reservations::take);
    connect(session->cart(), &OpenCart::cartChanged, this, &Reservations::tell);
}

void Reservations::take(const std::vector<protocol::Reservation> &mine)
{
    m_mine = mine;
    m_told.start();
    tell();
}

void Reservations::tell()
{
    Q_EMIT changed();
    tick();
}

std::vector<protocol::Reservation> Reservations::forOpenCart() const
{
    auto mine = m_mine;
    std::erase_if(mine, [this](const auto &reservation) { return reservation.cart != m_session->cart()->id(); });
    return mine;
}

std::uint64_t Reservations::remainingOf(const protocol::Reservation &reservation) const
{
    const auto passed = static_cast<std::uint64_t>(m_told.elapsed());
    return reservation.remaining > passed ? reservation.remaining - passed : 0;
}

// Again when the first of them says a minute less.
void Reservations::tick()
{
    std::uint64_t next = minute;
    for (const protocol::Reservation &reservation : m_mine) {
        const std::uint64_t remaining = remainingOf(reservation);
        next = std::min(next, remaining % minute + 1);
    }
    if (m_mine.empty())
        m_minute.stop();
    else
        m_minute.start(std::chrono::milliseconds(next));
    Q_EMIT wordsChanged();
}

QString Reservations::wordsFor(const std::string &sku, const std::string &unit) const
{
    const auto found = std::find_if(m_mine.begin(), m_mine.end(), [&](const protocol::Reservation &reservation) {
        return reservation.cart == m_session->cart()->id() && reservation.sku == sku;
    });
    return found == m_mine.end() ? QString() : shopwords::kept(found->quantity, unit, remainingOf(*found));
}

void Reservations::reserve(const QString &line)
{
    const auto id = LineId::fromString(line.toStdString());
    const LineView *shown = id ? m_session->cart()->lines()->find(*id) : nullptr;
    if (!shown)
        return;
    m_session->engine().askLater<Result<ReservationDesk::Outcome>>(
        this,
        [cart = *m_session->cart()->id(), line = *id](EngineRoom &room,
                                                      const Engine::Reply<Result<ReservationDesk::Outcome>> &reply) {
            room.reservations().reserve(cart, line, reply);
        },
        [this, name = wording::text(shown->name)](const Result<ReservationDesk::Outcome> &outcome) {
            if (!outcome && outcome.error().code == ErrorCode::Unreachable)
                Q_EMIT failed(tr("Reserving needs the server. %1").arg(errorSentence(outcome.error())));
            else if (!outcome)
                Q_EMIT failed(errorSentence(outcome.error()));
            else if (const auto *refusal = std::get_if<protocol::NotReserved>(&*outcome))
                Q_EMIT failed(shopwords::notReserved(*refusal, name));
            else
                Q_EMIT told(tr("%1 is kept for your order until %2.")
                                .arg(name, QLocale().toString(
                                               QDateTime::currentDateTime()
                                                   .addMSecs(static_cast<qint64>(
                                                       std::get<protocol::Reserved>(*outcome).reservation.remaining))
                                                   .time(),
                                               QLocale::ShortFormat)));
        });
}

void Reservations::release(const QString &line)
{
    const auto id = LineId::fromString(line.toStdString());
    const LineView *shown = id ? m_session->cart()->lines()->find(*id) : nullptr;
    if (!shown)
        return;
    m_session->engine().askLater<Result<void>>(
        this,
        [cart = *m_session->cart()->id(), sku = shown->sku](EngineRoom &room,
                                                            const Engine::Reply<Result<void>> &reply) {
            room.reservations().release(cart, sku, reply);
        },
        [this, name = wording::text(shown->name)](const Result<void> &released) {
            if (released)
                Q_EMIT told(tr("%1 is not kept for you any more.").arg(name));
            else
                Q_EMIT failed(
                    tr("Giving it back needs the server; it ends by itself. %1").arg(errorSentence(released.error())));
        });
}

} // namespace evencart
