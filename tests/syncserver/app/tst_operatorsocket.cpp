#include "app/operatorsocket.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace evencart;
using namespace evencart::app;

// The operator's way to a running server, in directories of every shape.
class TestOperatorSocket : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_before = QDir::currentPath();

private Q_SLOTS:
    void cleanup() { QDir::setCurrent(m_before); }

    // A relative name once put the socket into the directory for temporary files, where two servers share it and
    // anybody can take the name; a long one had no socket.
    void theSocketIsInTheFolderWhateverItsName_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("absolute") << m_directory.filePath(QStringLiteral("data"));
        QTest::newRow("relative") << QStringLiteral("here/data");
        QTest::newRow("longer than an address") << m_directory.filePath(QString(200, QLatin1Char('n')));
    }
    void theSocketIsInTheFolderWhateverItsName()
    {
        QFETCH(QString, folder);
        QVERIFY(QDir::setCurrent(m_directory.path()));
        QVERIFY(QDir().mkpath(folder));
        OperatorSocket socket([](const shop::OperatorCommand &command, const OperatorSocket::Answer &answer) {
            answer("heard " + command.words.back() + "\n");
        });
        const auto listening = socket.listen(folder.toStdString());
        QVERIFY2(listening.ok(), listening ? "" : listening.error().message.c_str());
        const QFileInfo file(folder + QStringLiteral("/admin.sock"));
        QVERIFY(file.exists());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(file.permissions() & others));
        auto asked = std::async(std::launch::async, [&] {
            return askServer(folder.toStdString(), {{"stock", "set", "m-1", "7"}, {}});
        });
        QTRY_VERIFY(asked.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
        const auto said = asked.get();
        QVERIFY2(said.ok(), said ? "" : said.error().message.c_str());
        QCOMPARE(*said, std::string("heard 7\n"));
    }

    void nobodyListens()
    {
        const std::string folder = m_directory.path().toStdString();
        QCOMPARE(int(askServer(folder, {{"stock", "set", "m-1", "7"}, {}}).error().code), int(ErrorCode::InUse));
        const auto nowhere = askServer(folder + "/nowhere", {{"stock", "set", "m-1", "7"}, {}});
        QCOMPARE(int(nowhere.error().code), int(ErrorCode::Io));
    }

    void aRefusalArrivesAsItWasSaid()
    {
        const std::string folder = m_directory.path().toStdString();
        OperatorSocket socket([](const auto &, const auto &answer) {
            answer(Error{ErrorCode::NotFound, "There is no \"everything\"."});
        });
        QVERIFY(socket.listen(folder).ok());
        auto asked = std::async(std::launch::async, [&] { return askServer(folder, {{"sell", "everything"}, {}}); });
        QTRY_VERIFY(asked.wait_for(std::chrono::seconds(0)) == std::future_status::ready);
        const auto said = asked.get();
        QVERIFY(!said.ok());
        QCOMPARE(int(said.error().code), int(ErrorCode::NotFound));
        QCOMPARE(said.error().message, std::string("There is no \"everything\"."));
    }
};

QTEST_GUILESS_MAIN(TestOperatorSocket)
#include "tst_operatorsocket.moc"
