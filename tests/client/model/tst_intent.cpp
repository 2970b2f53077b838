#include "model/intent.h"

#include "base/limits.h"
#include "support/profilefixture.h"
#include "support/property.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

constexpr std::array<const char *, 4> names = {"milk", "Milk ", "eggs", "Käse"};
constexpr std::array<std::int64_t, 8> amounts = {
    1000, 500, 2000, 1, 100'000, limits::quantityThousandths, limits::quantityThousandths - 1000, 0};

// Another member of the same cart, whose deltas arrive when the test lets them: what was written before and arrives
// after an edit of ours was made at the same time.
class Other
{
public:
    Other(std::uint8_t n, ProfileFixture &host) : m_replica{n}, m_host(host) { m_member.raw[0] = n; }

    const MemberId &member() const { return m_member; }
    void write(const CartReplica::Action &action)
    {
        Edit edit(m_host.cart->view(), m_member);
        if (!action(edit))
            return;
        Draft draft = edit.take();
        if (draft.isEmpty())
            return;
        Delta delta;
        delta.replica = m_replica;
        delta.seq = ++m_seq;
        delta.stamp = Hlc{(m_host.clock.wallMilliseconds() << 16) + m_replica.value * 16 + m_seq};
        delta.author = m_member;
        delta.adds = std::move(draft.adds);
        delta.removes = std::move(draft.removes);
        m_written.push_back(encodeDelta(delta));
    }
    std::vector<protocol::Record> take()
    {
        std::vector<protocol::Record> records;
        for (Bytes &bytes : std::exchange(m_written, {}))
            records.push_back(protocol::AcceptedDelta{std::move(bytes), {}});
        return records;
    }

private:
    ReplicaId m_replica;
    MemberId m_member;
    ProfileFixture &m_host;
    std::uint64_t m_seq = 0;
    std::vector<Bytes> m_written;
};

// A cart that several people edit, and what one of them does to its lines.
class Desk
{
public:
    Desk() : ann(1, m_clock), ben(2, ann), cem(3, ann) { ann.create("week"); }

    // Our own edits reach the log first, so that the others' facts name nothing that it does not know.
    void settle()
    {
        const auto pending = ann.cart->pending();
        ProfileFixture::must(pending);
        if ((*pending)->empty())
            return;
        const std::uint64_t count = (*pending)->size();
        ProfileFixture::must(ann.cart->applyAck((*pending)->front().delta.seq, m_position + 1, count, {}));
        m_position += count;
    }
    void arrive(Other &other)
    {
        settle();
        const auto records = other.take();
        if (records.empty())
            return;
        ProfileFixture::must(ann.cart->applyRecords(m_position + 1, records));
        m_position += records.size();
    }
    LineId pick(std::uint32_t word) const
    {
        const auto &lines = ann.cart->view().lines();
        return lines.empty() ? LineId() : lines[word % lines.size()]->id;
    }

    // One step of the history that makes the cart.
    void step(std::uint32_t word)
    {
        m_clock.advance(1 + word % 5);
        const std::uint32_t what = word >> 8;
        switch (word % 8) {
        case 0:
        case 1:
            (void)ann.cart->edit("add", adding(what));
            break;
        case 2:
            (void)ann.cart->edit("do", [&](Edit &edit) { return perform(edit, intent(what)); });
            break;
        case 3:
            settle();
            ben.write(adding(what));
            break;
        case 4:
            settle();
            ben.write([&](Edit &edit) { return perform(edit, intent(what)); });
            break;
        case 5:
            settle();
            cem.write([&](Edit &edit) { return perform(edit, intent(what)); });
            break;
        case 6:
            arrive(ben);
            break;
        default:
            arrive(cem);
        }
    }
    Intent intent(std::uint32_t word) const
    {
        Intent intent;
        intent.kind = static_cast<Intent::Kind>(word % 15);
        intent.line = pick(word / 15);
        const std::uint32_t more = word / 101;
        intent.n = amounts[more % amounts.size()];
        intent.text = more % 7 == 0 ? "" : names[more % names.size()];
        if (more % 5 != 0)
            intent.price = Money{more % 2 == 0 ? "EUR" : "USD", std::int64_t(more % 300)};
        if (more % 4 != 0)
            intent.member = more % 4 == 1 ? ann.credentials.memberId() : ben.member();
        return intent;
    }

    ManualClock m_clock;
    ProfileFixture ann;
    Other ben, cem;

private:
    static CartReplica::Action adding(std::uint32_t what)
    {
        return [what](Edit &edit) -> Result<void> {
            NewItem item;
            item.name = names[what % names.size()];
            item.quantity = std::max<std::int64_t>(1, amounts[what / 4 % amounts.size()]);
            const auto added = edit.add(item);
            return added ? Result<void>() : added.error();
        };
    }

    std::uint64_t m_position = 0;
};

std::string shown(const LineView &line)
{
    std::ostringstream text;
    text << line.name << " quantity " << line.quantity << " raw " << line.rawQuantity << " checked " << line.checked
         << " twice " << line.boughtTwice << " look " << line.checkQuantity << " note '" << line.note << "' category '"
         << line.category << "' price " << (line.price ? line.price->currency : "none") << ' '
         << (line.price ? line.price->minor : 0) << " assignee " << (line.assignee ? line.assignee->toString() : "none")
         << " bought";
    for (const Share &share : line.boughtBy)
        text << ' ' << share.member.toString().substr(0, 4) << ':' << share.quantity;
    text << " likes";
    for (const MemberId &member : line.likes)
        text << ' ' << member.toString().substr(0, 4);
    text << " claimed";
    for (const MemberId &member : line.claimedBy)
        text << ' ' << member.toString().substr(0, 4);
    return text.str();
}

} // namespace

