#pragma once

#include <atomic>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace evencart::ops {

// A number that only grows. Any thread.
class Counter
{
public:
    void add(std::uint64_t amount = 1) { m_value.fetch_add(amount, std::memory_order_relaxed); }
    std::uint64_t value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::uint64_t> m_value{0};
};

// A number that goes up and down. Any thread.
class Gauge
{
public:
    void set(std::int64_t value) { m_value.store(value, std::memory_order_relaxed); }
    void add(std::int64_t amount) { m_value.fetch_add(amount, std::memory_order_relaxed); }
    std::int64_t value() const { return m_value.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> m_value{0};
};

// How long things took, in seconds, counted in fixed buckets from 0.1 ms to 10 s. Any thread.
class Histogram
{
public:
    void observe(double seconds);

private:
    friend class Metrics;
    static const std::vector<double> &bounds();

    std::vector<std::atomic<std::uint64_t>> m_buckets = std::vector<std::atomic<std::uint64_t>>(bounds().size() + 1);
    std::atomic<std::uint64_t> m_microseconds{0};
};

// One name="value" of a series; an empty name: none.
struct MetricLabel
{
    std::string name{};
    std::string value{};
};

// The registry behind /metrics. Names follow Prometheus: evencart_…, counters end in _total, units are seconds and
// bytes. Labels hold no ids, names or addresses: their values come from a short fixed list.
//
// Any thread. What counter(), gauge() and histogram() return lives as long as the registry, and asking again for the
// same name and label returns the same one. REQUIRES: one name is always one kind.
class Metrics
{
public:
    Counter &counter(const std::string &name, const std::string &help, const MetricLabel &label = {});
    Gauge &gauge(const std::string &name, const std::string &help, const MetricLabel &label = {});
    Histogram &histogram(const std::string &name, const std::string &help);

    // Numbers that live elsewhere, read when somebody asks. `read` is called on the asking thread and must not block.
    void readCounter(const std::string &name, const std::string &help, const MetricLabel &label,
                     std::function<double()> read);
    void readGauge(const std::string &name, const std::string &help, const MetricLabel &label,
                   std::function<double()> read);

    // Prometheus text format 0.0.4.
    std::string text() const;

private:
    enum class Kind
    {
        Counter,
        Gauge,
        Histogram
    };
    struct Series
    {
        std::string label; // {name="value"} or empty
        std::unique_ptr<Counter> counter;
        std::unique_ptr<Gauge> gauge;
        std::unique_ptr<Histogram> histogram;
        std::function<double()> read;
    };
    struct Family
    {
        Kind kind;
        std::string help;
        std::deque<Series> series;
    };

    Series &series(Kind kind, const std::string &name, const std::string &help, const MetricLabel &label);
    static void writeSeries(std::string &out, const std::string &name, const Series &series);
    static void writeHistogram(std::string &out, const std::string &name, const Histogram &histogram);

    mutable std::mutex m_mutex; // guards the rest; the numbers themselves are atomic
    std::map<std::string, Family> m_families;
};

} // namespace evencart::ops
