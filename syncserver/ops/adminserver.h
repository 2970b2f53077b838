#pragma once

#include "base/result.h"
#include "ops/metrics.h"
#include "ops/statussnapshot.h"

#include <QHostAddress>
#include <QTcpServer>

#include <chrono>

namespace evencart::ops {

struct AdminLimits
{
    int connections = 32;
    qint64 requestBytes = 8 * 1024;
    std::chrono::milliseconds deadline{5000}; // from accept to the last byte of the answer
};

// Health, metrics and a status page over HTTP/1.1, for machines and people who run the server. Read only: GET and HEAD
// of
//   /healthz   200 "ok" or 503 and why        (is the process worth keeping?)
//   /readyz    200 "ready" or 503 and why     (should clients be sent here?)
//   /metrics   Prometheus text format
//   /          a page for people
// One request per connection. Not for the internet: it has no login and no TLS, so it belongs on loopback or behind a
// proxy. On loopback it answers only to a loopback Host, so that no web page can read it by a name that resolves to
// 127.0.0.1.
//
// Lives in the main thread.
class AdminServer final : public QTcpServer
{
public:
    AdminServer(StatusProvider &provider, const Metrics &metrics, AdminLimits limits = {}, QObject *parent = nullptr);

    Result<void> start(const QHostAddress &address, quint16 port); // port 0: a free one, see serverPort()

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Request
    {
        QByteArray method;
        QByteArray path;
        QByteArray host;
        bool isValid = false;
    };
    struct Answer
    {
        int status = 200;
        QByteArray type = "text/plain; charset=utf-8";
        QByteArray body;
    };

    void readRequest(QTcpSocket *socket);
    static Request parse(const QByteArray &head);
    Answer answerTo(const Request &request);
    bool isAllowedHost(const QByteArray &host) const;
    static void send(QTcpSocket *socket, const Answer &answer, bool withBody);

    StatusProvider &m_provider;
    const Metrics &m_metrics;
    const AdminLimits m_limits;
    int m_connections = 0;
};

} // namespace evencart::ops
