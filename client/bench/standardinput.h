#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

#include <optional>

namespace evencart::bench {

// Lines of standard input, read without blocking the event loop.
class StandardInput : public QObject
{
    Q_OBJECT

public:
    StandardInput();

    // Runs the event loop until a line is there; nullopt at the end of the input.
    std::optional<QByteArray> waitForLine();

private:
    void readSome();

    QSocketNotifier m_notifier;
    QByteArray m_buffer;
    bool m_ended = false;
};

} // namespace evencart::bench
