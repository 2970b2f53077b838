#include "model/cartlistmodel.h"

#include "modelrecorder.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

// The carts in the sidebar: those in use by age, then the archived ones, and a selection that nothing moves.
class TestCartListModel : public QObject
{
    Q_OBJECT

    static CartSummary cart(std::uint8_t n, const char *name, bool archived = false)
    {
        CartSummary summary;
        summary.id.raw[0] = n;
        summary.name = name;
        summary.created = n;
        summary.archived = archived;
        return summary;
    }
    static QStringList names(const CartListModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.count(); ++row)
            names << model.index(row).data(CartListModel::NameRole).toString();
        return names;
    }

private Q_SLOTS:
    void cartsComeMoveAndGoOneByOne()
    {
        CartListModel model;
        ModelRecorder recorder(model);
        int counted = 0;
        connect(&model, &CartListModel::countChanged, this, [&] { ++counted; });
        model.apply({cart(2, "hardware"), cart(1, "week"), cart(3, "party")});
        QCOMPARE(names(model), list({"week", "hardware", "party"}));
        QCOMPARE(recorder.take(), list({"insert 0", "insert 1", "insert 2"}));
        QCOMPARE(counted, 1);

        model.apply({cart(2, "hardware"), cart(1, "week"), cart(3, "party")});
        QCOMPARE(recorder.take(), list({}));

        model.apply({cart(1, "week", true), cart(2, "tools"), cart(3, "party")});
        QCOMPARE(names(model), list({"tools", "party", "week"}));
        QCOMPARE(recorder.take(), list({"move 1 to 0", "change 0", "move 2 to 1", "change 2"}));

        model.apply({cart(1, "week"), cart(3, "party")});
        QCOMPARE(recorder.take(), list({"remove 0", "move 1 to 0", "change 0"}));
        QCOMPARE(names(model), list({"week", "party"}));
        QCOMPARE(counted, 2);
    }

    void rowsAndIds()
    {
        CartListModel model;
        model.apply({cart(1, "week"), cart(2, "party")});
        QCOMPARE(model.rowOf(model.idAt(1)), 1);
        QCOMPARE(model.rowOf(QStringLiteral("nonsense")), -1);
        QCOMPARE(model.idAt(2), QString());
        QCOMPARE(model.idAt(-1), QString());
        QVERIFY(model.find(cart(2, "").id));
        QVERIFY(!model.find(cart(3, "").id));
    }

    void whatStandsInARow()
    {
        CartListModel model;
        CartSummary summary = cart(1, "week");
        summary.lines = 5;
        summary.open = 3;
        summary.marked = 1;
        summary.pending = 2;
        summary.role = protocol::Role::Viewer;
        summary.refused = "You may not.";
        model.apply({summary});
        const QModelIndex row = model.index(0);
        QCOMPARE(row.data(CartListModel::OpenRole).toInt(), 3);
        QCOMPARE(row.data(CartListModel::SharedRoleRole).toString(), QStringLiteral("viewer"));
        QCOMPARE(row.data(CartListModel::RefusedRole).toString(), QStringLiteral("You may not."));
        QCOMPARE(row.data(CartListModel::LastSyncedRole).toString(), QString());
        QCOMPARE(row.data(CartListModel::AccessibleTextRole).toString(),
                 QStringLiteral("week, 3 to buy, 2 change(s) waiting, 1 to look at"));
        const auto roles = model.roleNames();
        for (auto role = roles.begin(); role != roles.end(); ++role)
            QVERIFY2(row.data(role.key()).isValid(), role.value().constData());
    }
};

QTEST_GUILESS_MAIN(TestCartListModel)
#include "tst_cartlistmodel.moc"
