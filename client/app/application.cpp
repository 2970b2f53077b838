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

Application::Application(const CommandLine &commandLine, const Clock &clock, RandomSource &random, KeyVault *vault)
    : m_commandLine(commandLine), m_preferences(commandLine.profile + QStringLiteral("/app.ini")),
      m_engine(clock, random), m_session(m_engine, m_preferences), m_desktop(m_session), m_announcer(m_session, clock)
{
    m_engine.setKeyVault(vault);
    m_qml.addImageProvider(QStringLiteral("icons"), new IconProvider); // the engine owns it
    m_qml.addImportPath(QStringLiteral("qrc:/"));
}

Result<void> Application::start()
{
    m_qml.setInitialProperties({{QStringLiteral("session"), QVariant::fromValue(&m_session)},
                                {QStringLiteral("desktop"), QVariant::fromValue(&m_desktop)}});
    m_qml.load(QUrl(QStringLiteral("qrc:/Evencart/Main.qml")));
    if (!window())
        return Error{ErrorCode::Io, "The window cannot be made; the installation is damaged."};
    QObject::connect(
        qGuiApp, &QGuiApplication::applicationStateChanged, &m_announcer,
        [this](Qt::ApplicationState state) { m_announcer.setWindowActive(state == Qt::ApplicationActive); });
    QObject::connect(&m_announcer, &NewsAnnouncer::cartWanted, &m_session, [this](const QString &cart) {
        m_session.openCart(cart);
        toFront(QString());
    });
    QObject::connect(&m_desktop, &Desktop::windowWanted, &m_session, [this](const QString &token) { toFront(token); });
    m_session.setSystemDark(m_colours.isDark());
    QObject::connect(&m_colours, &SystemColours::changed, &m_session, &AppSession::setSystemDark);
    m_session.open(m_commandLine.profile, m_commandLine.name.isEmpty() ? loginName() : m_commandLine.name);
    return {};
}

void Application::serve(SingleInstance &instance)
{
    if (!m_commandLine.request.asksForNothing()) {
        m_desktop.take(m_commandLine.request, [this](const QString &problem) {
            if (!problem.isEmpty())
                Q_EMIT m_session.failure(problem);
        });
    }
    instance.setHandler([this](const LaunchRequest &request, const SingleInstance::Answer &answer) {
        m_desktop.take(request, answer);
    });
}

QWindow *Application::window() const
{
    return m_qml.rootObjects().isEmpty() ? nullptr : qobject_cast<QWindow *>(m_qml.rootObjects().constFirst());
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
