#pragma once

#include "base/systemclock.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"
#include "model/appsession.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>
#include <stdexcept>

namespace evencart::test {

// A server on loopback and people beside it, each with a profile of their own, who edit with evencartctl. "ann" owns
// the cart "Shop" with milk and eggs, and bob is in it.
class Stage
{
public:
    Stage()
    {
        if (!initCrypto())
            throw std::runtime_error("no cryptography");
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_directory.filePath(QStringLiteral("state"))));
        m_server.start(QStringLiteral(EVENCARTD),
                       {QStringLiteral("--data"), path("server"), QStringLiteral("--listen"),
                        QStringLiteral("127.0.0.1:0"), QStringLiteral("--admin"), QStringLiteral("127.0.0.1:0")});
        if (!m_server.waitForReadyRead(30'000))
            throw std::runtime_error("no server");
        const QJsonObject ready = QJsonDocument::fromJson(m_server.readLine()).object();
        for (const char *person : {"ann", "bob", "cyd"})
            run(person, {QStringLiteral("init"), QStringLiteral("--name"), QString::fromLatin1(person)});
        run("ann", {QStringLiteral("server"), QStringLiteral("set"), ready[QLatin1String("url")].toString(),
                    QStringLiteral("--fingerprint"), ready[QLatin1String("fingerprint")].toString()});
        run("ann", "cart create Shop");
        run("ann", "add Shop milk eggs");
        run("ann", "sync");
        join("bob", {});
        run("bob", "sync");
        run("ann", "sync");
    }
    ~Stage()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    QString path(const char *name) const { return m_directory.filePath(QLatin1String(name)); }

    QJsonObject run(const char *person, const QStringList &words) const
    {
        QProcess process;
        process.start(QStringLiteral(EVENCARTCTL),
                      QStringList{QStringLiteral("--json"), QStringLiteral("--profile"), path(person)} + words);
        if (!process.waitForFinished(60'000) || process.exitCode() != 0)
            throw std::runtime_error(words.join(QLatin1Char(' ')).toStdString() + ": " +
                                     process.readAllStandardError().toStdString());
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }
    QJsonObject run(const char *person, const char *words) const
    {
        return run(person, QString::fromUtf8(words).split(QLatin1Char(' ')));
    }
    void join(const char *person, const QStringList &more) const
    {
        const QString link = run("ann", QStringList{QStringLiteral("invite"), QStringLiteral("Shop")} + more)
                                 .value(QLatin1String("link"))
                                 .toString();
        run(person, {QStringLiteral("join"), link});
    }

private:
    QTemporaryDir m_directory;
    QProcess m_server;
};

// A person's app, without a window.
class Desk
{
public:
    explicit Desk(const QString &directory)
        : preferences(directory + QStringLiteral("/app.ini")), engine(clock, random), session(engine, preferences)
    {
        session.open(directory, QStringLiteral("login"));
    }

    bool isOnline() const { return sync().state() == SyncStatus::Online; }
    const SyncStatus &sync() const { return *const_cast<AppSession &>(session).sync(); }
    OpenCart &cart() { return *session.cart(); }
    QString line(const char *name)
    {
        for (int row = 0; row < cart().lines()->count(); ++row) {
            if (cart().lines()->line(row).name == name)
                return QString::fromStdString(cart().lines()->line(row).id.toString());
        }
        return {};
    }

    SystemClock clock;
    SystemRandom random;
    Preferences preferences;
    Engine engine;
    AppSession session;
};

} // namespace evencart::test
