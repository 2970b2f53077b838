#include "engine/serverwait.h"

#include <utility>

namespace evencart {

namespace {

constexpr int patienceMilliseconds = 20'000;

} // namespace

void ServerWait::untilWelcome(EngineRoom &room, Answer answer)
{
    (new ServerWait(room, Until::Welcome, {}, std::move(answer)))->begin();
}

void ServerWait::untilCaughtUp(EngineRoom &room, const CartId &cart, Answer answer)
{
    (new ServerWait(room, Until::CaughtUp, cart, std::move(answer)))->begin();
}

void ServerWait::untilSettled(EngineRoom &room, const CartId &cart, Answer answer)
{
    (new ServerWait(room, Until::Settled, cart, std::move(answer)))->begin();
}

ServerWait::ServerWait(EngineRoom &room, Until until, const CartId &cart, Answer answer)
    : QObject(&room.client()), m_room(room), m_until(until), m_cart(cart), m_answer(std::move(answer)), m_deadline(this)
{
    SyncClient *client = &room.client();
    m_wasWelcome = client->status() == SyncClient::Status::Online;
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        finish(Error{ErrorCode::Unreachable, "The server did not answer in time; try again."});
    });
    connect(client, &SyncClient::statusChanged, this, &ServerWait::check);
    connect(client, &SyncClient::cartSettled, this, &ServerWait::check);
    connect(client, &SyncClient::cartChangedRemotely, this,
            &ServerWait::check); // also where a change has arrived there
    connect(client, &SyncClient::welcomed, this, [this] {
        m_wasWelcome = true;
        check();
    });
    connect(client, &SyncClient::failed, this, [this](const Error &reason, bool final) {
        // A server that let us in may want to begin the exchange anew.
        if (final || !m_wasWelcome)
            finish(reason);
    });
    connect(client, &SyncClient::cartRefusedByServer, this, [this](const CartId &refused, const Error &reason) {
        if (m_until != Until::Welcome && m_cart == refused)
            finish(reason);
    });
}

void ServerWait::begin()
{
    if (m_room.worksOffline())
        return finish(Error{ErrorCode::Unreachable, "You chose to work offline; switch that off first."});
    m_deadline.start(patienceMilliseconds);
    m_room.syncNow();
    check();
}

bool ServerWait::isReached() const
{
    const SyncClient &client = m_room.client();
    if (client.status() != SyncClient::Status::Online)
        return false;
    return m_until == Until::Welcome ||
           (m_until == Until::CaughtUp ? client.isCaughtUp(m_cart) : client.isSettled(m_cart));
}

void ServerWait::check()
{
    if (isReached())
        finish({});
}

void ServerWait::finish(const Result<void> &result)
{
    if (!m_answer)
        return;
    disconnect(&m_room.client(), nullptr, this, nullptr);
    m_deadline.stop();
    // Off the stack of the client, whose signal this may be.
    QTimer::singleShot(0, this, [this, result, answer = std::exchange(m_answer, nullptr)] {
        answer(result);
        deleteLater();
    });
}

} // namespace evencart
