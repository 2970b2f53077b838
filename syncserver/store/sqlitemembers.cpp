// The half of SqliteLogStore that is about people: persons, devices, memberships, cursors, invitations,
// administrators.
#include "store/sqlitelogstore.h"
#include "store/sqlitevalues.h"

namespace evencart::store {

namespace {

PersonRow readPerson(const sqlite::Statement &row)
{
    PersonRow person;
    person.member = MemberId::fromBytes(row.view(0));
    person.key = arrayFrom<protocol::PublicKey>(row.view(1));
    person.name = row.bytes(2);
    person.nameStamp = Hlc{row.unsignedInteger(3)};
    person.firstSeen = row.unsignedInteger(4);
    person.lastSeen = row.unsignedInteger(5);
    return person;
}

DeviceRow readDevice(const sqlite::Statement &row)
{
    return {DeviceId::fromBytes(row.view(0)), MemberId::fromBytes(row.view(1)),
            arrayFrom<protocol::PublicKey>(row.view(2)), row.unsignedInteger(3), row.unsignedInteger(4)};
}

MembershipRow readMembership(const sqlite::Statement &row)
{
    return {MemberId::fromBytes(row.view(0)), static_cast<protocol::Role>(row.integer(1)), row.bytes(2),
            row.unsignedInteger(3), row.integer(4) != 0};
}

CursorRow readCursor(const sqlite::Statement &row)
{
    return {DeviceId::fromBytes(row.view(0)), MemberId::fromBytes(row.view(1)), row.unsignedInteger(2)};
}

InviteRow readInvite(const sqlite::Statement &row)
{
    InviteRow invite;
    invite.inviteKey = arrayFrom<protocol::PublicKey>(row.view(0));
    invite.role = static_cast<protocol::Role>(row.integer(1));
    invite.inviter = MemberId::fromBytes(row.view(2));
    invite.signature = arrayFrom<protocol::Signature>(row.view(3));
    invite.inviterProof = row.bytes(4);
    invite.created = row.unsignedInteger(5);
    invite.expiresAt = row.unsignedInteger(6);
    invite.usesLeft = static_cast<std::uint32_t>(row.integer(7));
    return invite;
}

AdministratorRow readAdministrator(const sqlite::Statement &row)
{
    AdministratorRow administrator;
    administrator.inviteKey = arrayFrom<protocol::PublicKey>(row.view(0));
    administrator.created = row.unsignedInteger(1);
    administrator.expiresAt = row.unsignedInteger(2);
    if (!row.view(3).empty())
        administrator.member = MemberId::fromBytes(row.view(3));
    administrator.since = row.unsignedInteger(4);
    return administrator;
}

} // namespace

Result<std::optional<PersonRow>> SqliteLogStore::person(const MemberId &member)
{
    return oneRow<PersonRow>(
        m_database.query("SELECT member, key, name, name_stamp, first_seen, last_seen FROM person WHERE member = ?",
                         member.bytes()),
        readPerson);
}

Result<void> SqliteLogStore::putPerson(const PersonRow &person)
{
    return m_database.run(
        "INSERT INTO person(member, key, name, name_stamp, first_seen, last_seen) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT(member) DO UPDATE SET key = ?2, name = ?3, name_stamp = ?4, first_seen = ?5, last_seen = ?6",
        person.member.bytes(), viewOf(person.key), sqlite::Text{person.name}, person.nameStamp.value, person.firstSeen,
        person.lastSeen);
}

Result<std::vector<DeviceRow>> SqliteLogStore::devices(const MemberId &member)
{
    return allRows<DeviceRow>(
        m_database.query(
            "SELECT device, member, key, first_seen, last_seen FROM device WHERE member = ? ORDER BY device",
            member.bytes()),
        readDevice);
}

Result<void> SqliteLogStore::putDevice(const DeviceRow &device)
{
    return m_database.run("INSERT INTO device(device, member, key, first_seen, last_seen) VALUES(?1, ?2, ?3, ?4, ?5) "
                          "ON CONFLICT(device) DO UPDATE SET member = ?2, key = ?3, first_seen = ?4, last_seen = ?5",
                          device.device.bytes(), device.member.bytes(), viewOf(device.key), device.firstSeen,
                          device.lastSeen);
}

Result<std::vector<MembershipRow>> SqliteLogStore::memberships(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return allRows<MembershipRow>(
        m_database.query("SELECT member, role, proof, since, is_removed FROM membership WHERE cart = ? ORDER BY member",
                         *number),
        readMembership);
}

Result<void> SqliteLogStore::putMembership(const CartId &cart, const MembershipRow &membership)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return m_database.run(
        "INSERT OR REPLACE INTO membership(cart, member, role, proof, since, is_removed) VALUES(?, ?, ?, ?, ?, ?)",
        *number, membership.member.bytes(), static_cast<int>(membership.role), membership.proof, membership.since,
        membership.isRemoved);
}

