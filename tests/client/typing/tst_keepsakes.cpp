// Staples and templates: what is kept per profile and offered again.
#include "typingdesk.h"

#include "typing/staples.h"
#include "typing/templates.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QDir>
#include <QSignalSpy>

using namespace evencart;
using test::TypingDesk;

namespace {

constexpr std::uint64_t day = 24ull * 60 * 60 * 1000;

}

class TestKeepsakes : public QObject
{
    Q_OBJECT

    std::unique_ptr<TypingDesk> m_desk;
    std::uint64_t m_now = 0;

    Staples &staples()
    {
        Staples &kept = Staples::of(m_desk->session());
        kept.setNow([this] { return m_now; });
        return kept;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TypingDesk>();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->openNewCart("Shop"));
        m_now = static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch());
    }

    void aStapleIsDueAfterItsDaysAndAddedOnlyWhenAsked()
    {
        Staples &kept = staples();
        const QAbstractItemModelTester tester(&kept, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(kept.keep(QStringLiteral("2 l zmilk #dairy"), 4), QString());
        QVERIFY(!kept.keep(QStringLiteral("0 salt"), 4).isEmpty());
        QCOMPARE(kept.count(), 1);
        QCOMPARE(kept.daysOf(QStringLiteral("ZMilk")), 4);
        QCOMPARE(kept.dueCount(), 0);
        m_now += 3 * day;
        kept.setNow([this] { return m_now; });
        QCOMPARE(kept.dueText(), QString());
        QCOMPARE(kept.index(0).data(Staples::DueTextRole).toString(), QStringLiteral("in 1 day(s)"));
        m_now += day;
        kept.setNow([this] { return m_now; });
        QCOMPARE(kept.dueText(), QStringLiteral("Due: zmilk"));
        QVERIFY(m_desk->lines().isEmpty());
        kept.add(0);
        QTRY_COMPARE(m_desk->lines(), QStringList{QStringLiteral("zmilk 2 l")});
        QTRY_COMPARE(kept.dueCount(), 0); // it is on its way
        QCOMPARE(kept.index(0).data(Staples::DueTextRole).toString(), QStringLiteral("in the cart"));
    }

    void whatIsDueComesFirstAndIsAddedAtOnce()
    {
        Staples &kept = staples();
        const QAbstractItemModelTester tester(&kept, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(kept.keep(QStringLiteral("zsoap"), 30), QString());
        QCOMPARE(kept.keep(QStringLiteral("zbread"), 3), QString());
        QCOMPARE(kept.keep(QStringLiteral("zmilk"), 4), QString());
        m_now += 5 * day;
        kept.setNow([this] { return m_now; });
        QCOMPARE(kept.dueText(), QStringLiteral("Due: zbread, zmilk"));
        kept.skip(0);
        QCOMPARE(kept.dueText(), QStringLiteral("Due: zmilk"));
        kept.setDays(kept.rowCount() - 1, 4); // soap
        QCOMPARE(kept.dueCount(), 2);
        kept.addDue();
        QTRY_COMPARE(m_desk->lines().size(), 2);
        QTRY_VERIFY(!m_desk->cart().undoText().isEmpty());
        m_desk->cart().undo();
        QTRY_COMPARE(m_desk->lines(), QStringList()); // one step
        QTRY_COMPARE(kept.dueCount(), 2);
        kept.remove(0);
        QCOMPARE(kept.count(), 2);
    }

    void bothAreThereAfterARestart()
    {
        QVERIFY(m_desk->cart().addText(QStringLiteral("2 l zmilk, cold #dairy @1.99EUR")).isEmpty());
        QTRY_COMPARE(m_desk->lines().size(), 1);
        QCOMPARE(staples().keepLine(m_desk->idOf("zmilk"), 4), QString());
        Templates &templates = Templates::of(m_desk->session());
        const QAbstractItemModelTester tester(&templates, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(templates.keepLines(QStringLiteral("Sunday"), {}), QString());
        QCOMPARE(templates.keep(QStringLiteral("barbecue"), QStringLiteral("4x sausages\nbeer")), QString());
        QVERIFY(!templates.keep(QStringLiteral(" "), QStringLiteral("beer")).isEmpty());
        QVERIFY(!templates.keep(QStringLiteral("empty"), QString()).isEmpty());
        QCOMPARE(templates.index(0).data(Templates::NameRole).toString(), QStringLiteral("barbecue"));
        m_desk->stop();
        m_desk->start();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->openNewCart("Next"));
        QTRY_COMPARE(staples().count(), 1);
        QCOMPARE(staples().index(0).data(Staples::TextRole).toString(), QStringLiteral("2 l zmilk #dairy @1.99EUR"));
        Templates &again = Templates::of(m_desk->session());
        QTRY_COMPARE(again.count(), 2);
        QCOMPARE(again.textAt(1), QStringLiteral("2 l zmilk #dairy @1.99EUR, cold\n"));
        QCOMPARE(again.index(0).data(Templates::PreviewRole).toString(), QStringLiteral("sausages, beer"));
        QVERIFY(again.contains(QStringLiteral("Sunday")));
        QCOMPARE(again.keep(QStringLiteral("Sunday"), QStringLiteral("tea")), QString()); // replaced
        QCOMPARE(again.count(), 2);
        again.remove(0);
        QCOMPARE(again.count(), 1);
    }

    void aDamagedFileIsPutAsideAndTold()
    {
        QFile file(m_desk->file("templates.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"templates\": [");
        file.close();
        QSignalSpy failure(&m_desk->session(), &AppSession::failure);
        Templates &templates = Templates::of(m_desk->session());
        QVERIFY(failure.wait(test::patience));
        QVERIFY(failure.first().first().toString().contains(QStringLiteral("put aside")));
        QCOMPARE(templates.keep(QStringLiteral("tea"), QStringLiteral("tea")), QString());
        QVERIFY(QFile::exists(file.fileName() + QStringLiteral(".unreadable")));
        QTRY_VERIFY(QFile::exists(file.fileName()));
    }

    void aFailedWriteIsTold()
    {
        QSignalSpy failure(&m_desk->session(), &AppSession::failure);
        // A directory in the file's place: nobody can write over that, not even root.
        QVERIFY(QDir(m_desk->profile()).mkpath(QStringLiteral("staples.json/inside")));
        Staples &kept = staples();
        QTRY_COMPARE(failure.count(), 1); // it cannot be read either
        QVERIFY(kept.keep(QStringLiteral("tea"), 3).isEmpty());
        QTRY_VERIFY(failure.count() >= 2);
        QVERIFY(failure.last().first().toString().contains(QStringLiteral("staples.json")));
    }
};

QTEST_GUILESS_MAIN(TestKeepsakes)
#include "tst_keepsakes.moc"
