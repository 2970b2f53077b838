#pragma once

#include "net/netstatistics.h"
#include "ops/metrics.h"

namespace evencart::ops {

// Puts the network's counters on /metrics. REQUIRES: `statistics` lives as long as somebody reads `metrics`.
void exportNetStatistics(Metrics &metrics, const net::NetStatistics &statistics);

} // namespace evencart::ops
