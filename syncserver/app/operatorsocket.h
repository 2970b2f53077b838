#pragma once

#include "base/result.h"
#include "shop/operatorcommand.h"

#include <QLocalServer>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

class QLocalSocket;

namespace evencart::app {

// A directory that stays open, so that a socket in it has a short name (/proc/self/fd/...): an address has room for
// about a hundred bytes, and a path may be longer, or relative.
class OpenFolder
{
public:
    static Result<OpenFolder> open(const std::string &path);
    OpenFolder(OpenFolder &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    OpenFolder &operator=(OpenFolder &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~OpenFolder();

    // Good as long as this lives, in this process.
    QString shortNameOf(const QString &file) const;

private:
    explicit OpenFolder(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

// How `evencartd admin` reaches the server that holds a data directory: a socket in it, open to the directory's owner
// alone. Two writers of one database are one too many (sqlite/database.h), so what the operator changes while the
// server runs is changed by the server.
//
// One connection is one command: a line of JSON there, a line of JSON back. Belongs to the thread that made it, which
// runs an event loop.
class OperatorSocket : public QObject
{
    Q_OBJECT

public:
    // `run` is called on this thread, with whatever was typed; its answer may come on any, once, while this object
    // lives.
    using Answer = std::function<void(Result<std::string>)>;
    using Run = std::function<void(shop::OperatorCommand, Answer)>;
    explicit OperatorSocket(Run run, QObject *parent = nullptr);

    // `folder` may be relative, and as long as the system takes. Io where there can be no socket in it.
    Result<void> listen(const std::string &folder);

private:
    void accept();
    void read(QLocalSocket *socket);

    Run m_run;
    std::optional<OpenFolder> m_folder; // outlives the socket in it
    QLocalServer m_server;
};

// The same from the other side; waits for the answer. InUse where the server does not listen.
Result<std::string> askServer(const std::string &folder, const shop::OperatorCommand &command);

} // namespace evencart::app
