#include "bench/standardinput.h"

#include <QEventLoop>

#include <cerrno>
#include <unistd.h>

namespace evencart::bench {

StandardInput::StandardInput() : m_notifier(STDIN_FILENO, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &StandardInput::readSome);
}

void StandardInput::readSome()
{
    char bytes[4096];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0) {
        m_buffer.append(bytes, static_cast<qsizetype>(count));
        return;
    }
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    m_ended = true;
    m_notifier.setEnabled(false);
}

std::optional<QByteArray> StandardInput::waitForLine()
{
    QEventLoop loop;
    while (!m_buffer.contains('\n') && !m_ended)
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    const qsizetype end = m_buffer.indexOf('\n');
    if (end < 0)
        return std::nullopt;
    const QByteArray line = m_buffer.left(end).trimmed();
    m_buffer.remove(0, end + 1);
    return line;
}

} // namespace evencart::bench
