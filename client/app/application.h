#pragma once

#include "desktop/commandline.h"
#include "desktop/desktop.h"
#include "desktop/newsannouncer.h"
#include "desktop/singleinstance.h"
#include "desktop/systemcolours.h"
#include <QQmlApplicationEngine>
#include <QWindow>

namespace evencart {

// The desktop app, composed: the profile's engine, the session over it, what the desktop offers, and the window that
// shows them. Lives on main's stack, behind QGuiApplication; what stands lower here uses what stands above it.
class Application
{
public:
    // `clock`, `random` and `vault` are used from the engine's thread too and outlive this. Without a vault keys are
    // kept in a file.
    Application(const CommandLine &commandLine, const Clock &clock, RandomSource &random, KeyVault *vault);

    // Loads the window and begins to open the profile. Io where the window cannot be made.
    Result<void> start();
    // Does what this start and, through `instance`, later ones ask for.
    void serve(SingleInstance &instance);

    AppSession &session() { return m_session; }
    Desktop &desktop() { return m_desktop; }
    QWindow *window() const; // nullptr before start()

private:
    void toFront(const QString &activationToken);

    CommandLine m_commandLine;
    Preferences m_preferences;
    Engine m_engine;
    AppSession m_session;
    Desktop m_desktop;
    SystemColours m_colours;
    NewsAnnouncer m_announcer;
    QQmlApplicationEngine m_qml;
};

} // namespace evencart
