#include "ops/metrics.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include <QByteArray>

namespace evencart::ops {

namespace {

// Locale-free and without a needless fraction.
std::string numberText(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return std::to_string(static_cast<std::int64_t>(value));
    return QByteArray::number(value, 'g', 12).toStdString();
}

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == '"')
            out += '\\';
        out += c;
    }
    return out;
}

std::string labelText(const MetricLabel &label)
{
    return label.name.empty() ? std::string() : "{" + label.name + "=\"" + escaped(label.value) + "\"}";
}

} // namespace

const std::vector<double> &Histogram::bounds()
{
    static const std::vector<double> values{0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};
    return values;
}

void Histogram::observe(double seconds)
{
    const auto place = std::lower_bound(bounds().begin(), bounds().end(), seconds) - bounds().begin();
    m_buckets[static_cast<std::size_t>(place)].fetch_add(1, std::memory_order_relaxed);
    m_microseconds.fetch_add(static_cast<std::uint64_t>(std::max(0.0, seconds) * 1e6), std::memory_order_relaxed);
}

Metrics::Series &Metrics::series(Kind kind, const std::string &name, const std::string &help, const MetricLabel &label)
{
    Family &family = m_families.try_emplace(name, Family{kind, help, {}}).first->second;
    assert(family.kind == kind);
    const std::string text = labelText(label);
    for (Series &one : family.series) {
        if (one.label == text)
            return one;
    }
    Series &made = family.series.emplace_back();
    made.label = text;
    return made;
}

Counter &Metrics::counter(const std::string &name, const std::string &help, const MetricLabel &label)
{
    const std::lock_guard lock(m_mutex);
    auto &counter = series(Kind::Counter, name, help, label).counter;
    if (!counter)
        counter = std::make_unique<Counter>();
    return *counter;
}

Gauge &Metrics::gauge(const std::string &name, const std::string &help, const MetricLabel &label)
{
    const std::lock_guard lock(m_mutex);
    auto &gauge = series(Kind::Gauge, name, help, label).gauge;
    if (!gauge)
        gauge = std::make_unique<Gauge>();
    return *gauge;
}

Histogram &Metrics::histogram(const std::string &name, const std::string &help)
{
    const std::lock_guard lock(m_mutex);
    auto &histogram = series(Kind::Histogram, name, help, {}).histogram;
    if (!histogram)
        histogram = std::make_unique<Histogram>();
    return *histogram;
}

void Metrics::readCounter(const std::string &name, const std::string &help, const MetricLabel &label,
                          std::function<double()> read)
{
    const std::lock_guard lock(m_mutex);
    series(Kind::Counter, name, help, label).read = std::move(read);
}

void Metrics::readGauge(const std::string &name, const std::string &help, const MetricLabel &label,
                        std::function<double()> read)
{
    const std::lock_guard lock(m_mutex);
    series(Kind::Gauge, name, help, label).read = std::move(read);
}

void Metrics::writeHistogram(std::string &out, const std::string &name, const Histogram &histogram)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < histogram.m_buckets.size(); ++i) {
        sum += histogram.m_buckets[i].load(std::memory_order_relaxed);
        const std::string bound = i < Histogram::bounds().size() ? numberText(Histogram::bounds()[i]) : "+Inf";
        out += name + "_bucket{le=\"" + bound + "\"} " + std::to_string(sum) + "\n";
    }
    const double seconds = static_cast<double>(histogram.m_microseconds.load(std::memory_order_relaxed)) / 1e6;
    out += name + "_sum " + numberText(seconds) + "\n" + name + "_count " + std::to_string(sum) + "\n";
}

void Metrics::writeSeries(std::string &out, const std::string &name, const Series &series)
{
    if (series.histogram) {
        writeHistogram(out, name, *series.histogram);
        return;
    }
    std::string value;
    if (series.read)
        value = numberText(series.read());
    else if (series.counter)
        value = std::to_string(series.counter->value());
    else
        value = std::to_string(series.gauge->value());
    out += name + series.label + " " + value + "\n";
}

std::string Metrics::text() const
{
    const std::lock_guard lock(m_mutex);
    std::string out;
    for (const auto &[name, family] : m_families) {
        const char *kind = family.kind == Kind::Counter ? "counter"
                           : family.kind == Kind::Gauge ? "gauge"
                                                        : "histogram";
        out += "# HELP " + name + " " + escaped(family.help) + "\n# TYPE " + name + " " + kind + "\n";
        for (const Series &one : family.series)
            writeSeries(out, name, one);
    }
    return out;
}

} // namespace evencart::ops
