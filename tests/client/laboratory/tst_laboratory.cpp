#include "demo/demos.h"
#include "identity/keypair.h"
#include "laboratory/laboratory.h"
#include "laboratory/labtimeline.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

namespace {

QVariant of(const LabSeat *seat, const QString &name, int role)
{
    const LabLinesModel *lines = const_cast<LabSeat *>(seat)->lines();
    for (int row = 0; row < lines->rowCount(); ++row) {
        if (lines->index(row).data(LabLinesModel::NameRole) == name)
            return lines->index(row).data(role);
    }
    return {};
}

QImage painted(LabTimeline &line)
{
    QImage image(600, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    line.paint(&painter);
    return image;
}

} // namespace

// The laboratory as the window shows it.
class TestLaboratory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void aChangeTravelsInTheLaboratorysTime()
    {
        Laboratory table;
        QAbstractItemModelTester ann(table.seats()[0]->lines()), ben(table.seats()[1]->lines());
        table.setDelay(500);
        table.act(0, {QStringLiteral("add"), QStringLiteral("2x milk")});
        QCOMPARE(of(table.seats()[0], QStringLiteral("milk"), LabLinesModel::QuantityRole), QStringLiteral("2"));
        QCOMPARE(of(table.seats()[0], QStringLiteral("milk"), LabLinesModel::StateRole), 0);
        QCOMPARE(table.seats()[0]->pending(), 1);
        QVERIFY(!table.isSame());
        table.letPass(700);
        QVERIFY(table.underWay() > 0);
        QCOMPARE(table.seats()[1]->lines()->rowCount(), 0);
        table.letPass(400);
        QCOMPARE(of(table.seats()[1], QStringLiteral("milk"), LabLinesModel::QuantityRole), QStringLiteral("2"));
        QCOMPARE(table.seats()[0]->pending(), 0);
        QVERIFY(table.isSame());
        QSignalSpy changes(table.seats()[1]->lines(), &QAbstractItemModel::dataChanged);
        QSignalSpy resets(table.seats()[1]->lines(), &QAbstractItemModel::modelReset);
        table.act(0, {QStringLiteral("inc"), QStringLiteral("milk")});
        table.letPass(3000);
        QCOMPARE(resets.size(), 0); // the same line, changed in place
        QVERIFY(changes.size() >= 1);
        QCOMPARE(of(table.seats()[1], QStringLiteral("milk"), LabLinesModel::QuantityRole), QStringLiteral("3"));
    }
    void apartBothGoOnAndMeet()
    {
        Laboratory table;
        table.act(0, {QStringLiteral("add"), QStringLiteral("rolls")});
        table.letPass(2000);
        table.setOnline(0, false);
        table.setOnline(1, false);
        QVERIFY(!table.seats()[0]->isOnline());
        table.act(0, {QStringLiteral("note"), QStringLiteral("rolls"), QStringLiteral("dark")});
        table.letPass(10);
        table.act(1, {QStringLiteral("note"), QStringLiteral("rolls"), QStringLiteral("light")});
        table.setOnline(0, true);
        table.setOnline(1, true);
        table.letPass(5000);
        for (const LabSeat *seat : table.seats()) {
            QCOMPARE(of(seat, QStringLiteral("rolls"), LabLinesModel::NoteRole), QStringLiteral("light"));
            QCOMPARE(of(seat, QStringLiteral("rolls"), LabLinesModel::ConflictRole), QStringLiteral("dark"));
        }
        QVERIFY(table.isSame());
        QCOMPARE(table.pauses().size(), size_t(2));
    }
    void withoutAServerNothingArrives()
    {
        Laboratory table;
        table.setServer(false);
        QVERIFY(!table.isServerUp());
        table.act(0, {QStringLiteral("add"), QStringLiteral("milk")});
        table.letPass(10'000);
        QCOMPARE(table.seats()[1]->lines()->rowCount(), 0);
        table.setServer(true);
        table.letPass(5'000);
        QCOMPARE(table.seats()[1]->lines()->rowCount(), 1);
    }
    // Two lines of one name could not be touched: a name alone was said, which fits both.
    void linesOfOneNameAreTouchedByTheirIds()
    {
        QTemporaryDir folder;
        const QUrl file = QUrl::fromLocalFile(folder.filePath(QStringLiteral("flour.demo")));
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        table.act(0, {QStringLiteral("add"), QStringLiteral("flour")});
        table.act(0, {QStringLiteral("add"), QStringLiteral("500 g flour")});
        const LabLinesModel *lines = table.seats()[0]->lines();
        for (int row = 0; row < 2; ++row)
            table.act(0, {QStringLiteral("inc"), lines->index(row).data(LabLinesModel::LineIdRole).toString()});
        QVERIFY2(failures.isEmpty(), failures.isEmpty() ? "" : qPrintable(failures[0][0].toString()));
        QStringList amounts;
        for (int row = 0; row < 2; ++row)
            amounts << lines->index(row).data(LabLinesModel::QuantityRole).toString();
        amounts.sort();
        QCOMPARE(amounts, (QStringList{QStringLiteral("2"), QStringLiteral("501 g")}));
        table.act(0, {QStringLiteral("inc"), QStringLiteral("flour")});
        QVERIFY(failures.at(0).at(0).toString().contains(QStringLiteral("fits several lines")));
        QVERIFY(table.saveTrace(file));
        QFile trace(file.toLocalFile());
        QVERIFY(trace.open(QIODevice::ReadOnly));
        const QByteArray text = trace.readAll();
        QVERIFY2(text.contains("inc Groceries \"flour [g]\"") && text.contains("inc Groceries \"flour []\""),
                 text.constData());
    }
    void whatCannotBeDoneIsSaid()
    {
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        table.act(0, {QStringLiteral("inc"), QStringLiteral("nothing")});
        table.act(0, {QStringLiteral("add"), QStringLiteral("0x milk")});
        QCOMPARE(failures.size(), 2);
        table.act(7, {QStringLiteral("add"), QStringLiteral("milk")}); // there is no such seat
        QCOMPARE(failures.size(), 2);
    }

    void demonstrationsAreToldSentenceBySentence_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto &demo : Laboratory().demos())
            QTest::newRow(qPrintable(demo.toMap()[QStringLiteral("name")].toString()))
                << demo.toMap()[QStringLiteral("name")].toString();
    }
    void demonstrationsAreToldSentenceBySentence()
    {
        QFETCH(QString, name);
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        table.setProperty("language", QStringLiteral("de"));
        table.openDemo(name);
        QVERIFY(!table.title().isEmpty());
        QVERIFY(!table.isOver());
        const qsizetype first = table.told().size();
        QVERIFY(first >= 1);
        table.nextStep();
        QVERIFY(table.told().size() > first);
        table.playToTheEnd();
        QVERIFY2(failures.isEmpty(), failures.isEmpty() ? "" : qPrintable(failures[0][0].toString()));
        QVERIFY(table.isOver());
    }
    // It ended as one that holds does, with "The end".
    void whatDoesNotHoldIsToldAsSuch()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("untrue.demo")));
        const QByteArray text =
            "title T\npeople Ann Ben\ncart Week: Ann Ben\nsay One.\nAnn: add Week milk\nAnn: inc Week "
            "bread => failed\nBen sees milk: quantity 2\nsay Two.\n";
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        QVERIFY(table.openTrace(QUrl::fromLocalFile(file.fileName())));
        QVERIFY(table.isTrace());
        table.playToTheEnd();
        QVERIFY(table.isOver());
        QVERIFY(table.isBroken());
        const QVariantMap last = table.told().last().toMap();
        QCOMPARE(last[QStringLiteral("kind")].toString(), QStringLiteral("failed"));
        QCOMPARE(last[QStringLiteral("text")].toString(),
                 QStringLiteral("In line 7 of the demonstration: Ben sees quantity 1 and not 2."));
        QCOMPARE(failures.size(), 1);
        QVERIFY(table.told()[2].toMap()[QStringLiteral("text")].toString().endsWith(QStringLiteral("not possible")));
        const QVariantList told = table.told();
        table.beginAgain(); // what was opened, not a free table
        QVERIFY(table.isTrace());
        QCOMPARE(table.told(), told);
        table.openTable();
        QVERIFY(!table.isBroken());
        QVERIFY(!table.isTrace());
    }
    void aFreeTableIsFreshAgain()
    {
        Laboratory table;
        table.act(0, {QStringLiteral("add"), QStringLiteral("milk")});
        table.openDemo(QStringLiteral("likes"));
        QCOMPARE(table.seats().size(), 4);
        QSignalSpy changed(&table, &Laboratory::tableChanged);
        table.openTable(3);
        QCOMPARE(changed.size(), 2); // nobody, and then the two
        QCOMPARE(table.seats().size(), 2);
        QCOMPARE(table.seats()[0]->lines()->rowCount(), 0);
        QVERIFY(table.told().isEmpty());
    }

    void aTraceIsPlayedAgain()
    {
        QTemporaryDir folder;
        const QUrl file = QUrl::fromLocalFile(folder.filePath(QStringLiteral("morning.demo")));
        Laboratory table;
        table.openTable(11);
        table.setLoss(40);
        table.setDelay(300);
        table.act(0, {QStringLiteral("add"), QStringLiteral("milk, \"fresh\"")});
        table.letPass(123);
        table.setOnline(1, false);
        table.act(1, {QStringLiteral("add"), QStringLiteral("bread")});
        table.act(1, {QStringLiteral("add"), QStringLiteral("--profile")}); // which is refused, and no part of it
        table.act(1, {QStringLiteral("add"), QStringLiteral("-")});
        table.act(1, {QStringLiteral("inc"), QStringLiteral("eggs")}); // which fails, and does so again
        table.letPass(1000);
        table.setOnline(1, true);
        table.letPass(20'000);
        QVERIFY(table.saveTrace(file));
        const QString digest = table.seats()[0]->digest();
        const auto signals = table.world()->signals().size();

        Laboratory again;
        QSignalSpy failures(&again, &Laboratory::failed);
        QVERIFY(again.openTrace(file));
        again.playToTheEnd();
        QCOMPARE(failures.size(), 0);
        QCOMPARE(again.seats()[0]->digest(), digest);
        QCOMPARE(again.world()->signals().size(), signals);
    }
    void filesThatAreNoTracesAreSaidToBeNone()
    {
        QTemporaryDir folder;
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        QVERIFY(!table.openTrace(QUrl::fromLocalFile(folder.filePath(QStringLiteral("none.demo")))));
        QFile file(folder.filePath(QStringLiteral("some.demo")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("hello\n") == 6);
        file.close();
        QVERIFY(!table.openTrace(QUrl::fromLocalFile(file.fileName())));
        QVERIFY(!table.saveTrace(QUrl::fromLocalFile(folder.filePath(QStringLiteral("no/such/place.demo")))));
        QCOMPARE(failures.size(), 3);
        QCOMPARE(table.seats().size(), 2); // the table is as it was
    }

    // A text that can be read and not be played took the window down, and the carts in it with it.
    void whatCannotBePlayedLeavesAFreeTable_data()
    {
        QTest::addColumn<QByteArray>("cast");
        QTest::newRow("goods that are none") << QByteArray("cart Week: Ann Ben\ngoods bad,row\n");
        QTest::newRow("a cart's name that is no text") << QByteArray("cart We\x01"
                                                                     "ek: Ann Ben\n");
    }
    void whatCannotBePlayedLeavesAFreeTable()
    {
        QFETCH(QByteArray, cast);
        const QByteArray text = "title T\npeople Ann Ben\n" + cast + "say So.\n";
        QVERIFY(readDemo(text.toStdString()).ok());
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("bad.demo")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        QVERIFY(!table.openTrace(QUrl::fromLocalFile(file.fileName())));
        QCOMPARE(failures.size(), 1);
        QCOMPARE(table.demo(), QString());
        QCOMPARE(table.seats().size(), 2);
        table.act(0, {QStringLiteral("add"), QStringLiteral("milk")});
        QCOMPARE(table.seats()[0]->lines()->rowCount(), 1);
    }
    // What was cut off might be what does not hold.
    void aTextThatIsTooLongIsNotPlayedInPart()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("long.demo")));
        QByteArray text = "title T\npeople Ann Ben\ncart Week: Ann Ben\nsay So.\n";
        text += QByteArray(demoBytes - text.size(), '\n') + "Ann sees milk: quantity 1\n";
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        Laboratory table;
        QSignalSpy failures(&table, &Laboratory::failed);
        QVERIFY(!table.openTrace(QUrl::fromLocalFile(file.fileName())));
        QVERIFY(failures.at(0).at(0).toString().contains(QStringLiteral("larger")));
        QVERIFY(!table.openTrace(QUrl::fromLocalFile(folder.path())));
        QCOMPARE(failures.size(), 2);
    }

    void theTimeLineShowsWhatIsUnderWay()
    {
        Laboratory table;
        LabTimeline line;
        line.setSize({600, 200});
        line.setLaboratory(&table);
        for (const char *colour : {"text", "faint", "lane", "up", "down", "lost"})
            line.setProperty(colour, QColor(Qt::black));
        line.setProperty("up", QColor(Qt::red));
        const auto redPixels = [&] {
            const QImage image = painted(line);
            int count = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
            }
            return count;
        };
        table.letPass(30'000); // the beginning is out of sight
        QCOMPARE(redPixels(), 0);
        table.setDelay(1000);
        table.act(0, {QStringLiteral("add"), QStringLiteral("milk")});
        table.letPass(200);
        const int begun = redPixels();
        QVERIFY(begun > 0);
        table.letPass(800);
        QVERIFY(redPixels() > begun);
    }
    void timePassesByItselfWhereItIsLetGo()
    {
        Laboratory table;
        const double before = table.seconds();
        QSignalSpy running(&table, &Laboratory::runningChanged);
        table.setRunning(true);
        QTRY_VERIFY(table.seconds() > before + 0.1);
        table.setRunning(false);
        QCOMPARE(running.size(), 2);
    }
};

QTEST_MAIN(TestLaboratory)
#include "tst_laboratory.moc"
