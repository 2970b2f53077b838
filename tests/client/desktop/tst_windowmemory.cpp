#include "desktop/windowmemory.h"

#include <QGuiApplication>
#include <QScreen>
#include <QTemporaryDir>
#include <QTest>

using namespace evencart;

class TestWindowMemory : public QObject
{
    Q_OBJECT

    QTemporaryDir m_directory;
    std::unique_ptr<Preferences> m_preferences;

    std::unique_ptr<WindowMemory> memoryOf(QWindow &window)
    {
        auto memory = std::make_unique<WindowMemory>();
        memory->setPreferences(m_preferences.get());
        memory->setWindow(&window);
        return memory;
    }

private Q_SLOTS:
    void init()
    {
        const QString file = m_directory.path() + QLatin1Char('/') + QLatin1String(QTest::currentTestFunction());
        m_preferences = std::make_unique<Preferences>(file + QStringLiteral(".ini"));
    }

    void sizeAndPlaceComeBack()
    {
        QWindow first;
        first.setGeometry(40, 60, 500, 400);
        first.show();
        QTRY_VERIFY(first.isVisible());
        memoryOf(first)->save();

        QWindow second;
        memoryOf(second)->restore();
        QCOMPARE(second.geometry(), QRect(40, 60, 500, 400));
        QVERIFY(!(second.windowStates() & Qt::WindowMaximized));
    }

    void aMaximisedWindowKeepsItsNormalSize()
    {
        QWindow first;
        first.setGeometry(40, 60, 500, 400);
        first.show();
        const auto memory = memoryOf(first);
        memory->save();
        first.showMaximized();
        QTRY_COMPARE(first.visibility(), QWindow::Maximized);
        memory->save();

        QWindow second;
        memoryOf(second)->restore();
        QVERIFY(second.windowStates() & Qt::WindowMaximized);
        QCOMPARE(m_preferences->remembered(QStringLiteral("geometry")).toRect(), QRect(40, 60, 500, 400));
    }

    void aPlaceOnAScreenThatIsGoneIsNotUsed()
    {
        m_preferences->remember(QStringLiteral("geometry"), QRect(9000, 9000, 500, 400));
        QWindow window;
        const QPoint before = window.position();
        memoryOf(window)->restore();
        QCOMPARE(window.position(), before);
        QCOMPARE(window.size(), QSize(500, 400));
    }

    void aWindowIsNeverLargerThanItsScreen()
    {
        m_preferences->remember(QStringLiteral("geometry"), QRect(0, 0, 20000, 20000));
        QWindow window;
        memoryOf(window)->restore();
        const QSize screen = QGuiApplication::primaryScreen()->availableGeometry().size();
        QVERIFY(window.width() <= screen.width() && window.height() <= screen.height());
    }

    void nonsenseInTheFileIsNothing()
    {
        m_preferences->remember(QStringLiteral("geometry"), QStringLiteral("wide"));
        QWindow window;
        window.resize(300, 200);
        memoryOf(window)->restore();
        QCOMPARE(window.size(), QSize(300, 200));
    }
};

QTEST_MAIN(TestWindowMemory)
#include "tst_windowmemory.moc"
