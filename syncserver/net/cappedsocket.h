#pragma once

#include <QSslSocket>
#include <QTcpSocket>

#include <cstdint>
#include <type_traits>

namespace evencart::net {

// What a CappedSocket tells its owner. All calls come from inside Qt's reading or writing code: REQUIRES: the owner
// deletes and aborts nothing in them, but queues it.
class CappedSocketOwner
{
public:
    virtual void outputOverflowed() = 0;    // once; from now on what is written is dropped
    virtual void controlReplyWritten() = 0; // QWebSocket answered a ping
    virtual void lingerStarted() = 0;       // QWebSocket has written a close frame and wants to close

protected:
    ~CappedSocketOwner() = default;
};

// The part of CappedSocket that does not depend on the kind of socket.
class CappedOutput
{
public:
    explicit CappedOutput(CappedSocketOwner &owner, std::int64_t limit) : m_owner(owner), m_limit(limit) {}
    virtual ~CappedOutput() = default;

    // Bytes that wait for the peer, encrypted or not.
    virtual std::int64_t pendingBytes() const = 0;

    // Whether what is written now would be dropped.
    bool isShut() const { return m_isShut; }

    void setPendingLimit(std::int64_t bytes) { m_limit = bytes; }

    // The next close() keeps the connection half open and calls lingerStarted() instead: closing at once, with unread
    // input in the kernel, would send a reset that overtakes the close frame, so that the client never learns why.
    // Ended by abort().
    void lingerOnNextClose() { m_lingersOnClose = true; }

protected:
    // Whether these bytes may go to the socket; false: drop them.
    bool admits(const char *data, std::int64_t size)
    {
        if (m_isShut)
            return false;
        if (pendingBytes() + size > m_limit) {
            m_isShut = true;
            m_owner.outputOverflowed();
            return false;
        }
        // QWebSocket writes a pong's two-byte header on its own, and there is no other way to notice a ping.
        if (size == 2 && static_cast<unsigned char>(data[0]) == 0x8a)
            m_owner.controlReplyWritten();
        return !m_isShut;
    }

    bool beginsLinger()
    {
        if (!m_lingersOnClose)
            return false;
        m_lingersOnClose = false;
        m_isShut = true;
        m_owner.lingerStarted();
        return true;
    }

private:
    CappedSocketOwner &m_owner;
    std::int64_t m_limit;
    bool m_isShut = false;
    bool m_lingersOnClose = false;
};

// A QTcpSocket or QSslSocket whose output buffer cannot grow beyond a limit, whoever writes to it: messages, and the
// pongs and close frames that QWebSocket writes on its own. Without it a client that pings and never reads takes
// gigabytes, and with TLS bytesToWrite() hides what waits (it counts the unencrypted part only).
//
// Lives in its worker's thread. What is above the limit is dropped and reported as written, because QWebSocket treats a
// short write as an error of its own.
template <typename Socket>
class CappedSocket final : public Socket, public CappedOutput
{
public:
    CappedSocket(CappedSocketOwner &owner, std::int64_t limit, QObject *parent)
        : Socket(parent), CappedOutput(owner, limit)
    {
    }

    std::int64_t pendingBytes() const override
    {
        if constexpr (std::is_base_of_v<QSslSocket, Socket>)
            return Socket::bytesToWrite() + Socket::encryptedBytesToWrite();
        else
            return Socket::bytesToWrite();
    }

    void close() override
    {
        if (!beginsLinger())
            Socket::close();
    }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        return admits(data, size) ? Socket::writeData(data, size) : size;
    }
};

} // namespace evencart::net
