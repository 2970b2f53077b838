#include "store/sqlitelogstore.h"

#include "store/entrysize.h"
#include "store/migrations.h"
#include "store/sqlitevalues.h"
#include "store/storelock.h"

#include <cassert>

namespace evencart::store {

namespace {

constexpr std::size_t mostCachedNumbers = 100'000;

enum Kind : int
{
    Accepted = 1,
    Voided = 2,
    Joined = 3
};

CartRow readCart(const sqlite::Statement &row)
{
    CartRow cart;
    cart.cart = CartId::fromBytes(row.view(0));
    cart.epoch = Epoch::fromBytes(row.view(1));
    cart.head = row.unsignedInteger(2);
    cart.oldest = row.unsignedInteger(3);
    cart.snapshotPosition = row.unsignedInteger(4);
    cart.isClosed = row.integer(5) != 0;
    cart.created = row.unsignedInteger(6);
    cart.lastUsed = row.unsignedInteger(7);
    return cart;
}

std::optional<Hlc> readClamped(const sqlite::Statement &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(Hlc{row.unsignedInteger(column)});
}

LogEntry readEntry(const sqlite::Statement &row)
{
    LogEntry entry;
    entry.position = row.unsignedInteger(0);
    entry.received = row.unsignedInteger(2);
    entry.replica = ReplicaId{row.unsignedInteger(3)};
    entry.seq = row.unsignedInteger(4);
    entry.hash = arrayFrom<Hash256>(row.view(7));
    switch (row.integer(1)) {
    case Accepted:
        entry.record = protocol::AcceptedDelta{row.bytes(6), readClamped(row, 8)};
        break;
    case Voided:
        entry.record = protocol::VoidedDelta{entry.replica, entry.seq, entry.hash,
                                             static_cast<protocol::VoidReason>(row.integer(9))};
        break;
    default:
        entry.record = protocol::JoinedState{row.unsignedInteger(5), row.bytes(6)};
    }
    return entry;
}

DeltaPlace readPlace(const sqlite::Statement &row)
{
    DeltaPlace place{row.unsignedInteger(0), arrayFrom<Hash256>(row.view(1)), readClamped(row, 2), {}};
    if (!row.isNull(3))
        place.reason = static_cast<protocol::VoidReason>(row.integer(3));
    return place;
}

// The columns of an entry that depend on its kind.
struct EntryColumns
{
    Kind kind;
    std::optional<std::uint64_t> clamped;
    std::optional<int> reason;
    std::optional<std::uint64_t> rawSize;
    ByteView body;
};

EntryColumns columnsOf(const LogEntry &entry)
{
    if (const auto *accepted = std::get_if<protocol::AcceptedDelta>(&entry.record)) {
        const auto clamped = accepted->clampedTo ? std::optional(accepted->clampedTo->value) : std::nullopt;
        return {Accepted, clamped, {}, {}, accepted->delta};
    }
    if (const auto *voided = std::get_if<protocol::VoidedDelta>(&entry.record))
        return {Voided, {}, static_cast<int>(voided->reason), {}, {}};
    const auto &joined = std::get<protocol::JoinedState>(entry.record);
    return {Joined, {}, {}, joined.rawSize, joined.zstd};
}

} // namespace

SqliteLogStore::SqliteLogStore(std::optional<FileLock> lock, sqlite::Database database)
    : m_lock(std::move(lock)), m_database(std::move(database)), m_shop(m_database)
{
}

Result<std::unique_ptr<SqliteLogStore>> SqliteLogStore::open(const std::string &folder, Mode mode)
{
    std::optional<FileLock> lock;
    if (mode == Mode::Own) {
        auto taken = lockFolder(folder);
        if (!taken)
            return taken.error();
        lock.emplace(*std::move(taken));
    }
    using FileMode = sqlite::Database::Mode;
    auto database = sqlite::Database::open(fileIn(folder), mode == Mode::Own ? FileMode::Create : FileMode::ReadOnly);
    if (!database)
        return database.error();
    if (auto sound = database->quickCheck(); !sound)
        return sound.error();
    const auto ready =
        mode == Mode::Own ? sqlite::migrate(*database, migrations) : sqlite::requireVersion(*database, migrations);
    if (!ready)
        return ready.error();
    return std::unique_ptr<SqliteLogStore>(new SqliteLogStore(std::move(lock), *std::move(database)));
}

Result<void> SqliteLogStore::vacuum()
{
    if (auto vacuumed = m_database.run("VACUUM"); !vacuumed)
        return vacuumed;
    return m_database.checkpoint();
}

Result<void> SqliteLogStore::commit()
{
    auto committed = m_database.commit();
    if (!committed)
        m_numbers.clear();
    return committed;
}

void SqliteLogStore::rollBack()
{
    m_database.rollBack();
    m_numbers.clear();
}

Result<std::int64_t> SqliteLogStore::numberOf(const CartId &cart)
{
    if (const auto known = m_numbers.find(cart); known != m_numbers.end())
        return known->second;
    auto row = m_database.query("SELECT number FROM cart WHERE id = ?", cart.bytes());
    const std::int64_t number = row.next() ? row.integer(0) : 0;
    if (auto read = row.finish(); !read)
        return read.error();
    if (number == 0)
        return Error{ErrorCode::NotFound, "This server has no cart with that id."};
    if (m_numbers.size() >= mostCachedNumbers)
        m_numbers.clear();
    m_numbers.emplace(cart, number);
    return number;
}

template <typename... Values>
Result<void> SqliteLogStore::runFor(const CartId &cart, std::string_view sql, const Values &...values)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return m_database.run(sql, *number, values...);
}

