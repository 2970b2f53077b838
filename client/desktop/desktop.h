#pragma once

#include "desktop/launchrequest.h"
#include "model/appsession.h"

#include <QDBusServiceWatcher>
#include <QUrl>

#include <functional>
#include <vector>

namespace evencart {

// What comes to the window from outside of it, and what the desktop around it offers. Does what a start asked for as
// soon as the profile is open: items go into the open cart at once, everything that needs a decision becomes a signal
// that the window shows. Interface thread.
class Desktop : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the program")
    // Whether there is a place for a tray icon. Without one a window that is closed ends the program.
    Q_PROPERTY(bool hasTray READ hasTray NOTIFY hasTrayChanged)

public:
    explicit Desktop(AppSession &session, QObject *parent = nullptr);

    bool hasTray() const { return m_hasTray; }
    // Called once: with a sentence where something could not be done, else with nothing. What could be done is saved by
    // then.
    using Answer = std::function<void(const QString &problem)>;
    void take(const LaunchRequest &request, const Answer &answer);

Q_SIGNALS:
    void hasTrayChanged();
    // The window comes to the front.
    void windowWanted(const QString &activationToken);
    void newCartWanted();
    void joinWanted(const QString &link); // empty: asks for it
    void filesOffered(const QList<QUrl> &files);

private:
    bool isReady() const;
    QString act(const LaunchRequest &request);
    void actOnWaiting();
    void actAndAnswer(const LaunchRequest &request, const Answer &answer);
    void watchTray();

    AppSession &m_session;
    struct Waiting
    {
        LaunchRequest request;
        Answer answer;
    };
    std::vector<Waiting> m_waiting; // for the profile to open
    QDBusServiceWatcher m_trayWatcher;
    bool m_hasTray = false;
};

} // namespace evencart
