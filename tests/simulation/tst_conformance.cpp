#include "simulation/world.h"

#include "crdt/statecodec.h"
#include "protocol/codec.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

// Three people whose carts are the same.
std::unique_ptr<World> settledWorld(std::uint64_t seed, std::uint64_t snapshotEvery = 7)
{
    auto world = std::make_unique<World>(seed);
    world->options.snapshots.everyEntries = snapshotEvery;
    world->crashServer(); // another process, with these options
    for (int i = 0; i < 3; ++i)
        world->addMachine();
    if (!world->heal(50))
        throw std::runtime_error("the world does not come to rest at the start");
    return world;
}

void add(Machine &machine, const std::string &name, std::int64_t thousandths = 1000)
{
    machine.person.add(name, thousandths);
    machine.edited();
}

void remove(Machine &machine, const std::string &name)
{
    const LineId line = machine.person.line(name)->id;
    machine.person.edit("remove " + name, [&](Edit &edit) { return edit.remove(line); });
    machine.edited();
}

bool areEqual(const World &world)
{
    const Hash256 expected = world.machines.front()->person.cart->baseDigest();
    return std::all_of(world.machines.begin(), world.machines.end(),
                       [&](const auto &machine) { return machine->person.cart->baseDigest() == expected; });
}

// Deltas on their way to the server.
std::vector<Delta> pushedBy(const Machine &machine)
{
    std::vector<Delta> deltas;
    for (const Bytes &message : machine.outbox) {
        const auto decoded = protocol::decodeClientMessage(message);
        if (const auto *push = std::get_if<protocol::Push>(&*decoded)) {
            for (const Bytes &delta : push->deltas)
                deltas.push_back(*decodeDelta(delta));
        }
    }
    return deltas;
}

// What a later version has and this one has not.
constexpr std::uint32_t laterFeature = 7;

void requireLaterFeature(Machine &machine)
{
    machine.person.features = {laterFeature};
    machine.crash(); // the update
    machine.plug(true);
    machine.person.edit("use it", [](Edit &edit) -> Result<void> {
        edit.write({}, Field::Requires, encodeFeature(laterFeature));
        return {};
    });
    machine.edited();
}

} // namespace

