#pragma once

#include <QObject>
#include <QSocketNotifier>

namespace evencart::ops {

// Turns SIGTERM, SIGINT and SIGHUP into Qt signals, by a pipe that the handler writes to: nothing but write(2) is safe
// there.
//
// One at a time in a process, because signal handlers are the process's. Lives in the thread with the event loop that
// is to hear of them; after its end the signals have their default action again.
class SignalWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

Q_SIGNALS:
    void terminationRequested(); // SIGTERM or SIGINT
    void reloadRequested();      // SIGHUP

private:
    void readPipe();

    int m_readEnd = -1;
    QSocketNotifier *m_notifier = nullptr;
};

} // namespace evencart::ops
