#include "modelrecorder.h"
#include "support/desk.h"

#include <QDir>

using namespace evencart;
using namespace evencart::test;

// From an empty directory to a cart on the screen, and what is said where that does not work.
class TestAppSession : public QObject
{
    Q_OBJECT

    static QStringList carts(Desk &desk)
    {
        QStringList names;
        for (const CartSummary &cart : desk.session().carts()->carts())
            names << QString::fromStdString(cart.name);
        return names;
    }
    static bool archived(Desk &desk, int row)
    {
        return desk.session().carts()->index(row).data(CartListModel::ArchivedRole).toBool();
    }
    static void overwrite(const QString &file, const QByteArray &content)
    {
        QFile written(file);
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            throw std::runtime_error("the test cannot write its file");
    }

private Q_SLOTS:
    void aNewProfileGetsTheSampleCart()
    {
        Desk desk;
        QCOMPARE(desk.session().phase(), AppSession::Opening);
        QVERIFY(desk.open("Ann"));
        QCOMPARE(desk.session().memberName(), QStringLiteral("Ann"));
        QVERIFY(!desk.session().memberId().isEmpty());
        QTRY_COMPARE(carts(desk), list({"Try me"}));
        QTRY_VERIFY(desk.cart().lines()->count() > 20);
        QVERIFY(!desk.of("milk", LineModel::CategoryRole).toString().isEmpty());
        QTRY_COMPARE(desk.cart().undoText(), QStringLiteral("Add the sample items"));
        desk.stop();
        desk.start();
        QVERIFY(desk.open("Somebody else"));
        QCOMPARE(desk.session().memberName(), QStringLiteral("Ann"));
        QVERIFY(desk.settle());
        QCOMPARE(carts(desk), list({"Try me"})); // once
    }

    void cartsAreMadeRenamedAndArchived()
    {
        Desk desk;
        QVERIFY(desk.open());
        QTRY_COMPARE(carts(desk).size(), 1);
        QVERIFY(desk.openNewCart("week"));
        QTRY_COMPARE(carts(desk), list({"Try me", "week"}));
        QVERIFY(!desk.cart().isReadOnly());
        desk.cart().rename(QStringLiteral("month"));
        QTRY_COMPARE(carts(desk), list({"Try me", "month"}));

        const QString month = desk.cart().cartId();
        desk.session().archiveCart(month, true);
        QTRY_VERIFY(archived(desk, 1));
        QTRY_VERIFY(desk.cart().isReadOnly());
        // A new cart can be edited at once, whatever was open before.
        desk.session().createCart(QStringLiteral("party"));
        QTRY_COMPARE(desk.cart().name(), QStringLiteral("party"));
        QVERIFY(!desk.cart().isReadOnly());
        QTRY_COMPARE(carts(desk), list({"Try me", "party", "month"}));

        desk.session().openCart(month);
        QVERIFY(desk.cart().isReadOnly());
        desk.session().archiveCart(month, false);
        QTRY_VERIFY(!desk.cart().isReadOnly());
        QTRY_COMPARE(carts(desk), list({"Try me", "month", "party"}));
    }

    void theLastCartOpensAgain()
    {
        Desk desk;
        QVERIFY(desk.open());
        QTRY_COMPARE(carts(desk).size(), 1);
        QVERIFY(desk.openNewCart("week"));
        desk.cart().addText(QStringLiteral("milk"));
        desk.stop(); // without waiting: what was asked for is saved
        desk.start();
        QVERIFY(desk.open());
        QTRY_COMPARE(desk.cart().name(), QStringLiteral("week"));
        QTRY_COMPARE(desk.names(), list({"milk"}));
        QCOMPARE(desk.cart().undoText(), QStringLiteral("Add milk"));
    }

    void whatCannotBeDoneIsSaid()
    {
        Desk desk;
        QVERIFY(desk.open());
        QSignalSpy failure(&desk.session(), &AppSession::failure);
        desk.session().createCart(QStringLiteral("   "));
        QTRY_COMPARE(failure.size(), 1);
        desk.session().archiveCart(QStringLiteral("00112233445566778899aabbccddeeff"), true);
        QTRY_COMPARE(failure.size(), 2);
        desk.session().archiveCart(QStringLiteral("no id"), true);
        desk.session().openCart(QStringLiteral("no id"));
        QVERIFY(desk.settle());
        QCOMPARE(failure.size(), 2);
    }

