#include "ops/netmetrics.h"

namespace evencart::ops {

namespace {

template <typename Number>
std::function<double()> reading(const Number &number)
{
    return [&number] { return static_cast<double>(number.load(std::memory_order_relaxed)); };
}

} // namespace

void exportNetStatistics(Metrics &metrics, const net::NetStatistics &statistics)
{
    const auto counter = [&](const char *name, const char *help, const net::NetStatistics::Counter &number) {
        metrics.readCounter(name, help, {}, reading(number));
    };
    const auto gauge = [&](const char *name, const char *help, const net::NetStatistics::Gauge &number) {
        metrics.readGauge(name, help, {}, reading(number));
    };
    gauge("evencart_connections", "Open connections.", statistics.connections);
    gauge("evencart_connections_unauthenticated", "Of them, those not yet known.", statistics.unauthenticated);
    gauge("evencart_receive_queue_bytes", "Received and not yet handled.", statistics.receiveQueueBytes);
    gauge("evencart_pending_output_bytes", "Waiting for slow readers.", statistics.pendingOutputBytes);
    counter("evencart_connections_accepted_total", "Connections accepted.", statistics.accepted);
    counter("evencart_messages_received_total", "Messages from clients.", statistics.messagesReceived);
    counter("evencart_received_bytes_total", "Bytes of messages from clients.", statistics.bytesReceived);
    counter("evencart_messages_sent_total", "Messages to clients.", statistics.messagesSent);
    counter("evencart_sent_bytes_total", "Bytes to clients, framing included.", statistics.bytesSent);
    counter("evencart_reading_paused_total", "Times that a client had to wait for the server.",
            statistics.readingPaused);

    const char *refusedHelp = "Connections closed at accept.";
    metrics.readCounter("evencart_connections_refused_total", refusedHelp, {"cap", "total"},
                        reading(statistics.refusedTotal));
    metrics.readCounter("evencart_connections_refused_total", refusedHelp, {"cap", "address"},
                        reading(statistics.refusedPerAddress));
    for (std::size_t i = 0; i < statistics.ended.size(); ++i) {
        metrics.readCounter("evencart_connections_ended_total", "Connections that have ended, by cause.",
                            {"cause", net::endCauseNames[i]}, reading(statistics.ended[i]));
    }
}

} // namespace evencart::ops
