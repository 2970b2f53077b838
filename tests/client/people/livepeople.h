#pragma once

#include "base/systemclock.h"
#include "identity/systemrandom.h"
#include "model/appsession.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace evencart::test {

// evencartd as a process of its own on a free port of loopback.
class LiveServer
{
public:
    bool start(const QString &directory)
    {
        m_process.start(QStringLiteral(EVENCARTD),
                        {QStringLiteral("--data"), directory, QStringLiteral("--listen"), m_listen,
                         QStringLiteral("--admin"), QStringLiteral("127.0.0.1:0")});
        if (!m_process.waitForReadyRead(30'000))
            return false;
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        url = ready[QLatin1String("url")].toString();
        fingerprint = ready[QLatin1String("fingerprint")].toString();
        m_listen = QUrl(url).authority(); // started again, it is found where it was
        return true;
    }
    void stop()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    qint64 processId() const { return m_process.processId(); }
    ~LiveServer() { stop(); }

    QString url;
    QString fingerprint;

private:
    QProcess m_process;
    QString m_listen = QStringLiteral("127.0.0.1:0");
};

// A person at work: a profile of their own, its engine and what a window would see.
class LivePerson
{
public:
    LivePerson(const QString &directory, const QString &name, KeyVault *vault = nullptr)
        : preferences(directory + QStringLiteral(".ini")), engine(m_clock, m_random), session(engine, preferences)
    {
        engine.setKeyVault(vault);
        session.open(directory, name);
    }
    bool isReady() const { return session.phase() == AppSession::Ready && !session.cart()->cartId().isEmpty(); }

private:
    SystemClock m_clock;
    SystemRandom m_random;

public:
    Preferences preferences;
    Engine engine;
    mutable AppSession session;
};

} // namespace evencart::test
