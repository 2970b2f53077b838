#pragma once

#include "base/clock.h"
#include "cart/placement.h"
#include "cart/undo.h"
#include "storage/profilestore.h"
#include "sync/cartcopy.h"
#include "sync/sequencedchange.h"
#include "sync/undostack.h"

#include <functional>
#include <memory>
#include <set>
#include <string>

namespace evencart {

// What the carts of one profile share. Everything outlives them.
struct ReplicaContext
{
    ProfileStore &store;
    const Clock &clock;
    HybridClock &hlc;
    MemberId member;
    ReplicaId replica;
    FeatureSet features = knownFeatures(); // what this program can do
};

// One cart on this machine: edits on one side, what the server sequenced on the other, storage below. No sockets, no
// messages: those are ClientEngine's. Every function that changes something returns when it is durable; on an error
// nothing has changed, neither in storage nor here (except after Corrupt or a second failure while reading back: then
// isBroken() and the cart has to be opened again). One thread, that of the store.
class CartReplica
{
public:
    // A new cart, named by a first delta.
    static Result<std::unique_ptr<CartReplica>> create(const ReplicaContext &context, CartRecord record,
                                                       const std::string &name);
    // A cart that somebody else made, before anything of it has arrived.
    static Result<std::unique_ptr<CartReplica>> adopt(const ReplicaContext &context, CartRecord record);
    // Reads it, once. Pending deltas of another replica id than the profile's (a copied or restored file) are re-keyed
    // here.
    static Result<std::unique_ptr<CartReplica>> open(const ReplicaContext &context, const CartId &cart);

    const CartView &view() const { return *m_view; }
    const CartRecord &record() const { return m_copy.record; }
    std::size_t pendingCount() const { return m_copy.pendingCount(); }
    // The own deltas that the server has not got; read from storage when first asked for.
    Result<const std::deque<PendingDelta> *> pending();
    bool isBroken() const { return m_broken; }
    // A change that waits for the server cannot be read from the disk: the cart is shown, syncing it fails (Corrupt).
    bool isDamaged() const { return m_damaged; }
    // What the cart requires and this program does not know. Where there is any, the cart is shown and kept in sync, it
    // is not edited (UpdateNeeded), and what is pending is held back until a version that knows it opens the cart.
    FeatureSet unknownFeatures() const;
    Result<void> mayEdit() const;

    // ---- edits
    // ----------------------------------------------------------------------------------------------------------

    struct Edited
    {
        std::vector<LineId> touched; // empty: there was nothing to do and no delta was made
        std::uint64_t seq = 0;
    };
    using Action = std::function<Result<void>(Edit &)>;
    // One user action: one delta, one transaction (several for thousands of lines, see inPieces). `label` names it for
    // undo and history ("add milk").
    Result<Edited> edit(const std::string &label, const Action &action);

    Result<Edited> undo();
    Result<Edited> redo();
    // Takes back everything that can be undone of the own actions behind `seq`, all of it or nothing, as one action: it
    // comes back with one redo(). NotFound where there is none, Refused with the reason where somebody has built on it.
    Result<Edited> undoBehind(std::uint64_t seq, const std::string &label);
    // What undo() would take back; NotFound when there is nothing, Refused with the reason when it is not possible any
    // more.
    Result<std::string> undoLabel() { return peek(UndoStep::Stack::Undo); }
    Result<std::string> redoLabel() { return peek(UndoStep::Stack::Redo); }

    Result<std::vector<LineView>> removedLines() const;

    // Own deltas that outlived damage (SqliteStore::salvage) are made anew, under new numbers; what of them the server
    // had got all the same is not. Call when the base is complete: live, or where there is no server to wait for. The
    // touched lines.
    Result<std::vector<LineId>> makeKeptAgain();

    // ---- from the server
    // ------------------------------------------------------------------------------------------------

