#include "identity/systemrandom.h"
#include "keychain/keychainvault.h"
#include "support/manualclock.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace evencart;

// QtKeychain over a real Secret Service.
class TestKeychainVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void itGivesBackWhatItTook()
    {
        KeychainVault vault;
        const auto ready = vault.check();
        QVERIFY2(ready.ok(), ready ? "" : ready.error().message.c_str());
        QVERIFY(vault.isOpen());
        QCOMPARE(vault.read("one").error().code, ErrorCode::NotFound);
        QVERIFY(vault.write("one", "a secret").ok());
        QVERIFY(vault.write("two", "another").ok());
        QCOMPARE(*vault.read("one"), std::string("a secret"));
        QCOMPARE(*vault.read("two"), std::string("another"));
    }

    // As the engine does it: the calls come from a thread without an event loop of its own.
    void fromAnotherThread()
    {
        KeychainVault vault;
        Result<std::string> read = Error{ErrorCode::Io, "not asked"};
        std::thread asking([&] {
            if (vault.write("three", "from afar").ok())
                read = vault.read("three");
        });
        asking.join();
        QVERIFY(read.ok());
        QCOMPARE(*read, std::string("from afar"));
    }

    void aProfileLivesInIt()
    {
        const QTemporaryDir directory;
        qputenv("XDG_STATE_HOME", QFile::encodeName(directory.filePath(QStringLiteral("state"))));
        const QString path = directory.filePath(QStringLiteral("p"));
        test::ManualClock clock;
        SystemRandom random;
        MemberId member;
        {
            KeychainVault vault;
            const auto profile = Profile::open(path, QStringLiteral("Ann"), clock, random, &vault);
            QVERIFY(profile.ok());
            QVERIFY((*profile)->keysAreInVault());
            member = (*profile)->memberId();
        }
        KeychainVault vault;
        const auto again = Profile::open(path, QStringLiteral("Ann"), clock, random, &vault);
        QVERIFY(again.ok());
        QCOMPARE((*again)->memberId(), member);
    }
};

QTEST_GUILESS_MAIN(TestKeychainVault)
#include "tst_keychainvault.moc"
