#pragma once

#include "base/result.h"
#include "shop/operatorcommand.h"

#include <QLocalServer>
#include <QObject>

#include <functional>
#include <memory>
#include <string>

class QLocalSocket;

namespace evencart::app {

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
    // `run` is called on this thread; its answer may come on any, once, while this object lives.
    using Answer = std::function<void(Result<std::string>)>;
    using Run = std::function<void(shop::OperatorCommand, Answer)>;
    explicit OperatorSocket(Run run, QObject *parent = nullptr);

    // Io where there can be no socket, as in a directory with a very long name.
    Result<void> listen(const std::string &folder);

private:
    void accept();
    void read(QLocalSocket *socket);

    Run m_run;
    QLocalServer m_server;
};

// The same from the other side; waits for the answer. InUse where the server does not listen.
Result<std::string> askServer(const std::string &folder, const shop::OperatorCommand &command);

} // namespace evencart::app
