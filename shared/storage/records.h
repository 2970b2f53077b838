#pragma once

#include "base/ids.h"
#include "base/sha256.h"
#include "crdt/delta.h"
#include "crdt/state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a profile keeps, as plain values. The same for every implementation of ProfileStore.
namespace evencart {

// The file's identity and what belongs to no single cart.
struct ProfileRecord
{
    ReplicaId replica; // this life of this file
    Bytes incarnation; // compared with the token kept outside of the file: differs after a copy or a restore
    Hlc clock;         // the latest stamp given or witnessed
    std::string memberName;
    Hlc nameStamp;
    std::string serverUrl;
    std::string serverFingerprint; // hexadecimal, empty on plain ws

    friend bool operator==(const ProfileRecord &, const ProfileRecord &) = default;
};

struct CartRecord
{
    CartId id;
    Bytes proof;              // membership (identity/membershipproof.h)
    std::uint8_t role = 3;    // as the server last said: protocol::Role, or noRole
    bool archived = false;    // a matter of this profile alone
    Epoch epoch;              // of the log that cursor counts in; null: never synced
    std::uint64_t cursor = 0; // every log entry up to here is in the base
    ReplicaId
        ownReplica; // whose number ownSeq is; another one than the profile's: the pending deltas wait for a re-key
    std::uint64_t ownSeq = 0;     // the last number given to an own delta
    std::uint64_t ackedSeq = 0;   // the last own delta that the server has sequenced; those behind it are pending
    std::uint64_t lastSynced = 0; // milliseconds since 1970; 0: never
    std::uint64_t created = 0;

    static constexpr std::uint8_t noRole = 0; // it does not let this member in
    bool isShutOut() const { return role == noRole; }

    friend bool operator==(const CartRecord &, const CartRecord &) = default;
};

// A live fact as stored. position 0: of an own delta that the server has not sequenced. hiddenBy: the own pending delta
// that removes it, 0 for none. Base = position > 0; shown = hiddenBy == 0.
struct StoredFact
{
    Fact fact;
    std::uint64_t position = 0;
    std::uint64_t hiddenBy = 0;

    friend bool operator==(const StoredFact &, const StoredFact &) = default;
};

// A delta that this profile has seen, for sending, for history and for repairing a server that lost it.
struct StoredDelta
{
    enum class Kind : std::uint8_t
    {
        Pending = 0, // under another replica id than the cart's: out of a damaged cart, to be made again
        Accepted = 1,
        Rejected = 2
    };

    ReplicaId replica;
    std::uint64_t seq = 0;
    Kind kind = Kind::Pending;
    std::uint64_t position = 0;
    Hlc effective;
    std::uint8_t reason = 0;    // Rejected: protocol::VoidReason
    std::uint64_t received = 0; // wall time here, milliseconds
    std::string label;          // own deltas: what the action did, in words
    Bytes bytes;                // empty: a void of somebody else, whose bytes never came

    friend bool operator==(const StoredDelta &, const StoredDelta &) = default;
};

struct UndoStep
{
    enum class Stack : std::uint8_t
    {
        Undo = 0,
        Redo = 1
    };
    std::uint64_t id = 0; // rising
    Stack stack = Stack::Undo;
    std::uint64_t seq = 0; // of the own delta that it takes back
    Bytes record;          // cart/undo.h

    friend bool operator==(const UndoStep &, const UndoStep &) = default;
};

// A line that went away, so that it can be brought back.
struct RemovedLine
{
    LineId line;
    std::uint64_t removedAt = 0;
    MemberId removedBy;      // null: not known (it came as a snapshot)
    std::vector<Fact> facts; // as they were

    friend bool operator==(const RemovedLine &, const RemovedLine &) = default;
};

struct KnownMember
{
    MemberId member;
    std::string name;
    friend bool operator==(const KnownMember &, const KnownMember &) = default;
};

// Where the devices of the other members are: what "seen" is read from.
struct KnownCursor
{
    MemberId member;
    DeviceId device;
    std::uint64_t position = 0;
    std::uint64_t heard = 0; // when it was last connected as far as we know, milliseconds; 0: not known
    friend bool operator==(const KnownCursor &, const KnownCursor &) = default;
};

// One transaction on one cart, applied whole or not at all, in the order of the members here.
struct ChangeSet
{
    explicit ChangeSet(const CartId &id) : cart(id) {}

    CartId cart;
    std::optional<CartRecord> record;
    std::optional<Hlc> clock; // persisted with the change that used it

    bool forgetPending = false; // first forget pending facts, marks of pending removals and pending deltas (re-key)
    std::vector<StoredFact> insert;
    std::vector<Dot> erase;
    std::vector<std::pair<Dot, std::uint64_t>> hide; // by this own seq
    std::vector<std::uint64_t> eraseHiddenBy;        // an own removal was sequenced
    std::vector<std::uint64_t> unhide;               // an own removal was refused
    std::vector<std::pair<Dot, Hlc>> restamp;
    // Own delta `first` is in the log at `second`: its facts are base now.
    std::vector<std::pair<Dot, std::uint64_t>> sequenced; // dot.index is not used
    std::vector<VersionVector::Entry> vector;             // of the base
    std::vector<std::pair<ReplicaId, std::uint64_t>> deltaErase;
    std::vector<StoredDelta> deltas; // inserted or replaced
    std::vector<UndoStep> undoAdd;
    std::vector<std::uint64_t> undoErase;
    std::vector<RemovedLine> removedAdd;
    std::vector<LineId> removedErase;
};

// A cart as it is opened: read once. Without the facts that own pending deltas added and others of them took away
// again, which nobody sees and which would pile up in a cart that has no server (ProfileStore::buried has them).
struct LoadedCart
{
    CartRecord record;
    VersionVector vector; // of the base
    std::vector<StoredFact> facts;
};

} // namespace evencart
