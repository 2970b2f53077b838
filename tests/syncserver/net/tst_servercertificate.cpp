#include "net/servercertificate.h"

#include "net/selfsigned.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSslCertificate>
#include <QSslKey>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using evencart::ErrorCode;
using evencart::net::makeSelfSigned;
using evencart::net::ServerCertificate;

class TestServerCertificate : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char *name) const { return m_folder.filePath(QLatin1String(name)).toStdString(); }

    static void write(const std::string &path, const QByteArray &bytes)
    {
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    }

private Q_SLOTS:
    void isMadeOnFirstStartAndKept()
    {
        const auto first = ServerCertificate::loadOrCreate(path("kept.pem"));
        QVERIFY(first.ok());
        const auto again = ServerCertificate::loadOrCreate(path("kept.pem"));
        QVERIFY(again.ok());
        QCOMPARE(again->fingerprint(), first->fingerprint());
        QVERIFY(!QFileInfo::exists(QString::fromStdString(path("kept.pem.new"))));
    }

    void isPrivateToItsOwner()
    {
        QVERIFY(ServerCertificate::loadOrCreate(path("private.pem")).ok());
        struct stat status
        {
        };
        QCOMPARE(::stat(path("private.pem").c_str(), &status), 0);
        QCOMPARE(status.st_mode & 0777u, 0600u);
    }

    void fingerprintIsTheSha256OfTheDerForm()
    {
        const auto made = ServerCertificate::loadOrCreate(path("fingerprint.pem"));
        QVERIFY(made.ok());
        const auto certificate = made->configuration().localCertificate();
        QCOMPARE(QByteArray::fromStdString(made->fingerprint()),
                 certificate.digest(QCryptographicHash::Sha256).toHex());
        QCOMPARE(made->fingerprint().size(), std::size_t(64));
    }

    void namesThisMachineAndLoopbackForTenYears()
    {
        const auto made = ServerCertificate::loadOrCreate(path("names.pem"));
        QVERIFY(made.ok());
        const auto certificate = made->configuration().localCertificate();
        const auto names = certificate.subjectAlternativeNames();
        QVERIFY(names.values(QSsl::DnsEntry).contains(QStringLiteral("localhost")));
        QVERIFY(names.values(QSsl::IpAddressEntry).contains(QStringLiteral("127.0.0.1")));
        QCOMPARE(names.values(QSsl::IpAddressEntry).size(), 2);
        const auto now = QDateTime::currentDateTimeUtc();
        QVERIFY(certificate.effectiveDate() < now);
        QVERIFY(certificate.expiryDate() > now.addYears(9));
        QVERIFY(certificate.isSelfSigned());
        QCOMPARE(made->configuration().privateKey().algorithm(), QSsl::Ec);
    }

    void twoServersAreTwoIdentities()
    {
        const auto one = ServerCertificate::loadOrCreate(path("one.pem"));
        const auto other = ServerCertificate::loadOrCreate(path("other.pem"));
        QVERIFY(one.ok() && other.ok());
        QVERIFY(one->fingerprint() != other->fingerprint());
    }

    void aLongHostNameStillMakesOne()
    {
        QVERIFY(makeSelfSigned({std::string(63, 'a') + "." + std::string(63, 'b')}).ok());
    }

    void aDamagedFileIsAnErrorAndIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty file") << QByteArray();
        QTest::newRow("not PEM") << QByteArray("hello");
        QTest::newRow("a key and no certificate")
            << QByteArray("-----BEGIN PRIVATE KEY-----\nMIGH\n-----END PRIVATE KEY-----\n");
        QTest::newRow("binary") << QByteArray(1000, '\0');
    }
    void aDamagedFileIsAnErrorAndIsLeftAlone()
    {
        QFETCH(QByteArray, content);
        write(path("damaged.pem"), content);
        const auto loaded = ServerCertificate::loadOrCreate(path("damaged.pem"));
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::Corrupt);
        QFile file(QString::fromStdString(path("damaged.pem")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aKeyThatOthersCanReadIsRefused()
    {
        QVERIFY(ServerCertificate::loadOrCreate(path("open.pem")).ok());
        QCOMPARE(::chmod(path("open.pem").c_str(), 0640), 0);
        const auto loaded = ServerCertificate::loadOrCreate(path("open.pem"));
        QVERIFY(!loaded.ok());
        QCOMPARE(loaded.error().code, ErrorCode::Refused);
        QVERIFY(loaded.error().message.find("chmod 600") != std::string::npos);
    }

    void aFolderThatIsMissingIsAnError()
    {
        const auto made = ServerCertificate::loadOrCreate(path("missing/tls.pem"));
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, ErrorCode::Io);
    }

    void loadsTheHostsOwnPair()
    {
        const auto pem = makeSelfSigned({"cart.example.org"});
        QVERIFY(pem.ok());
        const QByteArray both = QByteArray::fromStdString(*pem);
        const auto split = both.indexOf("-----BEGIN CERTIFICATE");
        write(path("key.pem"), both.left(split));
        write(path("chain.pem"), both.mid(split));
        QVERIFY(ServerCertificate::load(path("chain.pem"), path("key.pem")).ok());
        QVERIFY(!ServerCertificate::load(path("key.pem"), path("chain.pem")).ok());
        QVERIFY(!ServerCertificate::load(path("chain.pem"), path("nowhere.pem")).ok());
    }
};

QTEST_GUILESS_MAIN(TestServerCertificate)
#include "tst_servercertificate.moc"