    void theMembersName()
    {
        Desk desk;
        QVERIFY(desk.open("Ann"));
        desk.session().setMemberName(QStringLiteral("  Ann   Berg "));
        QTRY_COMPARE(desk.session().memberName(), QStringLiteral("Ann Berg"));
        desk.session().setMemberName(QStringLiteral("  "));
        QVERIFY(desk.settle());
        QCOMPARE(desk.session().memberName(), QStringLiteral("Ann Berg"));
    }

    void aToastForWhatCanBeUndone()
    {
        Desk desk;
        QVERIFY(desk.open());
        QVERIFY(desk.openNewCart("week"));
        desk.cart().addText(QStringLiteral("milk"));
        QSignalSpy notice(&desk.session(), &AppSession::notice);
        desk.cart().remove({desk.idOf("milk")});
        QTRY_COMPARE(notice.size(), 1);
        QCOMPARE(notice[0][0].toString(), QStringLiteral("Remove milk"));
        QVERIFY(notice[0][1].toBool());
    }

    void aProfileInUse()
    {
        Desk first;
        QVERIFY(first.open());
        Desk second(first.profile());
        QVERIFY(!second.open());
        QCOMPARE(second.session().phase(), AppSession::Failed);
        QCOMPARE(second.session().problemKind(), QStringLiteral("in_use"));
        QVERIFY(!second.session().problem().isEmpty());
        // Work for a profile that is not open is nothing, and no crash.
        second.session().createCart(QStringLiteral("week"));
        second.session().syncNow();
        first.stop();
        second.session().retryOpening();
        QTRY_COMPARE(second.session().phase(), AppSession::Ready);
        QCOMPARE(second.session().problem(), QString());
        QTRY_COMPARE(carts(second), list({"Try me"}));
    }

    void aDamagedDatabase()
    {
        Desk desk;
        QVERIFY(desk.open());
        QTRY_COMPARE(carts(desk).size(), 1);
        desk.stop();
        QFile database(desk.file("carts.db"));
        QVERIFY(database.copy(desk.file("kept")));
        overwrite(database.fileName(), QByteArray(8192, 'x'));
        desk.start();
        QVERIFY(!desk.open());
        QCOMPARE(desk.session().problemKind(), QStringLiteral("damaged"));
        QVERIFY(!desk.session().problem().isEmpty());
        QVERIFY(database.open(QIODevice::ReadOnly));
        QCOMPARE(database.readAll(), QByteArray(8192, 'x')); // nothing was changed
        database.close();
        QVERIFY(QFile::remove(database.fileName()));
        QVERIFY(QFile::copy(desk.file("kept"), database.fileName()));
        desk.session().retryOpening();
        QTRY_COMPARE(desk.session().phase(), AppSession::Ready);
        QTRY_COMPARE(carts(desk), list({"Try me"}));
    }

    void aDirectoryThatIsNone()
    {
        Desk desk;
        const QString nowhere = desk.file("file");
        overwrite(nowhere, "text");
        desk.session().open(nowhere, QStringLiteral("Ann"));
        QTRY_COMPARE(desk.session().phase(), AppSession::Failed);
        QCOMPARE(desk.session().problemKind(), QStringLiteral("io"));
        QCOMPARE(desk.session().directory(), nowhere);
    }

    void theShopsOrderReachesTheOpenCart()
    {
        Desk desk;
        QVERIFY(desk.open());
        QVERIFY(desk.openNewCart("week"));
        QCOMPARE(desk.cart().shown()->shopOrder(), desk.preferences().shopOrder());
        desk.preferences().setShopOrder(list({"Dairy", "Bakery"}));
        QCOMPARE(desk.cart().shown()->shopOrder(), list({"Dairy", "Bakery"}));
    }
};

QTEST_GUILESS_MAIN(TestAppSession)
#include "tst_appsession.moc"
