#include "app/application.h"

#include "qml/iconprovider.h"

#include <QGuiApplication>

#include <pwd.h>
#include <unistd.h>

namespace evencart {

namespace {

QString loginName()
{
    const passwd *user = ::getpwuid(::geteuid());
    return user ? QString::fromLocal8Bit(user->pw_name) : QStringLiteral("me");
}

} // namespace

Application::Parts::Parts(Preferences &preferences, const Clock &clock, RandomSource &random)
    : engine(clock, random), session(engine, preferences), desktop(session), announcer(session, clock)
{
    qml.addImageProvider(QStringLiteral("icons"), new IconProvider); // the engine owns it
    qml.addImportPath(QStringLiteral("qrc:/"));
}

Application::Application(const CommandLine &commandLine, const Clock &clock, RandomSource &random, KeyVault *vault)
    : m_commandLine(commandLine), m_clock(clock), m_random(random), m_vault(vault),
      m_preferences(commandLine.profile + QStringLiteral("/app.ini"))
{
    compose();
    // Queued: the choice was made in a window that will be gone.
    QObject::connect(
        &m_preferences, &Preferences::languageChanged, &m_preferences, [this] { changeLanguage(); },
        Qt::QueuedConnection);
}

void Application::compose()
{
    m_translations.use(m_preferences.language());
    m_parts.emplace(m_preferences, m_clock, m_random);
    m_parts->engine.setKeyVault(m_vault);
}

Result<void> Application::start()
{
    Parts &parts = *m_parts;
    parts.qml.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&parts.session)},
                                    {QStringLiteral("desktop"), QVariant::fromValue(&parts.desktop)}});
    parts.qml.load(QUrl(QStringLiteral("qrc:/Evencart/Main.qml")));
    if (!window())
        return Error{ErrorCode::Io, "The window cannot be made; the installation is damaged."};
    QObject::connect(
        qGuiApp, &QGuiApplication::applicationStateChanged, &parts.announcer,
        [&parts](Qt::ApplicationState state) { parts.announcer.setWindowActive(state == Qt::ApplicationActive); });
    QObject::connect(&parts.announcer, &NewsAnnouncer::cartWanted, &parts.session, [this](const QString &cart) {
        session().openCart(cart);
        toFront(QString());
    });
    QObject::connect(&parts.desktop, &Desktop::windowWanted, &parts.session,
                     [this](const QString &token) { toFront(token); });
    parts.session.setSystemDark(m_colours.isDark());
    QObject::connect(&m_colours, &SystemColours::changed, &parts.session, &AppSession::setSystemDark);
    parts.session.open(m_commandLine.profile, m_commandLine.name.isEmpty() ? loginName() : m_commandLine.name);
    return {};
}

// Back to the page where it was chosen. The program does not end for having no window in between.
void Application::changeLanguage()
{
    if (!window())
        return; // start() will speak it
    const bool quits = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_parts.reset();
    compose();
    const auto started = start();
    QGuiApplication::setQuitOnLastWindowClosed(quits);
    if (!started)
        return QCoreApplication::exit(1);
    toFront(QString());
    QObject::connect(
        &session(), &AppSession::phaseChanged, window(),
        [this] {
            if (session().phase() == AppSession::Ready) // else what stands in the way is to be seen
                QMetaObject::invokeMethod(window(), "showPage", Q_ARG(QString, QStringLiteral("settings")));
        },
        Qt::SingleShotConnection);
}

void Application::serve(SingleInstance &instance)
{
    if (!m_commandLine.request.asksForNothing()) {
        desktop().take(m_commandLine.request, [this](const QString &problem) {
            if (!problem.isEmpty())
                Q_EMIT session().failure(problem);
        });
    }
    instance.setHandler([this](const LaunchRequest &request, const SingleInstance::Answer &answer) {
        desktop().take(request, answer);
    });
}

QWindow *Application::window() const
{
    if (!m_parts || m_parts->qml.rootObjects().isEmpty())
        return nullptr;
    return qobject_cast<QWindow *>(m_parts->qml.rootObjects().constFirst());
}

void Application::toFront(const QString &activationToken)
{
    QWindow *shown = window();
    if (!shown)
        return;
    if (!activationToken.isEmpty()) // Qt's Wayland plugin reads it there
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toUtf8());
    shown->setVisible(true);
    shown->setWindowStates(shown->windowStates() & ~Qt::WindowMinimized);
    shown->raise();
    shown->requestActivate();
}

} // namespace evencart
