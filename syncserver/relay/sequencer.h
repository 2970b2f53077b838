#pragma once

#include "base/ids.h"
#include "crdt/delta.h"
#include "net/closecode.h"
#include "protocol/message.h"
#include "store/rows.h"

#include <optional>
#include <unordered_map>
#include <variant>

namespace evencart::relay {

using VectorTable = std::unordered_map<ReplicaId, store::VectorRow>;

// A cart's log as far as judging a delta needs it.
struct LogPicture
{
    const store::CartRow &cart;
    const VectorTable &vector;

    std::uint64_t seen(ReplicaId replica) const;
};

struct Author
{
    MemberId member;
    protocol::Role role = protocol::Role::Viewer;
};

// What becomes of one offered delta.
struct Accept
{
    Delta delta;
    std::optional<Hlc> clampedTo;
};
struct Void // takes its number, changes nothing
{
    protocol::VoidReason reason;
};
struct Known // at or below the last seq: the log says whether it is the same one
{
};
struct Refuse // not sequenced, and nothing behind it either
{
    protocol::PushProblem problem;
};
struct CutOff // no honest client sends this
{
    net::CloseCode code;
    const char *reason;
};
struct Judgement
{
    ReplicaId replica; // these three are set unless it is a CutOff
    std::uint64_t seq = 0;
    Hash256 hash{};
    std::variant<Accept, Void, Known, Refuse, CutOff> verdict;
};

// The acceptance rules (docs: PROTOCOL.md, "Push"), as a pure function. Members and rights are judged as they are now,
// not as they were when the edit was made. In this order:
//   1. replica and seq cannot be read → cut off;
//   2. the replica belongs to another member → cut off: nobody moves another's vector, not even by a void;
//   3. seq not above the last → Known; not the next → Gap;
//   4. a replica too many for the cart → RetryLater: a void would need a place in the vector too;
//   5. no right to write, or another's name under it → void NotAllowed; the cart closed → void CartClosed;
//   6. bytes that are too large, do not decode or whose content does not hold → void, so that what follows is not held
//   up;
//   7. based on more of this log than there is → RetryLater;
//   8. removes of what is not in the log → void Malformed;
//   9. else accepted; a stamp too far ahead of `now` (milliseconds since 1970) is clamped.
Judgement judgePush(const LogPicture &log, const Author &author, ByteView bytes, std::uint64_t now);

// The same for RepairPush: bytes that any member may bring, whoever wrote them. Nothing is made void, because the
// original log may have had it otherwise; what cannot be taken up is refused as a Gap and left out.
Judgement judgeRepair(const LogPicture &log, ByteView bytes, std::uint64_t now);

// The short form of an epoch that deltas name their base by.
std::uint32_t epochTag(const Epoch &epoch);

} // namespace evencart::relay
