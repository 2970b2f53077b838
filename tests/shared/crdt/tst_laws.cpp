#include "crdt/statecodec.h"
#include "support/oracle.h"
#include "support/people.h"
#include "support/property.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

// A copy of a set of facts without meaning, and what an observed-remove set with full history says of it.
struct Copy
{
    State state;
    Oracle oracle;
    std::vector<Delta> own;
};

struct Reached
{
    std::uint64_t runs = 0, voids = 0, parts = 0, waits = 0, removes = 0, joins = 0;
};

class Kernel
{
public:
    Kernel(std::size_t copies, Reached &reached) : m_copies(copies), m_reached(reached) {}

    void step(std::uint32_t word)
    {
        const std::size_t who = word % m_copies.size();
        const std::size_t from = (word >> 3) % m_copies.size();
        switch ((word >> 6) % 8) {
        case 0:
        case 1:
        case 2:
            write(who, word >> 9);
            break;
        case 3:
        case 4:
            deliver(who, from, word >> 9);
            break;
        case 5:
            join(who, from);
            break;
        case 6:
            joinPart(who, from, word >> 9);
            break;
        default:
            giveVoid(who);
            break;
        }
        RC_ASSERT(live(who) == facts(who));
    }

    void checkLaws()
    {
        const State &x = m_copies[0].state, &y = m_copies[1].state, &z = m_copies.back().state;
        RC_ASSERT(bytes(joined(x, x)) == bytes(x));
        RC_ASSERT(bytes(joined(x, y)) == bytes(joined(y, x)));
        RC_ASSERT(bytes(joined(joined(x, y), z)) == bytes(joined(x, joined(y, z))));
        for (const Copy &copy : m_copies) {
            const auto back = decodeState(encodeState(copy.state));
            RC_ASSERT(back.ok());
            RC_ASSERT(*back == copy.state);
        }
    }

    // Deltas alone, states alone and what this history mixed end alike.
    void checkPaths(std::uint32_t how)
    {
        State byStates;
        for (std::size_t i = 0; i < m_copies.size(); ++i)
            byStates.join(m_copies[(i + how) % m_copies.size()].state);
        State byDeltas;
        DeltaBuffer buffer;
        for (auto delta = m_log.rbegin(); delta != m_log.rend(); ++delta)
            offer(byDeltas, buffer, *delta);
        for (auto delta = m_log.rbegin(); delta != m_log.rend(); ++delta)
            offer(byDeltas, buffer, *delta); // voids are told in order only
        for (std::size_t i = 0; i < m_log.size(); ++i) {
            for (const Delta &delta : m_log)
                offer(byDeltas, buffer, delta);
        }
        RC_ASSERT(bytes(byStates) == bytes(byDeltas));
    }

private:
    static Bytes bytes(const State &state) { return encodeState(state); }
    static State joined(State a, const State &b)
    {
        a.join(b);
        return a;
    }
    std::vector<Fact> live(std::size_t who) const { return m_copies[who].oracle.live(); }
    std::vector<Fact> facts(std::size_t who) const
    {
        std::vector<Fact> all;
        for (const auto &[subject, some] : m_copies[who].state.facts().bySubject()) {
            RC_ASSERT(!some.empty());
            all.insert(all.end(), some.begin(), some.end());
        }
        std::sort(all.begin(), all.end(), [](const Fact &a, const Fact &b) { return a.dot < b.dot; });
        return all;
    }

    void write(std::size_t who, std::uint32_t detail)
    {
        Copy &copy = m_copies[who];
        const std::uint64_t seq = copy.state.vector().seen(ReplicaId{who + 1}) + 1;
        std::vector<Add> adds;
        for (std::uint32_t i = 0; i < detail % 4; ++i)
            adds.push_back(plainAdd(static_cast<std::uint8_t>(1 + (detail >> 2) % 3), 100 + i));
        std::vector<Dot> removes;
        std::uint32_t choice = detail >> 4;
        for (const Fact &fact : facts(who)) {
            if (choice & 1)
                removes.push_back(fact.dot);
            choice >>= 1;
        }
        if (!adds.empty() && detail % 16 == 5)
            removes.push_back(dot(who + 1, seq, 0)); // and takes its own first back at once
        if (adds.empty() && removes.empty())
            return;
        const Delta delta = plainDelta(who + 1, seq, adds, removes);
        m_reached.removes += !removes.empty();
        RC_ASSERT(copy.state.apply(delta) == State::Outcome::Applied);
        copy.oracle.learn(delta);
        copy.own.push_back(delta);
        m_log.push_back(delta);
    }

