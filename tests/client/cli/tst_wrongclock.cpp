#include "commandlinefixture.h"
#include "moodyserver.h"

#include <QDateTime>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

constexpr std::uint64_t aYear = 365ULL * 24 * 60 * 60 * 1000;
constexpr std::uint64_t anHour = 60ULL * 60 * 1000;

} // namespace

// A machine whose clock is wrong, and a server whose clock is right.
class TestWrongClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anInvitationIsGoodForAsLongAsItSays_data()
    {
        QTest::addColumn<bool>("isBehind");
        QTest::newRow("years behind") << true;
        QTest::newRow("years ahead") << false;
    }
    void anInvitationIsGoodForAsLongAsItSays()
    {
        QFETCH(bool, isBehind);
        MoodyServer server;
        const std::uint64_t right = ManualClock().wall;
        CommandLine ann;
        ann.clock.wall = isBehind ? right - 3 * aYear : right + 3 * aYear;
        for (const std::vector<std::string> &words : std::vector<std::vector<std::string>>{
                 {"init", "--name", "Ann"}, {"server", "set", server.url()}, {"cart", "create", "Ours"}})
            QCOMPARE(ann.run(words).code, 0);
        const auto invited = ann.json({"invite", "Ours", "--expires", "1h"});
        QVERIFY2(invited.code == 0, invited.err.c_str());
        const auto expires =
            QDateTime::fromString(invited.json()[QLatin1String("expires")].toString(), Qt::ISODate).toMSecsSinceEpoch();
        const auto lasts = expires - static_cast<qint64>(right);
        QVERIFY2(lasts <= static_cast<qint64>(anHour) && lasts > static_cast<qint64>(anHour - 60'000),
                 invited.out.c_str());
        CommandLine ben;
        const auto joined = ben.json({"join", invited.json()[QLatin1String("link")].toString().toStdString()});
        QVERIFY2(joined.code == 0, joined.err.c_str());
    }
};

QTEST_GUILESS_MAIN(TestWrongClock)
#include "tst_wrongclock.moc"
