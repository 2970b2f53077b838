#pragma once

#include "ops/metrics.h"
#include "relay/metrics.h"

#include <mutex>

namespace evencart::app {

// The core's numbers for other threads: the core thread leaves a copy here now and then, the admin pages read it. Any
// thread.
class CoreMetrics
{
public:
    void set(const relay::Metrics &metrics);
    relay::Metrics get() const;
    // Puts all of them on the metrics page. REQUIRES: outlives the registry's use.
    void exportTo(ops::Metrics &registry) const;

private:
    mutable std::mutex m_mutex;
    relay::Metrics m_metrics;
};

} // namespace evencart::app
