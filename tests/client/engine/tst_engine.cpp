#include "support/desk.h"
#include "support/serverprocess.h"

using namespace evencart;
using namespace evencart::test;

namespace {

// Adds one thing. Runs on the engine's thread.
CartReplica::Action adding(const std::string &name)
{
    return [name](Edit &edit) -> Result<void> {
        NewItem item;
        item.name = name;
        const auto added = edit.add(item);
        return added ? Result<void>() : added.error();
    };
}

} // namespace

// The thread behind the window: in order, nothing lost, nobody called who is gone; and two of them over a real server.
class TestEngine : public QObject
{
    Q_OBJECT

    static CartId newCart(Desk &desk, const std::string &name)
    {
        return desk.ask<CartId>([name](EngineRoom &room) {
            const auto cart = room.workspace().createCart(name);
            if (!cart)
                throw std::runtime_error(cart.error().message);
            room.cartTouched(*cart, {});
            return *cart;
        });
    }
    static std::size_t lines(Desk &desk, const CartId &cart)
    {
        return desk.ask<std::size_t>([cart](EngineRoom &room) {
            const auto replica = room.workspace().cart(cart);
            return replica ? (*replica)->view().count() : 0;
        });
    }
    static void useServer(Desk &desk, const ServerProcess &server)
    {
        QCOMPARE(desk.ask<std::string>([url = server.url, print = server.fingerprint](EngineRoom &room) {
            const auto set = room.workspace().profile().setServer(url, print);
            room.profileTouched();
            room.reconnect();
            return set ? std::string() : set.error().message;
        }),
                 std::string());
    }
    // Ben takes part in Ann's cart, as an invitation link would make him.
    static void letIn(Desk &ann, Desk &ben, const CartId &cart)
    {
        SystemRandom random;
        const KeyPair key = KeyPair::generate(random);
        std::optional<Result<protocol::Invited>> invited;
        QTRY_VERIFY(ann.ask<bool>([cart](EngineRoom &room) { return room.client().isSettled(cart); }));
        ann.engine().askLater<Result<protocol::Invited>>(
            &ann.engine(),
            [=](EngineRoom &room, auto reply) {
                room.client().invite({cart, Role::Editor, key, 0, 1}, std::move(reply));
            },
            [&](Result<protocol::Invited> answer) { invited = std::move(answer); });
        QTRY_VERIFY(invited.has_value());
        QVERIFY2(invited->ok(), invited->ok() ? "" : invited->error().message.c_str());
        std::optional<bool> joined;
        QTRY_VERIFY(ben.session().sync()->state() == SyncStatus::Online);
        ben.engine().askLater<bool>(
            &ben.engine(),
            [=](EngineRoom &room, auto reply) {
                room.client().join(cart, key, [&room, reply](const Result<protocol::Joined> &answer) {
                    const bool in =
                        answer.ok() && room.workspace().adoptCart(answer->cart, answer->proof, answer->role).ok();
                    if (in)
                        room.cartTouched(answer->cart, {});
                    reply(in);
                });
            },
            [&](bool in) { joined = in; });
        QTRY_VERIFY(joined.has_value());
        QVERIFY(*joined);
    }
    // Ann's cart "week" has milk in it.
    [[nodiscard]] static bool openBoth(Desk &ann, Desk &ben)
    {
        return ann.open("Ann") && ben.open("Ben") && ann.openNewCart("week") &&
               ann.cart().addText(QStringLiteral("milk")).isEmpty();
    }
    static std::string digest(Desk &desk, const CartId &cart)
    {
        return desk.ask<std::string>([cart](EngineRoom &room) -> std::string {
            const auto replica = room.workspace().cart(cart);
            return replica ? toHex(asBytes((*replica)->baseDigest())) : replica.error().message;
        });
    }

private Q_SLOTS:
    void ticketsComeBackInOrder()
    {
        Desk desk;
        QVERIFY(desk.open());
        const CartId cart = newCart(desk, "week");
        std::vector<Ticket> ended, updated;
        connect(&desk.engine(), &Engine::editEnded, this,
                [&](const EditOutcome &outcome) { ended.push_back(outcome.ticket); });
        connect(&desk.engine(), &Engine::cartUpdated, this, [&](const CartUpdate &update) {
            if (update.source == CartUpdate::Source::Own)
                updated.push_back(update.ticket);
        });
        desk.engine().watch(cart);
        std::vector<Ticket> asked;
        for (int n = 0; n < 30; ++n)
            asked.push_back(desk.engine().edit(cart, QStringLiteral("add"), adding("item " + std::to_string(n))));
        asked.push_back(desk.engine().undo(cart));
        asked.push_back(desk.engine().redo(cart));
        asked.push_back(desk.engine().edit(cart, QStringLiteral("fail"), [](Edit &) -> Result<void> {
            return Error{ErrorCode::InvalidInput, "No."};
        }));
        QVERIFY(desk.settle());
        QVERIFY(std::is_sorted(asked.begin(), asked.end()));
        QCOMPARE(ended, asked);
        QCOMPARE(updated, asked);
    }

