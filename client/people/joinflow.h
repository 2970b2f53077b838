#pragma once

#include "model/appsession.h"
#include "sharing/joining.h"

namespace evencart {

// Joining a cart with an invitation: a link that was pasted or opened, what it says before anything is sent, then the
// joining itself. A cart that was joined is opened. An administrator's link leads to no cart.
class JoinFlow : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed) // the link as it was typed or pasted
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // Unreadable, Failed: what is wrong and what to do
    // Of a link that was recognised:
    Q_PROPERTY(QString server READ server NOTIFY changed) // "cart.example.org:8787"
    Q_PROPERTY(bool encrypted READ isEncrypted NOTIFY changed)
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed) // of its certificate, shortened; may be empty
    Q_PROPERTY(QString role READ role NOTIFY changed)               // what one may do: a sentence
    Q_PROPERTY(QString serverNote READ serverNote NOTIFY changed)   // what the server is to this profile: a sentence
    Q_PROPERTY(bool canJoin READ canJoin NOTIFY changed)

public:
    enum State
    {
        Empty,
        Unreadable,
        Recognised,
        OtherServer, // the profile has another one: cannot be joined as it is
        Joining,
        Joined,
        Failed
    };
    Q_ENUM(State)

    using QObject::QObject;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    QString text() const { return m_text; }
    void setText(const QString &text);
    State state() const { return m_state; }
    QString problem() const { return m_problem; }
    QString server() const;
    bool isEncrypted() const { return m_link && m_link->tls; }
    QString fingerprint() const;
    QString role() const;
    QString serverNote() const;
    bool canJoin() const { return m_state == Recognised || m_state == Failed; }

    Q_INVOKABLE void pasteFromClipboard(); // only where it holds an invitation
    Q_INVOKABLE void join();
    Q_INVOKABLE void startOver();

Q_SIGNALS:
    void sessionChanged();
    void changed();
    void joined(const QString &cart); // it is open and read; not where another one was opened meanwhile
    void becameAdministrator();

private:
    ServerOfLink serverOfOurs() const;
    void read();
    void finish(const Result<CartId> &cart);
    void tellWhenRead();

    AppSession *m_session = nullptr;
    QString m_text;
    std::optional<InviteLink> m_link;
    State m_state = Empty;
    QString m_problem;
    QString m_reading; // the cart that was joined, until it is read
    int m_asked = 0;   // answers to earlier questions are passed over
};

} // namespace evencart
