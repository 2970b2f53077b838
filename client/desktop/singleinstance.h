#pragma once

#include "desktop/launchrequest.h"
#include "incarnation/filelock.h"

#include <QLocalServer>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace evencart {

// One running window per profile and user. The first program holds a lock and listens on a local socket, both in the
// user's runtime directory under a name made from the profile's directory; a later one hands over what it was started
// for and ends. Only the same user can connect; a message is one line of at most LaunchRequest::mostBytes, then comes
// one line of answer. What a program that died left behind is taken over.
//
// Not the profile's own lock, which keeps every other program out of the database. Interface thread.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    // Called once: with a sentence where it could not be done, else with nothing.
    using Answer = std::function<void(const QString &problem)>;
    // Takes a request of another start, which waits for the answer.
    using Handler = std::function<void(const LaunchRequest &, Answer)>;

    explicit SingleInstance(const QString &profileDirectory, QObject *parent = nullptr);
    ~SingleInstance() override;

    // Whether another program holds this profile's place now. Needs no event loop; claim() has the last word.
    bool anotherRuns();
    // True: this is the first one, and listens. False: another one runs. Io where there is no place for a socket: then
    // the program runs without hand-over.
    Result<bool> claim();
    // What arrives before there is a handler waits for it.
    void setHandler(Handler handler);

    // For a later start: gives `request` to the first one and waits for the answer. Refused with the first one's
    // sentence; Unreachable where nobody listens.
    Result<void> handOver(const LaunchRequest &request, std::chrono::milliseconds patience) const;

    // Where programs of this user meet over this profile.
    static QString socketPath(const QString &profileDirectory);

private:
    void accept();
    void read(QLocalSocket *socket);

    QString m_path;
    std::string m_lockFile;
    std::optional<FileLock> m_lock; // mine
    std::unique_ptr<QLocalServer> m_server;
    Handler m_handler;
};

} // namespace evencart
