#include "desktop/desktop.h"

#include "identity/invitelink.h"
#include "translations/errorsentences.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>

#include <memory>

namespace evencart {

namespace {

const QString trayService = QStringLiteral("org.kde.StatusNotifierWatcher");

} // namespace

Desktop::Desktop(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &AppSession::phaseChanged, this, &Desktop::actOnWaiting);
    connect(session.cart(), &OpenCart::cartChanged, this, &Desktop::actOnWaiting);
    watchTray();
}

void Desktop::watchTray()
{
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    m_hasTray = bus.interface()->isServiceRegistered(trayService);
    m_trayWatcher.setConnection(bus);
    m_trayWatcher.addWatchedService(trayService);
    const auto become = [this](bool has) {
        m_hasTray = has;
        Q_EMIT hasTrayChanged();
    };
    connect(&m_trayWatcher, &QDBusServiceWatcher::serviceRegistered, this, [become] { become(true); });
    connect(&m_trayWatcher, &QDBusServiceWatcher::serviceUnregistered, this, [become] { become(false); });
}

void Desktop::take(const LaunchRequest &request, const Answer &answer)
{
    Q_EMIT windowWanted(request.activationToken);
    if (request.asksForNothing())
        return answer(QString());
    m_waiting.push_back({request, answer});
    actOnWaiting();
}

bool Desktop::isReady() const
{
    return m_session.phase() == AppSession::Ready && m_session.cart()->id() && !m_session.cart()->isLoading();
}

void Desktop::actOnWaiting()
{
    const bool ready = isReady();
    if (!ready && m_session.phase() != AppSession::Failed)
        return;
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (ready)
            actAndAnswer(waiting.request, waiting.answer);
        else
            waiting.answer(m_session.problem());
    }
}

// The engine does one thing after the other: when it answers, what was asked for before is on the disk or has failed.
// Only what this request asked for is its failure; another start and the window may be at work at the same time.
void Desktop::actAndAnswer(const LaunchRequest &request, const Answer &answer)
{
    Engine &engine = m_session.engine();
    const Ticket before = engine.lastTicket();
    const auto problems = std::make_shared<QStringList>();
    if (const QString problem = act(request); !problem.isEmpty())
        *problems << problem;
    const auto listening = connect(&engine, &Engine::editEnded, this,
                                   [problems, before, last = engine.lastTicket()](const EditOutcome &outcome) {
                                       if (outcome.error && outcome.ticket > before && outcome.ticket <= last)
                                           *problems << errorSentence(*outcome.error);
                                   });
    engine.ask<bool>(
        this, [](EngineRoom &) { return true; },
        [answer, problems, listening](bool) {
            disconnect(listening);
            problems->removeDuplicates();
            answer(problems->join(QLatin1Char(' ')));
        });
}

QString Desktop::act(const LaunchRequest &request)
{
    QStringList problems;
    for (const QString &text : request.add) {
        if (const QString problem = m_session.cart()->addText(text); !problem.isEmpty())
            problems << problem;
    }
    for (const QString &link : request.links) {
        if (const auto parsed = parseInviteLink(link.toStdString()); !parsed)
            problems << errorSentence(parsed.error());
        else
            Q_EMIT joinWanted(link);
    }
    QList<QUrl> files;
    for (const QString &file : request.files)
        files << QUrl::fromLocalFile(file);
    if (!files.isEmpty())
        Q_EMIT filesOffered(files);
    if (request.page == QStringLiteral("new-cart"))
        Q_EMIT newCartWanted();
    if (request.page == QStringLiteral("join"))
        Q_EMIT joinWanted(QString());
    return problems.join(QLatin1Char(' '));
}

} // namespace evencart
