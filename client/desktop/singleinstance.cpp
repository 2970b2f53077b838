#include "desktop/singleinstance.h"

#include "translations/errorsentences.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QPointer>
#include <QStandardPaths>
#include <QThread>

namespace evencart {

namespace {

using namespace std::chrono_literals;

constexpr int mostConnections = 8;
constexpr auto retryPause = 20ms; // while the first one is between its lock and its socket
const QByteArray done = "ok\n";

std::string programName()
{
    return QCoreApplication::applicationName().toStdString();
}

Error nobodyListens()
{
    return {ErrorCode::Unreachable,
            "Evencart is running with this profile but does not answer; close it and try again."};
}

} // namespace

QString SingleInstance::socketPath(const QString &profileDirectory)
{
    // Two ways of writing one directory have to meet, also before it exists.
    QString place = QFileInfo(profileDirectory).canonicalFilePath();
    if (place.isEmpty())
        place = QDir::cleanPath(QFileInfo(profileDirectory).absoluteFilePath());
    const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/evencart-") +
           QString::fromLatin1(hash);
}

SingleInstance::SingleInstance(const QString &profileDirectory, QObject *parent)
    : QObject(parent), m_path(socketPath(profileDirectory)),
      m_lockFile(QFile::encodeName(m_path + QStringLiteral(".lock")).toStdString())
{
}

SingleInstance::~SingleInstance() = default;

bool SingleInstance::anotherRuns()
{
    const auto taken = FileLock::take(m_lockFile, programName());
    return !taken && taken.error().code == ErrorCode::InUse;
}

Result<bool> SingleInstance::claim()
{
    auto taken = FileLock::take(m_lockFile, programName());
    if (!taken) {
        if (taken.error().code == ErrorCode::InUse)
            return false;
        return Error{ErrorCode::Io, "Cannot write in " + QFileInfo(m_path).path().toStdString() +
                                        "; further starts will not find this window."};
    }
    m_lock.emplace(*std::move(taken));
    // Ours alone now: a socket that is there was left by a program that died.
    QLocalServer::removeServer(m_path);
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(mostConnections);
    connect(m_server.get(), &QLocalServer::newConnection, this, &SingleInstance::accept);
    if (!m_server->listen(m_path))
        return Error{ErrorCode::Io,
                     "Cannot listen on " + m_path.toStdString() + ": " + m_server->errorString().toStdString() + "."};
    return true;
}

void SingleInstance::setHandler(Handler handler)
{
    m_handler = std::move(handler);
    accept();
}

void SingleInstance::accept()
{
    while (m_server && m_handler && m_server->hasPendingConnections()) {
        QLocalSocket *socket = m_server->nextPendingConnection();
        socket->setReadBufferSize(LaunchRequest::mostBytes + 1);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        read(socket);
    }
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() > LaunchRequest::mostBytes)
            socket->abort();
        return;
    }
    const auto request = decodeLaunchRequest(socket->readLine(LaunchRequest::mostBytes + 1).chopped(1));
    disconnect(socket, &QLocalSocket::readyRead, this, nullptr); // one request a connection
    const Answer answer = [to = QPointer<QLocalSocket>(socket)](const QString &problem) {
        if (!to)
            return; // did not wait
        to->write(problem.isEmpty() ? done : problem.simplified().toUtf8() + '\n');
        to->disconnectFromServer(); // after the answer has gone out
    };
    if (request)
        m_handler(*request, answer);
    else
        answer(errorSentence(request.error()));
}

Result<void> SingleInstance::handOver(const LaunchRequest &request, std::chrono::milliseconds patience) const
{
    const auto message = encode(request);
    if (!message)
        return message.error();
    const QDeadlineTimer deadline(patience);
    QLocalSocket socket;
    do {
        socket.connectToServer(m_path);
        if (socket.waitForConnected(static_cast<int>(deadline.remainingTime())))
            break;
        QThread::msleep(static_cast<unsigned long>(retryPause.count()));
    } while (!deadline.hasExpired());
    if (socket.state() != QLocalSocket::ConnectedState)
        return nobodyListens();
    socket.write(*message + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(static_cast<int>(deadline.remainingTime())))
            return nobodyListens();
    }
    const QByteArray answer = socket.readLine();
    if (answer != done)
        return Error{ErrorCode::Refused, answer.trimmed().toStdString()};
    return {};
}

} // namespace evencart
