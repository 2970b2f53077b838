#pragma once

#include "base/ids.h"
#include "base/sha256.h"
#include "crdt/hlc.h"
#include "protocol/shopmessages.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

// The messages of the protocol, one struct each. What they mean and when they may be sent: PROTOCOL.md. How they
// look on the wire: codec.h. Numbers of messages are never reused; those of a client are odd, those of a server even.
namespace evencart::protocol {

inline constexpr std::uint64_t version = 2;
inline constexpr std::uint64_t oldestVersion = 1; // without goods, orders and OwnTip
inline constexpr const char *subprotocol = "evencart.v1";

using Channel = std::uint32_t;                  // one open cart on one connection; chosen by the client, from 1
using Request = std::uint32_t;                  // one question on one connection; chosen by the client, from 1
using PublicKey = std::array<std::uint8_t, 32>; // Ed25519
using Signature = std::array<std::uint8_t, 64>; // Ed25519
using Nonce = std::array<std::uint8_t, 32>;

enum class Role : std::uint8_t
{
    Viewer = 1,
    Editor = 2,
    Owner = 3
};

// Why a delta is not in the cart.
enum class VoidReason : std::uint8_t
{
    NotAllowed = 1,
    Malformed = 2,
    TooLarge = 3,
    CartFull = 4,
    CartClosed = 5
};

// ---- client to server
// -------------------------------------------------------------------------------------------------------

// First message. `certificate` is the member key's signature of the device key (identity/credentials.h).
struct Hello // 1
{
    std::vector<std::uint64_t> versions;
    std::string software;
    PublicKey memberKey;
    PublicKey deviceKey;
    Signature certificate;
    std::string memberName;
    Hlc nameStamp; // the name is a register of the member: the later stamp shows
    friend bool operator==(const Hello &, const Hello &) = default;
};

// The device key's signature of the challenge and of the server that the client thinks it talks to.
struct Answer // 3
{
    Signature signature;
    friend bool operator==(const Answer &, const Answer &) = default;
};

// Opens a cart: where I stand. `proof` (identity/membershipproof.h) lets a server that has lost the cart or the
// membership take both up again. epoch null and cursor 0: never synced.
struct Open // 5
{
    Channel channel = 0;
    CartId cart;
    Bytes proof;
    ReplicaId replica;
    std::uint64_t ownSeq = 0; // the highest seq of `replica` that this file has used
    Epoch epoch;
    std::uint64_t cursor = 0;
    friend bool operator==(const Open &, const Open &) = default;
};

// Own deltas in the order of their seqs.
struct Push // 7
{
    Channel channel = 0;
    std::vector<Bytes> deltas;
    friend bool operator==(const Push &, const Push &) = default;
};

// Everything up to `position` is durable here: what the "seen by" marks of others are made of.
struct Seen // 9
{
    Channel channel = 0;
    std::uint64_t position = 0;
    friend bool operator==(const Seen &, const Seen &) = default;
};

// My converged state at `position` has this digest: is yours the same?
struct DigestCheck // 11
{
    Channel channel = 0;
    std::uint64_t position = 0;
    Hash256 digest{};
    friend bool operator==(const DigestCheck &, const DigestCheck &) = default;
};

// During repair only: deltas of any author that the server's vector lacks, as the bytes that their authors made,
// ordered so that each comes after what it needs.
struct RepairPush // 13
{
    Channel channel = 0;
    std::vector<Bytes> deltas;
    friend bool operator==(const RepairPush &, const RepairPush &) = default;
};

// During repair only, when the original bytes are gone: the whole converged state, compressed, in one or more parts.
struct RepairState // 15
{
    Channel channel = 0;
    std::uint32_t part = 0; // from 0
    std::uint32_t parts = 1;
    std::uint64_t rawSize = 0; // of the whole, decompressed
    Bytes chunk;               // the parts put together are one zstd frame
    friend bool operator==(const RepairState &, const RepairState &) = default;
};

// I have sent what you lacked (perhaps nothing): go live.
struct RepairDone // 17
{
    Channel channel = 0;
    friend bool operator==(const RepairDone &, const RepairDone &) = default;
};

struct Close // 19
{
    Channel channel = 0;
    friend bool operator==(const Close &, const Close &) = default;
};

// An invitation made by an owner. The link carries the seed of `inviteKey`; the server never learns it.
struct Invite // 21
{
    Request request = 0;
    CartId cart;
    Role role = Role::Editor;
    PublicKey inviteKey;
    Signature signature;         // the inviter's member key over cart, role and inviteKey
    std::uint64_t expiresAt = 0; // milliseconds since 1970; 0: never
    std::uint32_t uses = 1;
    friend bool operator==(const Invite &, const Invite &) = default;
};

struct Join // 23
{
    Request request = 0;
    CartId cart; // null: to look after the shop (PROTOCOL.md, 13)
    PublicKey inviteKey;
    Signature signature; // the invite key over cart and the joiner's member key
    friend bool operator==(const Join &, const Join &) = default;
};

struct ListMembers // 25
{
    Request request = 0;
    CartId cart;
    friend bool operator==(const ListMembers &, const ListMembers &) = default;
};

enum class RoleChange : std::uint8_t
{
    Remove = 0,
    ToViewer = 1,
    ToEditor = 2,
    ToOwner = 3
};

// An owner gives a member another role or shows them out; a member steps down or leaves. From version 2 on. Answered
// with Members.
struct SetRole // 45
{
    Request request = 0;
    CartId cart;
    MemberId member;
    RoleChange change = RoleChange::Remove;
    friend bool operator==(const SetRole &, const SetRole &) = default;
};

// ---- server to client
// -------------------------------------------------------------------------------------------------------

struct Limits
{
    std::uint64_t messageBytes = 0;
    std::uint64_t deltaBytes = 0;
    friend bool operator==(const Limits &, const Limits &) = default;
};

struct Challenge // 2
{
    std::uint64_t version = 0;
    Nonce nonce{};
    std::uint64_t serverTime = 0; // milliseconds since 1970
    Limits limits;
    std::string software;
    friend bool operator==(const Challenge &, const Challenge &) = default;
};

struct Welcome // 4
{
    Bytes session; // for logs and later resumption, 16 bytes
    friend bool operator==(const Welcome &, const Welcome &) = default;
};

enum class CatchUp : std::uint8_t
{
    Tail = 0,     // records from cursor + 1 follow, then Live
    Snapshot = 1, // a snapshot follows, then records, then Live
    Repair =
        2, // another log than the one you know, or you know more than it: push what `vector` lacks, then RepairDone
    Behind = 3, // this server lags behind what you have seen: keep your cursor and wait
};

struct Opened // 6
{
    Channel channel = 0;
    Role role = Role::Viewer;
    Epoch epoch;
    std::uint64_t head = 0;
    std::uint64_t ownSeq = 0; // the highest seq of the replica that the server has
    CatchUp mode = CatchUp::Tail;
    std::vector<std::pair<ReplicaId, std::uint64_t>> vector; // Repair only
    friend bool operator==(const Opened &, const Opened &) = default;
};

// Behind Opened(snapshot), from version 2 on: what the server has as the last delta of the client's replica. A snapshot
// covers numbers, not contents; by this a client sees that a copy of its file used a number of its own for something
// else.
struct OwnTip // 40
{
    Channel channel = 0;
    std::uint64_t seq = 0;
    Hash256 hash{};
    friend bool operator==(const OwnTip &, const OwnTip &) = default;
};

struct Snapshot // 8
{
    Channel channel = 0;
    std::uint64_t position = 0;
    std::uint32_t part = 0;
    std::uint32_t parts = 1;
    std::uint64_t rawSize = 0;
    Bytes chunk;
    friend bool operator==(const Snapshot &, const Snapshot &) = default;
};

// One entry of a cart's log.
struct AcceptedDelta
{
    Bytes delta;
    std::optional<Hlc> clampedTo; // where the stamp was too far ahead
    friend bool operator==(const AcceptedDelta &, const AcceptedDelta &) = default;
};
struct VoidedDelta
{
    ReplicaId replica;
    std::uint64_t seq = 0;
    Hash256 hash{};
    VoidReason reason = VoidReason::Malformed;
    friend bool operator==(const VoidedDelta &, const VoidedDelta &) = default;
};
struct JoinedState // what a repairing client brought as a state
{
    std::uint64_t rawSize = 0;
    Bytes zstd;
    friend bool operator==(const JoinedState &, const JoinedState &) = default;
};
using Record = std::variant<AcceptedDelta, VoidedDelta, JoinedState>;

// Log entries first, first + 1, ...
struct Records // 10
{
    Channel channel = 0;
    std::uint64_t first = 0;
    std::vector<Record> records;
    friend bool operator==(const Records &, const Records &) = default;
};

// Your deltas seq, seq + 1, ... (count of them) are durable, as log entries position, position + 1, ... Stands for
// their records.
struct Ack // 12
{
    Channel channel = 0;
    std::uint64_t seq = 0;
    std::uint64_t position = 0;
    std::uint64_t count = 1;
    std::optional<Hlc> clampedTo; // with count 1 only
    friend bool operator==(const Ack &, const Ack &) = default;
};

enum class PushProblem : std::uint8_t
{
    Gap = 1,          // seq is not the next: I have up to `have`
    RetryLater = 2,   // busy, quota, or your base is ahead of this server: keep it and offer it again
    Equivocation = 3, // other content under a number that is taken: this replica is fenced
};

// A push that was not sequenced; nothing behind it in that push was either.
struct PushRefused // 14
{
    Channel channel = 0;
    std::uint64_t seq = 0;
    std::uint64_t have = 0;
    PushProblem problem = PushProblem::Gap;
    friend bool operator==(const PushRefused &, const PushRefused &) = default;
};

// You have everything up to `head`; from here on records come as they happen.
struct Live // 16
{
    Channel channel = 0;
    std::uint64_t head = 0;
    friend bool operator==(const Live &, const Live &) = default;
};

struct DigestVerdict // 18
{
    Channel channel = 0;
    std::uint64_t position = 0;
    enum class Verdict : std::uint8_t
    {
        Different = 0,
        Equal = 1,
        Moved = 2
    } verdict = Verdict::Equal; // Moved: ask again at the new head
    friend bool operator==(const DigestVerdict &, const DigestVerdict &) = default;
};

struct MemberCursor
{
    MemberId member;
    DeviceId device;
    std::uint64_t position = 0;
    bool online = false;
    friend bool operator==(const MemberCursor &, const MemberCursor &) = default;
};

// How far the devices of the cart's members have come; those that changed.
struct Cursors // 20
{
    Channel channel = 0;
    std::vector<MemberCursor> cursors;
    friend bool operator==(const Cursors &, const Cursors &) = default;
};

struct Invited // 22
{
    Request request = 0;
    friend bool operator==(const Invited &, const Invited &) = default;
};

struct Joined // 24
{
    Request request = 0;
    CartId cart;
    Role role = Role::Viewer;
    Bytes proof;
    friend bool operator==(const Joined &, const Joined &) = default;
};

struct Member
{
    MemberId member;
    std::string name;
    Role role = Role::Viewer;
    std::uint32_t devices = 0;
    friend bool operator==(const Member &, const Member &) = default;
};

// Answers ListMembers and SetRole; with request 0 also sent unasked to everyone in a cart when its members or their
// names change.
struct Members // 26
{
    Request request = 0;
    CartId cart;
    std::vector<Member> members;
    friend bool operator==(const Members &, const Members &) = default;
};

enum class FailureCode : std::uint16_t
{
    NotFoundOrForbidden = 1, // one code for both: a stranger does not learn which carts exist
    InviteInvalid = 2,       // unknown, spent or expired
    NotAllowed = 3,
    BadProof = 4,
    TooOld = 5, // no common protocol version
    Busy = 6,
    Protocol = 7, // a message that makes no sense here; the connection is closed
    Internal = 8, // the server could not store it; try again later
    // From version 2 on, to questions about goods and orders only:
    Behind = 9, // this server has not got what you have seen; ask again later, or another one
};

// A request or an open that failed; request and channel are 0 where they do not apply.
struct Failure // 28
{
    Request request = 0;
    Channel channel = 0;
    FailureCode code = FailureCode::Protocol;
    std::string message;
    friend bool operator==(const Failure &, const Failure &) = default;
};

using ClientMessage = std::variant<Hello, Answer, Open, Push, Seen, DigestCheck, RepairPush, RepairState, RepairDone,
                                   Close, Invite, Join, ListMembers, SetRole, ReadGoods, ReadOrders, Checkout, AskOrder,
                                   Reserve, Release, ReadReservations, Administer>;
using ServerMessage = std::variant<Challenge, Welcome, Opened, Snapshot, Records, Ack, PushRefused, Live, DigestVerdict,
                                   Cursors, Invited, Joined, Members, Failure, Goods, Orders, Ordered, NotOrdered,
                                   OwnTip, Reserved, NotReserved, Reservations, Administered>;

} // namespace evencart::protocol
