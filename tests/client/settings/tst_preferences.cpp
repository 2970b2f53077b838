#include "settings/preferences.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <stdexcept>

using namespace evencart;

// What somebody chose for this machine is there again, and a file that anybody may have edited does no harm.
class TestPreferences : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    int m_files = 0;

    QString file() { return m_directory.filePath(QString::number(++m_files) + QStringLiteral(".ini")); }
    QString fileWith(const QByteArray &content)
    {
        QFile written(file());
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            throw std::runtime_error("the test cannot write its file");
        return written.fileName();
    }
    static void verifyDefaults(const Preferences &preferences)
    {
        QCOMPARE(preferences.theme(), Preferences::FollowSystem);
        QCOMPARE(preferences.density(), Preferences::Comfortable);
        QCOMPARE(preferences.language(), QString());
        QCOMPARE(preferences.reducedMotion(), false);
        QCOMPARE(preferences.notifications(), true);
        QCOMPARE(preferences.closeToTray(), false);
        QVERIFY(preferences.shopOrder().size() > 3);
    }

private Q_SLOTS:
    void whatIsChosenIsThereAgain()
    {
        const QString path = file();
        {
            Preferences preferences(path);
            verifyDefaults(preferences);
            preferences.setTheme(Preferences::Dark);
            preferences.setDensity(Preferences::Compact);
            preferences.setLanguage(QStringLiteral("de"));
            preferences.setReducedMotion(true);
            preferences.setNotifications(false);
            preferences.setCloseToTray(true);
            preferences.setShopOrder({QStringLiteral("Käse, Wurst"), QStringLiteral("Obst")});
            preferences.remember(QStringLiteral("size"), QSize(900, 700));
        }
        const Preferences preferences(path);
        QCOMPARE(preferences.theme(), Preferences::Dark);
        QCOMPARE(preferences.density(), Preferences::Compact);
        QCOMPARE(preferences.language(), QStringLiteral("de"));
        QVERIFY(preferences.reducedMotion());
        QVERIFY(!preferences.notifications());
        QVERIFY(preferences.closeToTray());
        QCOMPARE(preferences.shopOrder(), QStringList({QStringLiteral("Käse, Wurst"), QStringLiteral("Obst")}));
        QCOMPARE(preferences.remembered(QStringLiteral("size")).toSize(), QSize(900, 700));
        QCOMPARE(preferences.remembered(QStringLiteral("other"), 7).toInt(), 7);
    }

    // A shop in which no aisle has a place is a choice too.
    void anEmptyOrderStaysEmpty()
    {
        const QString path = file();
        Preferences(path).setShopOrder({});
        QCOMPARE(Preferences(path).shopOrder(), QStringList());
        Preferences(path).setShopOrder({QStringLiteral("One")});
        QCOMPARE(Preferences(path).shopOrder(), QStringList(QStringLiteral("One")));
    }

    void aislesMoveComeAndGo()
    {
        const auto aisles = [](const char *names) { return QString::fromUtf8(names).split(QLatin1Char(' ')); };
        Preferences preferences(file());
        preferences.setShopOrder(aisles("Fruit Bakery Dairy Frozen"));
        const QSignalSpy changed(&preferences, &Preferences::shopOrderChanged);
        QVERIFY(preferences.moveAisle(0, 2));
        QCOMPARE(preferences.shopOrder(), aisles("Bakery Dairy Fruit Frozen"));
        QVERIFY(preferences.moveAisle(3, 0));
        QCOMPARE(preferences.shopOrder(), aisles("Frozen Bakery Dairy Fruit"));
        QVERIFY(preferences.removeAisle(1));
        QCOMPARE(preferences.shopOrder(), aisles("Frozen Dairy Fruit"));
        QVERIFY(preferences.addAisle(QStringLiteral("  Drinks ")));
        QCOMPARE(preferences.shopOrder(), aisles("Frozen Dairy Fruit Drinks"));
        QCOMPARE(changed.count(), 4);

        QVERIFY(!preferences.moveAisle(-1, 0));
        QVERIFY(!preferences.moveAisle(0, 4));
        QVERIFY(!preferences.moveAisle(2, 2));
        QVERIFY(!preferences.removeAisle(4));
        QVERIFY(!preferences.removeAisle(-1));
        QVERIFY(!preferences.addAisle(QStringLiteral("   ")));
        QVERIFY(!preferences.addAisle(QStringLiteral("Dairy")));
        QCOMPARE(preferences.shopOrder(), aisles("Frozen Dairy Fruit Drinks"));
        QCOMPARE(changed.count(), 4);
    }

    void garbageIsTheDefault_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("words") << QByteArray("[look]\ntheme=purple\ndensity=tight\nreducedMotion=perhaps\n"
                                             "[habits]\nnotifications=perhaps\ncloseToTray=@Invalid()\n");
        QTest::newRow("out of range") << QByteArray("[look]\ntheme=17\ndensity=-1\n");
        QTest::newRow("lists") << QByteArray("[look]\ntheme=1, 2, 3\ndensity=1, 1\nreducedMotion=a, b\n"
                                             "[habits]\nnotifications=a, b\n");
        QTest::newRow("empty values") << QByteArray("[look]\ntheme=\ndensity=\nreducedMotion=\n"
                                                    "[habits]\nnotifications=\ncloseToTray=\n");
        QTest::newRow("no INI file") << QByteArray("\x00\xff\xfe{}[[[\n=\n%%%\\x", 18);
    }
    void garbageIsTheDefault()
    {
        QFETCH(QByteArray, content);
        verifyDefaults(Preferences(fileWith(content)));
    }

    void aChangeIsToldOnce()
    {
        Preferences preferences(file());
        QSignalSpy told(&preferences, &Preferences::themeChanged);
        preferences.setTheme(Preferences::FollowSystem);
        QCOMPARE(told.size(), 0);
        preferences.setTheme(Preferences::Dark);
        preferences.setTheme(Preferences::Dark);
        QCOMPARE(told.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestPreferences)
#include "tst_preferences.moc"
