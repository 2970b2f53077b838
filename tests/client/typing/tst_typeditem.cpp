#include "typing/typeditem.h"

#include <QTest>

using namespace evencart;

namespace {

QStringList parts(const TypedItem &typed)
{
    QStringList list;
    for (const TypedItem::Part &part : typed.parts())
        list << typed.text().mid(part.begin, part.end - part.begin);
    return list;
}

QString name(const TypedItem &typed)
{
    return typed.item() ? QString::fromStdString(typed.item()->name) : QStringLiteral("?");
}

} // namespace

class TestTypedItem : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsStandWhereTheyWereTyped()
    {
        TypedItem typed;
        typed.setText(QStringLiteral("½ l crème 🥛 #molkerei, kühl"));
        QCOMPARE(parts(typed), (QStringList{QStringLiteral("½"), QStringLiteral("l"), QStringLiteral("#molkerei"),
                                            QStringLiteral("kühl")}));
        QCOMPARE(name(typed), QStringLiteral("crème 🥛"));
    }

    void aPartBecomesPartOfTheName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("position");
        QTest::addColumn<QString>("expectedName");
        QTest::newRow("a count in front") << QStringLiteral("7 up") << 1 << QStringLiteral("7 up");
        QTest::newRow("an amount and its unit")
            << QStringLiteral("coke zero 2 l") << 13 << QStringLiteral("coke zero 2 l");
        QTest::newRow("without a space") << QStringLiteral("500g flour") << 4 << QStringLiteral("500g flour");
        QTest::newRow("a category") << QStringLiteral("tape #black") << 11 << QStringLiteral("tape #black");
        QTest::newRow("a price") << QStringLiteral("mail @1.99EUR") << 13 << QStringLiteral("mail @1.99EUR");
        QTest::newRow("a note") << QStringLiteral("2x salt, pepper") << 15 << QStringLiteral("salt, pepper");
    }
    void aPartBecomesPartOfTheName()
    {
        QFETCH(QString, text);
        QFETCH(int, position);
        QFETCH(QString, expectedName);
        TypedItem typed;
        typed.setText(text);
        QVERIFY(typed.makeLiteralBefore(position));
        QCOMPARE(name(typed), expectedName);
        QCOMPARE(typed.text(), text); // what was typed stays as it is
        const auto again = parseQuickAdd(typed.quoted().toStdString());
        QVERIFY(again);
        QCOMPARE(QString::fromStdString(again->name), expectedName);
    }

    void elsewhereThereIsNothingToTake()
    {
        TypedItem typed;
        typed.setText(QStringLiteral("2x milk"));
        QVERIFY(!typed.makeLiteralBefore(7));
        QVERIFY(!typed.makeLiteralBefore(1));
        QCOMPARE(parts(typed), QStringList{QStringLiteral("2x")});
    }

    void whatIsTypedOverIsRecognisedAgain()
    {
        TypedItem typed;
        typed.setText(QStringLiteral("milk 22l"));
        QVERIFY(typed.makeLiteralBefore(8));
        QVERIFY(typed.parts().empty());
        typed.setText(QStringLiteral("milk 22l fresh"));
        QVERIFY(typed.parts().empty());
        typed.setText(QStringLiteral("milk 2l"));
        QCOMPARE(parts(typed), (QStringList{QStringLiteral("2"), QStringLiteral("l")}));
        typed.setText(QStringLiteral("milk 22l"));
        QCOMPARE(parts(typed), (QStringList{QStringLiteral("22"), QStringLiteral("l")}));
    }

    void otherPartsKeepTheirPlaceBehindALiteral()
    {
        TypedItem typed;
        typed.setText(QStringLiteral("7 up 2 l #drinks"));
        QVERIFY(typed.makeLiteralBefore(1));
        QCOMPARE(parts(typed), (QStringList{QStringLiteral("2"), QStringLiteral("l"), QStringLiteral("#drinks")}));
        QCOMPARE(name(typed), QStringLiteral("7 up"));
    }
};

QTEST_GUILESS_MAIN(TestTypedItem)
#include "tst_typeditem.moc"
