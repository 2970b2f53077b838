#pragma once

#include "cli/command.h"
#include "transport/syncclient.h"

#include <QEventLoop>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace evencart::cli {

// A stay with the profile's server for the length of one command: runs the event loop until what the command waits for
// is there, the time is up, or there is no sense in waiting. One use, on the main thread; needs a QCoreApplication.
class Connection : public QObject
{
    Q_OBJECT

public:
    // Whether the first attempt that does not reach the server is the last, or the time may be used up.
    enum class Patience
    {
        OneAttempt,
        UntilTimeout
    };

    Connection(Workspace &workspace, std::chrono::milliseconds timeout, Patience patience);
    // As --timeout says; without it thirty seconds, and one attempt.
    static Result<std::unique_ptr<Connection>> open(Invocation &run);

    SyncClient &client() { return m_client; }

    // Until `done` holds. Unreachable and Untrusted, or what the server or the disk said.
    Result<void> waitFor(const std::function<bool()> &done);
    Result<void> waitUntilWelcome();
    // The time is up, or there is no sense in trying again.
    bool isOver() const { return m_failure || m_timedOut; }
    // Until the server and this machine have the same of it; Refused where the server does not let us.
    Result<void> waitUntilSettled(const CartId &cart);
    // The same for every cart; those that are refused are in refusedCarts().
    Result<void> waitUntilAllSettled();

    // Puts a question to the server and waits for the answer.
    template <typename T>
    Result<T> ask(const std::function<void(ClientEngine::Answer<T>)> &question);

    const std::map<CartId, Error> &refusedCarts() const { return m_refused; }
    // What the server said of that cart before is not so any more: it lets us in now.
    void forgetRefusal(const CartId &cart) { m_refused.erase(cart); }
    // The server is there and knows who we are.
    bool isOnline() const { return m_client.status() == SyncClient::Status::Online; }
    // What failed was this machine's: its exit code is that of the local database from here on.
    Error brokenHere(Error error)
    {
        m_storageBroken = true;
        return error;
    }
    // Of an error from here: what the local disk said is told as such.
    ExitCode exitCodeFor(const Error &error) const
    {
        return m_storageBroken ? exitCodeOf(error) : exitCodeOfConnection(error);
    }
    // Own edits that the server refused during this stay.
    const std::map<CartId, std::vector<std::uint64_t>> &rejectedEdits() const { return m_rejected; }

private:
    void check();
    void failed(const Error &reason, bool final);
    Result<void> lookThroughDatabase(); // its damage, if there is any
    Error timeoutError() const;

    Workspace &m_workspace;
    std::chrono::milliseconds m_timeout;
    Patience m_patience;
    QEventLoop m_loop;
    QTimer m_deadline;
    std::function<bool()> m_done;
    std::optional<Error> m_failure;
    bool m_timedOut = false;
    bool m_storageBroken = false;
    bool m_wasWelcome = false;
    std::map<CartId, Error> m_refused;
    std::map<CartId, std::vector<std::uint64_t>> m_rejected;
    SyncClient m_client; // last: it goes first, and tells the others what it gave up
};

template <typename T>
Result<T> Connection::ask(const std::function<void(ClientEngine::Answer<T>)> &question)
{
    if (auto welcome = waitUntilWelcome(); !welcome)
        return welcome.error();
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    question([this, answer](Result<T> result) {
        *answer = std::move(result);
        check();
    });
    // What the server said counts also where something else broke when it came.
    const auto waited = waitFor([answer] { return answer->has_value(); });
    if (!waited && !(answer->has_value() && (*answer)->ok()))
        return waited.error();
    return **answer;
}

// The option that every command with a connection takes.
const Option &timeoutOption();

} // namespace evencart::cli
