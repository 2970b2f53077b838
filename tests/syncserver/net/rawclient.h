#pragma once

#include "support/patience.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTest>
#include <QtEndian>

namespace evencart::net {

// A client that says what no well-behaved one would. Plain TCP; frames are unmasked, which Qt's server accepts.
class RawClient
{
public:
    explicit RawClient(quint16 port) { m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port); }

    QTcpSocket &socket() { return m_socket; }
    bool isGone() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    void write(const QByteArray &bytes) { m_socket.write(bytes); }

    void upgrade(const QByteArray &extraHeaders = {})
    {
        write("GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
              extraHeaders + "\r\n");
    }
    // Upgrades and waits for it.
    [[nodiscard]] bool open()
    {
        upgrade();
        return QTest::qWaitFor([this] { return isUpgraded(); }, test::patience);
    }
    bool isUpgraded()
    {
        m_answer += m_socket.readAll();
        return m_answer.startsWith("HTTP/1.1 101") && m_answer.contains("\r\n\r\n");
    }
    QByteArray answer()
    {
        m_answer += m_socket.readAll();
        return m_answer;
    }

    // The code in the close frame that came, or 0. REQUIRES: nothing but a close frame came after the upgrade.
    int closeCode()
    {
        const QByteArray frame = answer().mid(m_answer.indexOf("\r\n\r\n") + 4);
        if (frame.size() < 4 || static_cast<unsigned char>(frame[0]) != 0x88)
            return 0;
        return qFromBigEndian<quint16>(frame.constData() + 2);
    }

    static QByteArray frame(int firstByte, const QByteArray &payload)
    {
        QByteArray out(1, static_cast<char>(firstByte));
        if (payload.size() <= 125) {
            out += static_cast<char>(payload.size());
        } else if (payload.size() <= 0xffff) {
            out += char(126);
            const auto size = qToBigEndian(static_cast<quint16>(payload.size()));
            out.append(reinterpret_cast<const char *>(&size), sizeof size);
        } else {
            out += char(127);
            const auto size = qToBigEndian(static_cast<quint64>(payload.size()));
            out.append(reinterpret_cast<const char *>(&size), sizeof size);
        }
        return out + payload;
    }

private:
    QTcpSocket m_socket;
    QByteArray m_answer;
};

} // namespace evencart::net
