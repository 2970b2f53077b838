#include "net/epolldispatcher.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSignalSpy>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <array>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using evencart::net::EpollDispatcher;

// The whole test program runs on the dispatcher (see main below), Qt Test's own waiting included.
class TestEpollDispatcher : public QObject
{
    Q_OBJECT

    struct SocketPair
    {
        std::array<int, 2> ends{};
        SocketPair() { ::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()); }
        ~SocketPair()
        {
            ::close(ends[0]);
            ::close(ends[1]);
        }
    };

private Q_SLOTS:
    void runsUnderTheDispatcher() { QVERIFY(dynamic_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance())); }

    void deliversPostedEventsInOrder()
    {
        QList<int> order;
        for (int i = 0; i < 5; ++i)
            QMetaObject::invokeMethod(
                this, [&order, i] { order.append(i); }, Qt::QueuedConnection);
        QTRY_COMPARE(order, (QList<int>{0, 1, 2, 3, 4}));
    }

    void wakesForAnEventFromAnotherThread()
    {
        QEventLoop loop;
        std::thread other([&loop] { QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection); });
        loop.exec();
        other.join();
    }

    void losesNoWakeUpUnderContention()
    {
        constexpr int threads = 4;
        constexpr int eventsEach = 5000;
        int arrived = 0;
        std::vector<std::thread> posters;
        for (int t = 0; t < threads; ++t) {
            posters.emplace_back([this, &arrived] {
                for (int i = 0; i < eventsEach; ++i)
                    QMetaObject::invokeMethod(
                        this, [&arrived] { ++arrived; }, Qt::QueuedConnection);
            });
        }
        QTRY_COMPARE(arrived, threads * eventsEach);
        for (auto &poster : posters)
            poster.join();
    }

    void firesTimersInTheOrderOfTheirDeadlines()
    {
        QList<int> order;
        QTimer::singleShot(900, this, [&order] { order.append(900); });
        QTimer::singleShot(300, this, [&order] { order.append(300); });
        QTimer::singleShot(600, this, [&order] { order.append(600); });
        QTRY_COMPARE(order, (QList<int>{300, 600, 900}));
    }

    void neverFiresATimerEarly()
    {
        QElapsedTimer clock;
        clock.start();
        qint64 firedAt = 0;
        QTimer::singleShot(50, Qt::PreciseTimer, this, [&] { firedAt = clock.elapsed(); });
        QTRY_VERIFY(firedAt != 0);
        QVERIFY2(firedAt >= 50, qPrintable(QString::number(firedAt)));
    }

    void repeatsAndStopsATimer()
    {
        QTimer timer;
        QSignalSpy spy(&timer, &QTimer::timeout);
        timer.start(5);
        QTRY_VERIFY(spy.count() >= 3);
        timer.stop();
        const auto count = spy.count();
        bool isLater = false;
        QTimer::singleShot(30, this, [&isLater] { isLater = true; });
        QTRY_VERIFY(isLater);
        QCOMPARE(spy.count(), count);
    }

    void aZeroTimerDoesNotStarveOthers()
    {
        QTimer idle;
        idle.start(0);
        bool isFired = false;
        QTimer::singleShot(10, this, [&isFired] { isFired = true; });
        QTRY_VERIFY(isFired);
    }

    void aTimerMayDeleteItselfAndOthers()
    {
        auto *first = new QTimer;
        auto *second = new QTimer;
        connect(first, &QTimer::timeout, this, [&] {
            delete std::exchange(second, nullptr);
            first->deleteLater();
        });
        QSignalSpy gone(first, &QObject::destroyed);
        first->start(5);
        second->start(5);
        QTRY_COMPARE(gone.count(), 1);
        QVERIFY(!second);
    }

    void aTimerIsNotReenteredFromANestedLoop()
    {
        QTimer timer;
        int depth = 0;
        int deepest = 0;
        connect(&timer, &QTimer::timeout, this, [&] {
            deepest = std::max(deepest, ++depth);
            QEventLoop nested;
            QTimer::singleShot(20, &nested, &QEventLoop::quit);
            nested.exec();
            --depth;
            timer.stop();
        });
        timer.start(1);
        QTRY_COMPARE(deepest, 1);
        QTRY_COMPARE(depth, 0);
    }

    void listsAndForgetsTimersOfAnObject()
    {
        auto *dispatcher = QAbstractEventDispatcher::instance();
        QObject owner;
        const int id = owner.startTimer(100000);
        QCOMPARE(dispatcher->registeredTimers(&owner).size(), 1);
        QCOMPARE(dispatcher->registeredTimers(&owner).first().interval, 100000);
        const int left = dispatcher->remainingTime(id);
        QVERIFY(left > 90000 && left <= 100000);
        owner.killTimer(id);
        QVERIFY(dispatcher->registeredTimers(&owner).isEmpty());
        QCOMPARE(dispatcher->remainingTime(id), -1);
    }

    void notifiesOfReadableAndWritableDescriptors()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        QSignalSpy writable(&writer, &QSocketNotifier::activated);
        QTRY_VERIFY(writable.count() > 0);
        writer.setEnabled(false);
        QCOMPARE(readable.count(), 0);
        QCOMPARE(::write(pair.ends[1], "x", 1), 1);
        QTRY_VERIFY(readable.count() > 0);
    }

    void aDisabledNotifierStaysSilent()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        reader.setEnabled(false);
        QCOMPARE(::write(pair.ends[1], "x", 1), 1);
        bool isLater = false;
        QTimer::singleShot(20, this, [&isLater] { isLater = true; });
        QTRY_VERIFY(isLater);
        QCOMPARE(readable.count(), 0);
        reader.setEnabled(true);
        QTRY_VERIFY(readable.count() > 0);
    }

    // The kernel hands out a closed descriptor's number at once. Were the set changed at the next wait only, the new
    // socket would look as if it were already in it, and would never be heard.
    void hearsADescriptorWhoseNumberWasUsedBefore()
    {
        for (int round = 0; round < 20; ++round) {
            auto old = std::make_unique<SocketPair>();
            auto oldReader = std::make_unique<QSocketNotifier>(old->ends[0], QSocketNotifier::Read);
            QCoreApplication::processEvents();
            const int number = old->ends[0];
            oldReader.reset();
            old.reset();
            SocketPair fresh;
            QCOMPARE(fresh.ends[0], number);
            QSocketNotifier reader(fresh.ends[0], QSocketNotifier::Read);
            QSignalSpy readable(&reader, &QSocketNotifier::activated);
            QCOMPARE(::write(fresh.ends[1], "x", 1), 1);
            QTRY_VERIFY(readable.count() > 0);
        }
    }

    void aNotifierMayDeleteAnotherOfTheSamePass()
    {
        SocketPair pair;
        auto *reader = new QSocketNotifier(pair.ends[0], QSocketNotifier::Read);
        auto *writer = new QSocketNotifier(pair.ends[0], QSocketNotifier::Write);
        int calls = 0;
        connect(reader, &QSocketNotifier::activated, this, [&] {
            ++calls;
            reader->setEnabled(false);
            delete std::exchange(writer, nullptr);
        });
        QCOMPARE(::write(pair.ends[1], "x", 1), 1);
        QTRY_COMPARE(calls, 1);
        delete reader;
    }

    void excludedNotifiersWaitAndAreNotLost()
    {
        SocketPair pair;
        QSocketNotifier reader(pair.ends[0], QSocketNotifier::Read);
        QSignalSpy readable(&reader, &QSocketNotifier::activated);
        QCOMPARE(::write(pair.ends[1], "x", 1), 1);
        QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
        QCOMPARE(readable.count(), 0);
        QTRY_VERIFY(readable.count() > 0);
    }

    void aHangUpReachesTheReader()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QTcpSocket client;
        client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.serverPort());
        QTRY_VERIFY(server.hasPendingConnections());
        std::unique_ptr<QTcpSocket> accepted(server.nextPendingConnection());
        QSignalSpy left(accepted.get(), &QTcpSocket::disconnected);
        client.abort();
        QTRY_COMPARE(left.count(), 1);
    }

    void runsAThreadAndEndsIt()
    {
        QThread thread;
        thread.setEventDispatcher(new EpollDispatcher);
        thread.start();
        QObject inside;
        inside.moveToThread(&thread);
        QAtomicInt calls = 0;
        QMetaObject::invokeMethod(
            &inside, [&calls] { calls.fetchAndAddOrdered(1); }, Qt::BlockingQueuedConnection);
        QCOMPARE(calls.loadAcquire(), 1);
        QMetaObject::invokeMethod(
            &inside, [&inside] { inside.moveToThread(nullptr); }, Qt::BlockingQueuedConnection);
        thread.quit();
        QVERIFY(thread.wait(evencart::test::patience));
    }
};

int main(int argc, char **argv)
{
    QCoreApplication::setEventDispatcher(new EpollDispatcher);
    QCoreApplication app(argc, argv);
    TestEpollDispatcher test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_epolldispatcher.moc"
