#include "app/coremetrics.h"

namespace evencart::app {

namespace {

struct Entry
{
    const char *name;
    const char *help;
    std::uint64_t relay::Metrics::*value;
};

constexpr Entry counters[] = {
    {"evencart_deltas_accepted_total", "Deltas that were sequenced.", &relay::Metrics::accepted},
    {"evencart_deltas_duplicate_total", "Deltas that came again and were acknowledged again.",
     &relay::Metrics::duplicates},
    {"evencart_deltas_equivocation_total", "Deltas with other content under a number that is taken.",
     &relay::Metrics::equivocations},
    {"evencart_deltas_gap_total", "Pushes that left out a number.", &relay::Metrics::gaps},
    {"evencart_deltas_retry_total", "Deltas that were to be offered again later.", &relay::Metrics::retries},
    {"evencart_stamps_clamped_total", "Stamps that were too far ahead.", &relay::Metrics::clamps},
    {"evencart_carts_opened_total", "Carts opened by clients.", &relay::Metrics::opened},
    {"evencart_carts_refused_total", "Opens that were refused.", &relay::Metrics::refusedOpens},
    {"evencart_repairs_total", "Repairs that began.", &relay::Metrics::repairs},
    {"evencart_repaired_deltas_total", "Deltas that came back from clients in repairs.",
     &relay::Metrics::repairedDeltas},
    {"evencart_joined_states_total", "States that came back from clients in repairs.", &relay::Metrics::joinedStates},
    {"evencart_epochs_minted_total", "Logs that were found to have lost entries.", &relay::Metrics::epochsMinted},
    {"evencart_digest_checks_total", "Digests compared with clients.", &relay::Metrics::digestChecks},
    {"evencart_digest_mismatches_total", "Digests that differed. Must stay 0.", &relay::Metrics::digestMismatches},
    {"evencart_states_rebuilt_total", "States in memory that did not equal their log. Must stay 0.",
     &relay::Metrics::statesRebuilt},
    {"evencart_snapshots_total", "Snapshots made.", &relay::Metrics::snapshots},
    {"evencart_orders_total", "Orders that were placed.", &relay::Metrics::orders},
    {"evencart_orders_repeated_total", "Orders that were asked for again under their key.",
     &relay::Metrics::repeatedOrders},
    {"evencart_orders_refused_total", "Orders that were refused.", &relay::Metrics::refusedOrders},
    {"evencart_commits_total", "Transactions.", &relay::Metrics::commits},
    {"evencart_commits_failed_total", "Transactions that failed.", &relay::Metrics::failedCommits},
    {"evencart_commit_milliseconds_total", "Time in transactions.", &relay::Metrics::commitMilliseconds},
};

constexpr Entry gauges[] = {
    {"evencart_peers", "Connections that the core knows.", &relay::Metrics::peers},
    {"evencart_rooms", "Carts in memory.", &relay::Metrics::liveRooms},
    {"evencart_channels", "Carts that clients have open.", &relay::Metrics::channels},
    {"evencart_state_bytes", "Memory of materialised carts, estimated.", &relay::Metrics::stateBytes},
};

constexpr const char *voidReasons[] = {"", "not_allowed", "malformed", "too_large", "cart_full", "cart_closed"};

} // namespace

void CoreMetrics::set(const relay::Metrics &metrics)
{
    const std::lock_guard lock(m_mutex);
    m_metrics = metrics;
}

relay::Metrics CoreMetrics::get() const
{
    const std::lock_guard lock(m_mutex);
    return m_metrics;
}

void CoreMetrics::exportTo(ops::Metrics &registry) const
{
    const auto reader = [this](auto read) { return [this, read] { return static_cast<double>(read(get())); }; };
    for (const Entry &entry : counters)
        registry.readCounter(entry.name, entry.help, {},
                             reader([value = entry.value](const relay::Metrics &all) { return all.*value; }));
    for (const Entry &entry : gauges)
        registry.readGauge(entry.name, entry.help, {},
                           reader([value = entry.value](const relay::Metrics &all) { return all.*value; }));
    for (std::size_t reason = 1; reason < std::size(voidReasons); ++reason) {
        registry.readCounter("evencart_deltas_void_total", "Deltas that were refused, by reason.",
                             {"reason", voidReasons[reason]},
                             reader([reason](const relay::Metrics &all) { return all.voided[reason]; }));
    }
}

} // namespace evencart::app