Result<std::optional<ServerRow>> SqliteLogStore::server()
{
    const auto read = [](const sqlite::Statement &row) {
        return ServerRow{Epoch::fromBytes(row.view(0)), row.unsignedInteger(1), row.bytes(2)};
    };
    return oneRow<ServerRow>(m_database.query("SELECT epoch, created, incarnation FROM server"), read);
}

Result<void> SqliteLogStore::putServer(const ServerRow &server)
{
    return m_database.run("INSERT OR REPLACE INTO server(one, epoch, created, incarnation) VALUES(1, ?, ?, ?)",
                          server.epoch.bytes(), server.created, server.incarnation);
}

Result<std::vector<CartRow>> SqliteLogStore::carts()
{
    return allRows<CartRow>(
        m_database.query("SELECT id, epoch, head, oldest, snapshot_position, is_closed, created, last_used FROM cart "
                         "ORDER BY id"),
        readCart);
}

Result<std::optional<CartRow>> SqliteLogStore::cart(const CartId &cart)
{
    return oneRow<CartRow>(
        m_database.query("SELECT id, epoch, head, oldest, snapshot_position, is_closed, created, last_used FROM cart "
                         "WHERE id = ?",
                         cart.bytes()),
        readCart);
}

Result<void> SqliteLogStore::createCart(const CartRow &cart)
{
    return m_database.run("INSERT INTO cart(id, epoch, head, oldest, snapshot_position, is_closed, created, last_used) "
                          "VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
                          cart.cart.bytes(), cart.epoch.bytes(), cart.head, cart.oldest, cart.snapshotPosition,
                          cart.isClosed, cart.created, cart.lastUsed);
}

Result<void> SqliteLogStore::updateCart(const CartRow &cart)
{
    return runFor(
        cart.cart,
        "UPDATE cart SET epoch = ?2, head = ?3, oldest = ?4, snapshot_position = ?5, is_closed = ?6, created = ?7, "
        "last_used = ?8 WHERE number = ?1",
        cart.epoch.bytes(), cart.head, cart.oldest, cart.snapshotPosition, cart.isClosed, cart.created, cart.lastUsed);
}

Result<void> SqliteLogStore::deleteCart(const CartId &cart)
{
    auto deleted = runFor(cart, "DELETE FROM cart WHERE number = ?");
    m_numbers.erase(cart);
    return deleted;
}

Result<CartUsage> SqliteLogStore::usage(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    const auto read = [](const sqlite::Statement &row) {
        return CartUsage{row.unsignedInteger(0), row.unsignedInteger(1), row.unsignedInteger(2), row.unsignedInteger(3),
                         row.unsignedInteger(4)};
    };
    auto usage = oneRow<CartUsage>(m_database.query("SELECT (SELECT count(*) FROM entry WHERE cart = ?1), (SELECT "
                                                    "total(length(body)) FROM entry WHERE cart = ?1), "
                                                    "(SELECT count(content) FROM snapshot WHERE cart = ?1), "
                                                    "(SELECT total(length(content)) FROM snapshot WHERE cart = ?1), "
                                                    "(SELECT count(*) FROM delta WHERE cart = ?1)",
                                                    *number),
                                   read);
    if (!usage)
        return usage.error();
    return **usage;
}

Result<std::vector<PastEpoch>> SqliteLogStore::pastEpochs(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return allRows<PastEpoch>(
        m_database.query("SELECT epoch, last_position FROM past_epoch WHERE cart = ? ORDER BY number", *number),
        [](const sqlite::Statement &row) {
            return PastEpoch{Epoch::fromBytes(row.view(0)), row.unsignedInteger(1)};
        });
}

Result<void> SqliteLogStore::putPastEpochs(const CartId &cart, const std::vector<PastEpoch> &epochs)
{
    auto put = runFor(cart, "DELETE FROM past_epoch WHERE cart = ?");
    std::uint64_t number = 0;
    for (const PastEpoch &past : epochs) {
        if (!put)
            break;
        put = runFor(cart, "INSERT INTO past_epoch(cart, number, epoch, last_position) VALUES(?, ?, ?, ?)", ++number,
                     past.epoch.bytes(), past.end);
    }
    return put;
}