    void anUpdateSaysWhatChangedAndNoMore()
    {
        Desk desk;
        QVERIFY(desk.open());
        const CartId cart = newCart(desk, "week");
        std::vector<CartUpdate> updates;
        connect(&desk.engine(), &Engine::cartUpdated, this,
                [&](const CartUpdate &update) { updates.push_back(update); });
        desk.engine().edit(cart, QStringLiteral("add milk"), adding("milk")); // nobody watches yet
        desk.engine().watch(cart);
        desk.engine().edit(cart, QStringLiteral("add eggs"), adding("eggs"));
        desk.engine().edit(cart, QStringLiteral("clear"), [](Edit &edit) -> Result<void> {
            edit.clear(false);
            return {};
        });
        desk.engine().unwatch(cart);
        desk.engine().undo(cart);
        QVERIFY(desk.settle());
        QCOMPARE(updates.size(), std::size_t(3));
        QVERIFY(updates[0].source == CartUpdate::Source::Opened);
        QCOMPARE(updates[0].lines.size(), std::size_t(1));
        QCOMPARE(updates[0].name, std::string("week"));
        QCOMPARE(updates[1].lines.size(), std::size_t(1));
        QCOMPARE(updates[1].lines[0].view.name, std::string("eggs"));
        QCOMPARE(updates[1].undo.undo, std::string("add eggs"));
        QCOMPARE(updates[2].gone.size(), std::size_t(2));
        QVERIFY(updates[2].lines.empty());
    }

    void whoIsGoneIsNotCalled()
    {
        Desk desk;
        QVERIFY(desk.open());
        auto asker = std::make_unique<QObject>();
        bool called = false;
        desk.engine().ask<int>(
            asker.get(), [](EngineRoom &) { return 1; }, [&](int) { called = true; });
        asker.reset();
        QVERIFY(desk.settle());
        QVERIFY(!called);
        // An answer that comes after the engine itself is gone reaches nobody either.
        QObject patient;
        desk.engine().ask<int>(
            &patient, [](EngineRoom &) { return 1; }, [&](int) { called = true; });
        desk.stop();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QVERIFY(!called);
        desk.start();
    }

    void workBeforeOpeningIsNothing()
    {
        Desk desk;
        bool called = false;
        desk.engine().ask<int>(
            this, [](EngineRoom &) { return 1; }, [&](int) { called = true; });
        desk.engine().edit(CartId(), QStringLiteral("add"), adding("milk"));
        desk.engine().syncNow();
        QVERIFY(desk.open());
        QVERIFY(desk.settle());
        QVERIFY(!called);
    }

    void endingLosesNothing()
    {
        Desk desk;
        QVERIFY(desk.open());
        const CartId cart = newCart(desk, "week");
        for (int n = 0; n < 200; ++n)
            desk.engine().edit(cart, QStringLiteral("add"), adding("item " + std::to_string(n)));
        desk.stop(); // at once
        desk.start();
        QVERIFY(desk.open());
        QCOMPARE(lines(desk, cart), std::size_t(200));
    }

    void aBurstIsOneListOfCarts()
    {
        Desk desk;
        QVERIFY(desk.open());
        const CartId cart = newCart(desk, "week");
        QVERIFY(desk.settle());
        QSignalSpy lists(&desk.engine(), &Engine::cartsChanged);
        // All in one turn of the engine's loop, so that the timer of the list cannot run out between them.
        desk.ask<bool>([cart](EngineRoom &room) {
            for (int n = 0; n < 200; ++n)
                room.edit(0, cart, "add", adding("item " + std::to_string(n)));
            return true;
        });
        // The first list may not have come yet, or be the empty one of the opening.
        QTRY_COMPARE(desk.session().carts()->carts().size(), std::size_t(1));
        QTRY_COMPARE(desk.session().carts()->carts().front().lines, std::size_t(200));
        QVERIFY2(lists.size() <= 2, QByteArray::number(lists.size()).constData());
    }

