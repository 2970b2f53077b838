#include "typingdesk.h"

#include "typing/quickadd.h"
#include "typing/suggestions.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace evencart;
using test::TypingDesk;

class TestQuickAdd : public QObject
{
    Q_OBJECT

    std::unique_ptr<TypingDesk> m_desk;
    std::unique_ptr<QuickAdd> m_field;

    bool add(const QString &text)
    {
        QSignalSpy added(&m_desk->cart(), &OpenCart::added);
        m_field->setText(text);
        return m_field->add() && (!added.isEmpty() || added.wait(test::patience));
    }
    QStringList chips() const
    {
        QStringList list;
        for (const QVariant &chip : m_field->chips()) {
            const QVariantMap map = chip.toMap();
            list << map[QStringLiteral("kind")].toString() + QLatin1Char('=') + map[QStringLiteral("text")].toString();
        }
        return list;
    }
    static QStringList names(const Suggestions &suggestions)
    {
        QStringList list;
        for (int row = 0; row < suggestions.count(); ++row)
            list << suggestions.index(row).data(Suggestions::NameRole).toString();
        return list;
    }

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<TypingDesk>();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->openNewCart("Shop"));
        m_field = std::make_unique<QuickAdd>();
        m_field->setSession(&m_desk->session());
    }
    void cleanup()
    {
        m_field.reset();
        m_desk.reset();
    }

    void whatIsTypedIsShownInChips()
    {
        m_field->setText(QStringLiteral("2 l zmilk, cold #dairy @1.99EUR"));
        QCOMPARE(chips(),
                 (QStringList{QStringLiteral("quantity=2"), QStringLiteral("unit=l"), QStringLiteral("note=cold"),
                              QStringLiteral("category=#dairy"), QStringLiteral("price=@1.99EUR")}));
        QCOMPARE(m_field->name(), QStringLiteral("zmilk"));
        QVERIFY(m_field->canAdd());
        QCOMPARE(m_field->problem(), QString());
        m_field->setText(QStringLiteral("0 zmilk"));
        QVERIFY(!m_field->canAdd());
        QVERIFY(!m_field->problem().isEmpty());
        QVERIFY(!m_field->add());
        QCOMPARE(m_field->text(), QStringLiteral("0 zmilk"));
        m_field->setText(QStringLiteral("  "));
        QCOMPARE(m_field->problem(), QString());
    }

    void addingAgainSaysWhatItDoes()
    {
        QVERIFY(add(QStringLiteral("2x zmilk")));
        m_field->setText(QStringLiteral("2x ZMILK"));
        QVERIFY2(m_field->hint().contains(QStringLiteral("2 → 4")), qPrintable(m_field->hint()));
        m_field->setText(QStringLiteral("1 l zmilk"));
        QVERIFY2(m_field->hint().contains(QStringLiteral("second line")), qPrintable(m_field->hint()));
        m_field->setText(QStringLiteral("zbread"));
        QCOMPARE(m_field->hint(), QString());
        QVERIFY(add(QStringLiteral("2x ZMILK")));
        QTRY_COMPARE(m_desk->lines(), QStringList{QStringLiteral("zmilk 4")});
    }

    void aTickedLineIsWantedAgain()
    {
        QVERIFY(add(QStringLiteral("2x zmilk")));
        m_desk->cart().check({m_desk->idOf("zmilk")});
        QTRY_COMPARE(m_desk->lines(), QStringList{QStringLiteral("[x] zmilk 2")});
        m_field->setText(QStringLiteral("zmilk"));
        QVERIFY2(m_field->hint().contains(QStringLiteral("un-ticks")), qPrintable(m_field->hint()));
        QVERIFY(m_field->add());
        QCOMPARE(m_desk->lines(), QStringList{QStringLiteral("zmilk 1")}); // at once
        QSignalSpy ended(&m_desk->engine(), &Engine::editEnded);
        QVERIFY(ended.wait(test::patience));
        QCOMPARE(m_desk->lines(), QStringList{QStringLiteral("zmilk 1")});
        m_desk->cart().undo();
        QTRY_COMPARE(m_desk->lines(), QStringList{QStringLiteral("[x] zmilk 2")}); // one step
    }

    void backspaceTakesARecognitionBack()
    {
        m_field->setText(QStringLiteral("7 up"));
        QCOMPARE(chips(), QStringList{QStringLiteral("quantity=7")});
        QVERIFY(m_field->unrecogniseBefore(1));
        QVERIFY(chips().isEmpty());
        QVERIFY(!m_field->unrecogniseBefore(1)); // now the key deletes
        QVERIFY(m_field->add());
        QTRY_COMPARE(m_desk->lines(), QStringList{QStringLiteral("7 up 1")});
    }

    void theUsualCategoryComesAlongUnlessItIsDropped()
    {
        QVERIFY(add(QStringLiteral("zmilk #dairy")));
        QVERIFY(m_desk->openNewCart("Other"));
        m_field->setText(QStringLiteral("zmilk"));
        QTRY_COMPARE(chips(), QStringList{QStringLiteral("category=dairy")});
        QVERIFY(m_field->chips().first().toMap()[QStringLiteral("usual")].toBool());
        m_field->dropUsual();
        QVERIFY(chips().isEmpty());
        m_field->setText({});
        QVERIFY(add(QStringLiteral("zmilk")));
        QTRY_COMPARE(m_desk->cart().categories(), QStringList{QStringLiteral("dairy")});
    }

    void suggestionsBringEverythingAlong()
    {
        QVERIFY(add(QStringLiteral("2 l zmilk #dairy @1.99EUR")));
        QVERIFY(add(QStringLiteral("zmint tea")));
        QVERIFY(m_desk->openNewCart("Other"));
        Suggestions suggestions;
        const QAbstractItemModelTester tester(&suggestions, QAbstractItemModelTester::FailureReportingMode::QtTest);
        suggestions.setField(m_field.get());
        m_field->setText(QStringLiteral("zmi"));
        QTRY_COMPARE(suggestions.count(), 2);
        m_field->setText(QStringLiteral("ZMIL"));
        QCOMPARE(names(suggestions), QStringList{QStringLiteral("zmilk")});
        QCOMPARE(suggestions.fillText(0), QStringLiteral("2 l zmilk #dairy @1.99EUR"));
        QCOMPARE(suggestions.index(0).data(Suggestions::BeginRole).toInt(), 0);
        QCOMPARE(suggestions.index(0).data(Suggestions::LengthRole).toInt(), 4);
        m_field->setText(QStringLiteral("3 zmil")); // what is typed stays
        QCOMPARE(suggestions.fillText(0), QStringLiteral("3 l zmilk #dairy @1.99EUR"));
        m_field->setText(QStringLiteral("3x zmil"));
        QCOMPARE(suggestions.fillText(0), QStringLiteral("3x zmilk #dairy @1.99EUR"));
        m_field->setText(QStringLiteral("tea"));
        QCOMPARE(names(suggestions), QStringList{QStringLiteral("zmint tea")});
        m_field->setText(QStringLiteral("zmint tea, green"));
        QCOMPARE(suggestions.count(), 0);
        QCOMPARE(suggestions.fillText(0), QString());
        m_field->setText({});
        QCOMPARE(suggestions.count(), 0);
        suggestions.setOfferUnasked(true);
        QVERIFY(names(suggestions).contains(QStringLiteral("zmilk")));
    }

    void whatWasBoughtBeforeTheStartIsKnown()
    {
        QVERIFY(add(QStringLiteral("zmilk #dairy")));
        m_desk->cart().remove({m_desk->idOf("zmilk")});
        QTRY_COMPARE(m_desk->lines(), QStringList());
        m_field.reset();
        m_desk->stop();
        m_desk->start();
        QVERIFY(m_desk->open());
        QVERIFY(m_desk->openNewCart("Other"));
        m_field = std::make_unique<QuickAdd>();
        m_field->setSession(&m_desk->session());
        m_field->setText(QStringLiteral("zmilk"));
        QTRY_COMPARE(chips(), QStringList{QStringLiteral("category=dairy")});
    }
};

QTEST_GUILESS_MAIN(TestQuickAdd)
#include "tst_quickaddfield.moc"
