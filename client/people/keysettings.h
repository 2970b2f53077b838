#pragma once

#include "model/appsession.h"

namespace evencart {

// Where the profile's keys are, why, and moving them (profile/keyfile.h).
class KeySettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(bool inKeychain READ isInKeychain NOTIFY changed)
    Q_PROPERTY(QString place READ place NOTIFY changed) // where they are
    Q_PROPERTY(QString why READ why NOTIFY changed)     // why there, and what comes of it
    Q_PROPERTY(bool keychainReady READ isKeychainReady NOTIFY changed)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed)

public:
    using QObject::QObject;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    bool isInKeychain() const { return m_session && m_session->profile().keysInVault; }
    QString place() const;
    QString why() const;
    bool isKeychainReady() const { return m_ready; }
    bool isBusy() const { return m_busy; }

    Q_INVOKABLE void refresh(); // asks whether there is a keychain
    Q_INVOKABLE void moveToKeychain();
    Q_INVOKABLE void moveToFile();

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void moved();
    void failed(const QString &sentence);

private:
    void run(std::function<Result<void>(EngineRoom &)> work, const std::function<void(Result<void>)> &then);
    void move(std::function<Result<void>(Profile &)> work);

    AppSession *m_session = nullptr;
    bool m_ready = false;
    bool m_busy = false;
    QString m_unavailable; // why there is no keychain
};

} // namespace evencart