    // Saved here, on the server, seen by the others: told for each line, by itself.
    void twoPeopleOverAServer()
    {
        ServerProcess server;
        Desk ann, ben;
        QVERIFY(openBoth(ann, ben));
        const CartId cart = *ann.cart().id();
        const auto state = [](Desk &desk, const char *name) { return desk.of(name, LineModel::StateRole).toInt(); };
        QVERIFY(ann.settle());
        QCOMPARE(state(ann, "milk"), int(LineModel::SavedHere));
        useServer(ann, server);
        useServer(ben, server);
        QTRY_COMPARE(ann.session().sync()->state(), SyncStatus::Online);
        QTRY_VERIFY(state(ann, "milk") != int(LineModel::SavedHere));
        letIn(ann, ben, cart);
        ben.session().openCart(QString::fromStdString(cart.toString()));
        QTRY_COMPARE(ben.amount("milk"), QStringLiteral("1"));
        QTRY_COMPARE(state(ann, "milk"), int(LineModel::SeenByOthers));

        // Ben is away: what Ann does gets as far as the server, and is seen when he is back.
        ben.session().setWorkOffline(true);
        QTRY_COMPARE(ben.session().sync()->state(), SyncStatus::WorkOffline);
        std::vector<int> seen;
        connect(ann.cart().lines(), &QAbstractItemModel::dataChanged, this,
                [&] { seen.push_back(state(ann, "milk")); });
        ann.cart().increase(ann.idOf("milk"));
        QCOMPARE(state(ann, "milk"), int(LineModel::SavedHere));
        QTRY_COMPARE(state(ann, "milk"), int(LineModel::OnServer));
        ben.cart().addText(QStringLiteral("eggs"));
        ben.session().setWorkOffline(false);
        QTRY_COMPARE(ben.amount("milk"), QStringLiteral("2"));
        QCOMPARE(ben.of("milk", LineModel::GlowRole).toInt(), 1);
        QTRY_COMPARE(state(ann, "milk"), int(LineModel::SeenByOthers));
        QVERIFY(std::is_sorted(seen.begin(), seen.end()));
        QTRY_COMPARE(ann.amount("eggs"), QStringLiteral("1"));
        QTRY_VERIFY(ann.session().sync()->state() == SyncStatus::Online);
        QTRY_VERIFY(ben.session().sync()->state() == SyncStatus::Online);
        QTRY_COMPARE(digest(ann, cart), digest(ben, cart));
        QCOMPARE(ann.of("eggs", LineModel::WantedByRole).toList().first().toMap()[QStringLiteral("name")].toString(),
                 QStringLiteral("Ben"));
    }

    // Both edit one line while neither reaches the other; both end with the same.
    void apartAndTogetherAgain()
    {
        ServerProcess server;
        Desk ann, ben;
        QVERIFY(openBoth(ann, ben));
        const CartId cart = *ann.cart().id();
        useServer(ann, server);
        useServer(ben, server);
        letIn(ann, ben, cart);
        ben.session().openCart(QString::fromStdString(cart.toString()));
        QTRY_COMPARE(ben.amount("milk"), QStringLiteral("1"));
        ann.session().setWorkOffline(true);
        ben.session().setWorkOffline(true);
        ann.cart().remove({ann.idOf("milk")});
        ben.cart().increase(ben.idOf("milk"));
        ann.cart().addText(QStringLiteral("tea"));
        ben.cart().addText(QStringLiteral("TEA"));
        QVERIFY(ann.settle());
        QVERIFY(ben.settle());
        ann.session().setWorkOffline(false);
        ben.session().setWorkOffline(false);
        QTRY_COMPARE(ann.amount("milk"), QStringLiteral("1")); // what Ben asked for outlives the removal
        // One line under the earlier of the two names; which was earlier is up to the clock.
        const auto tea = [](Desk &desk) { return desk.amount("tea") + desk.amount("TEA"); };
        QTRY_COMPARE(tea(ann), QStringLiteral("2"));
        QTRY_COMPARE(tea(ben), QStringLiteral("2"));
        QTRY_COMPARE(ben.amount("milk"), QStringLiteral("1"));
        QTRY_COMPARE(digest(ann, cart), digest(ben, cart));
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
