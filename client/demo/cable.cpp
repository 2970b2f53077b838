#include "demo/cable.h"

#include <QTcpSocket>

namespace evencart {

Cable::Cable()
{
    connect(&m_entrance, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *near = m_entrance.nextPendingConnection())
            carry(near);
    });
}

bool Cable::plug()
{
    if (isPlugged() || !m_entrance.listen(QHostAddress::LocalHost, m_port))
        return isPlugged();
    m_port = m_entrance.serverPort();
    return true;
}

void Cable::pull()
{
    m_entrance.close();
    for (QTcpSocket *socket : findChildren<QTcpSocket *>()) {
        socket->disconnect(); // from the other end: nothing comes out of it any more
        socket->abort();
        socket->deleteLater();
    }
}

void Cable::carry(QTcpSocket *near)
{
    auto *far = new QTcpSocket(this);
    near->setParent(this);
    const auto lead = [](QTcpSocket *from, QTcpSocket *to) {
        connect(from, &QTcpSocket::readyRead, to, [from, to] {
            if (to->state() == QAbstractSocket::ConnectedState)
                to->write(from->readAll());
        });
        connect(from, &QTcpSocket::disconnected, to, [from, to] {
            // SUBTLE: a socket that was aborted is closed when it says so, and one that is still looking for the
            // server is not open yet.
            if (from->isOpen() && to->isOpen())
                to->write(from->readAll());
            if (to->state() != QAbstractSocket::UnconnectedState)
                to->disconnectFromHost();
            from->deleteLater();
        });
    };
    lead(near, far);
    lead(far, near);
    connect(far, &QTcpSocket::connected, near, [near, far] {
        if (near->isOpen())
            far->write(near->readAll());
    });
    connect(far, &QTcpSocket::errorOccurred, near, [near, far] {
        if (far->state() != QAbstractSocket::ConnectedState) {
            near->abort();
            far->deleteLater();
        }
    });
    far->connectToHost(QHostAddress::LocalHost, m_serverPort);
}

} // namespace evencart
