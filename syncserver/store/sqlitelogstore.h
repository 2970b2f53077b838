#pragma once

#include "incarnation/filelock.h"
#include "sqlite/database.h"
#include "store/logstore.h"
#include "store/sqliteshopstore.h"

#include <optional>
#include <string>
#include <unordered_map>

namespace evencart::store {

// The log in one SQLite file, DIR/evencartd.db. One connection, one thread (asserted); every commit is synced to the
// disk.
//
// open() checks the file (quick_check) and the schema before anything is believed: Corrupt, TooNew, Io (missing or
// read-only folder), InUse (another evencartd, or an admin command that writes, has the folder). A damaged file is left
// as it is.
class SqliteLogStore : public LogStore
{
public:
    enum class Mode
    {
        Own,  // reads and writes; holds the folder's lock
        Look, // reads only, beside a running server
    };
    // Own makes the file, not the folder.
    static Result<std::unique_ptr<SqliteLogStore>> open(const std::string &folder, Mode mode);
    static std::string fileIn(const std::string &folder) { return folder + "/evencartd.db"; }

    // See sqlite::Database: opened by the main thread, used by the core's.
    void detachFromThread() { m_database.detachFromThread(); }

    // A complete copy of everything committed, in a new file, while the store is in use. REQUIRES: no open transaction.
    Result<void> backUpTo(const std::string &file) { return m_database.backUpTo(file); }
    // Returns what was trimmed to the file system and empties the write-ahead log. REQUIRES: no open transaction.
    Result<void> vacuum();

    // From here to rollBack() all that is read is of one moment, beside a server that goes on writing. REQUIRES: no
    // open transaction.
    Result<void> beginReading() { return m_database.beginReading(); }

    Result<void> begin() override { return m_database.begin(); }
    Result<void> commit() override;
    void rollBack() override;

    Result<std::optional<ServerRow>> server() override;
    Result<void> putServer(const ServerRow &server) override;

    Result<std::vector<CartRow>> carts() override;
    Result<std::optional<CartRow>> cart(const CartId &cart) override;
    Result<void> createCart(const CartRow &cart) override;
    Result<void> updateCart(const CartRow &cart) override;
    Result<void> deleteCart(const CartId &cart) override;
    Result<CartUsage> usage(const CartId &cart) override;
    Result<std::vector<PastEpoch>> pastEpochs(const CartId &cart) override;
    Result<void> putPastEpochs(const CartId &cart, const std::vector<PastEpoch> &epochs) override;

    Result<void> append(const CartId &cart, const LogEntry &entry) override;
    Result<std::vector<LogEntry>> entries(const CartId &cart, std::uint64_t from, std::size_t mostEntries,
                                          std::size_t mostBytes) override;
    Result<std::optional<DeltaPlace>> findDelta(const CartId &cart, ReplicaId replica, std::uint64_t seq) override;
    Result<void> trim(const CartId &cart, std::uint64_t before) override;

    Result<std::vector<VectorRow>> vector(const CartId &cart) override;
    Result<void> putVector(const CartId &cart, const VectorRow &row) override;

    Result<std::vector<SnapshotRow>> snapshots(const CartId &cart) override;
    Result<std::optional<Bytes>> snapshotContent(const CartId &cart, std::uint64_t position) override;
    Result<void> putSnapshot(const CartId &cart, const SnapshotRow &row, ByteView zstd) override;
    Result<void> dropSnapshotContents(const CartId &cart, std::uint64_t before) override;
    Result<void> dropSnapshots(const CartId &cart) override;

    Result<std::optional<PersonRow>> person(const MemberId &member) override;
    Result<void> putPerson(const PersonRow &person) override;
    Result<std::vector<DeviceRow>> devices(const MemberId &member) override;
    Result<void> putDevice(const DeviceRow &device) override;

    Result<std::vector<MembershipRow>> memberships(const CartId &cart) override;
    Result<void> putMembership(const CartId &cart, const MembershipRow &membership) override;
    Result<std::vector<CartId>> cartsOf(const MemberId &member) override;
    Result<std::vector<CursorRow>> cursors(const CartId &cart) override;
    Result<void> putCursor(const CartId &cart, const CursorRow &cursor) override;
    Result<std::optional<InviteRow>> invite(const CartId &cart, const protocol::PublicKey &inviteKey) override;
    Result<void> putInvite(const CartId &cart, const InviteRow &invite) override;

    Result<std::vector<AdministratorRow>> administrators() override;
    Result<void> putAdministrator(const AdministratorRow &administrator) override;
    Result<void> dropAdministrator(const protocol::PublicKey &inviteKey) override;

    ShopStore &shop() override { return m_shop; }

private:
    SqliteLogStore(std::optional<FileLock> lock, sqlite::Database database);
    // The cart's small number. NotFound where there is no such cart.
    Result<std::int64_t> numberOf(const CartId &cart);
    // Runs `sql` with the cart's number as the first parameter.
    template <typename... Values>
    Result<void> runFor(const CartId &cart, std::string_view sql, const Values &...values);

    std::optional<FileLock> m_lock;
    sqlite::Database m_database;
    SqliteShopStore m_shop; // on m_database
    std::unordered_map<CartId, std::int64_t>
        m_numbers; // a cache; emptied by what may make it wrong, and when it has grown large
};

} // namespace evencart::store
