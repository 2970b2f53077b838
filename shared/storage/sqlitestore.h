#pragma once

#include "sqlite/database.h"
#include "storage/profilestore.h"
#include "storage/sqliteshopcopy.h"

#include <memory>
#include <unordered_map>

namespace evencart {

// A profile in one SQLite file: WAL, synchronous=FULL, one connection on one thread. See sql/*.sql for the schema,
// which moves forward by numbered migrations and is refused (TooNew) when a later version wrote it.
//
// Damage is told as Corrupt: SQLite's own findings, a row whose checksum does not fit, a payload that does not decode.
// Reading never leaves rows out. What can be done about a damaged cart is salvage(), when somebody asks for it.
// In four files: sqlitestore.cpp (opening, what belongs to no single cart, verifying), sqlitereads.cpp,
// sqlitewrites.cpp, sqlitesalvage.cpp.
class SqliteStore final : public ProfileStore
{
public:
    static Result<std::unique_ptr<SqliteStore>> open(const std::string &path);

    Result<ProfileRecord> profile() override;
    Result<void> setProfile(const ProfileRecord &record) override;
    Result<void> moveProfile(const ProfileRecord &record) override;
    Result<std::vector<CartRecord>> carts() override;
    Result<LoadedCart> loadCart(const CartId &cart) override;
    Result<void> commit(const ChangeSet &change) override;
    Result<std::vector<StoredFact>> buried(const CartId &cart) override;
    Result<std::vector<StoredDelta>> pending(const CartId &cart) override;
    Result<std::vector<StoredDelta>> history(const CartId &cart, std::uint64_t beyond = 0) override;
    Result<std::vector<StoredDelta>> rejected(const CartId &cart) override;
    Result<std::vector<UndoStep>> undoSteps(const CartId &cart) override;
    Result<std::vector<RemovedLine>> removedLines(const CartId &cart) override;
    Result<std::vector<KnownMember>> members() override;
    Result<void> rememberMembers(const std::vector<KnownMember> &members) override;
    Result<std::vector<KnownCursor>> cursors(const CartId &cart) override;
    Result<void> rememberCursors(const CartId &cart, const std::vector<KnownCursor> &cursors) override;
    ShopCopy &shop() override { return m_shop; }

    // SQLite's look at every page, then every row of every table. Corrupt with the first finding.
    Result<void> verify();

    struct Salvaged
    {
        std::size_t kept = 0;            // own deltas that the server had not got and that are intact
        std::vector<std::string> partly; // labels of those of which only what they added is left
        std::vector<std::string> lost;   // labels of those that are gone
        bool wasSynced = false;          // what is gone besides is on the server
    };
    // Makes a damaged cart one that has never met its server: what the server can give again (facts, vector, places in
    // the log) is taken out, intact history stays, and the intact own deltas that it had not got stay as pending ones
    // of the old replica id, to be made again when their base is back (CartReplica::makeKeptAgain). Undo is forgotten.
    // `replica`: the profile's, newly minted. Corrupt where the cart's own entry or the file is damaged: nothing has
    // changed then.
    Result<Salvaged> salvage(const CartId &cart, ReplicaId replica);

private:
    explicit SqliteStore(sqlite::Database database) : m_database(std::move(database)), m_shop(m_database) {}

    Result<std::int64_t> numberOf(const CartId &cart);
    Error whyUnknown(const CartId &cart);
    Result<std::int64_t> authorNumber(const MemberId &member);
    Result<void> loadAuthors();
    Result<void> commitOnce(const ChangeSet &change);
    Result<void> write(const ChangeSet &change);
    Result<void> writeRecord(const CartRecord &record);
    Result<void> writeFacts(std::int64_t cart, const ChangeSet &change);
    Result<void> insertFact(std::int64_t cart, const StoredFact &stored);
    Result<void> writeSequenced(std::int64_t cart, const ChangeSet &change);
    Result<void> writeDeltas(std::int64_t cart, const ChangeSet &change);
    Result<void> writeUndo(std::int64_t cart, const ChangeSet &change);
    Result<void> writeRemoved(std::int64_t cart, const ChangeSet &change);
    Result<std::vector<StoredFact>> readFacts(std::int64_t cart);
    Result<VersionVector> readVector(std::int64_t cart);
    Result<std::vector<StoredDelta>> readDeltas(const CartId &cart, std::string_view sql);
    static StoredDelta readDelta(const sqlite::Statement &row); // replica, seq, ... bytes, in the order of the schema
    Result<void> sortOutDeltas(const CartRecord &record, std::int64_t cart, Salvaged &salvaged);
    std::vector<StoredFact> intactFacts(const CartId &cart);

    sqlite::Database m_database;
    SqliteShopCopy m_shop; // on m_database
    std::unordered_map<CartId, std::int64_t> m_carts;
    std::unordered_map<MemberId, std::int64_t> m_authors;
    std::unordered_map<std::int64_t, MemberId> m_members;
};

} // namespace evencart
