#pragma once

#include <QFile>

namespace evencart::net {

// A sanitizer keeps freed memory for a while, so only the plain build can judge by the resident size.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool canMeasureMemory = false;
#elif defined(__has_feature)
inline constexpr bool canMeasureMemory = !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer);
#else
inline constexpr bool canMeasureMemory = true;
#endif

// What this process has in memory; 0 where that tells nothing.
inline qint64 residentKibibytes()
{
    if (!canMeasureMemory)
        return 0;
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toLongLong();
    }
    return 0;
}

} // namespace evencart::net
