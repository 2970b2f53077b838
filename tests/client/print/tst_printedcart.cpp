#include "print/cartpages.h"
#include "print/printedcart.h"
#include "support/manualclock.h"
#include "support/seededrandom.h"
#include "text/quickadd.h"
#include "workspace/itemstoadd.h"

#include <QFile>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;
using namespace evencart::test;

class TestPrintedCart : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    ManualClock m_clock;
    SeededRandom m_random{7};
    std::unique_ptr<Workspace> m_workspace;
    CartReplica *m_cart = nullptr;

    LineId add(const char *text)
    {
        LineId line;
        const auto edited = m_cart->edit("add", [&](Edit &edit) -> Result<void> {
            auto parsed = parseQuickAdd(text, {});
            if (!parsed)
                return parsed.error();
            const auto written = writeItems(edit, {itemToAdd(std::move(*parsed))});
            if (!written)
                return written.error();
            line = written->front();
            return {};
        });
        if (!edited)
            qFatal("%s", edited.error().message.c_str());
        return line;
    }
    PrintedCart printed(PrintWhat what = PrintWhat::ToBuy)
    {
        return printedCart(*m_workspace, *m_cart, {QStringLiteral("Bakery"), QStringLiteral("Dairy")}, what);
    }
    static QStringList aisles(const PrintedCart &cart)
    {
        QStringList names;
        for (const PrintedCart::Aisle &aisle : cart.aisles)
            names << aisle.name;
        return names;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("XDG_STATE_HOME", (m_directory.path() + QStringLiteral("/state")).toUtf8());
        QLocale::setDefault(QLocale::c());
    }
    void init()
    {
        const QString directory = m_directory.path() + QLatin1Char('/') + QLatin1String(QTest::currentTestFunction());
        auto opened = Workspace::open(directory, QStringLiteral("Ann"), m_clock, m_random);
        QVERIFY(opened.ok());
        m_workspace = std::move(*opened);
        const auto created = m_workspace->createCart("Groceries");
        QVERIFY(created.ok());
        m_cart = *m_workspace->cart(*created);
    }
    void cleanup()
    {
        m_cart = nullptr;
        m_workspace.reset();
    }

    void aislesAreInTheOrderOfTheShop()
    {
        for (const char *item :
             {"soap", "tea #pantry", "milk #dairy", "rolls #BAKERY", "apples #fruit", "bread #bakery"})
            add(item);
        const PrintedCart cart = printed();
        QCOMPARE(cart.title, QStringLiteral("Groceries"));
        QCOMPARE(aisles(cart), (QStringList{QStringLiteral("BAKERY"), QStringLiteral("dairy"), QStringLiteral("fruit"),
                                            QStringLiteral("pantry"), QString()}));
        QCOMPARE(cart.aisles.front().lines.size(), std::size_t(2));
        QCOMPARE(cart.lineCount(), std::size_t(6));
    }

    void aLineHasItsAmountNoteAndPerson()
    {
        const LineId line = add("500 g flour");
        QVERIFY(m_cart->edit("note", [&](Edit &edit) { return edit.setNote(line, "whole\ngrain"); }).ok());
        QVERIFY(m_cart->edit("assign", [&](Edit &edit) { return edit.assign(line, m_workspace->self()); }).ok());
        const PrintedCart cart = printed();
        const PrintedCart::Line expected{QStringLiteral("500\u00a0g"), QStringLiteral("flour"),
                                         QStringLiteral("whole grain"), QStringLiteral("Ann"), false};
        QCOMPARE(cart.aisles.front().lines.front(), expected);
    }

    void whatIsBoughtStaysAwayUnlessAskedFor()
    {
        const LineId line = add("milk");
        add("bread");
        QVERIFY(m_cart->edit("check", [&](Edit &edit) { return edit.check(line); }).ok());
        QCOMPARE(printed().lineCount(), std::size_t(1));
        QCOMPARE(printed(PrintWhat::Everything).lineCount(), std::size_t(2));
    }

    void pages_data()
    {
        QTest::addColumn<int>("lines");
        QTest::addColumn<int>("pages");
        QTest::newRow("nothing to buy is one page") << 0 << 1;
        QTest::newRow("a week's list is one page") << 40 << 1;
        QTest::newRow("a large list goes on") << 400 << 6;
    }
    void pages()
    {
        QFETCH(int, lines);
        QFETCH(int, pages);
        PrintedCart cart;
        cart.title = QStringLiteral("Groceries");
        for (int i = 0; i < lines; ++i) {
            if (i % 20 == 0)
                cart.aisles.push_back({QStringLiteral("Aisle %1").arg(i / 20), {}});
            cart.aisles.back().lines.push_back({QStringLiteral("2"), QStringLiteral("Item %1").arg(i), {}, {}, false});
        }
        const QString file = m_directory.path() + QStringLiteral("/pages.pdf");
        QVERIFY(
            writePages(cart, {QStringLiteral("Other"), QStringLiteral("today"), QStringLiteral("%1/%2")}, file).ok());
        QFile pdf(file);
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        const QByteArray content = pdf.readAll();
        QVERIFY(content.startsWith("%PDF-"));
        const qsizetype found = content.count("/Type /Page\n");
        QVERIFY2(found >= pages && found <= pages + 1, qPrintable(QString::number(found)));
    }

    void aPlaceThatCannotBeWrittenIsSaid()
    {
        const auto written = writePages({}, {}, QStringLiteral("/nonexistent/a.pdf"));
        QVERIFY(!written.ok());
        QVERIFY(written.error().code == ErrorCode::Io);
    }
};

QTEST_MAIN(TestPrintedCart)
#include "tst_printedcart.moc"
