#include "keyboardwalk.h"
#include "windowtest.h"

#include "client/shop/livetill.h"

#include <QQuickItem>

using namespace evencart;
using namespace evencart::test;

// Ann at her window and a real shop: looking, adding, ordering, and what the window says when the shop says no or
// nothing.
class TestUiShop : public WindowTest
{
    Q_OBJECT

    std::unique_ptr<LiveTill> m_till;

    // Ann's cart "Groceries" is on a server that sells these.
    [[nodiscard]] bool openAtTheShop(const char *goods)
    {
        m_till = std::make_unique<LiveTill>();
        if (!m_till->start(goods) || !makeOwnCart(profile(), "Groceries", {QStringLiteral("candles")}))
            return false;
        {
            Desk ann(profile());
            if (!ann.open() || !m_till->serve(ann))
                return false;
        }
        return openProfile(profile()) && m_window->waitFor(Part::Button, "Online. *");
    }
    [[nodiscard]] bool add(const char *button)
    {
        return m_window->press(Part::Button, "Shop") && m_window->press(Part::Button, button) &&
               m_window->press(Part::Button, "Back to the cart") &&
               m_window->waitFor(Part::EditableText, "Add an item");
    }
    [[nodiscard]] bool canBeWalked(Part role, const char *part)
    {
        const QStringList complaints = walkByKeys(*m_window, role, QString::fromUtf8(part));
        if (!complaints.isEmpty())
            qCritical("%s", qPrintable(complaints.join(QLatin1Char('\n'))));
        return complaints.isEmpty();
    }
    void focusOn(Part role, const char *part)
    {
        qobject_cast<QQuickItem *>(m_window->find(role, part)->object())->forceActiveFocus(Qt::TabFocusReason);
    }
    void order() { m_window->key(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier); }

private Q_SLOTS:
    // From looking for something to its receipt.
    void searchAddOrderReceipt()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\nb-2,Bread,,3,EUR,0,bakery\n"));
        QVERIFY(m_window->press(Part::Button, "Shop"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Bread, 3.00*, sold out"));
        QVERIFY(m_window->fill("Find in the shop", "mil"));
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Bread, *"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 1.19*, in stock 9*"));
        QVERIFY(m_window->waitUntilSaid("as of *"));
        QVERIFY(m_window->fill("Amount of Milk", "2"));
        QVERIFY(m_window->press(Part::Button, "Add Milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, *2* in the cart"));
        QVERIFY(m_window->waitUntilSaid("Groceries: 1 item of the shop"));
        QVERIFY(m_window->press(Part::Button, "Order…"));

