#include "app/copycheck.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// A server's start, as far as it looks whether its directory is a copy.
class TestCopyCheck : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    SeededRandom m_random{1};
    ManualClock m_clock;
    CartId m_cart;

    QString path(const char *name) const { return m_dir->filePath(QString::fromLatin1(name)); }
    QString data() const { return path("data"); }
    std::unique_ptr<store::SqliteLogStore> openStore()
    {
        auto opened = store::SqliteLogStore::open(data().toStdString(), store::SqliteLogStore::Mode::Own);
        if (!opened)
            qFatal("%s", opened.error().message.c_str());
        return *std::move(opened);
    }
    app::CopyCheck start()
    {
        const auto store = openStore();
        Incarnation incarnation(QString::fromStdString(store::SqliteLogStore::fileIn(data().toStdString())),
                                path("state"), m_random);
        const auto checked = app::checkForCopy(*store, incarnation, m_random, m_clock);
        if (!checked)
            qFatal("%s", checked.error().message.c_str());
        return *checked;
    }
    Epoch cartEpoch() { return (*openStore()->cart(m_cart))->epoch; }
    // File by file into what is there: inodes stay, as with cp -a.
    static void copyInto(const QString &from, const QString &to)
    {
        QDir().mkpath(to);
        const QDir source(from);
        for (const QString &name : source.entryList(QDir::Files)) {
            QFile in(source.filePath(name));
            QFile out(to + QLatin1Char('/') + name);
            QVERIFY(in.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly));
            const QByteArray content = in.readAll();
            QCOMPARE(out.write(content), content.size());
        }
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(data()));
        m_cart.raw[0] = 1;
        const auto store = openStore();
        store::CartRow row;
        row.cart = m_cart;
        row.epoch = Epoch::fromBytes(m_random.bytes(16));
        QVERIFY(store->begin().ok() && store->createCart(row).ok() &&
                store->putPastEpochs(m_cart, {{row.epoch, 3}}).ok() && store->commit().ok());
    }

    void aDirectoryThatIsStartedAgainKeepsItsEpochs()
    {
        const Epoch before = cartEpoch();
        for (int i = 0; i < 3; ++i) {
            const auto checked = start();
            QVERIFY(!checked.isCopy && !checked.notWritten);
        }
        QCOMPARE(cartEpoch(), before);
        QCOMPARE(openStore()->pastEpochs(m_cart)->size(), std::size_t(1));
    }
    void aDirectoryThatWasCopiedBackGetsNewOnes()
    {
        start();
        copyInto(data(), path("backup"));
        start();
        const Epoch before = cartEpoch();
        copyInto(path("backup"), data());
        QVERIFY(start().isCopy);
        QVERIFY(cartEpoch() != before);
        QVERIFY(openStore()->pastEpochs(m_cart)->empty());
        QVERIFY(!start().isCopy);
    }
    void aDirectoryThatCameFromElsewhereGetsNewOnes()
    {
        start();
        const Epoch before = cartEpoch();
        QVERIFY(QDir().rename(data(), path("elsewhere")));
        copyInto(path("elsewhere"), data());
        QVERIFY(start().isCopy);
        QVERIFY(cartEpoch() != before);
    }
    void withoutAPlaceForTheTokenItStartsAndSaysSo()
    {
        QFile blocked(path("state"));
        QVERIFY(blocked.open(QIODevice::WriteOnly));
        const auto checked = start();
        QVERIFY(!checked.isCopy);
        QVERIFY(checked.notWritten.has_value());
        // The next start knows nothing of this one: it counts as a copy, which costs the clients a comparison.
        QVERIFY(start().isCopy);
    }
};

QTEST_GUILESS_MAIN(TestCopyCheck)
#include "tst_copycheck.moc"
