#include "relay/materialise.h"

#include "base/limits.h"
#include "crdt/statecodec.h"
#include "protocol/zstdblock.h"

#include <algorithm>

namespace evencart::relay {

namespace {

constexpr std::size_t batchEntries = 1000;
constexpr std::size_t batchBytes = 4 * 1024 * 1024;

Error doesNotFollow(std::uint64_t position)
{
    return {ErrorCode::Corrupt, "Entry " + std::to_string(position) +
                                    " of a cart's log does not follow from those before it: restore a backup."};
}

Result<State> decodePacked(ByteView zstd, std::uint64_t rawSize)
{
    const auto raw = protocol::decompress(zstd, rawSize, limits::snapshotBytes);
    if (!raw)
        return raw.error();
    return decodeState(*raw);
}

Result<void> applyAccepted(State &state, std::uint64_t position, const protocol::AcceptedDelta &accepted)
{
    const auto delta = decodeDelta(accepted.delta);
    if (!delta)
        return delta.error();
    if (state.apply(*delta, accepted.clampedTo.value_or(delta->stamp)) != State::Outcome::Applied)
        return doesNotFollow(position);
    return {};
}

} // namespace

Result<void> checkEntry(const CartId &cart, const store::LogEntry &entry)
{
    const auto *accepted = std::get_if<protocol::AcceptedDelta>(&entry.record);
    if (!accepted || deltaHash(cart, accepted->delta) == entry.hash)
        return {};
    return Error{ErrorCode::Corrupt, "Entry " + std::to_string(entry.position) +
                                         " of a cart's log is not what was written: restore a backup."};
}

Result<void> applyEntry(State &state, const store::LogEntry &entry)
{
    if (const auto *accepted = std::get_if<protocol::AcceptedDelta>(&entry.record))
        return applyAccepted(state, entry.position, *accepted);
    if (std::holds_alternative<protocol::VoidedDelta>(entry.record)) {
        if (entry.seq != state.vector().seen(entry.replica) + 1)
            return doesNotFollow(entry.position);
        state.applyVoid(entry.replica, entry.seq);
        return {};
    }
    const auto &joined = std::get<protocol::JoinedState>(entry.record);
    const auto other = decodePacked(joined.zstd, joined.rawSize);
    if (!other)
        return other.error();
    state.join(*other);
    return {};
}

Result<void> forEachEntry(store::LogStore &log, const store::CartRow &cart, std::uint64_t from,
                          const std::function<Result<void>(const store::LogEntry &)> &visit)
{
    while (from <= cart.head) {
        const auto entries = log.entries(cart.cart, from, batchEntries, batchBytes);
        if (!entries)
            return entries.error();
        if (entries->empty())
            return doesNotFollow(from);
        for (const store::LogEntry &entry : *entries) {
            if (entry.position != from++)
                return doesNotFollow(entry.position);
            if (auto visited = visit(entry); !visited)
                return visited;
        }
    }
    return {};
}

Result<std::optional<State>> snapshotState(store::LogStore &log, const CartId &cart, const store::SnapshotRow &row)
{
    const auto content = log.snapshotContent(cart, row.position);
    if (!content)
        return content.error();
    if (!content->has_value())
        return std::optional<State>();
    auto state = decodePacked(**content, row.rawSize);
    if (!state)
        return state.error();
    return std::optional<State>(*std::move(state));
}

Result<State> materialise(store::LogStore &log, const store::CartRow &cart)
{
    State state;
    if (cart.snapshotPosition != 0) {
        const auto rows = log.snapshots(cart.cart);
        if (!rows)
            return rows.error();
        const auto row = std::find_if(rows->begin(), rows->end(),
                                      [&](const auto &each) { return each.position == cart.snapshotPosition; });
        auto snapshot = row == rows->end() ? std::optional<State>() : std::optional<State>(State());
        if (snapshot) {
            auto read = snapshotState(log, cart.cart, *row);
            if (!read)
                return read.error();
            snapshot = *std::move(read);
        }
        if (!snapshot)
            return Error{ErrorCode::Corrupt, "A cart's newest snapshot is missing: restore a backup."};
        state = *std::move(snapshot);
    }
    const auto apply = [&](const store::LogEntry &entry) {
        auto checked = checkEntry(cart.cart, entry);
        return checked ? applyEntry(state, entry) : checked;
    };
    if (auto applied = forEachEntry(log, cart, cart.snapshotPosition + 1, apply); !applied)
        return applied.error();
    return state;
}

} // namespace evencart::relay
