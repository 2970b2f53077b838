#include "people/membersmodel.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

#include <QCollator>

#include <algorithm>

namespace evencart {

namespace {

QString roleText(const std::optional<protocol::Role> &role)
{
    if (!role)
        return {};
    switch (*role) {
    case protocol::Role::Viewer:
        return MembersModel::tr("Viewer");
    case protocol::Role::Editor:
        return MembersModel::tr("Editor");
    case protocol::Role::Owner:
        break;
    }
    return MembersModel::tr("Owner");
}

} // namespace

void MembersModel::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        m_session->disconnect(this);
        m_session->cart()->disconnect(this);
        m_session->people().disconnect(this);
        m_session->engine().disconnect(this);
    }
    m_session = session;
    if (session) {
        const Engine *engine = &session->engine();
        connect(engine, &Engine::membersUpdated, this, &MembersModel::takeMembers);
        connect(engine, &Engine::presenceUpdated, this, &MembersModel::takePresence);
        connect(engine, &Engine::connectionChanged, this, &MembersModel::takeConnection);
        connect(session->cart(), &OpenCart::cartChanged, this, &MembersModel::cartOpened);
        connect(session->cart(), &OpenCart::headChanged, this, &MembersModel::membersChanged);
        connect(&session->people(), &People::changed, this, &MembersModel::showRows);
        m_online = session->sync()->state() == SyncStatus::Online || session->sync()->state() == SyncStatus::Syncing;
        cartOpened();
    }
    Q_EMIT sessionChanged();
}

void MembersModel::cartOpened()
{
    showRows();
    const auto &cart = m_session->cart()->id();
    if (!cart || isComplete())
        return;
    struct Known
    {
        std::vector<protocol::Member> named;
    };
    m_session->engine().ask<Known>(
        this,
        [cart = *cart](EngineRoom &room) {
            // Answered through membersUpdated(), like what the server says unasked.
            if (room.client().status() == SyncClient::Status::Online)
                room.client().listMembers(cart, [](const auto &) {});
            Known known;
            const auto cursors = room.workspace().profile().store().cursors(cart);
            for (const KnownCursor &cursor : cursors ? *cursors : std::vector<KnownCursor>())
                known.named.push_back(
                    {cursor.member, room.workspace().memberName(cursor.member), protocol::Role::Viewer, 0});
            return known;
        },
        [this, cart = *cart](const Known &known) {
            Heard &heard = m_heard[cart];
            heard.before.clear();
            for (const protocol::Member &member : known.named) {
                heard.before.push_back(member.member);
                m_session->people().learn(member.member, wording::text(member.name));
            }
            showRows();
        });
}

QString MembersModel::nameOf(const QString &member) const
{
    const auto id = MemberId::fromString(member.toStdString());
    return id ? m_session->people().shownName(*id) : QString();
}

bool MembersModel::isSelf(const QString &member) const
{
    const auto id = MemberId::fromString(member.toStdString());
    return id && m_session->people().isSelf(*id);
}

void MembersModel::giveRole(const QString &cart, const QString &member, Part role)
{
    const auto given = static_cast<protocol::RoleChange>(role);
    change(cart, member, given,
           isSelf(member)                            ? tr("You do not own this cart any more.")
           : given == protocol::RoleChange::ToViewer ? tr("%1 can look at the cart now.").arg(nameOf(member))
                                                     : tr("%1 can change the cart now.").arg(nameOf(member)));
}

void MembersModel::remove(const QString &cart, const QString &member)
{
    change(cart, member, protocol::RoleChange::Remove,
           isSelf(member) ? tr("You have left this cart. What you have of it stays on this device.")
                          : tr("%1 does not take part any more.").arg(nameOf(member)));
}

