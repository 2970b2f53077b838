#include "identity/keypair.h"
#include "identity/systemrandom.h"
#include "support/seededrandom.h"

#include <QTest>

#include <sstream>

using namespace evencart;

class TestKeyPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(initCrypto().ok());
        QVERIFY(initCrypto().ok()); // again is harmless
    }

    // RFC 8032, section 7.1, test 2.
    void signsAsTheStandardSays()
    {
        const KeyPair pair =
            KeyPair::fromSeed(*fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        QCOMPARE(toHex(asBytes(pair.publicKey())),
                 std::string("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        const Signature signature = pair.sign("\x72");
        QCOMPARE(toHex({reinterpret_cast<const char *>(signature.data()), signature.size()}),
                 std::string("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                             "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
        QVERIFY(verify(pair.publicKey(), "\x72", signature));
    }

    void aSignatureFitsOneKeyAndOneMessage()
    {
        test::SeededRandom random(1);
        const KeyPair pair = KeyPair::generate(random);
        const KeyPair other = KeyPair::generate(random);
        Signature signature = pair.sign("milk");
        QVERIFY(verify(pair.publicKey(), "milk", signature));
        QVERIFY(!verify(pair.publicKey(), "Milk", signature));
        QVERIFY(!verify(pair.publicKey(), "", signature));
        QVERIFY(!verify(other.publicKey(), "milk", signature));
        signature[40] ^= 1;
        QVERIFY(!verify(pair.publicKey(), "milk", signature));
    }

    // A key of small order has signatures that fit every message.
    void keysOfSmallOrderProveNothing()
    {
        PublicKey identity{1};
        Signature signature{1};
        QVERIFY(!verify(identity, "anything", signature));
        QVERIFY(!verify(PublicKey{}, "anything", Signature{}));
    }

    void theSeedBringsThePairBack()
    {
        test::SeededRandom random(1);
        const KeyPair pair = KeyPair::generate(random);
        QVERIFY(KeyPair::fromSeed(pair.seed()) == pair);
        QVERIFY(!(KeyPair::generate(random) == pair));
    }

    void aStreamDoesNotShowTheSecret()
    {
        std::ostringstream out;
        out << KeyPair::fromSeed(Bytes(32, 's'));
        QCOMPARE(out.str(), std::string("KeyPair(***)"));
    }

    void secretsAreWiped()
    {
        Bytes secret(100, 's');
        const char *memory = secret.data();
        wipe(secret);
        QVERIFY(secret.empty());
        QCOMPARE(memory[50], '\0'); // the string keeps its memory
        alignas(KeyPair) unsigned char place[sizeof(KeyPair)];
        auto *pair = new (place) KeyPair(KeyPair::fromSeed(Bytes(32, 's')));
        pair->~KeyPair();
        QVERIFY(std::all_of(std::begin(place), std::end(place), [](unsigned char byte) { return byte == 0; }));
    }

    void theSystemsRandomNumbersDiffer()
    {
        SystemRandom random;
        QCOMPARE(random.bytes(32).size(), std::size_t(32));
        QVERIFY(random.bytes(32) != random.bytes(32));
        QVERIFY(random.bytes(0).empty());
    }
};

QTEST_APPLESS_MAIN(TestKeyPair)
#include "tst_keypair.moc"
