#pragma once

#include "model/appsession.h"
#include "people/sharingtasks.h"

namespace evencart {

// Inviting somebody to the open cart: the terms as a person chooses them, then a link that the server knows of. Other
// terms make a new link; a link that was made stays good until it expires.
class InviteFlow : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(Role role READ role WRITE setRole NOTIFY termsChanged)
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY termsChanged)
    Q_PROPERTY(int uses READ uses WRITE setUses NOTIFY termsChanged)
    Q_PROPERTY(State state READ state NOTIFY stateChanged)
    Q_PROPERTY(Problem problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(QString problemText READ problemText NOTIFY stateChanged) // a sentence, with what to do
    Q_PROPERTY(QString link READ link NOTIFY stateChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY stateChanged) // whom the link is good for, and until when
    Q_PROPERTY(QString message READ message NOTIFY stateChanged) // the link with a friendly sentence before it

public:
    enum Role
    {
        Viewer = static_cast<int>(protocol::Role::Viewer),
        Editor = static_cast<int>(protocol::Role::Editor),
        Owner = static_cast<int>(protocol::Role::Owner)
    };
    Q_ENUM(Role)
    enum State
    {
        Choosing,
        Asking,
        Ready,
        Failed
    };
    Q_ENUM(State)
    enum Problem
    {
        NoProblem,
        NoServer,
        Offline,
        NotOwner,
        Refused
    };
    Q_ENUM(Problem)

    using QObject::QObject;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    Role role() const { return m_role; }
    void setRole(Role role);
    int days() const { return m_days; }
    void setDays(int days); // 1 to 365
    int uses() const { return m_uses; }
    void setUses(int uses); // 1 to 100
    State state() const { return m_state; }
    Problem problem() const { return m_problem; }
    QString problemText() const { return m_problemText; }
    QString link() const { return m_link; }
    QString summary() const { return m_summary; }
    QString message() const;

    Q_INVOKABLE void ask();
    Q_INVOKABLE void startOver(); // other terms, or another cart
    Q_INVOKABLE void copyLink() const;
    Q_INVOKABLE void copyMessage() const;

Q_SIGNALS:
    void sessionChanged();
    void termsChanged();
    void stateChanged();

private:
    void enter(State state);
    void fail(const Error &reason);
    void take(const MadeInvitation &made);

    AppSession *m_session = nullptr;
    Role m_role = Editor;
    int m_days = 7;
    int m_uses = 1;
    State m_state = Choosing;
    Problem m_problem = NoProblem;
    QString m_problemText;
    QString m_link;
    QString m_summary;
    QString m_cartName; // of the cart that the link is for
    int m_asked = 0;    // answers to earlier questions are passed over
};

} // namespace evencart
