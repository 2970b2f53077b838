#include "storage/sqlitestore.h"

#include "storage/profileschema.h"
#include "storage/rowsums.h"

#include <utility>

namespace evencart {

namespace {

using sqlite::Text;

} // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string &path)
{
    auto database = sqlite::Database::open(path, sqlite::Database::Mode::Create);
    if (!database)
        return database.error();
    if (auto migrated = sqlite::migrate(*database, schema::profile::migrations); !migrated)
        return migrated.error();
    // INSERT OR REPLACE is a row that went and one that came: fact_sums counts both.
    if (auto set = database->run("PRAGMA recursive_triggers = ON"); !set)
        return set.error();
    std::unique_ptr<SqliteStore> store(new SqliteStore(std::move(*database)));
    if (auto loaded = store->loadAuthors(); !loaded)
        return loaded.error();
    return store;
}

Result<void> SqliteStore::loadAuthors()
{
    auto rows = m_database.query("SELECT number, member FROM author");
    while (rows.next()) {
        if (rows.view(1).size() != 16)
            continue; // told as damage by the fact that needs it
        const MemberId member = MemberId::fromBytes(rows.view(1));
        m_authors[member] = rows.integer(0);
        m_members[rows.integer(0)] = member;
    }
    return rows.finish();
}

Result<ProfileRecord> SqliteStore::profile()
{
    auto rows = m_database.query(
        "SELECT replica, incarnation, clock, member_name, name_stamp, server_url, server_fingerprint FROM profile");
    ProfileRecord record;
    bool found = false;
    while (rows.next()) {
        found = true;
        record.replica = ReplicaId{rows.unsignedInteger(0)};
        record.incarnation = rows.bytes(1);
        record.clock = Hlc{rows.unsignedInteger(2)};
        record.memberName = rows.bytes(3);
        record.nameStamp = Hlc{rows.unsignedInteger(4)};
        record.serverUrl = rows.bytes(5);
        record.serverFingerprint = rows.bytes(6);
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return found ? Result<ProfileRecord>(record) : damaged("it has no profile");
}

Result<void> SqliteStore::setProfile(const ProfileRecord &record)
{
    return m_database.run(
        "UPDATE profile SET replica = ?, incarnation = ?, clock = ?, member_name = ?, name_stamp = ?, server_url = ?, "
        "server_fingerprint = ?",
        record.replica.value, record.incarnation, record.clock.value, Text{record.memberName}, record.nameStamp.value,
        Text{record.serverUrl}, Text{record.serverFingerprint});
}

Result<void> SqliteStore::moveProfile(const ProfileRecord &record)
{
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    if (auto set = setProfile(record); !set)
        return set;
    if (auto cleared = m_shop.clearGoods(); !cleared)
        return cleared;
    return transaction->commit();
}

Result<std::int64_t> SqliteStore::numberOf(const CartId &cart)
{
    if (const auto known = m_carts.find(cart); known != m_carts.end())
        return known->second;
    auto rows = m_database.query("SELECT number FROM cart WHERE id = ?", cart.bytes());
    std::int64_t number = 0;
    while (rows.next())
        number = rows.integer(0);
    if (auto read = rows.finish(); !read)
        return read.error();
    if (number == 0)
        return whyUnknown(cart);
    m_carts[cart] = number;
    return number;
}

// The lookup goes by an index, which may be damaged where the table is not.
Error SqliteStore::whyUnknown(const CartId &cart)
{
    auto rows = m_database.query("SELECT number FROM cart NOT INDEXED WHERE id = ?", cart.bytes());
    const bool isThere = rows.next();
    if (auto read = rows.finish(); !read)
        return read.error();
    return isThere ? damaged("the index of its carts is not that of its carts")
                   : Error{ErrorCode::NotFound, "This profile has no such cart."};
}

Result<std::vector<KnownMember>> SqliteStore::members()
{
    auto rows = m_database.query("SELECT member, name FROM member");
    std::vector<KnownMember> members;
    while (rows.next()) {
        if (rows.view(0).size() == 16)
            members.push_back({MemberId::fromBytes(rows.view(0)), rows.bytes(1)});
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return members;
}

Result<void> SqliteStore::rememberMembers(const std::vector<KnownMember> &members)
{
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const KnownMember &member : members) {
        if (auto done =
                m_database.run("INSERT OR REPLACE INTO member VALUES (?, ?)", member.member.bytes(), Text{member.name});
            !done)
            return done;
    }
    return transaction->commit();
}

Result<std::vector<KnownCursor>> SqliteStore::cursors(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows = m_database.query("SELECT member, device, position, heard FROM cursor WHERE cart = ?", *number);
    std::vector<KnownCursor> cursors;
    while (rows.next()) {
        if (rows.view(0).size() == 16 && rows.view(1).size() == 16)
            cursors.push_back({MemberId::fromBytes(rows.view(0)), DeviceId::fromBytes(rows.view(1)),
                               rows.unsignedInteger(2), rows.unsignedInteger(3)});
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return cursors;
}

Result<void> SqliteStore::rememberCursors(const CartId &cart, const std::vector<KnownCursor> &cursors)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto transaction = sqlite::Transaction::begin(m_database);
    if (!transaction)
        return transaction.error();
    for (const KnownCursor &cursor : cursors) {
        if (auto done =
                m_database.run("INSERT OR REPLACE INTO cursor (cart, device, member, position, heard) "
                               "VALUES (?, ?, ?, ?, ?)",
                               *number, cursor.device.bytes(), cursor.member.bytes(), cursor.position, cursor.heard);
            !done)
            return done;
    }
    return transaction->commit();
}

Result<void> SqliteStore::verify()
{
    if (auto checked = m_database.fullCheck(); !checked)
        return checked;
    const auto records = carts();
    if (!records)
        return records.error();
    for (const CartRecord &record : *records) {
        if (const auto loaded = loadCart(record.id); !loaded)
            return loaded.error();
        if (const auto facts = buried(record.id); !facts)
            return facts.error();
        if (const auto deltas = history(record.id); !deltas)
            return deltas.error();
        if (const auto removed = removedLines(record.id); !removed)
            return removed.error();
        if (const auto steps = undoSteps(record.id); !steps)
            return steps.error();
    }
    if (const auto orders = m_shop.orders(); !orders)
        return orders.error();
    return {};
}

} // namespace evencart
