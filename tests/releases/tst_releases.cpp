#include "crdt/deltabuffer.h"
#include "crdt/statecodec.h"
#include "relay/admincommands.h"
#include "store/sqlitelogstore.h"
#include "support/loopback.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

QString releases()
{
    return QStringLiteral(EVENCART_TEST_DATA "/releases");
}

Bytes contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error("cannot read " + path.toStdString());
    return file.readAll().toStdString();
}

// expected.txt: the cart, the digest of what Ann had when she went offline, the lines when everybody has everything.
struct Expected
{
    CartId cart;
    std::string digest;
    QStringList lines;
};

Expected expectedOf(const QString &release)
{
    Expected expected;
    for (const QString &line :
         QString::fromStdString(contentOf(release + QStringLiteral("/expected.txt"))).split(u'\n')) {
        const QString rest = line.section(u' ', 1);
        if (line.startsWith(u"cart "))
            expected.cart = CartId::fromString(rest.toStdString()).value_or(CartId());
        else if (line.startsWith(u"digest "))
            expected.digest = rest.toStdString();
        else if (line.startsWith(u"line "))
            expected.lines.append(rest);
    }
    return expected;
}

QStringList linesOf(const CartReplica &cart)
{
    QStringList lines;
    for (const LineView *line : cart.view().lines())
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(line->quantity)
                         .arg(line->checked ? QStringLiteral("bought") : QStringLiteral("open"),
                              QString::fromStdString(line->name)));
    return lines;
}

std::string digestOfBase(const CartReplica &cart)
{
    return toHex(asBytes(cart.baseDigest()));
}

void copyFiles(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files)) {
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            throw std::runtime_error("cannot copy " + name.toStdString());
        QFile::setPermissions(to + u'/' + name, QFile::ReadOwner | QFile::WriteOwner);
    }
}

} // namespace

// What each past release wrote (tests/data/releases/VERSION, never changed) opens and converges with this one.
class TestReleases : public QObject
{
    Q_OBJECT

    static void eachRelease()
    {
        QTest::addColumn<QString>("release");
        for (const QString &version : QDir(releases()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(version)) << releases() + u'/' + version;
    }

private Q_SLOTS:
    void initTestCase()
    {
        need(initCrypto());
        QVERIFY(QDir(releases() + QStringLiteral("/0.1.0")).exists());
    }

    void c125_deltasOfPastReleasesMakeTheSameCart_data() { eachRelease(); }
    void c125_deltasOfPastReleasesMakeTheSameCart()
    {
        QFETCH(QString, release);
        const Expected expected = expectedOf(release);
        State byDeltas;
        const QDir deltas(release + QStringLiteral("/deltas"));
        const QStringList names = deltas.entryList({QStringLiteral("*.delta")}, QDir::Files, QDir::Name);
        QVERIFY(names.size() > 10);
        for (const QString &name : names) {
            const Bytes bytes = contentOf(deltas.filePath(name));
            const Delta delta = need(decodeDelta(bytes));
            QCOMPARE(encodeDelta(delta), bytes); // hashed and relayed as they are: they must come out as they went in
            QCOMPARE(byDeltas.apply(delta), State::Outcome::Applied);
        }
        QCOMPARE(toHex(asBytes(digestOf(byDeltas))), expected.digest);
        const Bytes snapshot = contentOf(release + QStringLiteral("/snapshot.state"));
        const State bySnapshot = need(decodeState(snapshot));
        QCOMPARE(encodeState(bySnapshot), snapshot);
        QCOMPARE(toHex(asBytes(digestOf(bySnapshot))), expected.digest);
    }

    void c125_databasesOfPastReleasesOpenAndConverge_data() { eachRelease(); }
    void c125_databasesOfPastReleasesOpenAndConverge()
    {
        QFETCH(QString, release);
        const Expected expected = expectedOf(release);
        QTemporaryDir work;
        qputenv("XDG_STATE_HOME", QFile::encodeName(work.filePath(QStringLiteral("state"))));
        copyFiles(release + QStringLiteral("/profile"), work.filePath(QStringLiteral("profile")));
        copyFiles(release + QStringLiteral("/server"), work.filePath(QStringLiteral("server")));
        ManualClock clock;
        clock.advance(24ULL * 3600 * 1000);
        SeededRandom random(125);

        auto log = need(store::SqliteLogStore::open(work.filePath(QStringLiteral("server")).toStdString(),
                                                    store::SqliteLogStore::Mode::Own));
        const auto verified = need(relay::verifyLog(*log, std::nullopt));
        QCOMPARE(verified.findings, std::vector<std::string>());
        QVERIFY(verified.snapshots > 0 && verified.entries > 0);
        LoopbackServer server(*log, clock);

        auto ann = need(Workspace::open(work.filePath(QStringLiteral("profile")), {}, clock, random));
        QCOMPARE(ann->profile().record().memberName, std::string("Ann"));
        need(ann->profile().database().verify());
        QCOMPARE(ann->carts().size(), size_t(2));
        QCOMPARE(digestOfBase(*need(ann->cart(expected.cart))), expected.digest);
        QCOMPARE(need(ann->cart(expected.cart))->pendingCount(), size_t(2));
        LoopbackClient hers(*ann, server, clock);
        QVERIFY(hers.sync());
        QCOMPARE(linesOf(*need(ann->cart(expected.cart))), expected.lines);
        QVERIFY(hers.rejected == 0 && hers.refusals.empty() && hers.storageErrors.empty());

        // Somebody who comes new, with nothing but this version.
        auto cem = need(Workspace::open(work.filePath(QStringLiteral("cem")), QStringLiteral("Cem"), clock, random));
        letIn(*ann, *cem, expected.cart);
        LoopbackClient his(*cem, server, clock);
        QVERIFY(his.sync());
        QCOMPARE(linesOf(*need(cem->cart(expected.cart))), expected.lines);
        QCOMPARE(digestOfBase(*need(cem->cart(expected.cart))), digestOfBase(*need(ann->cart(expected.cart))));
        // And edits go on, both ways.
        CartReplica &cart = *need(cem->cart(expected.cart));
        need(cart.edit("clear", [](Edit &edit) -> Result<void> {
            edit.clear(false);
            return {};
        }));
        his.edited(expected.cart);
        QVERIFY(his.sync());
        QVERIFY(hers.sync());
        QCOMPARE(need(ann->cart(expected.cart))->view().count(), size_t(0));
        QVERIFY(need(relay::verifyLog(*log, std::nullopt)).findings.empty());
    }
};

QTEST_GUILESS_MAIN(TestReleases)
#include "tst_releases.moc"
