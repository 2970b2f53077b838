#include "desktop/singleinstance.h"

#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace evencart;
using namespace std::chrono_literals;

class TestSingleInstance : public QObject
{
    Q_OBJECT

    QTemporaryDir m_runtime;

    QString profile(const char *name) const { return m_runtime.path() + QLatin1Char('/') + QLatin1String(name); }
    // Hands over from a thread of its own, as another process would, while the first one's event loop runs here.
    static Result<void> handOver(const QString &profile, const LaunchRequest &request)
    {
        std::optional<Result<void>> result;
        std::unique_ptr<QThread> other(QThread::create([&] {
            const SingleInstance second(profile);
            result = second.handOver(request, 60s);
        }));
        QSignalSpy finished(other.get(), &QThread::finished);
        other->start();
        if (!finished.wait(2 * test::patience))
            qFatal("no end");
        other->wait();
        return *result;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
    }

    void theFirstOneTakesRequests()
    {
        SingleInstance first(profile("a"));
        QVERIFY(!first.anotherRuns());
        QVERIFY(*first.claim());
        LaunchRequest taken;
        first.setHandler([&](const LaunchRequest &request, const SingleInstance::Answer &answer) {
            taken = request;
            answer(QString());
        });
        SingleInstance second(profile("a"));
        QVERIFY(second.anotherRuns());
        QVERIFY(!*second.claim());
        LaunchRequest request;
        request.add << QStringLiteral("2x milk");
        QVERIFY(handOver(profile("a"), request).ok());
        QCOMPARE(taken, request);
    }

    void aRefusalComesBack()
    {
        SingleInstance first(profile("b"));
        QVERIFY(*first.claim());
        first.setHandler([](const LaunchRequest &, const SingleInstance::Answer &answer) {
            answer(QStringLiteral("This is no invitation."));
        });
        const auto answer = handOver(profile("b"), {});
        QVERIFY(!answer.ok());
        QVERIFY(answer.error().code == ErrorCode::Refused);
        QCOMPARE(answer.error().message, std::string("This is no invitation."));
    }

    void aRequestWaitsForTheHandler()
    {
        SingleInstance first(profile("c"));
        QVERIFY(*first.claim());
        // Answers later, too: the profile may have to be opened first.
        const auto answerLater = [&](const LaunchRequest &, const SingleInstance::Answer &answer) {
            QTimer::singleShot(50, &first, [answer] { answer(QString()); });
        };
        QTimer::singleShot(50, &first, [&] { first.setHandler(answerLater); });
        QVERIFY(handOver(profile("c"), {}).ok());
    }

    void profilesDoNotMeet()
    {
        SingleInstance first(profile("d"));
        SingleInstance other(profile("e"));
        QVERIFY(*first.claim());
        QVERIFY(*other.claim());
        QVERIFY(SingleInstance::socketPath(profile("d")) == SingleInstance::socketPath(profile("x/../d/")));
    }

    void whatADeadProgramLeftIsTakenOver()
    {
        const QString path = SingleInstance::socketPath(profile("f"));
        {
            SingleInstance dead(profile("f"));
            QVERIFY(*dead.claim());
            QVERIFY(QFile::copy(path + QStringLiteral(".lock"), path + QStringLiteral(".kept")));
        }
        QFile left(path); // a socket's file with nobody behind it, and the lock of a process that is gone
        QVERIFY(left.open(QIODevice::WriteOnly));
        QFile lock(path + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        lock.write("999999999\nevencart\n");
        lock.close();
        SingleInstance first(profile("f"));
        QVERIFY(!first.anotherRuns());
        QVERIFY(*first.claim());
    }

    void onlyTheUserCanConnect()
    {
        SingleInstance first(profile("g"));
        QVERIFY(*first.claim());
        const auto forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(QFileInfo(SingleInstance::socketPath(profile("g"))).permissions() & forOthers));
    }

    void nonsenseIsAnsweredAndTooMuchIsCut()
    {
        SingleInstance first(profile("h"));
        QVERIFY(*first.claim());
        bool called = false;
        first.setHandler([&](const LaunchRequest &, const SingleInstance::Answer &answer) {
            called = true;
            answer(QString());
        });
        QLocalSocket socket;
        socket.connectToServer(SingleInstance::socketPath(profile("h")));
        QVERIFY(socket.waitForConnected());
        socket.write("hello\n");
        QTRY_VERIFY(socket.canReadLine());
        QVERIFY(socket.readLine() != "ok\n");

        QLocalSocket large;
        large.connectToServer(SingleInstance::socketPath(profile("h")));
        QVERIFY(large.waitForConnected());
        large.write(QByteArray(LaunchRequest::mostBytes * 2, 'x'));
        QTRY_COMPARE(large.state(), QLocalSocket::UnconnectedState);
        QVERIFY(!called);
    }

    void nobodyThere()
    {
        const SingleInstance second(profile("i"));
        const auto answer = second.handOver({}, 50ms);
        QVERIFY(!answer.ok());
        QVERIFY(answer.error().code == ErrorCode::Unreachable);
    }
};

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"
