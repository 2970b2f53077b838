#include "history/awayreview.h"
#include "history/chronicle.h"
#include "history/salvage.h"
#include "identity/systemrandom.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

// The history of a cart as values: that following it tells the same as reading it anew, and what each edit is told as.
class TestChronicle : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    ManualClock m_clock;
    SystemRandom m_random;
    std::unique_ptr<Workspace> m_workspace;
    CartId m_cart;

    CartReplica &cart() { return **m_workspace->cart(m_cart); }

    template <typename Action>
    void edit(Action action)
    {
        m_clock.advance(1000);
        const auto edited = cart().edit("edit", [&](Edit &e) -> Result<void> { return action(e); });
        QVERIFY2(edited.ok(), edited.ok() ? "" : edited.error().message.c_str());
    }

    LineId add(const std::string &name, std::int64_t n = 1000)
    {
        LineId line;
        edit([&](Edit &e) -> Result<void> {
            NewItem item;
            item.name = name;
            item.quantity = n;
            const auto added = e.add(item);
            if (!added)
                return added.error();
            line = *added;
            return {};
        });
        return line;
    }

    Happening last(const Chronicle &chronicle) const { return chronicle.entries().back().happenings.front(); }

private Q_SLOTS:
    void init()
    {
        QVERIFY(initCrypto().ok());
        m_directory = std::make_unique<QTemporaryDir>();
        qputenv("XDG_STATE_HOME", QFile::encodeName(m_directory->filePath(QStringLiteral("state"))));
        auto opened =
            Workspace::open(m_directory->filePath(QStringLiteral("p")), QStringLiteral("Ann"), m_clock, m_random);
        QVERIFY(opened.ok());
        m_workspace = std::move(*opened);
        m_cart = *m_workspace->createCart("Shop");
    }

    void tellsWhatAnEditDid()
    {
        using Kind = Happening::Kind;
        Chronicle chronicle(m_cart);
        const auto kind = [&] {
            const auto updated = chronicle.update(*m_workspace);
            return updated.ok() ? last(chronicle).kind : Kind::NewFeature;
        };
        QCOMPARE(kind(), Kind::CartNamed);
        const LineId milk = add("milk", 2000);
        QCOMPARE(kind(), Kind::Added);
        QCOMPARE(last(chronicle).n, 2000);
        QCOMPARE(last(chronicle).name, std::string("milk"));
        edit([&](Edit &e) { return e.increase(milk, 1000); });
        QCOMPARE(kind(), Kind::Increased);
        edit([&](Edit &e) { return e.decrease(milk, 1000); });
        QCOMPARE(kind(), Kind::Decreased);
        edit([&](Edit &e) { return e.setQuantity(milk, 5000); });
        QCOMPARE(kind(), Kind::Typed);
        QCOMPARE(last(chronicle).before, 2000);
        edit([&](Edit &e) { return e.setNote(milk, "fresh"); });
        QCOMPARE(kind(), Kind::NoteWritten);
        edit([&](Edit &e) { return e.setNote(milk, "cold"); });
        QCOMPARE(kind(), Kind::NoteWritten);
        QCOMPARE(last(chronicle).oldText, std::string("fresh"));
        edit([&](Edit &e) { return e.rename(milk, "oat milk"); });
        QCOMPARE(kind(), Kind::Renamed);
        QCOMPARE(last(chronicle).name, std::string("milk"));
        QCOMPARE(last(chronicle).text, std::string("oat milk"));
        edit([&](Edit &e) { return e.check(milk); });
        QCOMPARE(kind(), Kind::Checked);
        edit([&](Edit &e) { return e.uncheck(milk); });
        QCOMPARE(kind(), Kind::Unchecked);
        const LineView was = *cart().view().line(milk);
        edit([&](Edit &e) { return e.remove(milk); });
        QCOMPARE(kind(), Kind::Removed);
        QCOMPARE(last(chronicle).before, 5000);
        const auto gone = storyOf(*m_workspace, cart(), chronicle, milk);
        QVERIFY(gone.ok());
        QCOMPARE(gone->verdicts.front().rule, Verdict::Rule::Removed);
        edit([&](Edit &e) { return e.restore(was); });
        QCOMPARE(kind(), Kind::Restored);
        QVERIFY(chronicle.entries().back().concerns(milk));
    }

    // Waiting changes are read again each time, so that they never stand twice.
    void followingIsTheSameAsReadingAnew()
    {
        const std::uint32_t seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        Chronicle followed(m_cart);
        std::vector<LineId> lines{add("milk"), add("eggs"), add("tea")};
        std::uint64_t position = 0;
        for (int step = 0; step < 120; ++step) {
            const LineId line = lines[random.bounded(3u)];
            const std::uint32_t what = random.bounded(8u);
            edit([&](Edit &e) -> Result<void> {
                if (!e.view().line(line)) {
                    NewItem item;
                    item.name = line == lines[0] ? "milk" : line == lines[1] ? "eggs" : "tea";
                    const auto added = e.add(item);
                    return added ? Result<void>() : added.error();
                }
                if (what < 2)
                    return e.increase(line, 1000);
                if (what == 2)
                    return e.remove(line);
                if (what == 3)
                    return e.setNote(line, std::to_string(step));
                if (what == 4)
                    return e.setQuantity(line, 1000 + 1000 * step);
                if (what == 5)
                    return e.check(line);
                if (what == 6)
                    return e.uncheck(line);
                return e.like(line);
            });
            if (random.bounded(5u) == 0) { // the server takes what waits
                const CartRecord &record = cart().record();
                const std::uint64_t count = record.ownSeq - record.ackedSeq;
                if (count > 0)
                    QVERIFY(cart().applyAck(record.ackedSeq + 1, position + 1, count, {}).ok());
                position += count;
            }
            if (random.bounded(4u) != 0)
                continue;
            QVERIFY(followed.update(*m_workspace).ok());
            Chronicle anew(m_cart);
            QVERIFY(anew.update(*m_workspace).ok());
            QCOMPARE(followed.entries().size(), anew.entries().size());
            for (std::size_t i = 0; i < anew.entries().size(); ++i)
                QVERIFY2(followed.entries()[i] == anew.entries()[i], qPrintable(QString::number(i)));
        }
    }

    void reviewsOnlyWhatIsBehindTheFrontier()
    {
        Chronicle chronicle(m_cart);
        const LineId milk = add("milk");
        const Frontier from = frontierOf(cart());
        edit([&](Edit &e) { return e.setNote(milk, "fresh"); });
        const Frontier until = frontierOf(cart());
        edit([&](Edit &e) { return e.setNote(milk, "cold"); });
        QVERIFY(chronicle.update(*m_workspace).ok());
        const auto review = reviewBetween(*m_workspace, cart(), chronicle, from, until);
        QVERIFY(review.ok());
        QCOMPARE(review->mine.size(), size_t(1));
        QCOMPARE(review->mine.front().happenings.front().text, std::string("fresh"));
        QVERIFY(review->theirs.empty());
        QVERIFY(!review->canUndoMine); // "cold" came after it
        const auto all = reviewBetween(*m_workspace, cart(), chronicle, from, frontierOf(cart()));
        QVERIFY(all->canUndoMine);
    }

    void aRefusedChangeCanBeAddedElsewhere()
    {
        const LineId milk = add("milk", 3000);
        edit([&](Edit &e) { return e.setNote(milk, "fresh"); });
        const auto pending = *cart().pending();
        const auto added = itemsMeant((*pending)[1].delta, cart().view());
        QCOMPARE(added.size(), size_t(1));
        QCOMPARE(added.front().name, std::string("milk"));
        QCOMPARE(added.front().quantity, 3000);
        const auto noted = itemsMeant((*pending)[2].delta, cart().view());
        QCOMPARE(noted.front().note, std::string("fresh"));
        QCOMPARE(noted.front().name, std::string("milk"));
        edit([&](Edit &e) { return e.remove(milk); });
        QVERIFY(itemsMeant((*pending)[3].delta, cart().view()).empty());
    }
};

QTEST_GUILESS_MAIN(TestChronicle)
#include "tst_chronicle.moc"