    struct Applied
    {
        std::vector<LineId> touched;
        std::vector<std::uint64_t> rejected; // own seqs that were refused
        bool mustRekey = false;              // our replica id is used by another file: mint a new one
    };
    // Log entries first, first+1, ... . Entries up to the cursor are passed over; a hole is Corrupt.
    Result<Applied> applyRecords(std::uint64_t first, const std::vector<protocol::Record> &records);
    // Own deltas seq, seq+1, ... (count) are entries position, position+1, ...
    Result<Applied> applyAck(std::uint64_t seq, std::uint64_t position, std::uint64_t count,
                             std::optional<Hlc> clampedTo);
    // A snapshot at `position` of the log that we follow, or, before follow(), of one that we are about to.
    enum class Cursor
    {
        Moves,
        Stays
    };
    Result<Applied> applySnapshot(const State &state, std::uint64_t position, Cursor cursor);
    // The log we follow from now on: its epoch, and our cursor in it.
    Result<void> follow(const Epoch &epoch, std::uint64_t cursor);
    Result<void> setRole(std::uint8_t role);
    Result<void> setProof(const Bytes &proof);
    Result<void> setArchived(bool archived);
    Result<void> markSynced();

    Hash256 baseDigest() const;
    const VersionVector &baseVector() const { return m_copy.base; }
    State base() const { return baseOf(m_copy); }
    // The deltas that a server with this vector lacks, in an order in which it can apply them; nullopt if the bytes of
    // one are gone.
    Result<std::optional<std::vector<Bytes>>> deltasBeyond(const VersionVector &vector) const;

    // How far the other members' devices have come; what "seen" is read from.
    Result<void> rememberCursors(const std::vector<KnownCursor> &cursors);
    // As the server tells it; notes when a device was last heard of.
    Result<void> rememberPresence(const std::vector<protocol::MemberCursor> &cursors);
    const std::vector<KnownCursor> &cursors() const { return m_cursors; }

    // ---- state of a line
    // ------------------------------------------------------------------------------------------------

    enum class LineState
    {
        Local,
        Server,
        Seen
    };
    LineState stateOf(const LineId &line) const;
    // The last log entry that touched the line; 0 where none has (that this profile knows).
    std::uint64_t positionOf(const LineId &line) const;

private:
    class Presence;

    explicit CartReplica(const ReplicaContext &context) : m_context(context) {}

    Result<void> load(const CartId &cart);
    void takeFacts(const LoadedCart &loaded);
    Result<void> loadOverlay();
    Result<void> readOverlay();
    Result<void> rekey();
    Result<void> reload();
    Result<Edited> commitPieces(const std::string &label, Draft draft, const std::vector<UndoStep> &taken);
    // `instead`: the kept delta that this one stands for.
    Result<Edited> commitDraft(const std::string &label, Draft draft, const std::vector<UndoStep> &taken,
                               const PendingDelta *instead = nullptr);
    Result<void> forgetKept(const PendingDelta &delta);
    Delta numbered(Draft draft);
    Result<PendingDelta> prepare(const std::string &label, Draft draft);
    std::vector<LineId> show(const Delta &delta);
    std::vector<Fact> factsAt(const std::vector<Dot> &dots) const;
    Result<void> commitRecord(const std::function<void(CartRecord &)> &change);
    Result<Applied> finish(SequencedChange &&change, std::uint64_t cursor);
    Result<Applied> finishAndRekey(SequencedChange &&change, std::uint64_t cursor);
    Result<Edited> takeBack(UndoStep::Stack stack);
    Result<std::string> peek(UndoStep::Stack stack);
    void addOwnFacts(ChangeSet &change, const Delta &delta, const std::vector<Fact> &hidden) const;

    ReplicaContext m_context;
    CartCopy m_copy;
    std::unique_ptr<CartView> m_view;
    UndoStack m_undo;
    std::vector<KnownCursor> m_cursors;
    std::set<DeviceId> m_online; // of the others, as last heard
    bool m_broken = false;
    bool m_damaged = false;
};

} // namespace evencart