void MembersModel::change(const QString &inCart, const QString &member, protocol::RoleChange change,
                          const QString &done)
{
    const auto id = MemberId::fromString(member.toStdString());
    const auto cart = CartId::fromString(inCart.toStdString());
    if (!id || !cart)
        return;
    m_session->engine().askLater<std::optional<Error>>(
        this,
        [cart = *cart, id = *id, change](EngineRoom &room, auto reply) {
            room.client().setRole(cart, id, change, [reply](const Result<protocol::Members> &answer) {
                reply(answer ? std::nullopt : std::optional(answer.error()));
            });
        },
        [this, done](const std::optional<Error> &error) {
            if (error)
                Q_EMIT failed(errorSentence(*error));
            else
                Q_EMIT told(done);
        });
}

void MembersModel::takeMembers(const CartId &cart, const std::vector<protocol::Member> &members)
{
    m_heard[cart].members = members;
    showRows();
}

void MembersModel::takePresence(const CartId &cart, const std::vector<protocol::MemberCursor> &cursors)
{
    Heard &heard = m_heard[cart];
    const auto now = static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch());
    for (const protocol::MemberCursor &cursor : cursors) {
        const auto known = heard.devices.find(cursor.device);
        const bool wasOnline = known != heard.devices.end() && known->second.online;
        if (cursor.online || wasOnline)
            heard.at[cursor.member] = now;
        heard.devices[cursor.device] = cursor;
    }
    showRows();
}

void MembersModel::takeConnection(const ConnectionState &connection)
{
    const bool online = connection.status == SyncClient::Status::Online;
    if (m_online == online)
        return;
    m_online = online;
    if (!online) {
        for (auto &[cart, heard] : m_heard) {
            for (auto &[device, cursor] : heard.devices)
                cursor.online = false; // the server says anew who is there
        }
    }
    showRows();
}

MemberRow MembersModel::rowOf(const Heard &heard, const MemberId &member) const
{
    MemberRow row;
    row.member = member;
    row.name = m_session->people().shownName(member);
    row.online = m_session->people().isSelf(member) && m_online;
    for (const auto &[device, cursor] : heard.devices)
        row.online = row.online || (m_online && cursor.member == member && cursor.online);
    if (const auto at = heard.at.find(member); at != heard.at.end())
        row.lastHeard = at->second;
    return row;
}

std::vector<MemberRow> MembersModel::rowsNow() const
{
    std::vector<MemberRow> rows;
    if (!m_session || !m_session->cart()->id())
        return rows;
    const MemberId self = m_session->people().self();
    const auto known = m_heard.find(*m_session->cart()->id());
    const Heard heard = known == m_heard.end() ? Heard() : known->second;
    if (heard.members) {
        for (const protocol::Member &member : *heard.members) {
            MemberRow row = rowOf(heard, member.member);
            row.role = member.role;
            row.devices = static_cast<int>(member.devices);
            rows.push_back(row);
        }
    } else {
        std::vector<MemberId> ids = heard.before;
        ids.push_back(self);
        std::sort(ids.begin(), ids.end());
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        for (const MemberId &member : ids)
            rows.push_back(rowOf(heard, member));
    }
    QCollator collator;
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    std::sort(rows.begin(), rows.end(), [&](const MemberRow &a, const MemberRow &b) {
        if ((a.member == self) != (b.member == self))
            return a.member == self;
        const int order = collator.compare(a.name, b.name);
        return order != 0 ? order < 0 : a.member < b.member;
    });
    return rows;
}

