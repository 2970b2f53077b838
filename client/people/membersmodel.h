#pragma once

#include "model/appsession.h"
#include "people/memberrow.h"

namespace evencart {

// The members of the open cart: I first, then the others by name. What the server last said while the program runs;
// without it the members whose devices were heard of before, without their roles. Presence is known only while the
// server is there: off line nobody is online.
class MembersModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(int count READ count NOTIFY membersChanged)
    Q_PROPERTY(int onlineCount READ onlineCount NOTIFY membersChanged) // others than me
    // The others who are online: {member, name, initials, colour}
    Q_PROPERTY(QVariantList onlineOthers READ onlineOthers NOTIFY membersChanged)
    Q_PROPERTY(bool complete READ isComplete NOTIFY membersChanged) // the server has said who takes part
    Q_PROPERTY(bool canInvite READ canInvite NOTIFY membersChanged)
    Q_PROPERTY(int owners READ owners NOTIFY membersChanged) // how many; 0: not known

public:
    enum Role
    {
        MemberRole = Qt::UserRole, // text: the id
        NameRole,                  // "You" for me
        InitialsRole,
        ColourRole,   // number, for Theme.memberColour
        RoleTextRole, // "owner", "can change everything" ...; empty: not known
        DevicesRole,  // number; 0: not known
        OnlineRole,
        IsMeRole,
        RoleRole,          // Part
        PresenceRole,      // a word or two: "online", "heard at 14:02"
        AccessibleTextRole // the member in one sentence
    };
    Q_ENUM(Role)
    enum Part // as protocol::Role
    {
        NotKnown = 0,
        Viewer = 1,
        Editor = 2,
        Owner = 3
    };
    Q_ENUM(Part)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    int count() const { return static_cast<int>(m_rows.size()); }
    int onlineCount() const;
    QVariantList onlineOthers() const;
    bool isComplete() const;
    bool canInvite() const;

    int owners() const;

    // Asks the server, which decides; told() or failed() says what came of it. Both by their ids; the cart need not be
    // the open one any more. Of oneself: to step down, or to leave.
    Q_INVOKABLE void giveRole(const QString &cart, const QString &member, Part role);
    Q_INVOKABLE void remove(const QString &cart, const QString &member);

Q_SIGNALS:
    void told(const QString &sentence);
    void failed(const QString &sentence);
    void sessionChanged();
    void membersChanged();

private:
    // What was heard of a cart.
    struct Heard
    {
        std::optional<std::vector<protocol::Member>> members; // as the server said
        std::vector<MemberId> before;                         // whose devices were heard of in an earlier run
        std::map<DeviceId, protocol::MemberCursor> devices;
        std::map<MemberId, std::uint64_t> at;
    };

    void cartOpened();
    bool isSelf(const QString &member) const;
    void change(const QString &inCart, const QString &member, protocol::RoleChange change, const QString &done);
    QString nameOf(const QString &member) const;
    void takeMembers(const CartId &cart, const std::vector<protocol::Member> &members);
    void takePresence(const CartId &cart, const std::vector<protocol::MemberCursor> &cursors);
    void takeConnection(const ConnectionState &connection);
    std::vector<MemberRow> rowsNow() const;
    MemberRow rowOf(const Heard &heard, const MemberId &member) const;
    void showRows();
    QString presenceText(const MemberRow &row) const;

    AppSession *m_session = nullptr;
    std::map<CartId, Heard> m_heard;
    std::vector<MemberRow> m_rows;
    bool m_online = false;
};

} // namespace evencart
