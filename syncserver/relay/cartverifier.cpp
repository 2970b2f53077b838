#include "relay/cartverifier.h"

#include "crdt/statecodec.h"
#include "relay/materialise.h"

#include <algorithm>
#include <map>

namespace evencart::relay {

namespace {

// Walks a cart's log once, with the state beside it as soon as there is one: from the start, or from the first snapshot
// held.
class CartVerifier
{
public:
    CartVerifier(store::LogStore &log, const store::CartRow &cart, Verification &result)
        : m_log(log), m_cart(cart), m_result(result)
    {
    }

    Result<void> run()
    {
        const auto snapshots = m_log.snapshots(m_cart.cart);
        if (!snapshots)
            return snapshots.error();
        for (const store::SnapshotRow &row : *snapshots)
            m_snapshots.emplace(row.position, row);
        checkRow();
        if (m_cart.oldest == 1)
            m_state.emplace();
        else if (auto checked = checkSnapshotsUpTo(m_cart.oldest - 1); !checked)
            return checked;
        auto walked =
            forEachEntry(m_log, m_cart, m_cart.oldest, [&](const store::LogEntry &entry) { return check(entry); });
        if (!walked && walked.error().code != ErrorCode::Corrupt)
            return walked;
        if (!walked) {
            find(walked.error().message);
            return {};
        }
        return checkVector();
    }

private:
    void find(const std::string &what) { m_result.findings.push_back("Cart " + m_cart.cart.toString() + ": " + what); }

    void checkRow()
    {
        if (m_cart.oldest > m_cart.head + 1 || m_cart.snapshotPosition > m_cart.head)
            find("its head lies before its log.");
        if (m_cart.oldest > 1 && m_cart.snapshotPosition + 1 < m_cart.oldest)
            find("its log was trimmed further than its newest snapshot reaches.");
        if (m_cart.snapshotPosition != 0 && !m_snapshots.contains(m_cart.snapshotPosition))
            find("its newest snapshot is missing.");
    }

    // Those that end before the log begins. The last one is where the state starts.
    Result<void> checkSnapshotsUpTo(std::uint64_t position)
    {
        for (const auto &[at, row] : m_snapshots) {
            if (at > position)
                break;
            if (auto checked = checkSnapshot(row); !checked)
                return checked;
            if (at < position)
                m_state.reset(); // the entries between it and the log are gone
        }
        return {};
    }

    Result<void> check(const store::LogEntry &entry)
    {
        ++m_result.entries;
        if (auto checked = checkNumber(entry); !checked)
            return checked;
        if (m_state) {
            if (auto applied = applyEntry(*m_state, entry); !applied) {
                find("entry " + std::to_string(entry.position) + " does not follow from those before it.");
                m_state.reset();
            }
        }
        const auto snapshot = m_snapshots.find(entry.position);
        return snapshot == m_snapshots.end() ? Result<void>() : checkSnapshot(snapshot->second);
    }

    Result<void> checkNumber(const store::LogEntry &entry)
    {
        if (entry.seq == 0)
            return {};
        const std::string name = "entry " + std::to_string(entry.position);
        const auto place = m_log.findDelta(m_cart.cart, entry.replica, entry.seq);
        if (!place)
            return place.error();
        if (!place->has_value() || (*place)->position != entry.position)
            find(name + " is not listed under its number.");
        if (const auto *accepted = std::get_if<protocol::AcceptedDelta>(&entry.record)) {
            if (deltaHash(m_cart.cart, accepted->delta) != entry.hash)
                find(name + " is damaged: its bytes do not have its hash.");
        }
        std::uint64_t &last = m_last[entry.replica];
        if (last != 0 && entry.seq <= last)
            find(name + " repeats a number of its replica.");
        last = entry.seq;
        return {};
    }

    // Its content has its digest, and so has what the log makes of the cart at this point; from here on the state is
    // known.
    Result<void> checkSnapshot(const store::SnapshotRow &row)
    {
        ++m_result.snapshots;
        const std::string name = "the snapshot at " + std::to_string(row.position);
        if (m_state && digestOf(*m_state) != row.digest)
            find(name + " is not what the log makes of the cart.");
        auto content = snapshotState(m_log, m_cart.cart, row);
        if (!content && content.error().code == ErrorCode::Io)
            return content.error();
        if (!content || (content->has_value() && digestOf(**content) != row.digest)) {
            find(name + " is damaged.");
            return {};
        }
        if (!content->has_value() && row.position == m_cart.snapshotPosition)
            find("the content of its newest snapshot is missing.");
        if (!m_state && content->has_value())
            m_state = **std::move(content);
        return {};
    }

    Result<void> checkVector()
    {
        const auto rows = m_log.vector(m_cart.cart);
        if (!rows)
            return rows.error();
        VersionVector stored;
        for (const store::VectorRow &row : *rows)
            stored.advance(row.replica, row.seq);
        if (!m_state)
            find("no snapshot and no beginning of the log is left to build its state from.");
        else if (m_state->vector() != stored)
            find("its vector is not that of its log.");
        return {};
    }

    store::LogStore &m_log;
    const store::CartRow &m_cart;
    Verification &m_result;
    std::map<std::uint64_t, store::SnapshotRow> m_snapshots;
    std::map<ReplicaId, std::uint64_t> m_last;
    std::optional<State> m_state;
};

} // namespace

Result<void> verifyCart(store::LogStore &log, const store::CartRow &cart, Verification &result)
{
    ++result.carts;
    return CartVerifier(log, cart, result).run();
}

} // namespace evencart::relay
