#pragma once

#include "base/result.h"
#include "storage/records.h"
#include "storage/shopcopy.h"

namespace evencart {

// Where a profile's carts live: MemoryStore in tests and in the simulator, SqliteStore in the programs, both under one
// contract suite (tests/contract/tst_profilestore.cpp).
//
// commit() is durable (fsync) when it returns: a delta leaves the machine only after that, because a dot that others
// have seen must never be reused after a power cut. A failed commit leaves what was there before, or, when the disk
// fails in the act, one of the two; the caller drops what it derived and tells the user. Reads give what was last
// committed. Used by one thread, which does every write and every checkpoint (SQLite's WAL-reset bug, 3.7.0 to 3.51.2,
// needs two writers).
class ProfileStore
{
public:
    virtual ~ProfileStore() = default;

    virtual Result<ProfileRecord> profile() = 0;
    virtual Result<void> setProfile(const ProfileRecord &record) = 0;
    // The same for a profile that goes to another server: the copy of the goods is gone with it, in one transaction.
    virtual Result<void> moveProfile(const ProfileRecord &record) = 0;

    virtual Result<std::vector<CartRecord>> carts() = 0;
    // NotFound where there is no such cart.
    virtual Result<LoadedCart> loadCart(const CartId &cart) = 0;
    virtual Result<void> commit(const ChangeSet &change) = 0;

    // The facts that loadCart() leaves out: of pending deltas, hidden by pending deltas.
    virtual Result<std::vector<StoredFact>> buried(const CartId &cart) = 0;
    // Own deltas that the server has not got, by seq; those of other replica ids wait to be made again.
    virtual Result<std::vector<StoredDelta>> pending(const CartId &cart) = 0;
    // Everything seen behind the log's entry `beyond`, in the order of the log, pending ones last.
    virtual Result<std::vector<StoredDelta>> history(const CartId &cart, std::uint64_t beyond = 0) = 0;
    // Own deltas that the server refused, in the order of the log.
    virtual Result<std::vector<StoredDelta>> rejected(const CartId &cart) = 0;
    virtual Result<std::vector<UndoStep>> undoSteps(const CartId &cart) = 0;
    virtual Result<std::vector<RemovedLine>> removedLines(const CartId &cart) = 0;

    virtual Result<std::vector<KnownMember>> members() = 0;
    virtual Result<void> rememberMembers(const std::vector<KnownMember> &members) = 0;
    virtual Result<std::vector<KnownCursor>> cursors(const CartId &cart) = 0;
    virtual Result<void> rememberCursors(const CartId &cart, const std::vector<KnownCursor> &cursors) = 0;

    virtual ShopCopy &shop() = 0;
};

} // namespace evencart
