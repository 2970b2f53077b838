#pragma once

#include "client/people/livepeople.h"
#include "support/desk.h"

#include <QJsonArray>

namespace evencart::test {

// A server on loopback and people beside it, each with a profile of their own, who edit with evencartctl. "ann" owns
// the cart "Shop" with milk and eggs, and bob is in it.
class Stage
{
public:
    Stage()
    {
        if (!m_server.start(path("server")))
            throw std::runtime_error("no server");
        Desk::keepTokensApart();
        for (const char *person : {"ann", "bob", "cyd"})
            run(person, {QStringLiteral("init"), QStringLiteral("--name"), QString::fromLatin1(person)});
        run("ann", {QStringLiteral("server"), QStringLiteral("set"), m_server.url, QStringLiteral("--fingerprint"),
                    m_server.fingerprint});
        run("ann", "cart create Shop");
        run("ann", "add Shop milk eggs");
        run("ann", "sync");
        join("bob", {});
        run("bob", "sync");
        run("ann", "sync");
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
    LiveServer m_server;
};

} // namespace evencart::test
