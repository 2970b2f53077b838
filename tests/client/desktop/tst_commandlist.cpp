#include "desktop/commandlist.h"

#include <QAbstractItemModelTester>
#include <QKeySequence>
#include <QSignalSpy>
#include <QTest>

using namespace evencart;

// As QML's Action is seen from outside.
class FakeAction : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString group MEMBER group)
    Q_PROPERTY(QVariant shortcut MEMBER shortcut)
    Q_PROPERTY(bool enabled MEMBER enabled)
    Q_PROPERTY(QString obstacle MEMBER obstacle)

public:
    FakeAction(const QString &name, const QVariant &keys, bool can = true)
        : text(name), group(QStringLiteral("Cart")), shortcut(keys), enabled(can)
    {
    }
    Q_INVOKABLE void trigger() { ++triggered; }

    QString text;
    QString group;
    QVariant shortcut;
    bool enabled;
    QString obstacle;
    int triggered = 0;
};

class TestCommandList : public QObject
{
    Q_OBJECT

    FakeAction m_new{QStringLiteral("&New cart…"), QVariant(int(QKeySequence::New))};
    FakeAction m_redo{QStringLiteral("Redo"), QStringLiteral("Ctrl+Shift+Z"), false};
    FakeAction m_rename{QStringLiteral("Rename"), QStringLiteral("F2")};
    FakeAction m_print{QStringLiteral("Print…"), QVariant()};

    std::unique_ptr<CommandList> list()
    {
        auto list = std::make_unique<CommandList>();
        list->setActions({QVariant::fromValue<QObject *>(&m_new), QVariant::fromValue<QObject *>(&m_redo),
                          QVariant::fromValue<QObject *>(&m_rename), QVariant::fromValue<QObject *>(&m_print)});
        return list;
    }
    static QStringList names(const CommandList &list)
    {
        QStringList names;
        for (int row = 0; row < list.count(); ++row)
            names << list.data(list.index(row), CommandList::NameRole).toString();
        return names;
    }

private Q_SLOTS:
    void showsAllInTheirOrder()
    {
        const auto commands = list();
        QAbstractItemModelTester tester(commands.get());
        QCOMPARE(names(*commands), (QStringList{QStringLiteral("New cart…"), QStringLiteral("Redo"),
                                                QStringLiteral("Rename"), QStringLiteral("Print…")}));
        QCOMPARE(commands->data(commands->index(0), CommandList::ShortcutRole).toString(), QStringLiteral("Ctrl+N"));
        QCOMPARE(commands->data(commands->index(0), CommandList::GroupRole).toString(), QStringLiteral("Cart"));
        QCOMPARE(commands->data(commands->index(1), CommandList::EnabledRole).toBool(), false);
        QVERIFY(commands->data(commands->index(3), CommandList::ShortcutRole).toString().isEmpty());
    }

    void searchPutsWhatCanBeDoneFirst()
    {
        const auto commands = list();
        QAbstractItemModelTester tester(commands.get());
        QSignalSpy counted(commands.get(), &CommandList::countChanged);
        commands->setSearch(QStringLiteral("re"));
        QCOMPARE(names(*commands), (QStringList{QStringLiteral("Rename"), QStringLiteral("Redo")}));
        QCOMPARE(counted.count(), 1);
        commands->setSearch(QStringLiteral("zzz"));
        QCOMPARE(commands->count(), 0);
    }

    void theSheetShowsOnlyShortcuts()
    {
        const auto commands = list();
        commands->setOnlyWithShortcut(true);
        QCOMPARE(names(*commands),
                 (QStringList{QStringLiteral("New cart…"), QStringLiteral("Redo"), QStringLiteral("Rename")}));
    }

    void runsOnlyWhatCanBeDone()
    {
        const auto commands = list();
        QVERIFY(commands->run(2));
        QCOMPARE(m_rename.triggered, 1);
        QVERIFY(!commands->run(1));
        QCOMPARE(m_redo.triggered, 0);
        QCOMPARE(commands->data(commands->index(1), CommandList::ObstacleRole).toString(), QString());
        m_redo.obstacle = QStringLiteral("Somebody has changed it.");
        commands->refresh();
        QCOMPARE(commands->data(commands->index(1), CommandList::ObstacleRole).toString(), m_redo.obstacle);
        QVERIFY(!commands->run(-1));
        QVERIFY(!commands->run(4));
        m_redo.enabled = true;
        commands->refresh();
        QCOMPARE(commands->data(commands->index(1), CommandList::EnabledRole).toBool(), true);
    }

    void anActionThatIsGoneIsPassedOver()
    {
        const auto commands = std::make_unique<CommandList>();
        {
            FakeAction gone(QStringLiteral("Gone"), QVariant());
            commands->setActions({QVariant::fromValue<QObject *>(&gone)});
        }
        QVERIFY(!commands->run(0));
    }
};

QTEST_MAIN(TestCommandList)
#include "tst_commandlist.moc"
