#include "bench/figures.h"

#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace evencart::bench {

namespace {

std::int64_t monotonicNanoseconds()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

qint64 statusField(const QByteArray &status, const QByteArray &name)
{
    const qsizetype at = status.indexOf(name + ':');
    return at < 0 ? 0 : status.mid(at + name.size() + 1, 32).trimmed().split(' ').first().toLongLong();
}

} // namespace

void print(const QJsonObject &object)
{
    const QByteArray line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
    std::fflush(stdout);
}

void printError(const Error &error)
{
    print({{QStringLiteral("error"), QString::fromStdString(error.message)}});
}

double nowMilliseconds()
{
    return static_cast<double>(monotonicNanoseconds()) / 1e6;
}

QString nowNanosecondText()
{
    return QString::number(monotonicNanoseconds());
}

void addMemory(QJsonObject &object)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray status = file.readAll();
    object[QStringLiteral("rss_kb")] = statusField(status, "VmRSS");
    object[QStringLiteral("peak_rss_kb")] = statusField(status, "VmHWM");
}

double percentile(const std::vector<double> &sorted, double p)
{
    if (sorted.empty())
        return 0;
    const auto rank = static_cast<std::size_t>(std::ceil(p / 100 * static_cast<double>(sorted.size())));
    return sorted[std::min(sorted.size() - 1, rank == 0 ? 0 : rank - 1)];
}

} // namespace evencart::bench