Result<std::vector<CartId>> SqliteLogStore::cartsOf(const MemberId &member)
{
    return allRows<CartId>(m_database.query("SELECT c.id FROM membership AS m JOIN cart AS c ON c.number = m.cart "
                                            "WHERE m.member = ? AND m.is_removed = 0 ORDER BY c.id",
                                            member.bytes()),
                           [](const sqlite::Statement &row) { return CartId::fromBytes(row.view(0)); });
}

Result<std::vector<CursorRow>> SqliteLogStore::cursors(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return allRows<CursorRow>(
        m_database.query("SELECT device, member, position FROM cursor WHERE cart = ? ORDER BY device", *number),
        readCursor);
}

Result<void> SqliteLogStore::putCursor(const CartId &cart, const CursorRow &cursor)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return m_database.run("INSERT OR REPLACE INTO cursor(cart, device, member, position) VALUES(?, ?, ?, ?)", *number,
                          cursor.device.bytes(), cursor.member.bytes(), cursor.position);
}

Result<std::optional<InviteRow>> SqliteLogStore::invite(const CartId &cart, const protocol::PublicKey &inviteKey)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return oneRow<InviteRow>(
        m_database.query(
            "SELECT key, role, inviter, signature, inviter_proof, created, expires_at, uses_left FROM invite "
            "WHERE cart = ? AND key = ?",
            *number, viewOf(inviteKey)),
        readInvite);
}

Result<void> SqliteLogStore::putInvite(const CartId &cart, const InviteRow &invite)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return m_database.run("INSERT OR REPLACE INTO invite(cart, key, role, inviter, signature, inviter_proof, created, "
                          "expires_at, uses_left) "
                          "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
                          *number, viewOf(invite.inviteKey), static_cast<int>(invite.role), invite.inviter.bytes(),
                          viewOf(invite.signature), invite.inviterProof, invite.created, invite.expiresAt,
                          invite.usesLeft);
}

Result<std::vector<AdministratorRow>> SqliteLogStore::administrators()
{
    return allRows<AdministratorRow>(
        m_database.query("SELECT key, created, expires_at, member, since FROM administrator ORDER BY key"),
        readAdministrator);
}

Result<void> SqliteLogStore::putAdministrator(const AdministratorRow &administrator)
{
    return m_database.run("INSERT OR REPLACE INTO administrator(key, created, expires_at, member, since) "
                          "VALUES(?, ?, ?, ?, ?)",
                          viewOf(administrator.inviteKey), administrator.created, administrator.expiresAt,
                          administrator.member ? administrator.member->bytes() : ByteView(), administrator.since);
}

Result<void> SqliteLogStore::dropAdministrator(const protocol::PublicKey &inviteKey)
{
    return m_database.run("DELETE FROM administrator WHERE key = ?", viewOf(inviteKey));
}

} // namespace evencart::store
