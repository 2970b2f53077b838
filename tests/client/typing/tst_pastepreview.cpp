#include "typingdesk.h"

#include "translations/translations.h"
#include "typing/cartfiles.h"
#include "typing/pastepreview.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QSignalSpy>

using namespace evencart;
using test::TypingDesk;

class TestPastePreview : public QObject
{
    Q_OBJECT

    std::unique_ptr<TypingDesk> m_desk;
    std::unique_ptr<PastePreview> m_preview;

    QStringList rows() const
    {
        QStringList list;
        for (int row = 0; row < m_preview->count(); ++row) {
            const QModelIndex index = m_preview->index(row);
            list << index.data(PastePreview::NameRole).toString() + QLatin1Char('|') +
                        index.data(PastePreview::AmountRole).toString().replace(QChar(0x00A0), QLatin1Char(' ')) +
                        QLatin1Char('|') + index.data(PastePreview::EffectTextRole).toString() + QLatin1Char('|') +
                        index.data(PastePreview::WhereRole).toString();
        }
        return list;
    }
    bool addToCart(const QString &text)
    {
        QSignalSpy ended(&m_desk->engine(), &Engine::editEnded);
        return m_desk->cart().addText(text).isEmpty() && ended.wait(test::patience);
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TypingDesk>();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->openNewCart("Shop"));
        m_preview = std::make_unique<PastePreview>();
        m_preview->setSession(&m_desk->session());
    }
    void cleanup()
    {
        m_preview.reset();
        m_desk.reset();
    }

    void everyRowSaysWhatWouldHappen()
    {
        const QAbstractItemModelTester tester(m_preview.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(addToCart(QStringLiteral("2x milk")));
        QVERIFY(addToCart(QStringLiteral("eggs")));
        m_desk->cart().check({m_desk->idOf("eggs")});
        m_preview->setText(QStringLiteral("- 500 g flour\n- milk\n* Milk\n- 6x eggs\n0 salt\n[x] tea\n"));
        QTRY_COMPARE(m_preview->count(), 6);
        const QStringList shown = rows();
        QVERIFY2(shown.at(0).endsWith(QStringLiteral("|Line 5")), qPrintable(shown.at(0)));
        QCOMPARE(shown.mid(1), (QStringList{QStringLiteral("flour|500 g|new|"), QStringLiteral("milk||2 → 3|"),
                                            QStringLiteral("Milk||3 → 4|"), QStringLiteral("eggs|6|un-ticked|"),
                                            QStringLiteral("tea||new, ticked|")}));
        QCOMPARE(m_preview->badCount(), 1);
        QVERIFY(m_preview->add());
        QCOMPARE(m_preview->count(), 0);
        QTRY_COMPARE(m_desk->lines(), (QStringList{QStringLiteral("milk 4"), QStringLiteral("eggs 6"),
                                                   QStringLiteral("flour 500 g"), QStringLiteral("[x] tea 1")}));
        QTRY_COMPARE(m_desk->cart().undoText(), QStringLiteral("Add 5 item(s)"));
        m_desk->cart().undo();
        QTRY_COMPARE(m_desk->lines(), (QStringList{QStringLiteral("milk 2"), QStringLiteral("[x] eggs 1")}));
    }

    void theRowsFollowTheCart()
    {
        m_preview->setText(QStringLiteral("milk\nbread"));
        QTRY_COMPARE(m_preview->count(), 2);
        QVERIFY(addToCart(QStringLiteral("milk")));
        QCOMPARE(rows().first(), QStringLiteral("milk||1 → 2|"));
    }

    void onlyTheLastTextCounts()
    {
        m_preview->setText(QStringLiteral("milk"));
        m_preview->setText(QStringLiteral("bread\nbutter"));
        QTRY_COMPARE(m_preview->count(), 2);
        QCOMPARE(rows().first(), QStringLiteral("bread||new|"));
        m_preview->setText(QStringLiteral("tea"));
        m_preview->clear();
        QCoreApplication::processEvents();
        QVERIFY(!m_preview->add());
        QCOMPARE(m_preview->count(), 0);
    }

    void whatIsExportedComesBack_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"json", "csv", "md", "txt"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }
    void whatIsExportedComesBack()
    {
        QFETCH(QString, ending);
        QVERIFY(addToCart(QStringLiteral("2 l milk, cold #dairy @1.99EUR")));
        QVERIFY(addToCart(QStringLiteral("\"7 up\"")));
        CartFiles files;
        files.setProperty("session", QVariant::fromValue(&m_desk->session()));
        QCOMPARE(files.fileName(ending), QStringLiteral("Shop.") + ending);
        const QUrl url = QUrl::fromLocalFile(m_desk->file(qPrintable(files.fileName(ending))));
        QSignalSpy exported(&files, &CartFiles::exported);
        files.exportTo(url);
        QVERIFY(exported.wait(test::patience));
        QCOMPARE(exported.first().at(1).toInt(), 0);
        QVERIFY(m_desk->openNewCart("Copy"));
        m_preview->openFile(url);
        QTRY_COMPARE(m_preview->itemCount(), 2);
        QCOMPARE(m_preview->source(), QStringLiteral("Shop.") + ending);
        QVERIFY(m_preview->add());
        QTRY_COMPARE(m_desk->lines(), (QStringList{QStringLiteral("milk 2 l"), QStringLiteral("7 up 1")}));
        const LineView &milk = m_desk->cart().lines()->line(0);
        QCOMPARE(milk.note, std::string("cold"));
        QCOMPARE(milk.category, std::string("dairy"));
        QCOMPARE(milk.price->minor, std::int64_t(199));
    }

    void aFileThatCannotBeReadSaysWhy()
    {
        m_preview->openFile(QUrl::fromLocalFile(m_desk->file("nothing.csv")));
        QTRY_COMPARE(m_preview->badCount(), 1);
        QVERIFY(rows().first().contains(QStringLiteral("cannot be read")));
        QFile csv(m_desk->file("bad.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("name,quantity\nmilk,2\neggs,none\n");
        csv.close();
        m_preview->openFile(QUrl::fromLocalFile(csv.fileName()));
        QTRY_COMPARE(m_preview->count(), 2);
        QVERIFY2(rows().first().endsWith(QStringLiteral("|line 3")), qPrintable(rows().first()));
        QCOMPARE(m_preview->summary(), QStringLiteral("1 new, 1 cannot be read"));
    }

    // The reader of files knows English alone; what is wrong, and where, was shown in it.
    void whatIsWrongIsSaidInTheLanguageOfTheWindow()
    {
        Translations translations;
        translations.use(QStringLiteral("de"));
        QFile csv(m_desk->file("bad.csv"));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("name,quantity\nmilk,2\neggs,none\n");
        csv.close();
        m_preview->openFile(QUrl::fromLocalFile(csv.fileName()));
        QTRY_COMPARE(m_preview->count(), 2);
        QVERIFY2(rows().first().endsWith(QStringLiteral("„none“ ist keine Menge über 0.|Zeile 3")),
                 qPrintable(rows().first()));
        m_preview->setText(QStringLiteral("milk\nbread #one #two\n")); // a list's own sentence says where
        QTRY_COMPARE(m_preview->count(), 2);
        QTRY_VERIFY2(rows().first().endsWith(QStringLiteral("wenn es zum Namen gehört.|Zeile 2")),
                     qPrintable(rows().first()));
    }

    void anExportThatFailsIsTold()
    {
        CartFiles files;
        files.setProperty("session", QVariant::fromValue(&m_desk->session()));
        QSignalSpy failed(&files, &CartFiles::failed);
        files.exportTo(QUrl::fromLocalFile(m_desk->file("no/such/folder/x.csv")));
        QVERIFY(failed.wait(test::patience));
        QVERIFY(!failed.first().first().toString().isEmpty());
    }

    void aSelectionIsCopiedAsText()
    {
        QVERIFY(addToCart(QStringLiteral("2x milk")));
        QVERIFY(addToCart(QStringLiteral("bread")));
        CartFiles files;
        files.setProperty("session", QVariant::fromValue(&m_desk->session()));
        QCOMPARE(files.textOf({m_desk->idOf("milk")}), QStringLiteral("2x milk\n"));
        QCOMPARE(files.textOf({}).split(QLatin1Char('\n')).size(), 3);
    }
};

QTEST_GUILESS_MAIN(TestPastePreview)
#include "tst_pastepreview.moc"
