#pragma once

#include "base/result.h"
#include "protocol/message.h"
#include "store/rows.h"
#include "store/shopstore.h"

#include <optional>
#include <span>
#include <vector>

namespace evencart::store {

// Where a server keeps what it must not lose: the carts' logs and everything that decides who may write to them. The
// in-memory store, the embedded SQLite store and later ones behave alike; tests/contract/tst_logstore.cpp says how.
//
// Not the judge: it does not know the acceptance rules, roles or clocks. It refuses only what would break its own shape
// (a second entry at one position, a second delta under one number), as Corrupt, because a caller that got that far
// holds a wrong picture.
//
// Transactions are explicit so that one of them can carry what many peers sent (group commit). Between begin() and
// commit() reads see the own writes. commit() returning is the promise that everything in it survives a power cut. An
// error from any write or from commit() means "unknown": roll back, forget every value that was derived from this
// store, read again.
//
// Mutations REQUIRE an open transaction; everything but carts(), cart() and createCart() REQUIRES that the cart exists.
// One thread. Times are milliseconds since 1970.
class LogStore
{
public:
    virtual ~LogStore() = default;

    virtual Result<void> begin() = 0; // REQUIRES: none is open
    virtual Result<void> commit() = 0;
    virtual void rollBack() = 0; // nothing if none is open

    virtual Result<std::optional<ServerRow>> server() = 0; // nothing: a new store
    virtual Result<void> putServer(const ServerRow &server) = 0;

    // Carts, ordered by id.
    virtual Result<std::vector<CartRow>> carts() = 0;
    virtual Result<std::optional<CartRow>> cart(const CartId &cart) = 0;
    virtual Result<void> createCart(const CartRow &cart) = 0;
    virtual Result<void> updateCart(const CartRow &cart) = 0;
    virtual Result<void> deleteCart(const CartId &cart) = 0; // with everything that belongs to it
    virtual Result<CartUsage> usage(const CartId &cart) = 0;
    // Oldest first; putting replaces all of them.
    virtual Result<std::vector<PastEpoch>> pastEpochs(const CartId &cart) = 0;
    virtual Result<void> putPastEpochs(const CartId &cart, const std::vector<PastEpoch> &epochs) = 0;

    // The log. append() does not move CartRow::head: the caller does, once per transaction. trim() drops entries before
    // a position; the numbers and hashes of their deltas stay, so that a delta is recognised however old it is.
    virtual Result<void> append(const CartId &cart, const LogEntry &entry) = 0;
    virtual Result<std::vector<LogEntry>> entries(const CartId &cart, std::uint64_t from, std::size_t mostEntries,
                                                  std::size_t mostBytes) = 0;
    virtual Result<std::optional<DeltaPlace>> findDelta(const CartId &cart, ReplicaId replica, std::uint64_t seq) = 0;
    virtual Result<void> trim(const CartId &cart, std::uint64_t before) = 0;

    // The vector: for each replica the last seq, and whose it is. Ordered by replica.
    virtual Result<std::vector<VectorRow>> vector(const CartId &cart) = 0;
    virtual Result<void> putVector(const CartId &cart, const VectorRow &row) = 0;

    // Snapshots, ordered by position. All but the content of a snapshot is kept when its content is dropped: its age
    // and digest still say how far the log may be trimmed and whether it is sound.
    virtual Result<std::vector<SnapshotRow>> snapshots(const CartId &cart) = 0;
    virtual Result<std::optional<Bytes>> snapshotContent(const CartId &cart,
                                                         std::uint64_t position) = 0; // nothing: dropped
    virtual Result<void> putSnapshot(const CartId &cart, const SnapshotRow &row, ByteView zstd) = 0;
    virtual Result<void> dropSnapshotContents(const CartId &cart, std::uint64_t before) = 0;
    virtual Result<void> dropSnapshots(const CartId &cart) = 0;

    // People and their devices, of all carts.
    virtual Result<std::optional<PersonRow>> person(const MemberId &member) = 0;
    virtual Result<void> putPerson(const PersonRow &person) = 0;
    virtual Result<std::vector<DeviceRow>> devices(const MemberId &member) = 0;
    virtual Result<void> putDevice(const DeviceRow &device) = 0;

    // Who is in a cart, ordered by member; how far the devices have come, ordered by device; open invitations, ordered
    // by key.
    virtual Result<std::vector<MembershipRow>> memberships(const CartId &cart) = 0;
    virtual Result<void> putMembership(const CartId &cart, const MembershipRow &membership) = 0;
    // The carts of which somebody is a member, ordered by id; not those that he was removed from.
    virtual Result<std::vector<CartId>> cartsOf(const MemberId &member) = 0;
    virtual Result<std::vector<CursorRow>> cursors(const CartId &cart) = 0;
    virtual Result<void> putCursor(const CartId &cart, const CursorRow &cursor) = 0;
    virtual Result<std::optional<InviteRow>> invite(const CartId &cart, const protocol::PublicKey &inviteKey) = 0;
    virtual Result<void> putInvite(const CartId &cart, const InviteRow &invite) = 0;

    // Who looks after the shop, or is invited to; ordered by key.
    virtual Result<std::vector<AdministratorRow>> administrators() = 0;
    virtual Result<void> putAdministrator(const AdministratorRow &administrator) = 0;
    virtual Result<void> dropAdministrator(const protocol::PublicKey &inviteKey) = 0;

    // Goods and orders, in the same transactions.
    virtual ShopStore &shop() = 0;
};

} // namespace evencart::store
