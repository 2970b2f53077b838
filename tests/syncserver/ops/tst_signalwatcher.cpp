#include "ops/signalwatcher.h"

#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace evencart::ops;

class TestSignalWatcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signalsBecomeQtSignals()
    {
        SignalWatcher watcher;
        QSignalSpy ends(&watcher, &SignalWatcher::terminationRequested);
        QSignalSpy reloads(&watcher, &SignalWatcher::reloadRequested);
        std::raise(SIGHUP);
        QTRY_COMPARE(reloads.count(), 1);
        QCOMPARE(ends.count(), 0);
        std::raise(SIGTERM);
        std::raise(SIGINT);
        QTRY_COMPARE(ends.count(), 2);
    }

    void aSecondWatcherMayFollowTheFirst()
    {
        {
            SignalWatcher first;
        }
        SignalWatcher second;
        QSignalSpy reloads(&second, &SignalWatcher::reloadRequested);
        std::raise(SIGHUP);
        QTRY_COMPARE(reloads.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSignalWatcher)
#include "tst_signalwatcher.moc"
