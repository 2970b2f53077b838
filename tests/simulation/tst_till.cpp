#include "simulation/tillworld.h"
#include "support/seed.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

// EVENCART_ATTEMPTS=1000000 is what a release shows; EVENCART_SEED replays a run.
std::size_t attemptsOr(std::size_t usual)
{
    const QByteArray given = qgetenv("EVENCART_ATTEMPTS");
    return given.isEmpty() ? usual : given.toULongLong();
}

} // namespace

// Sixty-four buyers, five hundred things, a server that dies inside COMMIT and a network that loses answers: nothing is
// sold that is not there, nothing twice, and everybody learns what became of every order.
class TestTill : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c133_c137_c139_nothingIsSoldTwiceWhateverFails()
    {
        TillSettings settings;
        settings.seed = runSeed("tst_till");
        QElapsedTimer time;
        time.start();
        TillWorld world(settings);
        world.run(attemptsOr(50'000));
        world.settle();
        const auto milliseconds = time.elapsed();
        QVERIFY2(world.unexpected.empty(), world.unexpected.c_str());
        const std::string serial = checkSerialOrder(world.history());
        QVERIFY2(serial.empty(), serial.c_str());
        const std::string search = searchForAnOrder(world.history());
        QVERIFY2(search.empty(), search.c_str());
        const Books books = world.books();
        const std::string sums = checkBooks(world.history(), books);
        QVERIFY2(sums.empty(), sums.c_str());
        const std::string carts = world.checkCarts();
        QVERIFY2(carts.empty(), carts.c_str());
        std::printf(
            "%zu attempts in %.1f s, %zu orders, %zu wishes, %zu kills inside COMMIT, %zu power cuts, %zu full disks, "
            "%zu clock jumps, "
            "%zu answers lost, %zu late messages, %zu resolved by asking, %zu by ordering again, %zu reservations, %zu "
            "refused, %zu released\n",
            world.attempts, static_cast<double>(milliseconds) / 1000, books.ledger.size(),
            world.history().purchases.size(), world.crashesInCommit, world.powerCuts, world.fullDisks, world.clockJumps,
            world.answersLost, world.lateMessages, world.resolvedByAsking, world.resolvedByOrderingAgain,
            world.reservationsMade, world.reservationsRefused, world.reservationsReleased);
        // A run that met none of it shows nothing.
        QVERIFY(world.crashesInCommit > 0 && world.powerCuts > 0 && world.fullDisks > 0 && world.clockJumps > 0);
        QVERIFY(world.answersLost > 0 && world.lateMessages > 0);
        QVERIFY(world.resolvedByAsking > 0 && world.resolvedByOrderingAgain > 0);
        QVERIFY(books.ledger.size() > 100);
        QVERIFY(world.reservationsMade > 100 && world.reservationsRefused > 0 && world.reservationsReleased > 0);
    }
};

int main(int argc, char **argv)
{
    qputenv("QTEST_FUNCTION_TIMEOUT", "7200000"); // a million attempts take their time
    QCoreApplication application(argc, argv);
    TestTill test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_till.moc"
