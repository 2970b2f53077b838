#include "transport/syncclient.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace evencart {

namespace {

constexpr int tickMilliseconds = 250;

} // namespace

SyncClient::SyncClient(Workspace &workspace, QObject *parent)
    : QObject(parent), m_workspace(workspace),
      m_engine(*this, workspace.profile().credentials(),
               "evencart/" + QCoreApplication::applicationVersion().toStdString()),
      m_backoff(workspace.random())
{
    m_retry.setSingleShot(true);
    m_tick.setInterval(tickMilliseconds);
    connect(&m_retry, &QTimer::timeout, this, &SyncClient::connectNow);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_engine.tick(m_workspace.clock().monotonicMilliseconds());
        endIfDropped();
    });
    connect(&m_link, &WebSocketLink::opened, this, &SyncClient::linkOpened);
    connect(&m_link, &WebSocketLink::received, this, &SyncClient::linkReceived);
    connect(&m_link, &WebSocketLink::closed, this, &SyncClient::linkEnded);
}

SyncClient::~SyncClient()
{
    stop();
}

void SyncClient::start()
{
    if (m_status == Status::Stopped) {
        setStatus(Status::Offline);
        m_retry.start(0);
    }
}

void SyncClient::stop()
{
    m_retry.stop();
    m_tick.stop();
    m_link.close();
    m_engine.disconnected();
    m_wasWelcome = false;
    setStatus(Status::Stopped);
}

void SyncClient::retryNow()
{
    if (m_status == Status::Offline)
        m_retry.start(0);
}

void SyncClient::connectNow()
{
    const ProfileRecord &profile = m_workspace.profile().record();
    if (profile.serverUrl.empty()) {
        m_lastError =
            Error{ErrorCode::Unreachable, "No server is set; use \"server set URL\" or join with an invitation link."};
        setStatus(Status::Stopped);
        Q_EMIT failed(*m_lastError, true);
        return;
    }
    setStatus(Status::Connecting);
    m_link.open(QUrl(QString::fromStdString(profile.serverUrl)), profile.serverFingerprint);
}

void SyncClient::linkOpened(const Fingerprint &server)
{
    m_tick.start();
    m_engine.connected(server, m_workspace.clock().monotonicMilliseconds());
}

void SyncClient::linkReceived(const Bytes &message)
{
    m_engine.received(message);
    if (endIfDropped())
        return;
    if (m_engine.isWelcome() && !m_wasWelcome) {
        m_wasWelcome = true;
        m_backoff.reset();
        setStatus(Status::Online);
        Q_EMIT welcomed();
    }
}

// What the engine wanted dropped is dropped when it is off the stack.
bool SyncClient::endIfDropped()
{
    if (!m_dropping)
        return false;
    const auto [reason, retry] = *std::exchange(m_dropping, std::nullopt);
    m_link.close();
    linkEnded(reason);
    scheduleRetry(retry);
    return true;
}

void SyncClient::linkEnded(const Error &reason)
{
    m_tick.stop();
    m_wasWelcome = false;
    m_lastError = reason;
    m_engine.disconnected();
    if (m_status == Status::Stopped)
        return;
    setStatus(Status::Offline);
    const bool final = reason.code == ErrorCode::Untrusted || reason.code == ErrorCode::TooNew;
    scheduleRetry(final ? Retry::Never : Retry::WithBackOff);
    Q_EMIT failed(reason, final);
}

void SyncClient::scheduleRetry(Retry retry)
{
    if (m_status == Status::Stopped)
        return;
    if (retry == Retry::Never)
        m_retry.stop();
    else
        m_retry.start(retry == Retry::AtOnce ? std::chrono::milliseconds(0) : m_backoff.next());
}

void SyncClient::setStatus(Status status)
{
    if (std::exchange(m_status, status) != status)
        Q_EMIT statusChanged(status);
}

void SyncClient::edited(const CartId &cart)
{
    m_engine.cartEdited(cart);
    if (m_dropping)
        QMetaObject::invokeMethod(this, &SyncClient::endIfDropped, Qt::QueuedConnection);
}

bool SyncClient::isSettled() const
{
    if (m_status != Status::Online)
        return false;
    const auto carts = const_cast<SyncClient *>(this)->cartsToSync();
    return std::all_of(carts.begin(), carts.end(), [this](const CartId &cart) { return m_engine.isSettled(cart); });
}

bool SyncClient::isCaughtUp(const CartId &cart) const
{
    const auto replica = m_workspace.cart(cart);
    // What a later version is needed for is held back here, as long as it takes.
    return m_engine.isLive(cart) && replica &&
           ((*replica)->pendingCount() == 0 || !(*replica)->unknownFeatures().empty());
}

bool SyncClient::isCaughtUp() const
{
    if (m_status != Status::Online)
        return false;
    const auto carts = const_cast<SyncClient *>(this)->cartsToSync();
    return std::all_of(carts.begin(), carts.end(), [this](const CartId &cart) { return isCaughtUp(cart); });
}

void SyncClient::send(Bytes message)
{
    m_link.send(message);
}

void SyncClient::drop(const Error &reason, Retry retry)
{
    if (!m_dropping)
        m_dropping = {reason, retry};
}

std::vector<CartId> SyncClient::cartsToSync()
{
    std::vector<CartId> carts;
    for (const CartId &id : m_workspace.carts()) {
        const auto cart = m_workspace.cart(id);
        if (cart && !(*cart)->record().archived)
            carts.push_back(id);
    }
    return carts;
}

CartReplica *SyncClient::cart(const CartId &id)
{
    const auto cart = m_workspace.cart(id);
    if (cart)
        return *cart;
    Q_EMIT storageBroken(cart.error());
    return nullptr;
}

void SyncClient::membersChanged(const CartId &cart, const std::vector<protocol::Member> &members)
{
    if (auto saved = m_workspace.rememberMembers(members); !saved)
        Q_EMIT storageBroken(saved.error());
    Q_EMIT membersUpdated(cart, members);
}

} // namespace evencart
