#include "ops/signalwatcher.h"

#include <array>
#include <atomic>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace evencart::ops {

namespace {

constexpr std::array watchedSignals{SIGTERM, SIGINT, SIGHUP};

std::atomic<int> writeEnd{-1};
static_assert(std::atomic<int>::is_always_lock_free, "used in a signal handler");

extern "C" void forwardSignal(int number)
{
    const int reason = errno;
    const char byte = static_cast<char>(number);
    // A full pipe already holds what matters.
    [[maybe_unused]] const ssize_t ignored = ::write(writeEnd, &byte, 1);
    errno = reason;
}

void setAction(void (*action)(int))
{
    struct sigaction request
    {
    };
    request.sa_handler = action;
    request.sa_flags = SA_RESTART;
    sigemptyset(&request.sa_mask);
    for (const int number : watchedSignals)
        ::sigaction(number, &request, nullptr);
}

} // namespace

SignalWatcher::SignalWatcher(QObject *parent) : QObject(parent)
{
    assert(writeEnd < 0);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        qFatal("No file descriptors left to watch signals with.");
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = new QSocketNotifier(m_readEnd, QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &SignalWatcher::readPipe);
    setAction(&forwardSignal);
}

SignalWatcher::~SignalWatcher()
{
    setAction(SIG_DFL);
    m_notifier->setEnabled(false);
    ::close(writeEnd.exchange(-1));
    ::close(m_readEnd);
}

void SignalWatcher::readPipe()
{
    char number = 0;
    while (::read(m_readEnd, &number, 1) == 1) {
        if (number == SIGHUP)
            Q_EMIT reloadRequested();
        else
            Q_EMIT terminationRequested();
    }
}

} // namespace evencart::ops
