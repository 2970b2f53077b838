#include "ops/adminserver.h"

#include "ops/statuspage.h"

#include <QTcpSocket>
#include <QTimer>

#include <unistd.h>

namespace evencart::ops {

namespace {

const QByteArray endOfHead = "\r\n\r\n";

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Service Unavailable";
    }
}

QByteArray hostWithoutPort(const QByteArray &host)
{
    if (host.startsWith('['))
        return host.left(host.indexOf(']') + 1);
    return host.split(':').first();
}

} // namespace

AdminServer::AdminServer(StatusProvider &provider, const Metrics &metrics, AdminLimits limits, QObject *parent)
    : QTcpServer(parent), m_provider(provider), m_metrics(metrics), m_limits(limits)
{
}

Result<void> AdminServer::start(const QHostAddress &address, quint16 port)
{
    if (listen(address, port))
        return {};
    return Error{ErrorCode::InUse, "cannot listen on " + address.toString().toStdString() + " port " +
                                       std::to_string(port) + " for the admin pages: " + errorString().toStdString() +
                                       "; choose another with --admin"};
}

void AdminServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (m_connections >= m_limits.connections || !socket->setSocketDescriptor(descriptor)) {
        delete socket;
        ::close(static_cast<int>(descriptor));
        return;
    }
    ++m_connections;
    socket->setReadBufferSize(m_limits.requestBytes + 1);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readRequest(socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QObject::destroyed, this, [this] { --m_connections; });
    QTimer::singleShot(m_limits.deadline, socket, [socket] {
        socket->abort();
        socket->deleteLater();
    });
}

void AdminServer::readRequest(QTcpSocket *socket)
{
    const QByteArray seen = socket->peek(m_limits.requestBytes + 1);
    const auto end = seen.indexOf(endOfHead);
    if (end < 0) {
        if (seen.size() > m_limits.requestBytes)
            send(socket, {431, "text/plain; charset=utf-8", "request too large\n"}, true);
        return;
    }
    const Request request = parse(seen.left(end));
    send(socket, answerTo(request), request.method != "HEAD");
}

AdminServer::Request AdminServer::parse(const QByteArray &head)
{
    Request request;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words.at(2).startsWith("HTTP/1."))
        return request;
    request.method = words.at(0);
    request.path = words.at(1).split('?').first();
    for (const QByteArray &line : lines) {
        if (line.toLower().startsWith("host:"))
            request.host = line.mid(5).trimmed();
    }
    request.isValid = true;
    return request;
}

bool AdminServer::isAllowedHost(const QByteArray &host) const
{
    if (!serverAddress().isLoopback())
        return true;
    const QByteArray name = hostWithoutPort(host).toLower();
    return name.isEmpty() || name == "localhost" || name == "127.0.0.1" || name == "[::1]";
}

AdminServer::Answer AdminServer::answerTo(const Request &request)
{
    Answer answer;
    if (!request.isValid)
        return {400, answer.type, "not an HTTP/1.1 request\n"};
    if (request.method != "GET" && request.method != "HEAD")
        return {405, answer.type, "read only: GET and HEAD\n"};
    if (!isAllowedHost(request.host))
        return {403, answer.type, "ask for it as localhost\n"};
    if (request.path == "/metrics") {
        answer.type = "text/plain; version=0.0.4; charset=utf-8";
        answer.body = QByteArray::fromStdString(m_metrics.text());
        return answer;
    }
    if (request.path != "/" && request.path != "/healthz" && request.path != "/readyz")
        return {404, answer.type, "there are /, /healthz, /readyz and /metrics\n"};

    const StatusSnapshot status = m_provider.status();
    if (request.path == "/")
        return {200, "text/html; charset=utf-8", QByteArray::fromStdString(statusPage(status))};
    const bool isHealthPage = request.path == "/healthz";
    const bool isFine = status.isHealthy && (isHealthPage || status.isReady);
    answer.status = isFine ? 200 : 503;
    answer.body = isFine ? (isHealthPage ? "ok\n" : "ready\n") : QByteArray::fromStdString(status.reason) + "\n";
    return answer;
}

void AdminServer::send(QTcpSocket *socket, const Answer &answer, bool withBody)
{
    disconnect(socket, &QTcpSocket::readyRead, nullptr, nullptr);
    socket->skip(socket->bytesAvailable());
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " " + reasonPhrase(answer.status) + "\r\n";
    head += "Content-Type: " + answer.type + "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    head += "Connection: close\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n";
    head += "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n";
    if (answer.status == 405)
        head += "Allow: GET, HEAD\r\n";
    socket->write(head + "\r\n" + (withBody ? answer.body : QByteArray()));
    socket->disconnectFromHost();
}

} // namespace evencart::ops