// What a row shows in the frame in which it was touched is what the engine then says of it.
class TestIntent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { configureProperties("tst_intent", runsOr(4000), 60); }

    void predictedIsWhatPerformingLeadsTo()
    {
        std::size_t compared = 0;
        std::size_t refused = 0;
        std::set<int> kinds;
        const bool holds = rc::check("predicted() is what perform() leads to", [&] {
            const auto history = *histories();
            const auto wanted = *rc::gen::container<std::vector<std::uint32_t>>(
                3, rc::gen::resize(rc::kNominalSize, rc::gen::arbitrary<std::uint32_t>()));
            Desk desk;
            ProfileFixture::must(desk.ann.cart->edit("add milk", [](Edit &edit) -> Result<void> {
                NewItem item;
                item.name = "milk";
                const auto added = edit.add(item);
                return added ? Result<void>() : added.error();
            }));
            for (const std::uint32_t word : history)
                desk.step(word);
            // Several in a row on one line, predicted upon each other as long as none is answered.
            const LineId line = desk.pick(wanted.front());
            const LineView *shownNow = desk.ann.cart->view().line(line);
            if (!shownNow)
                return;
            const LineView before = *shownNow; // an edit moves what the view points to
            LineView expected = before;
            for (const std::uint32_t word : wanted) {
                Intent intent = desk.intent(word);
                intent.line = line;
                const auto edited = desk.ann.cart->edit("do", [&](Edit &edit) { return perform(edit, intent); });
                if (!edited) {
                    ++refused; // the row falls back to what it was
                    continue;
                }
                expected = predicted(expected, intent, desk.ann.credentials.memberId());
                const LineView *after = desk.ann.cart->view().line(line);
                RC_LOG() << "kind " << static_cast<int>(intent.kind) << " n " << intent.n << " before " << shown(before)
                         << std::endl;
                RC_ASSERT(expected.present == (after != nullptr));
                ++compared;
                kinds.insert(static_cast<int>(intent.kind));
                if (!after)
                    return;
                RC_ASSERT(shown(expected) == shown(*after));
            }
        });
        std::printf("  %zu compared, %zu refused\n", compared, refused);
        QVERIFY(holds);
        QCOMPARE(kinds.size(), std::size_t(15));
    }

    // Undo and history name an action in the words in which it was done.
    void everyKindHasAName()
    {
        std::set<QString> labels;
        for (int kind = 0; kind <= static_cast<int>(Intent::Kind::Unclaim); ++kind) {
            Intent intent;
            intent.kind = static_cast<Intent::Kind>(kind);
            const QString label = labelOf(intent, QStringLiteral("milk"));
            QVERIFY2(label.contains(QStringLiteral("milk")), qPrintable(label));
            labels.insert(label);
        }
        QCOMPARE(labels.size(), std::size_t(15));
    }
};

QTEST_APPLESS_MAIN(TestIntent)
#include "tst_intent.moc"
