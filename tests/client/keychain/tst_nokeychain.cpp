#include "identity/systemrandom.h"
#include "keychain/keychainvault.h"
#include "support/manualclock.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace evencart;

// A desktop session without a keychain: the error is a sentence, nothing is written anywhere else, and a profile falls
// back to its file.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void itSaysThatNobodyAnswers()
    {
        KeychainVault vault(std::chrono::seconds(30));
        QVERIFY(!vault.isOpen());
        for (const auto &failed : {vault.check(), vault.write("entry", "secret")}) {
            QVERIFY(!failed.ok());
            QCOMPARE(failed.error().code, ErrorCode::Io);
            QVERIFY(QString::fromStdString(failed.error().message).endsWith(QLatin1Char('.')));
        }
        const auto read = vault.read("entry");
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, ErrorCode::Io);
    }

    void aNewProfileKeepsItsKeysInTheFile()
    {
        const QTemporaryDir directory;
        qputenv("XDG_STATE_HOME", QFile::encodeName(directory.filePath(QStringLiteral("state"))));
        test::ManualClock clock;
        SystemRandom random;
        KeychainVault vault(std::chrono::seconds(30));
        const auto profile =
            Profile::open(directory.filePath(QStringLiteral("p")), QStringLiteral("Ann"), clock, random, &vault);
        QVERIFY(profile.ok());
        QVERIFY(!(*profile)->keysAreInVault());
        QVERIFY(!(*profile)->moveKeysToVault().ok());
    }

    void whoWaitsIsSentOnWhenTheProgramEnds()
    {
        KeychainVault vault(std::chrono::hours(1));
        vault.giveUp();
        QVERIFY(!vault.read("entry").ok());
    }
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
