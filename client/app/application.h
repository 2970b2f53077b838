#pragma once

#include "desktop/commandline.h"
#include "desktop/desktop.h"
#include "desktop/newsannouncer.h"
#include "desktop/singleinstance.h"
#include "desktop/systemcolours.h"
#include "translations/translations.h"
#include <QQmlApplicationEngine>
#include <QWindow>

#include <optional>

namespace evencart {

// The desktop app, composed: the profile's engine, the session over it, what the desktop offers, and the window that
// shows them. Lives on main's stack, behind QGuiApplication; what stands lower here uses what stands above it.
//
// Whoever chooses another language gets all of that anew, in the same process: models keep sentences that they made.
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

    // Of the language that is spoken now.
    AppSession &session() { return m_parts->session; }
    Desktop &desktop() { return m_parts->desktop; }
    QWindow *window() const; // nullptr before start()

private:
    struct Parts
    {
        Parts(Preferences &preferences, const Clock &clock, RandomSource &random);

        Engine engine;
        AppSession session;
        Desktop desktop;
        NewsAnnouncer announcer;
        QQmlApplicationEngine qml;
    };

    void compose();
    void changeLanguage();
    void toFront(const QString &activationToken);

    CommandLine m_commandLine;
    const Clock &m_clock;
    RandomSource &m_random;
    KeyVault *m_vault;
    Preferences m_preferences;
    SystemColours m_colours;
    Translations m_translations;
    std::optional<Parts> m_parts;
};

} // namespace evencart
