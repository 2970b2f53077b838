#pragma once

#include "settings/preferences.h"

#include <QPointer>
#include <QTimer>
#include <QWindow>
#include <qqmlregistration.h>

namespace evencart {

// Puts a window back where it was: size, place (where the platform lets a program choose) and whether it filled the
// screen. A place on a screen that is gone is left to the platform. Keeps the normal size apart from the maximised
// state, so that a window that was maximised can still be made smaller again. Interface thread.
class WindowMemory : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QWindow *window READ window WRITE setWindow NOTIFY windowChanged)
    Q_PROPERTY(evencart::Preferences *preferences READ preferences WRITE setPreferences NOTIFY windowChanged)

public:
    explicit WindowMemory(QObject *parent = nullptr);
    ~WindowMemory() override;

    QWindow *window() const { return m_window; }
    void setWindow(QWindow *window);
    Preferences *preferences() const { return m_preferences; }
    void setPreferences(Preferences *preferences);

    // Once, before the window is shown.
    Q_INVOKABLE void restore();
    Q_INVOKABLE void save();

Q_SIGNALS:
    void windowChanged();

private:
    QPointer<QWindow> m_window;
    QPointer<Preferences> m_preferences;
    QTimer m_saving; // a window that is dragged moves all the time
};

} // namespace evencart
