#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <stdexcept>

namespace evencart::test {

// evencartd on a free port of loopback, over a data directory of its own. Define EVENCARTD as its path.
class ServerProcess
{
public:
    ServerProcess()
    {
        m_process.start(QStringLiteral(EVENCARTD),
                        {QStringLiteral("--data"), m_directory.filePath(QStringLiteral("server")),
                         QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--admin"),
                         QStringLiteral("127.0.0.1:0")});
        if (!m_process.waitForReadyRead(30'000))
            throw std::runtime_error("evencartd does not start");
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        url = ready[QLatin1String("url")].toString().toStdString();
        fingerprint = ready[QLatin1String("fingerprint")].toString().toStdString();
    }
    ~ServerProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    std::string url;
    std::string fingerprint;

private:
    QTemporaryDir m_directory;
    QProcess m_process;
};

} // namespace evencart::test
