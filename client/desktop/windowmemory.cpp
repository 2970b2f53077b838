#include "desktop/windowmemory.h"

#include <QGuiApplication>
#include <QScreen>

#include <algorithm>

namespace evencart {

namespace {

constexpr int savingMilliseconds = 400;
constexpr int leastVisible = 80; // of a window's top edge, for it to be called on a screen
const QString geometryKey = QStringLiteral("geometry");
const QString maximizedKey = QStringLiteral("maximized");

const QScreen *screenOf(const QRect &place)
{
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QRect seen = screen->availableGeometry() & place;
        const bool topIsSeen = seen.top() == std::max(place.top(), screen->availableGeometry().top());
        if (seen.width() >= leastVisible && seen.height() >= leastVisible && topIsSeen)
            return screen;
    }
    return nullptr;
}

} // namespace

WindowMemory::WindowMemory(QObject *parent) : QObject(parent)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(savingMilliseconds);
    connect(&m_saving, &QTimer::timeout, this, &WindowMemory::save);
}

WindowMemory::~WindowMemory()
{
    if (m_saving.isActive())
        save();
}

void WindowMemory::setWindow(QWindow *window)
{
    if (m_window == window)
        return;
    if (m_window)
        m_window->disconnect(&m_saving);
    m_window = window;
    if (window) {
        const auto changed = qOverload<>(&QTimer::start);
        connect(window, &QWindow::widthChanged, &m_saving, changed);
        connect(window, &QWindow::heightChanged, &m_saving, changed);
        connect(window, &QWindow::xChanged, &m_saving, changed);
        connect(window, &QWindow::yChanged, &m_saving, changed);
        connect(window, &QWindow::visibilityChanged, &m_saving, changed);
    }
    Q_EMIT windowChanged();
}

void WindowMemory::setPreferences(Preferences *preferences)
{
    m_preferences = preferences;
    Q_EMIT windowChanged();
}

void WindowMemory::restore()
{
    if (!m_window || !m_preferences)
        return;
    const QRect place = m_preferences->remembered(geometryKey).toRect();
    if (place.isValid()) {
        const QScreen *screen = screenOf(place);
        const QScreen *largest = screen ? screen : QGuiApplication::primaryScreen();
        const QSize fits = largest ? largest->availableGeometry().size() : place.size();
        m_window->resize(place.size().boundedTo(fits).expandedTo(m_window->minimumSize()));
        if (screen)
            m_window->setPosition(place.topLeft());
    }
    if (m_preferences->remembered(maximizedKey).toBool())
        m_window->setWindowStates(m_window->windowStates() | Qt::WindowMaximized);
}

void WindowMemory::save()
{
    m_saving.stop();
    // A window that is hidden or minimised says nothing about what its user likes.
    if (!m_window || !m_preferences || !m_window->isVisible() || m_window->visibility() == QWindow::Minimized)
        return;
    const bool large = m_window->visibility() == QWindow::Maximized || m_window->visibility() == QWindow::FullScreen;
    m_preferences->remember(maximizedKey, large);
    if (!large)
        m_preferences->remember(geometryKey, m_window->geometry());
}

} // namespace evencart
