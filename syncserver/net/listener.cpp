#include "net/listener.h"

#include "net/socketoptions.h"
#include "net/workerpool.h"

#include <QHostAddress>
#include <QTimer>

#include <cerrno>
#include <sys/socket.h>
#include <unistd.h>

namespace evencart::net {

namespace {

// SQLite, logs and the admin port need descriptors too, and accept() fails in a busy loop when there are none.
constexpr double descriptorShare = 0.8;
constexpr int acceptBacklog = 4096;
constexpr int acceptsPerPass = 64; // the admin page and the signals want their turn
constexpr std::chrono::milliseconds retryDelay{200};

QHostAddress withoutMapping(const QHostAddress &address)
{
    bool isMapped = false;
    const quint32 ipv4 = address.toIPv4Address(&isMapped);
    return isMapped ? QHostAddress(ipv4) : address;
}

PeerInfo peerInfo(qintptr descriptor, bool isEncrypted)
{
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    PeerInfo info;
    info.isEncrypted = isEncrypted;
    if (::getpeername(static_cast<int>(descriptor), reinterpret_cast<sockaddr *>(&storage), &size) != 0)
        return info;
    QHostAddress address(reinterpret_cast<const sockaddr *>(&storage));
    address.setScopeId(QString());
    address = withoutMapping(address);
    info.address = address.toString().toStdString();
    info.isLoopback = address.isLoopback();
    return info;
}

} // namespace

std::string networkOf(const PeerInfo &info)
{
    const QHostAddress address(QString::fromStdString(info.address));
    if (address.protocol() != QHostAddress::IPv6Protocol)
        return info.address;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int i = 8; i < 16; ++i)
        bytes[i] = 0;
    return QHostAddress(bytes).toString().toStdString() + "/64";
}

Listener::Listener(WorkerPool &workers, NetStatistics &statistics, std::shared_ptr<const ConnectionPolicy> policy,
                   int mostDescriptors)
    : m_workers(workers), m_statistics(statistics), m_policy(std::move(policy)),
      m_descriptorBound(mostDescriptors > 0 ? mostDescriptors
                                            : static_cast<int>(fileDescriptorLimit() * descriptorShare))
{
    m_server.setListenBacklogSize(acceptBacklog);
}

bool Listener::listen(const QHostAddress &address, quint16 port)
{
    if (!m_server.listen(address, port))
        return false;
    m_server.pauseAccepting();
    m_notifier = std::make_unique<QSocketNotifier>(m_server.socketDescriptor(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Listener::acceptSome);
    return true;
}

void Listener::stop()
{
    m_notifier.reset();
    m_server.close();
}

void Listener::setPolicy(std::shared_ptr<const ConnectionPolicy> policy)
{
    m_policy = std::move(policy);
}

void Listener::acceptSome()
{
    for (int i = 0; i < acceptsPerPass && !isFull(); ++i) {
        const int descriptor =
            ::accept4(static_cast<int>(m_server.socketDescriptor()), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            admit(descriptor);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            break;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            acceptLater();
            break;
        }
    }
    if (isFull())
        m_notifier->setEnabled(false);
}

// Out of descriptors or memory: the socket stays readable, so asking again at once would be a busy loop.
void Listener::acceptLater()
{
    m_notifier->setEnabled(false);
    QTimer::singleShot(retryDelay, this, [this] {
        if (m_notifier && !isFull())
            m_notifier->setEnabled(true);
    });
}

void Listener::admit(qintptr descriptor)
{
    PeerInfo info = peerInfo(descriptor, m_policy->tls.has_value());
    const std::string network = networkOf(info);
    if (isRefused(info, network)) {
        ::close(static_cast<int>(descriptor));
        return;
    }
    if (!info.isLoopback)
        ++m_perAddress[network];
    ++m_connections;
    m_statistics.accepted.fetch_add(1);
    m_statistics.connections.fetch_add(1);
    m_workers.adopt({descriptor, m_workers.nextPeerId(), std::move(info), m_policy});
}

bool Listener::isRefused(const PeerInfo &info, const std::string &network)
{
    if (m_connections >= m_policy->limits.connections) {
        m_statistics.refusedTotal.fetch_add(1);
        return true;
    }
    if (info.isLoopback)
        return false;
    const auto found = m_perAddress.find(network);
    if (found == m_perAddress.end() || found->second < m_policy->limits.connectionsPerAddress)
        return false;
    m_statistics.refusedPerAddress.fetch_add(1);
    return true;
}

void Listener::released(const PeerInfo &info)
{
    --m_connections;
    if (!info.isLoopback) {
        const auto found = m_perAddress.find(networkOf(info));
        if (found != m_perAddress.end() && --found->second == 0)
            m_perAddress.erase(found);
    }
    if (m_notifier && !isFull())
        m_notifier->setEnabled(true);
}

} // namespace evencart::net