// Cases of the conformance list that need both ends: real engines over queues (world.h), nothing left to chance.
class TestConformance : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void c82_whatEverybodyRemovedDoesNotReturnAfterAYear()
    {
        const auto world = settledWorld(82);
        Machine &ann = *world->machines[0], &cem = *world->machines[2];
        add(ann, "milk");
        QVERIFY(world->heal(50));
        cem.plug(false);
        world->away = {&cem};
        remove(ann, "milk");
        for (int i = 0; i < 40; ++i) {
            add(ann, "item " + std::to_string(i));
            QVERIFY(world->heal(50));
        }
        world->clock.advance(400ULL * 24 * 3600 * 1000);
        QVERIFY(world->heal(50)); // compaction
        QVERIFY((*world->store.cart(ann.person.id))->oldest > 3);
        QVERIFY(cem.person.line("milk"));
        world->away.clear();
        QVERIFY(world->heal(50));
        QVERIFY(areEqual(*world));
        QVERIFY(!cem.person.line("milk"));
        QVERIFY(!ann.person.line("milk"));
    }

    // This server folds nothing, it only trims its log: with an older removal still unsent somewhere, that has to end
    // as it would without.
    void c89_compactionBesideAnOlderUnsentRemoval()
    {
        std::vector<std::pair<std::string, std::int64_t>> outcomes;
        for (const std::uint64_t every : {std::uint64_t(3), std::uint64_t(100'000)}) {
            const auto world = settledWorld(89, every);
            Machine &ann = *world->machines[0], &ben = *world->machines[1];
            add(ann, "milk", 5000);
            QVERIFY(world->heal(50));
            ben.plug(false);
            world->away = {&ben};
            remove(ben, "milk"); // of the five
            for (int i = 0; i < 20; ++i) {
                const LineId milk = ann.person.line("milk")->id;
                ann.person.edit("more", [&](Edit &edit) { return edit.increase(milk, 100); });
                ann.edited();
                QVERIFY(world->heal(50));
            }
            QCOMPARE((*world->store.cart(ann.person.id))->oldest > 8, every == 3);
            world->away.clear();
            QVERIFY(world->heal(50));
            QVERIFY(areEqual(*world));
            outcomes.push_back({"milk", ann.person.quantity("milk")});
        }
        QCOMPARE(outcomes[0], outcomes[1]);
        QCOMPARE(outcomes[0].second, 2000);
    }

    void c104_whatWasPutOffIsSentWhenTheQuotaWasRaised()
    {
        const auto world = settledWorld(104);
        Machine &ann = *world->machines[0];
        add(ann, "milk");
        const std::uint64_t seq = ann.person.cart->record().ownSeq;
        // The server has no room for now.
        for (int refusals = 0; refusals < 3; ++refusals) {
            QCOMPARE(pushedBy(ann).size(), size_t(1));
            ann.outbox.clear();
            const protocol::PushRefused later{1, seq, seq - 1, protocol::PushProblem::RetryLater};
            ann.inbox.push_back(protocol::encode(protocol::ServerMessage(later)));
            ann.deliverOne();
            QCOMPARE(pushedBy(ann).size(), size_t(0)); // not at once
            QVERIFY(ann.isConnected());
            QCOMPARE(ann.person.cart->pendingCount(), size_t(1));
            QCOMPARE(ann.person.quantity("milk"), 1000);
            world->clock.advance(1000);
            ann.tick();
        }
        QVERIFY(world->heal(50)); // now it has
        QVERIFY(areEqual(*world));
        QCOMPARE(ann.rejected, 0);
        QVERIFY(ann.drops.empty());
        QCOMPARE(world->machines[1]->person.quantity("milk"), 1000);
    }

    void c91_aCopiedDiskWritesUnderAnIdOfItsOwn()
    {
        const auto world = settledWorld(91);
        Machine &ann = *world->machines[0];
        Machine &copy = world->cloneOf(ann, Token::Tells); // net 1: the token outside of the file is not there
        add(ann, "milk");
        add(copy, "bread");
        QVERIFY(world->heal(50));
        QVERIFY(areEqual(*world));
        for (const auto &machine : world->machines) {
            QCOMPARE(machine->person.quantity("milk"), 1000);
            QCOMPARE(machine->person.quantity("bread"), 1000);
        }
        QVERIFY(ann.person.cart->record().ownReplica != copy.person.cart->record().ownReplica);
    }

    // Only what is in the log tells: the copy has the same id and has used the same number.
    void c93_aCopyThatOnlyItsContentGivesAwayLosesNothing()
    {
        const auto world = settledWorld(93);
        Machine &ann = *world->machines[0];
        Machine &copy = world->cloneOf(ann, Token::Fooled);
        const ReplicaId id = ann.person.cart->record().ownReplica;
        QCOMPARE(copy.person.cart->record().ownReplica, id);
        add(ann, "milk");
        add(copy, "bread");
        QCOMPARE(copy.person.cart->record().ownSeq, ann.person.cart->record().ownSeq);
        QVERIFY(world->heal(100));
        QVERIFY(areEqual(*world));
        for (const auto &machine : world->machines) {
            QCOMPARE(machine->person.quantity("milk"), 1000);
            QCOMPARE(machine->person.quantity("bread"), 1000);
        }
        QVERIFY(ann.person.cart->record().ownReplica != copy.person.cart->record().ownReplica);
        QVERIFY(!(ann.drops.empty() && copy.drops.empty())); // one of them was told
    }

    // The second server has not yet what the client got from the first: everything stays in sight, and uploads wait.
    void c109_aServerThatLagsHidesNothingAndRefusesNothing()
    {
        const auto world = settledWorld(109);
        Machine &ann = *world->machines[0];
        const store::MemoryLogStore lagging = world->store;
        add(ann, "milk");
        QVERIFY(world->heal(50));
        const Epoch epoch = ann.person.cart->record().epoch;
        const std::uint64_t cursor = ann.person.cart->record().cursor;
        const store::MemoryLogStore first = world->store;
        world->options.isFollower = true;
        world->crashServer();
        world->store = lagging;
        world->crashServer();
        add(ann, "bread");
        QVERIFY(!world->heal(5));
        QCOMPARE(ann.person.quantity("milk"), 1000);
        QCOMPARE(ann.person.quantity("bread"), 1000);
        QCOMPARE(ann.person.cart->pendingCount(), size_t(1));
        QCOMPARE(ann.person.cart->record().cursor, cursor);
        QCOMPARE(ann.person.cart->record().epoch, epoch);
        QVERIFY(ann.isConnected() && ann.drops.empty() && ann.refusals.empty());
        world->store = first; // it has caught up, and leads
        world->options.isFollower = false;
        world->crashServer();
        QVERIFY(world->heal(50));
        QVERIFY(areEqual(*world));
        QVERIFY(ann.refusals.empty());
        QCOMPARE(world->machines[2]->person.quantity("bread"), 1000);
    }

    void c110_whatWasAckedIsThereAfterACrashOrTheEpochChangesAndTheClientRestoresIt()
    {
        const auto world = settledWorld(110);
        Machine &ann = *world->machines[0], &ben = *world->machines[1];
        world->saveServer(); // what the second server has
        add(ann, "milk");
        QVERIFY(world->heal(50));
        QCOMPARE(ann.person.cart->pendingCount(), size_t(0)); // acked
        world->crashServer();
        QVERIFY(world->heal(50));
        QCOMPARE(ben.person.quantity("milk"), 1000);
        const Epoch epoch = ann.person.cart->record().epoch; // of this run of the server
        world->restoreServer(Token::Tells);                  // the second one takes over without the ack
        QVERIFY(world->heal(50));
        QVERIFY(ann.person.cart->record().epoch != epoch);
        QVERIFY(areEqual(*world));
        Machine &dora = world->addMachine();
        QVERIFY(world->heal(50));
        QCOMPARE(dora.person.quantity("milk"), 1000);
    }

    void c124_anOlderProgramReadsSyncsAndHoldsItsEdits()
    {
        const auto world = settledWorld(124);
        Machine &ann = *world->machines[0], &ben = *world->machines[1];
        add(ann, "milk");
        QVERIFY(world->heal(50));
        ben.plug(false);
        world->away = {&ben};
        add(ben, "bread"); // before Ben's program knows
        requireLaterFeature(ann);
        QVERIFY(world->heal(50));
        world->away.clear();
        QVERIFY(world->heal(50)); // at rest with something held

        QCOMPARE(ben.person.cart->unknownFeatures(), FeatureSet{laterFeature});
        QCOMPARE(ben.person.cart->pendingCount(), size_t(1));
        QCOMPARE(ben.person.quantity("bread"), 1000); // still in his sight
        QCOMPARE(ann.person.quantity("bread"), -1);
        QVERIFY(ben.isSettled());
        QVERIFY(areEqual(*world)); // the server's part
        QVERIFY(ben.drops.empty() && ben.rejected == 0);
        const auto refused =
            ben.person.cart->edit("more", [&](Edit &edit) { return edit.increase(ben.person.line("milk")->id, 1000); });
        QCOMPARE(refused.error().code, ErrorCode::UpdateNeeded);
        QCOMPARE(ben.person.cart->undo().error().code, ErrorCode::UpdateNeeded);

        add(ann, "eggs"); // he follows on, also through a restart and a snapshot
        QVERIFY(world->heal(50));
        QCOMPARE(ben.person.quantity("eggs"), 1000);
        ben.crash();
        QVERIFY(world->heal(50));
        QCOMPARE(ben.person.cart->pendingCount(), size_t(1));

        ben.person.features = {laterFeature};
        ben.crash(); // the update
        QVERIFY(world->heal(50));
        QCOMPARE(ben.person.cart->pendingCount(), size_t(0));
        QCOMPARE(ann.person.quantity("bread"), 1000);
        QCOMPARE(ann.person.quantity("milk"), 1000);
        add(ben, "tea");
        QVERIFY(world->heal(50));
        QCOMPARE(ann.person.quantity("tea"), 1000);
        QVERIFY(areEqual(*world));
        QCOMPARE(ben.person.cart->record().ownReplica, ReplicaId{ben.person.store.profile()->replica});
    }

    // An old program that was in the cart all the time, with a push under way when the others moved on.
    void c124_whatWasUnderWayStandsBesideIt()
    {
        const auto world = settledWorld(1240);
        Machine &ann = *world->machines[0], &ben = *world->machines[1];
        add(ben, "bread");
        QCOMPARE(pushedBy(ben).size(), size_t(1));
        requireLaterFeature(ann);
        QVERIFY(world->heal(50));
        QCOMPARE(ann.person.quantity("bread"), 1000);
        QCOMPARE(ben.person.cart->pendingCount(), size_t(0));
        QVERIFY(areEqual(*world));
        // The feature is given up again.
        ann.person.edit("stop using it", [](Edit &edit) -> Result<void> {
            edit.removeAll({}, [](const Fact &fact) { return fact.field == number(Field::Requires); });
            return {};
        });
        ann.edited();
        QVERIFY(world->heal(50));
        QVERIFY(ben.person.cart->mayEdit().ok());
        add(ben, "tea");
        QVERIFY(world->heal(50));
        QCOMPARE(ann.person.quantity("tea"), 1000);
    }

    // Nothing is sent that is not on the disk, so nobody has seen a number that a power cut could give away again.
    void c127_aDeltaIsDurableBeforeItIsSent()
    {
        const auto world = settledWorld(127);
        Machine &ann = *world->machines[0];
        ann.person.store.failNext(1);
        QCOMPARE(ann.person.cart->edit("add milk", [](Edit &) -> Result<void> { return {}; }).ok(), true); // no delta
        const auto failed = ann.person.cart->edit("name", [](Edit &edit) { return edit.renameCart("gone"); });
        QCOMPARE(failed.error().code, ErrorCode::Io);
        ann.edited();
        QVERIFY(pushedBy(ann).empty());
        for (int i = 0; i < 30; ++i) {
            add(ann, "item " + std::to_string(i));
            const auto history = ann.person.store.history(ann.person.id);
            for (const Delta &sent : pushedBy(ann)) {
                QVERIFY(std::any_of(history->begin(), history->end(), [&](const StoredDelta &stored) {
                    return stored.replica == sent.replica && stored.seq == sent.seq &&
                           stored.bytes == encodeDelta(sent);
                }));
            }
            world->toServer(ann);
            if (i % 3 == 0)
                world->endTurn();
            if (i % 5 == 0)
                ann.deliverOne();
        }
        QVERIFY(world->heal(50));
        QVERIFY(areEqual(*world));
    }

    // A disk that lies: what was sent was not on it. The number is not used for something else.
    void c127_aDiskThatWentBackInTimeUsesNoNumberTwice()
    {
        const auto world = settledWorld(1270);
        Machine &ann = *world->machines[0], &ben = *world->machines[1];
        const MemoryStore before = ann.person.store;
        const ReplicaId old = ann.person.cart->record().ownReplica;
        add(ann, "milk");
        QVERIFY(world->heal(50));
        const std::uint64_t reached = ben.person.cart->baseVector().seen(old);
        ann.plug(false);
        ann.person.store = before;
        ann.crash();
        QVERIFY(!ann.person.line("milk"));
        add(ann, "bread"); // under a number that the others know as milk
        QCOMPARE(ann.person.cart->record().ownSeq, reached);
        QVERIFY(world->heal(50));
        QVERIFY(areEqual(*world));
        for (const auto &machine : world->machines) {
            QCOMPARE(machine->person.quantity("milk"), 1000);
            QCOMPARE(machine->person.quantity("bread"), 1000);
            QCOMPARE(machine->person.cart->baseVector().seen(old), reached);
        }
        QVERIFY(ann.person.cart->record().ownReplica != old);
    }
};

QTEST_APPLESS_MAIN(TestConformance)
#include "tst_conformance.moc"
