#pragma once

#include <QSocketNotifier>

#include <memory>

namespace evencart {

// Turns SIGINT and SIGTERM into a Qt signal, so that a program that waits can end in order. One at a time; while it
// lives the two signals do nothing else.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    SignalWatcher();
    ~SignalWatcher() override;

Q_SIGNALS:
    void asked();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace evencart
