#include "bench/workload.h"

#include "base/systemclock.h"
#include "bench/benchidentity.h"
#include "bench/figures.h"
#include "storage/memorystore.h"

#include <QCryptographicHash>
#include <QTemporaryFile>
#include <QtTest>

using namespace evencart;
using namespace evencart::bench;

class TestWorkload : public QObject
{
    Q_OBJECT

    SystemClock m_clock;
    HybridClock m_hlc;
    std::unique_ptr<MemoryStore> m_store;
    std::unique_ptr<CartReplica> m_cart;

    static Result<std::vector<Op>> opsOf(const QByteArray &lines)
    {
        QTemporaryFile file;
        if (!file.open() || file.write(lines) != lines.size() || !file.flush())
            return Error{ErrorCode::Io, "no temporary file"};
        return readOps(file.fileName());
    }

    std::string stateAfter(const QByteArray &lines)
    {
        const auto ops = opsOf(lines);
        WorkloadCart cart(*m_cart);
        for (const Op &op : *ops) {
            if (const auto applied = cart.apply(op); !applied)
                return applied.error().message;
        }
        return cart.stateHash();
    }

    static std::string hashOf(const QByteArray &lines)
    {
        return QCryptographicHash::hash(lines, QCryptographicHash::Sha256).toHex().toStdString();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void init()
    {
        m_cart.reset();
        m_store = std::make_unique<MemoryStore>();
        auto cart = CartReplica::adopt({*m_store, m_clock, m_hlc, benchCredentials().memberId(), randomReplica()},
                                       benchRecord(QStringLiteral("test")));
        QVERIFY(cart.ok());
        m_cart = std::move(*cart);
    }

    void aStreamEndsInTheReferenceState()
    {
        const QByteArray stream =
            R"({"t":"add","k":"b","v":{"name":"Soap","qty":4,"checked":false,"category":"bath","note":"","price":1624}}
{"t":"add","k":"a","v":{"name":"Milk","qty":1,"checked":true,"category":"dairy","note":"cold","price":99}}
{"t":"add","k":"c","v":{"name":"Gone","qty":1,"checked":false,"category":"x","note":"","price":1}}
{"t":"qty","k":"b","v":7}
{"t":"check","k":"b","v":true}
{"t":"check","k":"b","v":true}
{"t":"note","k":"b","v":"for Sunday 17"}
{"t":"rm","k":"c"}
{"t":"note","k":"c","v":"ignored"}
)";
        QCOMPARE(stateAfter(stream),
                 hashOf("a\tMilk\t1\t1\tdairy\tcold\t99\nb\tSoap\t7\t1\tbath\tfor Sunday 17\t1624\n"));
    }

    void aCheckedItemStaysCheckedAtAnyQuantity()
    {
        const QByteArray stream =
            R"({"t":"add","k":"a","v":{"name":"Milk","qty":2,"checked":true,"category":"","note":"","price":5}}
{"t":"qty","k":"a","v":9}
)";
        QCOMPARE(stateAfter(stream), hashOf("a\tMilk\t9\t1\t\t\t5\n"));
    }

    void anAddOfALiveKeyReplacesTheItem()
    {
        const QByteArray stream =
            R"({"t":"add","k":"a","v":{"name":"Milk","qty":2,"checked":true,"category":"dairy","note":"n","price":5}}
{"t":"add","k":"a","v":{"name":"Oat milk","qty":3,"checked":false,"category":"","note":"","price":6}}
)";
        QCOMPARE(stateAfter(stream), hashOf("a\tOat milk\t3\t0\t\t\t6\n"));
    }

    void eachOpIsOneDelta()
    {
        stateAfter(
            R"({"t":"add","k":"a","v":{"name":"Milk","qty":2,"checked":true,"category":"dairy","note":"n","price":5}}
{"t":"rm","k":"a"}
)");
        QCOMPARE(m_cart->pendingCount(), std::size_t(2));
    }

    void aLineThatIsNoOpIsRefused()
    {
        QVERIFY(!opsOf("{\"t\":\"fly\",\"k\":\"a\"}\n").ok());
        QVERIFY(!opsOf("nothing\n").ok());
    }

    void percentilesAreNearestRank()
    {
        QCOMPARE(percentile({}, 50), 0.0);
        QCOMPARE(percentile({1, 2, 3, 4}, 50), 2.0);
        QCOMPARE(percentile({1, 2, 3, 4}, 99), 4.0);
    }
};

QTEST_GUILESS_MAIN(TestWorkload)
#include "tst_workload.moc"
