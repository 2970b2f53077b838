#include "cli/cartcheck.h"

#include "cart/validate.h"
#include "crdt/statecodec.h"

#include <set>

namespace evencart::cli {

namespace {

// Reading them says what is missing or out of order.
void checkPending(CartReplica &cart, std::vector<std::string> &findings)
{
    const auto pending = cart.pending();
    if (!pending) {
        findings.push_back(pending.error().message);
        return;
    }
    for (const PendingDelta &waiting : **pending) {
        if (waiting.delta.replica != cart.record().ownReplica)
            findings.push_back("The waiting change " + std::to_string(waiting.delta.seq) +
                               " goes by another replica id.");
    }
}

void checkFacts(const LoadedCart &loaded, const CartReplica &cart, std::vector<std::string> &findings)
{
    const std::uint64_t acked = cart.record().ownSeq - cart.pendingCount();
    std::set<Dot> dots;
    std::size_t uncovered = 0;
    std::size_t twice = 0;
    for (const StoredFact &stored : loaded.facts) {
        const Dot &dot = stored.fact.dot;
        twice += dots.insert(dot).second ? 0 : 1;
        const bool isOwnPending =
            dot.replica == loaded.record.ownReplica && dot.seq > acked && dot.seq <= loaded.record.ownSeq;
        const bool covered = stored.position > 0 ? dot.seq <= loaded.vector.seen(dot.replica) : isOwnPending;
        uncovered += covered ? 0 : 1;
    }
    if (uncovered > 0)
        findings.push_back(std::to_string(uncovered) + " facts are not covered by what the cart has seen.");
    if (twice > 0)
        findings.push_back(std::to_string(twice) + " facts are there twice.");
}

void checkDigest(const LoadedCart &loaded, const CartReplica &cart, std::vector<std::string> &findings)
{
    State base;
    CausalContext context;
    for (const auto &[replica, seq] : loaded.vector.entries())
        context.advance(replica, seq);
    base.restoreContext(std::move(context));
    for (const StoredFact &stored : loaded.facts) {
        if (stored.position > 0)
            base.restoreFact(stored.fact);
    }
    if (digestOf(base) != cart.baseDigest())
        findings.push_back("The digest of what is on disk differs from that of what is in use.");
}

void checkHistory(const std::vector<StoredDelta> &history, std::vector<std::string> &findings)
{
    for (const StoredDelta &stored : history) {
        const std::string name = stored.replica.toString() + ":" + std::to_string(stored.seq);
        if (stored.bytes.empty())
            continue;
        const auto delta = decodeDelta(stored.bytes);
        const bool fits = delta && delta->replica == stored.replica && delta->seq == stored.seq;
        if (!fits || (stored.kind == StoredDelta::Kind::Accepted && !validateContent(*delta)))
            findings.push_back("The change " + name + " is not what it was stored as.");
    }
}

} // namespace

Result<std::vector<std::string>> checkCart(ProfileStore &store, CartReplica &cart)
{
    const auto loaded = store.loadCart(cart.record().id);
    if (!loaded)
        return loaded.error();
    const auto history = store.history(cart.record().id);
    if (!history)
        return history.error();
    std::vector<std::string> findings;
    checkPending(cart, findings);
    checkFacts(*loaded, cart, findings);
    checkDigest(*loaded, cart, findings);
    checkHistory(*history, findings);
    return findings;
}

} // namespace evencart::cli