        QVERIFY(m_window->waitFor(Part::Dialog, "Order from Groceries"));
        QVERIFY(m_window->says("Saved here"));
        QVERIFY(m_window->says("Guaranteed by the shop"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 2*, 2.38*, saved here"));
        QVERIFY(m_window->waitUntilSaid("Stays in the cart, not part of the order: candles"));
        QVERIFY(m_window->press(Part::Button, "Order for 2.38*"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Ordered: it is guaranteed"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 2*, 2.38*, guaranteed"));
        QVERIFY(m_window->press(Part::Button, "Receipt"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Order 1"));
        QVERIFY(m_window->waitFor(Part::ListItem, "2* Milk, 1.19* each: 2.38*"));
        QVERIFY(m_window->press(Part::Button, "Copy"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Copied the receipt as text."));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Order 1"));

        m_window->key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "Order 1, *, from Groceries, 2.38*"));
        QVERIFY(m_window->press(Part::Button, "Receipt of Order 1"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Order 1"));
    }

    void byKeysAlone()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\nb-2,Bread,,3,EUR,7,bakery\n"));
        m_window->key(Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, *"));
        m_window->type("milk");
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Bread, *"));
        m_window->key(Qt::Key_Down);
        m_window->type("3");
        m_window->key(Qt::Key_Return);
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, *3* in the cart"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitFor(Part::EditableText, "Add an item"));
        order();
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 3*, 3.57*, saved here"));
        QTRY_VERIFY(m_window->isUsable(Part::Button, "Order for 3.57*"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Order from Groceries"));
    }

    // Each part is reached by Tab and has a name.
    void tabReachesEverything()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\nb-2,Bread,,3,EUR,7,bakery\n"));
        QVERIFY(add("Add Milk"));
        QVERIFY(m_till->import("m-1,Milk,l,1.29,EUR,9,dairy\n"));
        QVERIFY(m_window->waitFor(Part::StaticText, "1.29* now"));
        QVERIFY(m_window->press(Part::Button, "Shop"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, *"));
        QVERIFY(canBeWalked(Part::Client, "")); // the sidebar stands beside it, so it is the whole window
        order();
        QVERIFY(m_window->waitFor(Part::Button, "Milk: Accept 1.29*"));
        QVERIFY(canBeWalked(Part::Dialog, "Order from Groceries"));
        QVERIFY(m_window->press(Part::Button, "Milk: Accept 1.29*"));
        QVERIFY(m_window->press(Part::Button, "Order for 1.29*"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Ordered: it is guaranteed"));
        QVERIFY(m_window->press(Part::Button, "Receipt"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Order 1"));
        QVERIFY(canBeWalked(Part::Dialog, "Order 1"));
    }

    void stockOnTheRowsOfTheCart()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\n"));
        QVERIFY(add("Add Milk"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, *"));
        QVERIFY(m_window->waitFor(Part::StaticText, "in stock 9*"));
        QVERIFY(m_till->setStock("m-1", "0"));
        QVERIFY(m_window->waitFor(Part::StaticText, "sold out"));
        QVERIFY(m_till->import("m-1,Milk,l,1.29,EUR,5,dairy\n"));
        QVERIFY(m_window->waitFor(Part::StaticText, "1.29* now"));
    }

    void reserveOnARow()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\n"));
        QVERIFY(add("Add Milk"));
        const auto chosen = [this](const char *entry) {
            return m_window->press(Part::StaticText, "Milk", Qt::NoModifier, Qt::RightButton) &&
                   m_window->press(Part::MenuItem, entry);
        };
        QVERIFY(m_window->waitFor(Part::StaticText, "in stock 9*"));
        QVERIFY(chosen("Reserve it for my order"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Milk is kept for your order until *"));
        QVERIFY(m_window->waitFor(Part::StaticText, "1* kept for you, 10 min"));
        QVERIFY(chosen("Give the reservation back"));
        QVERIFY(m_window->waitUntilGone(Part::StaticText, "1* kept for you*"));
        QVERIFY(chosen("Ask the shop for price and stock"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Milk: 1.19*, in stock 9* now."));
    }

    // Refused by the row, with a way out on that row alone.
    void soldOut()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\nb-2,Bread,,3,EUR,7,bakery\n"));
        QVERIFY(add("Add Bread"));
        QVERIFY(m_window->press(Part::Button, "Shop"));
        QVERIFY(m_window->fill("Amount of Milk", "4"));
        QVERIFY(m_window->press(Part::Button, "Add Milk"));
        QVERIFY(m_till->setStock("m-1", "2"));
        order();
        QVERIFY(m_window->waitFor(Part::Dialog, "Order from Groceries"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 4*, 4.76*, saved here, only 2* left"));
        QVERIFY(m_window->press(Part::Button, "Order for 7.76*")); // only the shop decides
        QVERIFY(m_window->waitFor(Part::Dialog, "Not ordered"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 4*, refused, only 2* left"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Bread, 1, 3.00*, saved here"));
        QVERIFY(m_window->waitUntilSaid("1 line needs your decision first."));
        QVERIFY(m_window->press(Part::Button, "Milk: Take 2"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 2*, 2.38*, saved here"));
        QVERIFY(m_window->press(Part::Button, "Order for 5.38*"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Ordered: it is guaranteed"));
    }

    void anotherPrice()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\n"));
        QVERIFY(add("Add Milk"));
        QVERIFY(m_till->import("m-1,Milk,l,1.29,EUR,9,dairy\n"));
        QVERIFY(m_window->waitFor(Part::StaticText, "1.29* now"));
        order();
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 1*, 1.29*, saved here, the price is 1.29* now, not 1.19*"));
        QVERIFY(!m_window->isUsable(Part::Button, "Order for 1.29*"));
        QVERIFY(m_window->press(Part::Button, "Milk: Accept 1.29*"));
        QVERIFY(m_window->press(Part::Button, "Order for 1.29*"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Ordered: it is guaranteed"));
    }

    // Off line it is refused at once, kept by choice, and told when it went through.
    void keptForLater()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\n"));
        QVERIFY(add("Add Milk"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
        m_till->stop();
        QVERIFY(m_window->waitFor(Part::Button, "Offline. *"));
        order();
        QVERIFY(m_window->press(Part::Button, "Order for 1.19*"));
        QVERIFY(m_window->waitFor(Part::Dialog, "This needs the server"));
        QVERIFY(m_window->press(Part::Button, "Order when the server is back"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Waits for the server"));
        QVERIFY(m_window->waitFor(Part::Button, "Take it back"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitFor(Part::AlertMessage, "This cart is to be ordered when the server is back*"));
        QVERIFY(m_till->start());
        m_window->session().syncNow();
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Ordered from Groceries: order 1, 1.19*"));
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Milk, *"));
        QVERIFY(m_window->waitUntilGone(Part::AlertMessage, "This cart is to be ordered*"));
    }

    // On the page of orders, with the keys alone.
    void whatIsKeptIsTakenBackByKeys()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\n"));
        QVERIFY(add("Add Milk"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
        m_till->stop();
        QVERIFY(m_window->waitFor(Part::Button, "Offline. *"));
        order();
        QVERIFY(m_window->press(Part::Button, "Order for 1.19*"));
        QVERIFY(m_window->press(Part::Button, "Order when the server is back"));
        QVERIFY(m_window->waitFor(Part::Button, "Take it back"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitUntilGone(Part::Dialog, "Waits for the server"));
        m_window->key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "Waits for the server, *, from Groceries"));
        QVERIFY(m_window->has(Part::Button, "Take back the order of * from Groceries"));
        focusOn(Part::List, "My orders");
        m_window->key(Qt::Key_Delete);
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Waits for the server, *"));
    }

    // An amount that was typed beside one good was once added of another one, whose row it was after scrolling.
    void aTypedAmountIsOfItsGood()
    {
        QByteArray goods;
        for (int i = 100; i < 180; ++i)
            goods += "g-" + QByteArray::number(i) + ",Good " + QByteArray::number(i) + ",,1,EUR,9,\n";
        QVERIFY(openAtTheShop(goods.constData()));
        QVERIFY(m_window->press(Part::Button, "Shop"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Good 103, *"));
        QVERIFY(m_window->fill("Amount of Good 103", "5"));
        QObject *list = m_window->find(Part::List, "Goods")->object();
        for (int y = 0; y <= 3000; y += 200) {
            list->setProperty("contentY", y);
            QVERIFY(m_window->settle());
            for (const QString &field : m_window->names(Part::EditableText)) {
                if (field.startsWith(QStringLiteral("Amount of")) && field != QStringLiteral("Amount of Good 103"))
                    QCOMPARE(m_window->value(Part::EditableText, qPrintable(field)), QString());
            }
        }
        QVERIFY(!m_window->has(Part::ListItem, "Good 103, *")); // it was far enough
    }

    // kill -9 of the server while it is being asked; nobody knows, and then it is found out.
    void notKnown()
    {
        QVERIFY(openAtTheShop("m-1,Milk,l,1.19,EUR,9,dairy\n"));
        QVERIFY(add("Add Milk"));
        order();
        QVERIFY(m_window->waitFor(Part::Button, "Order for 1.19*"));
        QVERIFY(m_window->waitFor(Part::Button, "Online. *"));
        m_till->freeze();
        QVERIFY(m_window->press(Part::Button, "Order for 1.19*"));
        QVERIFY(m_window->waitFor(Part::Dialog, "Asking the shop …"));
        QVERIFY(m_window->waitFor(Part::ListItem, "Milk, 1*, asked"));
        m_till->stop();
        QVERIFY(m_window->waitFor(Part::Dialog, "Not known yet"));
        m_window->key(Qt::Key_Escape);
        QVERIFY(m_window->waitFor(Part::AlertMessage, "It is not known yet whether this cart was ordered*"));
        m_window->key(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_window->waitFor(Part::ListItem, "Not known whether it was ordered, *, from Groceries"));
        QVERIFY(m_till->start());
        QVERIFY(m_window->press(Part::Button, "Ask again about the order of * from Groceries"));
        QVERIFY(m_window->waitFor(Part::AlertMessage, "Not ordered from Groceries. The shop has not got the order*"));
        QVERIFY(m_window->waitUntilGone(Part::ListItem, "Not known whether it was ordered*"));
    }

    void withoutAShop()
    {
        QVERIFY(openWith({QStringLiteral("milk")}));
        QVERIFY(m_window->press(Part::Button, "Shop"));
        QVERIFY(m_window->waitUntilSaid("A shop comes with a server"));
        QVERIFY(m_window->press(Part::Button, "Set a server…"));
        QVERIFY(m_window->waitFor(Part::Pane, "Settings"));
        m_window->key(Qt::Key_Escape);
        order();
        QVERIFY(m_window->waitFor(Part::Dialog, "Nothing to order"));
    }
};

QTEST_MAIN(TestUiShop)
#include "tst_uishop.moc"
