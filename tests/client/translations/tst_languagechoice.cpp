#include "app/application.h"
#include "base/systemclock.h"
#include "identity/keypair.h"
#include "identity/systemrandom.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Evencart_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ModelPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_DesktopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_PeoplePlugin)
Q_IMPORT_QML_PLUGIN(Evencart_ShopPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_StoryPlugin)
Q_IMPORT_QML_PLUGIN(Evencart_TypingPlugin)
Q_IMPORT_QML_PLUGIN(EvencartPlugin)

using namespace evencart;

// The whole window, in the language that is chosen in it.
class TestLanguageChoice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(initCrypto());
        qputenv("XDG_STATE_HOME", m_directory.path().toUtf8());
    }

    void changesWhileItRuns()
    {
        CommandLine commandLine;
        commandLine.profile = m_directory.path() + QStringLiteral("/profile");
        commandLine.name = QStringLiteral("Ann");
        QDir().mkpath(commandLine.profile);
        const SystemClock clock;
        SystemRandom random;
        Application program(commandLine, clock, random, nullptr);
        QVERIFY(program.start());
        QTRY_VERIFY(hasSampleCart(program));
        QVERIFY(shows(program, "Settings"));
        QVERIFY(!shows(program, "Einstellungen"));
        const QString line = QString::fromStdString(program.session().cart()->lines()->line(0).name);
        const QString cart = program.session().cart()->cartId();

        QWindow *before = program.window();
        program.session().preferences()->setLanguage(QStringLiteral("de"));
        QTRY_VERIFY(program.window() && program.window() != before);
        QTRY_VERIFY(hasSampleCart(program));
        QVERIFY(shows(program, "Einstellungen"));
        QVERIFY(!shows(program, "Settings"));
        QVERIFY(program.window()->isVisible());
        QCOMPARE(program.session().cart()->cartId(), cart); // the profile is the same
        QCOMPARE(QString::fromStdString(program.session().cart()->lines()->line(0).name), line);
        QCOMPARE(program.session().sync()->word(), QStringLiteral("Auf diesem Gerät"));

        before = program.window();
        program.session().preferences()->setLanguage(QStringLiteral("en"));
        QTRY_VERIFY(program.window() && program.window() != before);
        QTRY_VERIFY(hasSampleCart(program));
        QVERIFY(shows(program, "Settings"));
    }

    void newProfilesGetASampleInTheirLanguage()
    {
        CommandLine commandLine;
        commandLine.profile = m_directory.path() + QStringLiteral("/german");
        QDir().mkpath(commandLine.profile);
        Preferences(commandLine.profile + QStringLiteral("/app.ini")).setLanguage(QStringLiteral("de"));
        const SystemClock clock;
        SystemRandom random;
        Application program(commandLine, clock, random, nullptr);
        QVERIFY(program.start());
        QTRY_VERIFY(hasSampleCart(program));
        QCOMPARE(program.session().cart()->name(), QStringLiteral("Zum Ausprobieren"));
        QVERIFY(hasLine(program, "Äpfel"));
        QVERIFY(!hasLine(program, "apples"));
    }

private:
    static bool hasSampleCart(Application &program)
    {
        return program.session().phase() == AppSession::Ready && program.session().cart()->lines()->count() > 10;
    }
    static bool hasLine(Application &program, const std::string &name)
    {
        const LineModel &lines = *program.session().cart()->lines();
        for (int row = 0; row < lines.count(); ++row) {
            if (lines.line(row).name == name)
                return true;
        }
        return false;
    }
    // Something in the window has this text.
    static bool shows(Application &program, const char *text)
    {
        const auto all = program.window()->findChildren<QObject *>();
        return std::any_of(all.begin(), all.end(), [&](const QObject *object) {
            return object->property("text").toString() == QLatin1String(text);
        });
    }

    QTemporaryDir m_directory;
};

int main(int argc, char **argv)
{
    qputenv("QT_QUICK_BACKEND", "software");
    QGuiApplication application(argc, argv);
    TestLanguageChoice test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_languagechoice.moc"
