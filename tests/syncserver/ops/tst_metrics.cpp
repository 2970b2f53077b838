#include "ops/metrics.h"

#include "ops/netmetrics.h"

#include <QTest>

#include <thread>

using namespace evencart::ops;

class TestMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesThePrometheusTextFormat()
    {
        Metrics metrics;
        metrics.counter("evencart_ended_total", "Ended.", {"cause", "too_slow"}).add(2);
        metrics.counter("evencart_ended_total", "Ended.", {"cause", "a\"b\\c\nd"}).add();
        metrics.gauge("evencart_connections", "Now.").set(-3);
        metrics.readGauge("evencart_ratio", "Read.", {}, [] { return 0.25; });
        QCOMPARE(metrics.text(), std::string("# HELP evencart_connections Now.\n"
                                             "# TYPE evencart_connections gauge\n"
                                             "evencart_connections -3\n"
                                             "# HELP evencart_ended_total Ended.\n"
                                             "# TYPE evencart_ended_total counter\n"
                                             "evencart_ended_total{cause=\"too_slow\"} 2\n"
                                             "evencart_ended_total{cause=\"a\\\"b\\\\c\\nd\"} 1\n"
                                             "# HELP evencart_ratio Read.\n"
                                             "# TYPE evencart_ratio gauge\n"
                                             "evencart_ratio 0.25\n"));
    }

    void theSameNameIsTheSameNumber()
    {
        Metrics metrics;
        Counter &one = metrics.counter("evencart_x_total", "X.");
        QCOMPARE(&metrics.counter("evencart_x_total", "X."), &one);
        QVERIFY(&metrics.counter("evencart_x_total", "X.", {"kind", "y"}) != &one);
    }

    void histogramBucketsAddUp()
    {
        Metrics metrics;
        Histogram &commit = metrics.histogram("evencart_commit_seconds", "Commits.");
        commit.observe(0.0001);
        commit.observe(0.002);
        commit.observe(100);
        const std::string text = metrics.text();
        QVERIFY(text.find("evencart_commit_seconds_bucket{le=\"0.0001\"} 1\n") != std::string::npos);
        QVERIFY(text.find("evencart_commit_seconds_bucket{le=\"0.003\"} 2\n") != std::string::npos);
        QVERIFY(text.find("evencart_commit_seconds_bucket{le=\"10\"} 2\n") != std::string::npos);
        QVERIFY(text.find("evencart_commit_seconds_bucket{le=\"+Inf\"} 3\n") != std::string::npos);
        QVERIFY(text.find("evencart_commit_seconds_sum 100.0021\n") != std::string::npos);
        QVERIFY(text.find("evencart_commit_seconds_count 3\n") != std::string::npos);
    }

    void exportsTheNetworksCountersAsTheyAre()
    {
        evencart::net::NetStatistics statistics;
        Metrics metrics;
        exportNetStatistics(metrics, statistics);
        statistics.connections = 7;
        statistics.ended[static_cast<std::size_t>(evencart::net::EndCause::TooSlow)] = 2;
        const std::string text = metrics.text();
        QVERIFY(text.find("\nevencart_connections 7\n") != std::string::npos);
        QVERIFY(text.find("{cause=\"too_slow\"} 2\n") != std::string::npos);
        QVERIFY(text.find("{cause=\"dead\"} 0\n") != std::string::npos);
    }

    void countsFromManyThreads()
    {
        Metrics metrics;
        std::vector<std::thread> threads;
        for (int t = 0; t < 4; ++t) {
            threads.emplace_back([&metrics] {
                for (int i = 0; i < 10000; ++i)
                    metrics.counter("evencart_x_total", "X.").add();
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(metrics.counter("evencart_x_total", "X.").value(), std::uint64_t(40000));
    }
};

QTEST_GUILESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
