#include "fakevault.h"
#include "identity/systemrandom.h"
#include "support/manualclock.h"
#include "workspace/workspace.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace evencart;

// Where a profile's keys are, and that no way there or back loses them or makes somebody else of their owner.
class TestKeyFile : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<test::FakeVault> m_vault;
    test::ManualClock m_clock;
    SystemRandom m_random;

    QString path() const { return m_directory->filePath(QStringLiteral("p")); }
    Result<std::unique_ptr<Profile>> open(KeyVault *vault)
    {
        return Profile::open(path(), QStringLiteral("Ann"), m_clock, m_random, vault);
    }
    MemberId memberIn(KeyVault *vault)
    {
        const auto profile = open(vault);
        return profile ? (*profile)->memberId() : MemberId();
    }
    QByteArray file() const
    {
        QFile file(path() + QStringLiteral("/keys"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(initCrypto().ok());
        m_directory = std::make_unique<QTemporaryDir>();
        m_vault = std::make_unique<test::FakeVault>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_directory->filePath(QStringLiteral("state"))));
    }

    void withoutAKeychainTheyAreInAFileForTheOwnerAlone()
    {
        const MemberId member = memberIn(nullptr);
        QVERIFY(!member.isNull());
        QCOMPARE(memberIn(nullptr), member);
        const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFileInfo(path() + QStringLiteral("/keys")).permissions() & others));
    }

    void aNewProfileTakesTheKeychain()
    {
        MemberId member;
        {
            const auto profile = open(m_vault.get());
            QVERIFY(profile.ok());
            QVERIFY((*profile)->keysAreInVault());
            member = (*profile)->memberId();
        }
        QCOMPARE(m_vault->entries.size(), std::size_t(1));
        QVERIFY(file().contains(QByteArray::fromStdString(m_vault->entries.begin()->first)));
        QVERIFY(!file().contains(QByteArray::fromStdString(m_vault->entries.begin()->second)));
        QCOMPARE(memberIn(m_vault.get()), member);
    }

    void aNewProfileFallsBackToTheFile_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("no keychain runs") << 0;
        QTest::newRow("it says yes and keeps nothing") << 1;
        QTest::newRow("it gives back something else") << 2;
        QTest::newRow("it would ask for a password") << 3;
    }
    void aNewProfileFallsBackToTheFile()
    {
        QFETCH(const int, how);
        m_vault->open = how != 3;
        m_vault->problem = how == 0 ? "nobody there" : "";
        m_vault->forgets = how == 1;
        m_vault->garbles = how == 2;
        const MemberId member = memberIn(m_vault.get());
        QVERIFY(!member.isNull());
        QCOMPARE(memberIn(nullptr), member);
        QVERIFY(how == 2 || m_vault->entries.empty());
    }

    void keysInAFileStayThereUntilSomebodyMovesThem()
    {
        const MemberId member = memberIn(nullptr);
        QCOMPARE(memberIn(m_vault.get()), member);
        QVERIFY(m_vault->entries.empty());
    }

    void thereAndBack()
    {
        const MemberId member = memberIn(nullptr);
        {
            const auto profile = open(m_vault.get());
            QVERIFY(profile.ok() && !(*profile)->keysAreInVault());
            QVERIFY((*profile)->moveKeysToVault().ok());
            QVERIFY((*profile)->keysAreInVault());
        }
        m_vault->open = false; // who moved them there types the password when it is asked for
        QCOMPARE(memberIn(m_vault.get()), member);
        {
            const auto profile = open(m_vault.get());
            QVERIFY((*profile)->moveKeysToFile().ok());
            QVERIFY(!(*profile)->keysAreInVault());
        }
        QCOMPARE(memberIn(nullptr), member);
    }

    void aMoveThatFailsChangesNothing()
    {
        const MemberId member = memberIn(nullptr);
        const QByteArray before = file();
        for (const int how : {0, 1, 2}) {
            m_vault->problem = how == 0 ? "locked" : "";
            m_vault->forgets = how == 1;
            m_vault->garbles = how == 2;
            const auto profile = open(m_vault.get());
            QVERIFY(profile.ok());
            const auto moved = (*profile)->moveKeysToVault();
            QVERIFY(!moved.ok());
            QVERIFY(!(*profile)->keysAreInVault());
            QCOMPARE(file(), before);
        }
        QCOMPARE(memberIn(nullptr), member);
    }

    // What evencartctl says of such a profile; and it must not make new keys over the pointer.
    void aProgramWithoutAKeychainSaysWhichOneToUse()
    {
        const MemberId member = memberIn(m_vault.get());
        const QByteArray before = file();
        const auto profile = open(nullptr);
        QVERIFY(!profile.ok());
        QCOMPARE(profile.error().code, ErrorCode::NotFound);
        QVERIFY2(profile.error().message.find("evencart") != std::string::npos, profile.error().message.c_str());
        QCOMPARE(file(), before);
        QCOMPARE(memberIn(m_vault.get()), member);
    }

    void aKeychainThatIsLockedOrLostThem()
    {
        const MemberId member = memberIn(m_vault.get());
        m_vault->problem = "It is locked.";
        const auto locked = open(m_vault.get());
        QVERIFY(!locked.ok());
        QVERIFY(locked.error().message.find("It is locked.") != std::string::npos);
        m_vault->problem.clear();
        const auto kept = m_vault->entries;
        m_vault->entries.clear();
        const auto lost = open(m_vault.get());
        QVERIFY(!lost.ok());
        QVERIFY(lost.error().message.find(kept.begin()->first) != std::string::npos);
        m_vault->entries = kept;
        QCOMPARE(memberIn(m_vault.get()), member);
    }

    // Two directories may name one entry; what one of them does must not take the keys from the other.
    void aCopyOfTheDirectoryKeepsItsKeys()
    {
        const MemberId member = memberIn(m_vault.get());
        const auto kept = m_vault->entries;
        {
            const auto profile = open(m_vault.get());
            QVERIFY((*profile)->moveKeysToFile().ok());
            QVERIFY((*profile)->moveKeysToVault().ok());
        }
        QCOMPARE(m_vault->entries.size(), std::size_t(2));
        QVERIFY(m_vault->entries.contains(kept.begin()->first));
        QCOMPARE(memberIn(m_vault.get()), member);
    }

    void aDamagedFileIsSaidToBeSo()
    {
        memberIn(nullptr);
        QFile damaged(path() + QStringLiteral("/keys"));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write("The keys of this profile are somewhere");
        damaged.close();
        const auto profile = open(m_vault.get());
        QVERIFY(!profile.ok());
        QCOMPARE(profile.error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
