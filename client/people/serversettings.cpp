#include "people/serversettings.h"

#include "model/wording.h"
#include "sharing/serveraddress.h"
#include "translations/errorsentences.h"

namespace evencart {

void ServerSettings::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->engine().disconnect(this);
    }
    m_session = session;
    if (session) {
        connect(&session->engine(), &Engine::connectionChanged, this, &ServerSettings::takeConnection);
        connect(session, &AppSession::profileChanged, this, &ServerSettings::alarmChanged);
    }
    Q_EMIT sessionChanged();
}

void ServerSettings::enter(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void ServerSettings::look(const QString &address, const QString &fingerprint)
{
    const int looked = ++m_looked;
    m_seen.clear();
    m_typed.clear();
    const auto url = readServerUrl(address.trimmed().toStdString());
    if (!url)
        return enter(Wrong, errorSentence(url.error()));
    m_address = url->toString();
    if (!fingerprint.trimmed().isEmpty()) {
        const auto read = readFingerprint(fingerprint.trimmed().toStdString());
        if (!read)
            return enter(Wrong, errorSentence(read.error()));
        m_typed = *read;
    }
    if (url->scheme() == QStringLiteral("ws"))
        return enter(Plain, isOpenToOthers(*url) ? tr("Nothing is encrypted on this address. Whoever is on the way can "
                                                      "read the carts.")
                                                 : QString());
    enter(Looking);
    m_session->engine().askLater<Result<SeenCertificate>>(
        this,
        [url = *url](EngineRoom &room, const Engine::Reply<Result<SeenCertificate>> &reply) {
            lookAtServer(room, url, reply);
        },
        [this, looked](const Result<SeenCertificate> &seen) {
            if (looked != m_looked)
                return;
            if (!seen)
                return enter(Away, errorSentence(seen.error()));
            m_seen = seen->fingerprint;
            if (!m_typed.empty())
                enter(m_typed == m_seen ? Matches : Mismatch);
            else
                enter(seen->vouchedFor ? VouchedFor : FirstUse);
        });
}

void ServerSettings::forgetLook()
{
    ++m_looked;
    m_seen.clear();
    m_typed.clear();
    m_address.clear();
    enter(Nothing);
}

QString ServerSettings::fingerprint() const
{
    return grouped(wording::text(m_seen));
}

QString ServerSettings::grouped(const QString &fingerprint)
{
    QStringList groups;
    for (int i = 0; i < fingerprint.size(); i += 4)
        groups << fingerprint.mid(i, 4);
    return groups.join(QLatin1Char(' '));
}

bool ServerSettings::isUsable() const
{
    return m_state == FirstUse || m_state == Matches || m_state == VouchedFor || m_state == Plain;
}

void ServerSettings::use()
{
    switch (m_state) {
    case FirstUse:
    case Matches:
        return save(m_address.toStdString(), m_seen);
    case VouchedFor: // its certificate is renewed every few weeks
    case Plain:
        return save(m_address.toStdString(), {});
    default:
        return;
    }
}

void ServerSettings::remove()
{
    save({}, {});
}

void ServerSettings::save(const std::string &url, const std::string &fingerprint)
{
    m_session->engine().ask<Result<void>>(
        this, [url, fingerprint](EngineRoom &room) { return changeServer(room, url, fingerprint); },
        [this](const Result<void> &done) {
            if (!done)
                return enter(Wrong, errorSentence(done.error()));
            forgetLook();
            keepStopped();
            Q_EMIT saved();
        });
}

// ---- another certificate

void ServerSettings::takeConnection(const ConnectionState &connection)
{
    if (!connection.final || !connection.error || connection.error->code != ErrorCode::Untrusted || m_changed)
        return;
    m_changed = true;
    m_changedTo.clear();
    Q_EMIT alarmChanged();
    const QUrl url(m_session->serverUrl());
    m_session->engine().askLater<Result<SeenCertificate>>(
        this,
        [url](EngineRoom &room, const Engine::Reply<Result<SeenCertificate>> &reply) {
            lookAtServer(room, url, reply);
        },
        [this](const Result<SeenCertificate> &seen) {
            if (!m_changed || !seen)
                return;
            m_changedTo = seen->fingerprint;
            Q_EMIT alarmChanged();
        });
}

QString ServerSettings::trustedFingerprint() const
{
    return m_session ? grouped(m_session->serverFingerprint()) : QString();
}

QString ServerSettings::changedFingerprint() const
{
    return grouped(wording::text(m_changedTo));
}

void ServerSettings::trustChanged()
{
    if (m_changed && !m_changedTo.empty())
        save(m_session->serverUrl().toStdString(), m_changedTo);
}

void ServerSettings::keepStopped()
{
    if (!m_changed)
        return;
    m_changed = false;
    m_changedTo.clear();
    Q_EMIT alarmChanged();
}

} // namespace evencart
