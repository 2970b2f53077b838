#pragma once

#include "client/people/livepeople.h"
#include "people/sharingtasks.h"
#include "support/desk.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <memory>

namespace evencart::test {

inline constexpr const char *goodsHeader = "sku,name,unit,price,currency,stock,category\n";

// A server that sells something, as a process of its own. Its operator's commands work while it runs.
class LiveTill
{
public:
    // `goods`: rows of a catalogue, without its header.
    [[nodiscard]] bool start(const char *goods) { return import(goods) && start(); }
    [[nodiscard]] bool start() { return m_server.start(data()); }
    void stop() { m_server.stop(); } // as a crash
    // It stands still: connections stay, nothing is answered. What follows is stop().
    void freeze() { ::kill(static_cast<pid_t>(m_server.processId()), SIGSTOP); }
    LiveServer &server() { return m_server; }

    [[nodiscard]] bool import(const char *goods)
    {
        QFile file(m_directory.filePath(QStringLiteral("goods.csv")));
        return file.open(QIODevice::WriteOnly) && file.write(QByteArray(goodsHeader) + goods) > 0 &&
               (file.close(), admin({QStringLiteral("catalog"), QStringLiteral("import"), file.fileName()}));
    }
    [[nodiscard]] bool setStock(const char *sku, const char *stock)
    {
        return admin({QStringLiteral("stock"), QStringLiteral("set"), QLatin1String(sku), QLatin1String(stock)});
    }
    [[nodiscard]] QString orders()
    {
        QString said;
        return admin({QStringLiteral("orders")}, &said) ? said : QStringLiteral("?");
    }

    // From now on the profile at that desk syncs with it.
    [[nodiscard]] bool serve(Desk &desk, const QString &url = {})
    {
        const std::string address = (url.isEmpty() ? m_server.url : url).toStdString();
        const std::string fingerprint = m_server.fingerprint.toStdString();
        return desk.ask<Result<void>>([&](EngineRoom &room) { return changeServer(room, address, fingerprint); }).ok();
    }

private:
    QString data() const { return m_directory.filePath(QStringLiteral("server")); }
    bool admin(const QStringList &words, QString *said = nullptr)
    {
        QProcess process;
        process.start(QStringLiteral(EVENCARTD),
                      QStringList{QStringLiteral("admin"), QStringLiteral("--data"), data()} + words);
        const bool done = process.waitForFinished(30'000) && process.exitCode() == 0;
        if (said)
            *said = QString::fromUtf8(process.readAllStandardOutput());
        if (!done)
            qWarning("admin %s: %s", qPrintable(words.join(QLatin1Char(' '))),
                     process.readAllStandardError().constData());
        return done;
    }

    QTemporaryDir m_directory;
    LiveServer m_server;
};

// Bytes between a client and a server, as long as nobody cuts them off.
class Wire : public QTcpServer
{
public:
    // Where the client is to connect; the server is at `url`.
    QString lay(const QString &url)
    {
        m_target = QUrl(url);
        listen(QHostAddress::LocalHost);
        QUrl here = m_target;
        here.setPort(serverPort());
        return here.toString();
    }
    // What the server says from now on is lost; it hears the client still.
    void loseAnswers(bool lose) { m_losesAnswers = lose; }
    void cut()
    {
        for (QTcpSocket *socket : findChildren<QTcpSocket *>())
            socket->abort();
    }

protected:
    void incomingConnection(qintptr handle) override
    {
        auto *client = new QTcpSocket(this);
        auto *server = new QTcpSocket(this);
        client->setSocketDescriptor(handle);
        server->connectToHost(m_target.host(), static_cast<quint16>(m_target.port()));
        connect(client, &QTcpSocket::readyRead, server, [client, server] { server->write(client->readAll()); });
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const QByteArray said = server->readAll();
            if (!m_losesAnswers)
                client->write(said);
        });
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(server, &QTcpSocket::errorOccurred, client, [client] { client->abort(); });
    }

private:
    QUrl m_target;
    bool m_losesAnswers = false;
};

} // namespace evencart::test
