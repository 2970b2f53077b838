#include "cli/connection.h"

#include "cli/values.h"

namespace evencart::cli {

namespace {

constexpr std::chrono::seconds usualTimeout(30);

} // namespace

const Option &timeoutOption()
{
    static const Option option{"timeout", "S",
                               "give up after so many seconds; until then a server that is away is tried again"};
    return option;
}

Result<std::unique_ptr<Connection>> Connection::open(Invocation &run)
{
    std::chrono::milliseconds timeout = usualTimeout;
    const auto wanted = run.arguments.option("timeout");
    if (wanted) {
        const auto milliseconds = readDuration(*wanted);
        if (!milliseconds)
            return milliseconds.error();
        timeout = std::chrono::milliseconds(*milliseconds);
    }
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    return std::make_unique<Connection>(**workspace, timeout, wanted ? Patience::UntilTimeout : Patience::OneAttempt);
}

Connection::Connection(Workspace &workspace, std::chrono::milliseconds timeout, Patience patience)
    : m_workspace(workspace), m_timeout(timeout), m_patience(patience), m_client(workspace)
{
    m_deadline.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        m_timedOut = true;
        m_loop.quit();
    });
    connect(&m_client, &SyncClient::statusChanged, this, &Connection::check);
    connect(&m_client, &SyncClient::cartSettled, this, &Connection::check);
    connect(&m_client, &SyncClient::goodsUpdated, this, &Connection::check);
    connect(&m_client, &SyncClient::failed, this, &Connection::failed);
    connect(&m_client, &SyncClient::welcomed, this, [this] {
        m_wasWelcome = true;
        check();
    });
    connect(&m_client, &SyncClient::rejected, this, [this](const CartId &cart, const std::vector<std::uint64_t> &seqs) {
        auto &known = m_rejected[cart];
        known.insert(known.end(), seqs.begin(), seqs.end());
    });
    connect(&m_client, &SyncClient::cartRefusedByServer, this, [this](const CartId &cart, const Error &reason) {
        m_refused.insert_or_assign(cart, reason);
        check();
    });
    connect(&m_client, &SyncClient::storageBroken, this, [this](const Error &reason) {
        m_failure = reason;
        m_storageBroken = true;
        m_loop.quit();
    });
}

void Connection::check()
{
    if (m_done && m_done())
        m_loop.quit();
}

void Connection::failed(const Error &reason, bool final)
{
    // A server that let us in once and went away is worth another attempt; so is one that wants the exchange to begin
    // anew.
    const bool noSense = m_patience == Patience::OneAttempt && !m_wasWelcome;
    if (!final && !noSense)
        return;
    m_failure = reason;
    m_loop.quit();
}

Error Connection::timeoutError() const
{
    std::string message =
        "The server did not get everything done in " + std::to_string(m_timeout.count() / 1000) + " seconds";
    if (m_client.lastError())
        message += ": " + m_client.lastError()->message;
    else
        message += "; try again, with a longer --timeout.";
    return {ErrorCode::Unreachable, message};
}

Result<void> Connection::waitFor(const std::function<bool()> &done)
{
    if (!m_failure && m_client.status() == SyncClient::Status::Stopped)
        m_client.start();
    if (!m_deadline.isActive() && !m_timedOut)
        m_deadline.start(m_timeout);
    m_done = done;
    while (!m_failure && !m_timedOut && !done())
        m_loop.exec();
    m_done = nullptr;
    if (!m_failure && (!m_timedOut || done()))
        return {};
    // Of damage one cannot tell whose it is, and what cannot be read here never gets done.
    if (!m_failure || m_failure->code == ErrorCode::Corrupt) {
        if (auto sound = lookThroughDatabase(); !sound)
            return brokenHere(sound.error());
    }
    return m_failure ? *m_failure : timeoutError();
}

Result<void> Connection::lookThroughDatabase()
{
    if (auto sound = m_workspace.profile().database().verify(); !sound)
        return sound;
    for (const CartId &id : m_workspace.carts()) {
        const auto cart = m_workspace.cart(id);
        if (!cart)
            return cart.error();
        if (auto waiting = (*cart)->pending(); !waiting)
            return waiting.error();
    }
    return {};
}

Result<void> Connection::waitUntilWelcome()
{
    return waitFor([this] { return m_client.status() == SyncClient::Status::Online; });
}

Result<void> Connection::waitUntilSettled(const CartId &cart)
{
    // A cart that cannot be read here never settles.
    const auto hasEnded = [&] {
        return m_client.isSettled(cart) || m_refused.contains(cart) || !m_workspace.cart(cart);
    };
    if (auto waited = waitFor(hasEnded); !waited)
        return waited;
    if (const auto readable = m_workspace.cart(cart); !readable)
        return brokenHere(readable.error());
    const auto refused = m_refused.find(cart);
    return refused == m_refused.end() ? Result<void>() : refused->second;
}

Result<void> Connection::waitUntilAllSettled()
{
    return waitFor([this] {
        if (m_client.status() != SyncClient::Status::Online || !m_client.hasGoods())
            return false;
        for (const CartId &id : m_workspace.carts()) {
            const auto cart = m_workspace.cart(id);
            const bool counts = cart && !(*cart)->record().archived && !m_refused.contains(id);
            if (counts && !m_client.isSettled(id))
                return false;
        }
        return true;
    });
}

} // namespace evencart::cli
