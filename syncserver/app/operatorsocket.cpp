#include "app/operatorsocket.h"

#include "shop/catalogfile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QPointer>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

namespace evencart::app {

namespace {

constexpr int mostBytes = static_cast<int>(2 * shop::catalogBytes); // the file's text travels as base64
constexpr int connectMilliseconds = 5000;
constexpr int answerMilliseconds = 120'000;

const QString socketName = QStringLiteral("admin.sock");

QByteArray lineOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QJsonObject toJson(const shop::OperatorCommand &command)
{
    QJsonArray words;
    for (const std::string &word : command.words)
        words.append(QString::fromStdString(word));
    const QByteArray text = QByteArray::fromStdString(command.text).toBase64();
    return {{QStringLiteral("words"), words}, {QStringLiteral("text"), QString::fromLatin1(text)}};
}

shop::OperatorCommand commandFrom(const QJsonObject &object)
{
    shop::OperatorCommand command;
    const QJsonArray words = object[QLatin1String("words")].toArray();
    for (const QJsonValue &word : words)
        command.words.push_back(word.toString().toStdString());
    command.text = QByteArray::fromBase64(object[QLatin1String("text")].toString().toLatin1()).toStdString();
    return command;
}

QJsonObject toJson(const Result<std::string> &answer)
{
    if (answer)
        return {{QStringLiteral("said"), QString::fromStdString(*answer)}};
    return {{QStringLiteral("code"), static_cast<int>(answer.error().code)},
            {QStringLiteral("message"), QString::fromStdString(answer.error().message)}};
}

Result<std::string> answerFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    if (object.contains(QLatin1String("said")))
        return object[QLatin1String("said")].toString().toStdString();
    if (object.contains(QLatin1String("message")))
        return Error{static_cast<ErrorCode>(object[QLatin1String("code")].toInt()),
                     object[QLatin1String("message")].toString().toStdString()};
    return Error{ErrorCode::Unreachable,
                 "The server ended before it answered: look with \"catalog list\" whether it was done."};
}

} // namespace

Result<OpenFolder> OpenFolder::open(const std::string &path)
{
    const int descriptor = ::open(path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return Error{ErrorCode::Io, "The folder " + path + " cannot be opened (" + std::strerror(errno) + ")."};
    return OpenFolder(descriptor);
}

OpenFolder::~OpenFolder()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

QString OpenFolder::shortNameOf(const QString &file) const
{
    return QStringLiteral("/proc/self/fd/%1/%2").arg(m_descriptor).arg(file);
}

OperatorSocket::OperatorSocket(Run run, QObject *parent) : QObject(parent), m_run(std::move(run))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &OperatorSocket::accept);
}

Result<void> OperatorSocket::listen(const std::string &folder)
{
    auto opened = OpenFolder::open(folder);
    if (!opened)
        return opened.error();
    m_folder = *std::move(opened);
    const QString name = m_folder->shortNameOf(socketName);
    QLocalServer::removeServer(name); // of a server that was killed; the store's lock says that it is gone
    if (m_server.listen(name))
        return {};
    return Error{ErrorCode::Io,
                 "No socket for \"evencartd admin\" in " + folder + ": " + m_server.errorString().toStdString() + "."};
}

void OperatorSocket::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        read(socket);
    }
}

void OperatorSocket::read(QLocalSocket *socket)
{
    if (socket->bytesAvailable() > mostBytes)
        return socket->abort();
    if (!socket->canReadLine())
        return;
    const shop::OperatorCommand command = commandFrom(QJsonDocument::fromJson(socket->readLine()).object());
    socket->disconnect(this);
    const auto answer = [this, to = QPointer<QLocalSocket>(socket)](const Result<std::string> &said) {
        QMetaObject::invokeMethod(this, [to, line = lineOf(toJson(said))] {
            if (!to)
                return;
            to->write(line);
            to->disconnectFromServer(); // when it is written
        });
    };
    m_run(command, answer);
}

Result<std::string> askServer(const std::string &folder, const shop::OperatorCommand &command)
{
    const auto opened = OpenFolder::open(folder);
    if (!opened)
        return opened.error();
    QLocalSocket socket;
    socket.connectToServer(opened->shortNameOf(socketName));
    if (!socket.waitForConnected(connectMilliseconds))
        return Error{ErrorCode::InUse,
                     "Another program holds " + folder + " and does not take commands: end it first."};
    socket.write(lineOf(toJson(command)));
    while (socket.bytesToWrite() > 0 && socket.waitForBytesWritten(answerMilliseconds)) {
    }
    while (!socket.canReadLine() && socket.waitForReadyRead(answerMilliseconds)) {
    }
    return answerFrom(socket.readLine());
}

} // namespace evencart::app
