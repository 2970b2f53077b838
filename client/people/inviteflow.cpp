#include "people/inviteflow.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>

namespace evencart {

namespace {

constexpr std::uint64_t dayMilliseconds = 24ULL * 60 * 60 * 1000;
constexpr int mostDays = 365;
constexpr int mostUses = 100;

} // namespace

void InviteFlow::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    m_session = session;
    Q_EMIT sessionChanged();
}

void InviteFlow::setRole(Role role)
{
    if (m_role == role)
        return;
    m_role = role;
    Q_EMIT termsChanged();
    startOver();
}

void InviteFlow::setDays(int days)
{
    const int clamped = std::clamp(days, 1, mostDays);
    if (m_days == clamped)
        return;
    m_days = clamped;
    Q_EMIT termsChanged();
    startOver();
}

void InviteFlow::setUses(int uses)
{
    const int clamped = std::clamp(uses, 1, mostUses);
    if (m_uses == clamped)
        return;
    m_uses = clamped;
    Q_EMIT termsChanged();
    startOver();
}

void InviteFlow::startOver()
{
    ++m_asked;
    m_link.clear();
    m_summary.clear();
    m_problem = NoProblem;
    m_problemText.clear();
    enter(Choosing);
}

void InviteFlow::enter(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

void InviteFlow::ask()
{
    if (!m_session || !m_session->cart()->id() || m_state == Asking)
        return;
    startOver();
    enter(Asking);
    m_cartName = m_session->cart()->name();
    const CartId cart = *m_session->cart()->id();
    const InvitationTerms terms{static_cast<protocol::Role>(m_role),
                                static_cast<std::uint64_t>(m_days) * dayMilliseconds,
                                static_cast<std::uint32_t>(m_uses)};
    const int asked = m_asked;
    m_session->engine().askLater<Result<MadeInvitation>>(
        this,
        [cart, terms](EngineRoom &room, const Engine::Reply<Result<MadeInvitation>> &reply) {
            makeInvitation(room, cart, terms, reply);
        },
        [this, asked](const Result<MadeInvitation> &made) {
            if (asked != m_asked)
                return;
            if (made)
                take(*made);
            else
                fail(made.error());
        });
}

void InviteFlow::fail(const Error &reason)
{
    m_problemText = errorSentence(reason);
    switch (reason.code) {
    case ErrorCode::InvalidInput:
        m_problem = NoServer;
        m_problemText = tr("Carts are shared by way of a server, and none is set yet. Anyone can host one.");
        break;
    case ErrorCode::Unreachable:
        m_problem = Offline;
        m_problemText = tr("An invitation needs the server, and it cannot be reached now. %1").arg(m_problemText);
        break;
    case ErrorCode::Refused:
    case ErrorCode::NotFound:
        m_problem =
            m_session->cart()->isReadOnly() || reason.message.find("owner") != std::string::npos ? NotOwner : Refused;
        break;
    default:
        m_problem = Refused;
    }
    if (m_problem == NotOwner)
        m_problemText = tr("Only an owner of this cart can invite others. Ask one of them.");
    enter(Failed);
}

void InviteFlow::take(const MadeInvitation &made)
{
    m_link = wording::text(made.link);
    const QDateTime until = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(made.expiresAt));
    const QString date = QLocale().toString(until, QLocale::ShortFormat);
    m_summary = tr("Good for %n person(s), until %1.", nullptr, static_cast<int>(made.terms.uses)).arg(date);
    enter(Ready);
}

QString InviteFlow::message() const
{
    if (m_link.isEmpty())
        return {};
    return tr("Shop with me: join my cart \"%1\" with Evencart. Paste this link under Join.").arg(m_cartName) +
           QLatin1Char('\n') + m_link;
}

void InviteFlow::copyLink() const
{
    QGuiApplication::clipboard()->setText(m_link);
}

void InviteFlow::copyMessage() const
{
    QGuiApplication::clipboard()->setText(message());
}

} // namespace evencart