// Makes m_rows equal to what is known, with exact signals.
void MembersModel::showRows()
{
    const std::vector<MemberRow> wanted = rowsNow();
    const bool differ = wanted != m_rows;
    const auto isIn = [](const std::vector<MemberRow> &rows, const MemberId &member) {
        return std::any_of(rows.begin(), rows.end(), [&](const MemberRow &row) { return row.member == member; });
    };
    for (int i = count() - 1; i >= 0; --i) {
        if (isIn(wanted, m_rows[static_cast<std::size_t>(i)].member))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    for (int i = 0; i < static_cast<int>(wanted.size()); ++i) {
        const MemberRow &row = wanted[static_cast<std::size_t>(i)];
        const auto at = m_rows.begin() + i;
        const auto found =
            std::find_if(at, m_rows.end(), [&](const MemberRow &old) { return old.member == row.member; });
        if (found == m_rows.end()) {
            beginInsertRows({}, i, i);
            m_rows.insert(at, row);
            endInsertRows();
            continue;
        }
        if (found != at) {
            const int from = static_cast<int>(found - m_rows.begin());
            beginMoveRows({}, from, from, {}, i);
            std::rotate(at, found, found + 1);
            endMoveRows();
        }
        if (m_rows[static_cast<std::size_t>(i)] != row) {
            m_rows[static_cast<std::size_t>(i)] = row;
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
    if (differ)
        Q_EMIT membersChanged();
}

int MembersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> MembersModel::roleNames() const
{
    return {{MemberRole, "member"},
            {NameRole, "name"},
            {InitialsRole, "initials"},
            {ColourRole, "colour"},
            {RoleTextRole, "roleText"},
            {DevicesRole, "devices"},
            {OnlineRole, "online"},
            {IsMeRole, "isMe"},
            {RoleRole, "memberRole"},
            {PresenceRole, "presence"},
            {AccessibleTextRole, "accessibleText"}};
}

QString MembersModel::presenceText(const MemberRow &row) const
{
    if (row.online)
        return tr("Online");
    if (row.lastHeard != 0)
        return tr("Last heard %1").arg(wording::clock(row.lastHeard, QDateTime::currentDateTime()));
    if (m_online)
        return tr("Away");
    return m_session->people().isSelf(row.member) ? tr("Offline") : tr("Not known while offline");
}

QVariant MembersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const MemberRow &row = m_rows[static_cast<std::size_t>(index.row())];
    const People &people = m_session->people();
    switch (role) {
    case MemberRole:
        return wording::text(row.member.toString());
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case InitialsRole:
        return people.initials(row.member);
    case ColourRole:
        return people.colourIndex(row.member);
    case RoleTextRole:
        return roleText(row.role);
    case DevicesRole:
        return row.devices;
    case OnlineRole:
        return row.online;
    case IsMeRole:
        return people.isSelf(row.member);
    case RoleRole:
        return row.role ? static_cast<int>(*row.role) : 0;
    case PresenceRole:
        return presenceText(row);
    case AccessibleTextRole: {
        QStringList parts{row.name};
        if (row.role)
            parts << roleText(row.role);
        parts << presenceText(row);
        if (row.devices > 0)
            parts << tr("%n device(s)", nullptr, row.devices);
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

int MembersModel::onlineCount() const
{
    return static_cast<int>(onlineOthers().size());
}

QVariantList MembersModel::onlineOthers() const
{
    QVariantList others;
    for (const MemberRow &row : m_rows) {
        if (row.online && !m_session->people().isSelf(row.member))
            others << QVariantMap{{QStringLiteral("member"), wording::text(row.member.toString())},
                                  {QStringLiteral("name"), row.name},
                                  {QStringLiteral("initials"), m_session->people().initials(row.member)},
                                  {QStringLiteral("colour"), m_session->people().colourIndex(row.member)}};
    }
    return others;
}

bool MembersModel::isComplete() const
{
    if (!m_session || !m_session->cart()->id())
        return false;
    const auto known = m_heard.find(*m_session->cart()->id());
    return known != m_heard.end() && known->second.members.has_value();
}

int MembersModel::owners() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [](const MemberRow &row) { return row.role == protocol::Role::Owner; }));
}

bool MembersModel::canInvite() const
{
    if (!m_session || !m_session->cart()->id())
        return false;
    const CartSummary *summary = m_session->carts()->find(*m_session->cart()->id());
    return summary && summary->role == protocol::Role::Owner && !summary->archived;
}

} // namespace evencart
