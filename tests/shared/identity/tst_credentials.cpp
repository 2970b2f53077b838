#include "identity/credentials.h"
#include "support/seededrandom.h"

#include <QTest>

#include <sstream>

using namespace evencart;

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void idsAreHashesOfKeys()
    {
        const PublicKey key = m_anna.member.publicKey();
        const Hash256 hash = sha256(asBytes(key));
        QVERIFY(memberIdOf(key).bytes() == asBytes(hash).substr(0, 16));
        QVERIFY(m_anna.memberId() == memberIdOf(key));
        QVERIFY(m_anna.deviceId() == deviceIdOf(m_anna.device.publicKey()));
    }

    void theCertificateTiesTheDeviceToTheMember()
    {
        const PublicKey anna = m_anna.member.publicKey();
        const PublicKey ben = m_ben.member.publicKey();
        const PublicKey laptop = m_anna.device.publicKey();
        QVERIFY(verifyDevice(anna, laptop, m_anna.certificate));
        QVERIFY(!verifyDevice(ben, laptop, m_anna.certificate));
        QVERIFY(!verifyDevice(anna, m_ben.device.publicKey(), m_anna.certificate));
        QVERIFY(!verifyDevice(laptop, anna, m_anna.certificate)); // swapped
    }

    void aMemberMayHaveSeveralDevices()
    {
        const Credentials phone = Credentials::forMember(m_anna.member, KeyPair::fromSeed(Bytes(32, 'p')));
        QVERIFY(phone.memberId() == m_anna.memberId());
        QVERIFY(phone.deviceId() != m_anna.deviceId());
        QVERIFY(verifyDevice(m_anna.member.publicKey(), phone.device.publicKey(), phone.certificate));
    }

    void anAnswerFitsOneChallengeOfOneServer()
    {
        const Nonce nonce{1, 2, 3};
        const Fingerprint server{4, 5, 6};
        const PublicKey device = m_anna.device.publicKey();
        const Signature answer = answerHello(m_anna.device, nonce, server);
        QVERIFY(verifyHello(device, nonce, server, answer));
        QVERIFY(!verifyHello(device, Nonce{9}, server, answer));
        QVERIFY(!verifyHello(m_ben.device.publicKey(), nonce, server, answer));
    }

    // A server in the middle shows its own certificate and passes the true server's challenge on.
    void aRelayedAnswerIsRefused()
    {
        const Nonce nonce{1, 2, 3};
        const Fingerprint between{7};
        const Signature answer = answerHello(m_anna.device, nonce, between);
        QVERIFY(!verifyHello(m_anna.device.publicKey(), nonce, Fingerprint{8}, answer));
        QVERIFY(!verifyHello(m_anna.device.publicKey(), nonce, plainFingerprint, answer));
    }

    // Nonce and fingerprint are the same kind of array: each has its place.
    void nonceAndFingerprintAreNotInterchangeable()
    {
        const Signature answer = answerHello(m_anna.device, Nonce{1}, Fingerprint{2});
        QVERIFY(!verifyHello(m_anna.device.publicKey(), Nonce{2}, Fingerprint{1}, answer));
    }

    void theKeyFileRoundTrips()
    {
        const auto back = decodeCredentials(encodeCredentials(m_anna));
        QVERIFY(back.ok());
        QVERIFY(*back == m_anna);
    }

    void aDamagedKeyFileIsRefused()
    {
        const Bytes bytes = encodeCredentials(m_anna);
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY(!decodeCredentials(ByteView(bytes).substr(0, length)).ok());
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes changed = bytes;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
            QVERIFY(!decodeCredentials(changed).ok());
        }
    }

    void aLaterKeyFileIsNamedAsSuch()
    {
        Bytes bytes = encodeCredentials(m_anna);
        bytes[1] = 2;
        QCOMPARE(int(decodeCredentials(bytes).error().code), int(ErrorCode::TooNew));
    }

    void aStreamShowsIdsOnly()
    {
        std::ostringstream out;
        out << m_anna;
        QVERIFY(out.str().find(m_anna.memberId().toString()) != std::string::npos);
        QVERIFY(out.str().find(toHex(m_anna.member.seed())) == std::string::npos);
        QVERIFY(out.str().find("***") != std::string::npos);
    }

private:
    test::SeededRandom m_random{1};
    Credentials m_anna = Credentials::generate(m_random);
    Credentials m_ben = Credentials::generate(m_random);
};

QTEST_APPLESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
