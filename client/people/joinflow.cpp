#include "people/joinflow.h"

#include "model/wording.h"
#include "people/sharingtasks.h"
#include "translations/errorsentences.h"

#include <QClipboard>
#include <QGuiApplication>

namespace evencart {

namespace {

constexpr int shownDigits = 16;

// "ab12 cd34 ef56 7890 …": enough to compare at a glance.
QString shortened(const std::string &fingerprint)
{
    QString shown;
    for (int i = 0; i < shownDigits && i < static_cast<int>(fingerprint.size()); i += 4)
        shown += (i == 0 ? QString() : QStringLiteral(" ")) +
                 wording::text(fingerprint.substr(static_cast<std::size_t>(i), 4));
    return shown.isEmpty() ? shown : shown + QStringLiteral(" …");
}

} // namespace

void JoinFlow::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->cart()->disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(session, &AppSession::profileChanged, this, [this] {
            if (m_state == Recognised || m_state == OtherServer)
                read();
        });
        connect(session->cart(), &OpenCart::cartChanged, this, &JoinFlow::tellWhenRead);
    }
    Q_EMIT sessionChanged();
}

void JoinFlow::setText(const QString &text)
{
    if (m_text == text || m_state == Joining)
        return;
    m_text = text;
    read();
}

void JoinFlow::startOver()
{
    ++m_asked;
    m_text.clear();
    read();
}

void JoinFlow::pasteFromClipboard()
{
    const QString pasted = QGuiApplication::clipboard()->text();
    if (pasted.size() <= static_cast<int>(InviteLink::mostCharacters) && parseInviteLink(pasted.toStdString()))
        setText(pasted.trimmed());
}

void JoinFlow::read()
{
    m_link.reset();
    m_problem.clear();
    m_state = Empty;
    if (!m_text.trimmed().isEmpty()) {
        const auto link = parseInviteLink(m_text.toStdString());
        if (!link) {
            m_problem = errorSentence(link.error());
            m_state = Unreadable;
        } else {
            m_link = *link;
            const ServerOfLink ours = serverOfOurs();
            m_state = ours == ServerOfLink::Other || ours == ServerOfLink::Impostor ? OtherServer : Recognised;
        }
    }
    Q_EMIT changed();
}

ServerOfLink JoinFlow::serverOfOurs() const
{
    ProfileRecord record;
    record.serverUrl = m_session->profile().serverUrl;
    record.serverFingerprint = m_session->profile().serverFingerprint;
    return serverOfLink(*m_link, record);
}

QString JoinFlow::server() const
{
    return m_link ? QStringLiteral("%1:%2").arg(wording::text(m_link->host)).arg(m_link->port) : QString();
}

QString JoinFlow::fingerprint() const
{
    return m_link ? shortened(fingerprintOf(*m_link)) : QString();
}

QString JoinFlow::role() const
{
    if (!m_link)
        return {};
    if (m_link->isForAdministrator())
        return tr("You look after the shop of this server: its goods, its stock and everybody's orders. No cart comes "
                  "with it.");
    switch (m_link->role) {
    case protocol::Role::Viewer:
        return tr("You can see everything and change nothing.");
    case protocol::Role::Editor:
        return tr("You can add, tick and change everything.");
    case protocol::Role::Owner:
        break;
    }
    return tr("You can change everything and invite others.");
}

QString JoinFlow::serverNote() const
{
    if (!m_link || !m_session)
        return {};
    switch (serverOfOurs()) {
    case ServerOfLink::First:
        return tr("This becomes your server: your other carts are kept there, too, for you alone until you invite "
                  "somebody.");
    case ServerOfLink::Known:
    case ServerOfLink::Unpinned:
        return tr("This is the server that you use already.");
    case ServerOfLink::Impostor:
        return tr("The link names another certificate for your server than the one that you trust. Do not join; ask "
                  "whoever hosts the server.");
    case ServerOfLink::Other:
        break;
    }
    return tr("You use another server: %1. All your carts are on one server. Ask for a cart on yours, or change the "
              "server in the settings first.")
        .arg(m_session->serverUrl());
}

void JoinFlow::join()
{
    if (!m_link || !m_session || !canJoin())
        return;
    m_state = Joining;
    m_problem.clear();
    Q_EMIT changed();
    const int asked = ++m_asked;
    m_session->engine().askLater<Result<CartId>>(
        this,
        [link = *m_link](EngineRoom &room, const Engine::Reply<Result<CartId>> &reply) { joinCart(room, link, reply); },
        [this, asked](const Result<CartId> &cart) {
            if (asked == m_asked)
                finish(cart);
        });
}

void JoinFlow::finish(const Result<CartId> &cart)
{
    if (!cart) {
        m_problem = errorSentence(cart.error());
        m_state = Failed;
        Q_EMIT changed();
        return;
    }
    m_state = Joined;
    Q_EMIT changed();
    if (cart->isNull()) {
        Q_EMIT becameAdministrator();
        return;
    }
    const QString id = wording::text(cart->toString());
    m_session->openCart(id);
    m_reading = id;
    tellWhenRead();
}

// Once it is read, so that whoever is told can name it.
void JoinFlow::tellWhenRead()
{
    const OpenCart &cart = *m_session->cart();
    if (m_reading.isEmpty() || cart.isLoading())
        return;
    const QString joinedCart = std::exchange(m_reading, {});
    if (cart.cartId() == joinedCart)
        Q_EMIT joined(joinedCart);
}

} // namespace evencart