    // An own number that a server refused: used up at once here, told to the others as such. Seq 0 in `adds` marks it
    // in the log.
    void giveVoid(std::size_t who)
    {
        Copy &copy = m_copies[who];
        const std::uint64_t seq = copy.state.vector().seen(ReplicaId{who + 1}) + 1;
        copy.state.applyVoid(ReplicaId{who + 1}, seq);
        copy.own.push_back(plainDelta(who + 1, seq, {}));
        m_log.push_back(copy.own.back());
        ++m_reached.voids;
    }

    static bool isVoid(const Delta &delta) { return delta.adds.empty() && delta.removes.empty(); }

    static void offer(State &state, DeltaBuffer &buffer, const Delta &delta)
    {
        if (!isVoid(delta)) {
            buffer.offer(state, delta, delta.stamp);
        } else if (state.vector().seen(delta.replica) + 1 == delta.seq) {
            state.applyVoid(delta.replica, delta.seq);
            buffer.drain(state);
        }
    }

    void deliver(std::size_t to, std::size_t from, std::uint32_t detail)
    {
        Copy &copy = m_copies[to];
        for (const Delta &delta : m_copies[from].own) {
            if ((detail >> delta.seq % 16 & 1) == 0)
                continue;
            if (isVoid(delta)) {
                if (copy.state.vector().seen(delta.replica) + 1 == delta.seq)
                    copy.state.applyVoid(delta.replica, delta.seq);
                continue;
            }
            const State before = copy.state;
            const State::Outcome outcome = copy.state.apply(delta);
            if (outcome == State::Outcome::Applied)
                copy.oracle.learn(delta);
            else
                RC_ASSERT(copy.state == before);
            m_reached.waits += outcome == State::Outcome::Gap || outcome == State::Outcome::Unobserved;
        }
    }

    void join(std::size_t to, std::size_t from)
    {
        m_copies[to].state.join(State(m_copies[from].state));
        m_copies[to].oracle.learnAll(Oracle(m_copies[from].oracle));
        ++m_reached.joins;
    }

    // The context of a part is exactly what it carries: never wider.
    void joinPart(std::size_t to, std::size_t from, std::uint32_t detail)
    {
        const LineId subject = plainAdd(static_cast<std::uint8_t>(1 + detail % 3)).subject;
        const State part = m_copies[from].state.partial({subject});
        RC_ASSERT(part.vector().isEmpty());
        RC_ASSERT(part.context().cloud().size() == part.facts().size());
        for (const Fact &fact : m_copies[from].oracle.liveOf(subject)) {
            RC_ASSERT(part.context().covers(fact.dot));
            m_copies[to].oracle.learn(fact);
        }
        m_copies[to].state.join(part);
        ++m_reached.parts;
    }

    std::vector<Copy> m_copies;
    std::vector<Delta> m_log;
    Reached &m_reached;
};

} // namespace

// The kernel alone: join is a join, and every way to a state ends in the same bytes.
class TestLaws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { configureProperties("tst_laws", runsOr(150'000), 60); }
    void c21_c22_joinIsALatticeAndAllPathsMeet()
    {
        QElapsedTimer timer;
        timer.start();
        const bool holds = rc::check("join laws, and delta path = state path = mix", [this](std::uint32_t how) {
            const auto words = *histories();
            Kernel kernel(2 + how % 4, m_reached);
            for (const std::uint32_t word : words)
                kernel.step(word);
            kernel.checkLaws();
            kernel.checkPaths(how);
            ++m_reached.runs;
        });
        std::printf(
            "tst_laws: %llu runs, %.0f per second; %llu joins, %llu parts, %llu removes, %llu waits, %llu voids\n",
            static_cast<unsigned long long>(m_reached.runs),
            1000.0 * double(m_reached.runs) / double(timer.elapsed() + 1),
            static_cast<unsigned long long>(m_reached.joins), static_cast<unsigned long long>(m_reached.parts),
            static_cast<unsigned long long>(m_reached.removes), static_cast<unsigned long long>(m_reached.waits),
            static_cast<unsigned long long>(m_reached.voids));
        QVERIFY(holds);
    }

private:
    Reached m_reached;
};

QTEST_APPLESS_MAIN(TestLaws)
#include "tst_laws.moc"
