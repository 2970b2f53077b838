#include "desktop/launchrequest.h"

#include <QTest>

using namespace evencart;

class TestLaunchRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas()
    {
        const LaunchRequest request{{QStringLiteral("2x milk"), QStringLiteral("Brötchen\n")},
                                    {QStringLiteral("evencart://host:1/join#x")},
                                    {QStringLiteral("/tmp/a list.txt")},
                                    QStringLiteral("join"),
                                    QStringLiteral("token")};
        const auto message = encode(request);
        QVERIFY(message.ok());
        QVERIFY(!message->contains('\n')); // one line on the socket
        const auto read = decodeLaunchRequest(*message);
        QVERIFY(read.ok());
        QCOMPARE(*read, request);
        QVERIFY(decodeLaunchRequest(*encode({})).ok());
    }

    void refusesTooMuch()
    {
        LaunchRequest many;
        for (int i = 0; i <= LaunchRequest::mostEntries; ++i)
            many.add << QStringLiteral("milk");
        QVERIFY(!encode(many).ok());
        LaunchRequest large;
        large.add << QString(LaunchRequest::mostBytes, QLatin1Char('x'));
        QVERIFY(!encode(large).ok());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("raise");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("no version") << QByteArray(R"({"add":["milk"]})");
        QTest::newRow("a later version") << QByteArray(R"({"evencart":2})");
        QTest::newRow("something unknown") << QByteArray(R"({"evencart":1,"run":["rm"]})");
        QTest::newRow("a number for a text") << QByteArray(R"({"evencart":1,"add":[1]})");
        QTest::newRow("a text for a list") << QByteArray(R"({"evencart":1,"add":"milk"})");
        QTest::newRow("a list for a word") << QByteArray(R"({"evencart":1,"page":["join"]})");
        QTest::newRow("a page that is none") << QByteArray(R"({"evencart":1,"page":"settings"})");
        QTest::newRow("too long") << QByteArray("{\"evencart\":1,\"token\":\"" +
                                                QByteArray(LaunchRequest::mostBytes, 'x') + "\"}");
    }
    void refuses()
    {
        QFETCH(QByteArray, message);
        QVERIFY(!decodeLaunchRequest(message).ok());
    }
};

QTEST_GUILESS_MAIN(TestLaunchRequest)
#include "tst_launchrequest.moc"
