#pragma once

#include "base/ids.h"
#include "base/sha256.h"
#include "protocol/message.h"

#include <cstdint>
#include <optional>
#include <string>

// What a LogStore holds, one struct per kind of row. Plain values; times are milliseconds since 1970.
namespace evencart::store {

struct ServerRow
{
    Epoch epoch; // of this data directory's life: new when made and when restored; carts founded here start with their
                 // own
    std::uint64_t created = 0;
    Bytes incarnation; // the token that is kept outside as well (incarnation/incarnation.h); empty: none yet
    friend bool operator==(const ServerRow &, const ServerRow &) = default;
};

struct CartRow
{
    CartId cart;
    Epoch epoch;                        // of this cart's log; never null
    std::uint64_t head = 0;             // position of the last entry
    std::uint64_t oldest = 1;           // first position still held; head + 1 where there is none
    std::uint64_t snapshotPosition = 0; // of the newest snapshot; 0: none
    bool isClosed = false;              // accepts no deltas any more (they become void)
    std::uint64_t created = 0;
    std::uint64_t lastUsed = 0;
    friend bool operator==(const CartRow &, const CartRow &) = default;
};

// An epoch that this log went by before, and the last position that was written under it. Whoever followed that epoch
// up to there, and no further, has the same log as we do.
struct PastEpoch
{
    Epoch epoch;
    std::uint64_t end = 0;
    friend bool operator==(const PastEpoch &, const PastEpoch &) = default;
};

struct CartUsage
{
    std::uint64_t entries = 0; // still held
    std::uint64_t entryBytes = 0;
    std::uint64_t snapshots = 0; // with content
    std::uint64_t snapshotBytes = 0;
    std::uint64_t deltas = 0; // ever numbered
    friend bool operator==(const CartUsage &, const CartUsage &) = default;
};

struct LogEntry
{
    std::uint64_t position = 0;
    std::uint64_t received = 0;
    // The delta's name and hash, for accepted and void ones; zero for a joined state.
    ReplicaId replica;
    std::uint64_t seq = 0;
    Hash256 hash{};
    protocol::Record record; // a void record repeats the three
    friend bool operator==(const LogEntry &, const LogEntry &) = default;
};

// Where a numbered delta went and what became of it. Outlives its log entry.
struct DeltaPlace
{
    std::uint64_t position = 0;
    Hash256 hash{};
    std::optional<Hlc> clampedTo;
    std::optional<protocol::VoidReason> reason; // void
    friend bool operator==(const DeltaPlace &, const DeltaPlace &) = default;
};

struct VectorRow
{
    ReplicaId replica;
    std::uint64_t seq = 0;
    std::optional<MemberId> member; // the first who pushed with this replica; nobody yet after a repair
    // Seqs up to `joinedSeq` that have no DeltaPlace came inside the joined state at `joinedPosition`.
    std::uint64_t joinedSeq = 0;
    std::uint64_t joinedPosition = 0;
    friend bool operator==(const VectorRow &, const VectorRow &) = default;
};

struct SnapshotRow
{
    std::uint64_t position = 0;
    std::uint64_t created = 0;
    Hash256 digest{}; // of the state
    std::uint64_t rawSize = 0;
    friend bool operator==(const SnapshotRow &, const SnapshotRow &) = default;
};

struct PersonRow
{
    MemberId member;
    protocol::PublicKey key{};
    std::string name;
    Hlc nameStamp; // the later stamp shows
    std::uint64_t firstSeen = 0;
    std::uint64_t lastSeen = 0;
    friend bool operator==(const PersonRow &, const PersonRow &) = default;
};

struct DeviceRow
{
    DeviceId device;
    MemberId member;
    protocol::PublicKey key{};
    std::uint64_t firstSeen = 0;
    std::uint64_t lastSeen = 0;
    friend bool operator==(const DeviceRow &, const DeviceRow &) = default;
};

struct MembershipRow
{
    MemberId member;
    protocol::Role role = protocol::Role::Viewer;
    Bytes proof; // with which the member was admitted; empty: admitted by this server
    std::uint64_t since = 0;
    bool isRemoved = false; // kept, so that an old proof does not bring the member back
    friend bool operator==(const MembershipRow &, const MembershipRow &) = default;
};

struct CursorRow
{
    DeviceId device;
    MemberId member;
    std::uint64_t position = 0;
    friend bool operator==(const CursorRow &, const CursorRow &) = default;
};

struct InviteRow
{
    protocol::PublicKey inviteKey{};
    protocol::Role role = protocol::Role::Editor;
    MemberId inviter;
    protocol::Signature signature{}; // the inviter's, over cart, role and inviteKey
    Bytes inviterProof;
    std::uint64_t created = 0;
    std::uint64_t expiresAt = 0; // 0: never
    std::uint32_t usesLeft = 0;
    friend bool operator==(const InviteRow &, const InviteRow &) = default;
};

// An invitation to look after the shop, and who came by it. One invitation, one person.
struct AdministratorRow
{
    protocol::PublicKey inviteKey{};
    std::uint64_t created = 0;
    std::uint64_t expiresAt = 0; // for who has not come by then
    std::optional<MemberId> member;
    std::uint64_t since = 0; // that the member came; 0: nobody yet
    friend bool operator==(const AdministratorRow &, const AdministratorRow &) = default;
};

} // namespace evencart::store
