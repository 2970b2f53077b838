#pragma once

#include "model/appsession.h"
#include "people/sharingtasks.h"

namespace evencart {

// The profile's server as the settings show and change it. Another server is looked at first: what certificate it
// shows, and whether that is the one that was named; it is taken over only with use().
//
// A server that shows another certificate than the one we trust is a full stop (`changed`): nothing is sent and nothing
// is tried again until a person decides.
class ServerSettings : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    // The server that is looked at.
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(bool usable READ isUsable NOTIFY stateChanged)    // use() takes it
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged) // what does not fit, or why it cannot be reached
    Q_PROPERTY(QString address READ address NOTIFY stateChanged) // as it was understood
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY stateChanged) // as the server showed it, in groups
    // The profile's server showed another certificate.
    Q_PROPERTY(bool changed READ isChanged NOTIFY alarmChanged)
    Q_PROPERTY(QString trustedFingerprint READ trustedFingerprint NOTIFY alarmChanged)
    Q_PROPERTY(QString changedFingerprint READ changedFingerprint NOTIFY alarmChanged) // empty while it is asked for

public:
    enum State
    {
        Nothing,
        Looking,
        Wrong,      // what was typed is no address or no fingerprint
        Away,       // it cannot be reached
        FirstUse,   // a certificate that nobody vouches for: a person has to compare
        Matches,    // it is the one whose fingerprint was typed
        VouchedFor, // by a certificate authority: no fingerprint is needed
        Mismatch,   // not the one whose fingerprint was typed: cannot be used
        Plain       // ws://: no encryption, no certificate
    };
    Q_ENUM(State)

    using QObject::QObject;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    State state() const { return m_state; }
    bool isUsable() const;
    QString problem() const { return m_problem; }
    QString address() const { return m_address; }
    QString fingerprint() const;
    bool isChanged() const { return m_changed; }
    QString trustedFingerprint() const;
    QString changedFingerprint() const;
    // 64 digits in groups of four, for comparing.
    Q_INVOKABLE static QString grouped(const QString &fingerprint);

    // `fingerprint` may be empty.
    Q_INVOKABLE void look(const QString &address, const QString &fingerprint);
    // Makes what was looked at the profile's server. In FirstUse the person says with it that the fingerprint is right.
    Q_INVOKABLE void use();
    Q_INVOKABLE void forgetLook();
    // No server any more. The carts stay here.
    Q_INVOKABLE void remove();
    // Only after a person has compared.
    Q_INVOKABLE void trustChanged();
    Q_INVOKABLE void keepStopped(); // closes the question; the sync stays stopped

Q_SIGNALS:
    void sessionChanged();
    void stateChanged();
    void alarmChanged();
    void saved(); // another server, or none

private:
    void enter(State state, const QString &problem = {});
    void save(const std::string &url, const std::string &fingerprint);
    void takeConnection(const ConnectionState &connection);

    AppSession *m_session = nullptr;
    State m_state = Nothing;
    QString m_problem;
    QString m_address;
    std::string m_typed; // fingerprint
    std::string m_seen;  // fingerprint
    bool m_changed = false;
    std::string m_changedTo;
    int m_looked = 0; // answers to earlier looks are passed over
};

} // namespace evencart
