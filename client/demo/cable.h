#pragma once

#include <QTcpServer>

#include <cstdint>
#include <memory>

class QTcpSocket;

namespace evencart {

// One person's cable to the server: a port of loopback of its own, whose bytes go to the server's and back as they are.
// Pulled, nobody is reached and what was connected is cut off. Needs an event loop that runs.
class Cable : public QObject
{
    Q_OBJECT

public:
    Cable();

    // False where this machine gives no port.
    bool plug();
    void pull();
    bool isPlugged() const { return m_entrance.isListening(); }
    std::uint16_t port() const { return m_port; }
    void leadTo(std::uint16_t serverPort) { m_serverPort = serverPort; }

private:
    void carry(QTcpSocket *near);

    QTcpServer m_entrance;
    std::uint16_t m_port = 0; // the same one after each plugging in
    std::uint16_t m_serverPort = 0;
};

} // namespace evencart