Result<void> SqliteLogStore::append(const CartId &cart, const LogEntry &entry)
{
    const EntryColumns columns = columnsOf(entry);
    auto stored = runFor(cart,
                         "INSERT INTO entry(cart, position, kind, received, replica, seq, raw_size, body) VALUES(?, ?, "
                         "?, ?, ?, ?, ?, ?)",
                         entry.position, static_cast<int>(columns.kind), entry.received, entry.replica.value, entry.seq,
                         columns.rawSize, columns.body);
    if (!stored || entry.seq == 0)
        return stored;
    return runFor(cart,
                  "INSERT INTO delta(cart, replica, seq, position, hash, clamped, reason) VALUES(?, ?, ?, ?, ?, ?, ?)",
                  entry.replica.value, entry.seq, entry.position, asBytes(entry.hash), columns.clamped, columns.reason);
}

Result<std::vector<LogEntry>> SqliteLogStore::entries(const CartId &cart, std::uint64_t from, std::size_t mostEntries,
                                                      std::size_t mostBytes)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    auto rows = m_database.query(
        "SELECT e.position, e.kind, e.received, e.replica, e.seq, e.raw_size, e.body, d.hash, d.clamped, "
        "d.reason "
        "FROM entry e LEFT JOIN delta d ON d.cart = e.cart AND d.replica = e.replica AND d.seq = e.seq "
        "WHERE e.cart = ? AND e.position >= ? ORDER BY e.position LIMIT ?",
        *number, from, mostEntries);
    std::vector<LogEntry> found;
    std::size_t bytes = 0;
    while (rows.next()) {
        LogEntry entry = readEntry(rows);
        bytes += bodySize(entry);
        if (!found.empty() && bytes > mostBytes)
            break;
        found.push_back(std::move(entry));
    }
    if (auto read = rows.finish(); !read)
        return read.error();
    return found;
}

Result<std::optional<DeltaPlace>> SqliteLogStore::findDelta(const CartId &cart, ReplicaId replica, std::uint64_t seq)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return oneRow<DeltaPlace>(
        m_database.query("SELECT position, hash, clamped, reason FROM delta WHERE cart = ? AND replica = ? AND seq = ?",
                         *number, replica.value, seq),
        readPlace);
}

Result<void> SqliteLogStore::trim(const CartId &cart, std::uint64_t before)
{
    return runFor(cart, "DELETE FROM entry WHERE cart = ? AND position < ?", before);
}

Result<std::vector<VectorRow>> SqliteLogStore::vector(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    const auto read = [](const sqlite::Statement &row) {
        VectorRow entry{ReplicaId{row.unsignedInteger(0)},
                        row.unsignedInteger(1),
                        {},
                        row.unsignedInteger(3),
                        row.unsignedInteger(4)};
        if (!row.isNull(2))
            entry.member = MemberId::fromBytes(row.view(2));
        return entry;
    };
    // Ids are kept as signed integers; their order as unsigned ones is: those that read as positive first.
    return allRows<VectorRow>(
        m_database.query("SELECT replica, seq, member, joined_seq, joined_position FROM vector WHERE cart = ? "
                         "ORDER BY replica < 0, replica",
                         *number),
        read);
}

Result<void> SqliteLogStore::putVector(const CartId &cart, const VectorRow &row)
{
    const auto member = row.member ? std::optional(row.member->bytes()) : std::nullopt;
    return runFor(cart,
                  "INSERT OR REPLACE INTO vector(cart, replica, seq, member, joined_seq, joined_position) VALUES(?, ?, "
                  "?, ?, ?, ?)",
                  row.replica.value, row.seq, member, row.joinedSeq, row.joinedPosition);
}

Result<std::vector<SnapshotRow>> SqliteLogStore::snapshots(const CartId &cart)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    const auto read = [](const sqlite::Statement &row) {
        return SnapshotRow{row.unsignedInteger(0), row.unsignedInteger(1), arrayFrom<Hash256>(row.view(2)),
                           row.unsignedInteger(3)};
    };
    return allRows<SnapshotRow>(
        m_database.query("SELECT position, created, digest, raw_size FROM snapshot WHERE cart = ? ORDER BY position",
                         *number),
        read);
}

Result<std::optional<Bytes>> SqliteLogStore::snapshotContent(const CartId &cart, std::uint64_t position)
{
    const auto number = numberOf(cart);
    if (!number)
        return number.error();
    return oneRow<Bytes>(
        m_database.query("SELECT content FROM snapshot WHERE cart = ? AND position = ? AND content IS NOT NULL",
                         *number, position),
        [](const sqlite::Statement &row) { return row.bytes(0); });
}

Result<void> SqliteLogStore::putSnapshot(const CartId &cart, const SnapshotRow &row, ByteView zstd)
{
    return runFor(
        cart,
        "INSERT OR REPLACE INTO snapshot(cart, position, created, digest, raw_size, content) VALUES(?, ?, ?, ?, ?, ?)",
        row.position, row.created, asBytes(row.digest), row.rawSize, zstd);
}

Result<void> SqliteLogStore::dropSnapshotContents(const CartId &cart, std::uint64_t before)
{
    return runFor(cart, "UPDATE snapshot SET content = NULL WHERE cart = ? AND position < ? AND content IS NOT NULL",
                  before);
}

Result<void> SqliteLogStore::dropSnapshots(const CartId &cart)
{
    return runFor(cart, "DELETE FROM snapshot WHERE cart = ?");
}

} // namespace evencart::store
