#include "support/property.h"
#include "support/world.h"

#include <QTest>

using namespace evencart::test;

// Whatever people do and however it travels, all copies end in the same bytes and show what the slow oracle says.
class TestConvergence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { configureProperties("tst_convergence", runsOr(60'000), 90); }
    void randomHistoriesConverge()
    {
        QElapsedTimer timer;
        timer.start();
        const bool holds = rc::check("random histories converge", [this](std::uint32_t how) {
            const auto words = *histories();
            World world(2 + how % 5);
            if (how % 4 != 0)
                world.stock();
            std::string wrong = world.run(words);
            m_reach.add(world.reach);
            if (wrong.empty())
                wrong = world.laws();
            if (wrong.empty())
                wrong = world.settle(how >> 3);
            if (!wrong.empty())
                RC_FAIL(wrong);
        });
        m_reach.print("tst_convergence");
        std::printf("  %.0f runs per second\n", 1000.0 * double(m_reach.runs) / double(timer.elapsed() + 1));
        QVERIFY(holds);
    }

private:
    Reach m_reach;
};

QTEST_APPLESS_MAIN(TestConvergence)
#include "tst_convergence.moc"
