// The part of catchup.h that serves those who are live.
#include "protocol/protocollimits.h"
#include "relay/catchup.h"
#include "relay/outbox.h"
#include "store/entrysize.h"

#include <map>

namespace evencart::relay {

namespace {

// Turns entries into messages for one channel number; the subscriber's own, if it has any among them, into acks.
class Script
{
public:
    Script(protocol::Channel channel, net::PeerId peer) : m_channel(channel), m_peer(peer) {}

    void add(const FreshEntry &fresh)
    {
        const auto *accepted = std::get_if<protocol::AcceptedDelta>(&fresh.entry.record);
        if (accepted && m_peer != 0 && fresh.peer == m_peer && fresh.channel == m_channel)
            addOwn(fresh.entry, accepted->clampedTo);
        else
            addRecord(fresh.entry);
    }
    std::vector<std::shared_ptr<const Bytes>> finish()
    {
        endAck();
        endRecords();
        return std::move(m_messages);
    }

private:
    void addOwn(const store::LogEntry &entry, const std::optional<Hlc> &clampedTo)
    {
        endRecords();
        const bool continues = m_ack.channel != 0 && !clampedTo && !m_ack.clampedTo && m_replica == entry.replica &&
                               m_ack.seq + m_ack.count == entry.seq;
        if (continues) {
            ++m_ack.count;
            return;
        }
        endAck();
        m_ack = {m_channel, entry.seq, entry.position, 1, clampedTo};
        m_replica = entry.replica;
    }
    void addRecord(const store::LogEntry &entry)
    {
        endAck();
        const std::size_t size = store::bodySize(entry);
        if (!m_records.records.empty() &&
            (m_bytes + size > protocol::recordsBytes || m_records.records.size() == protocol::recordsPerMessage))
            endRecords();
        if (m_records.records.empty())
            m_records = {m_channel, entry.position, {}};
        m_bytes += size;
        m_records.records.push_back(entry.record);
    }
    void endAck()
    {
        if (m_ack.channel != 0)
            m_messages.push_back(packed(m_ack));
        m_ack = {};
    }
    void endRecords()
    {
        if (!m_records.records.empty())
            m_messages.push_back(packed(m_records));
        m_records = {};
        m_bytes = 0;
    }

    protocol::Channel m_channel;
    net::PeerId m_peer;  // 0: nobody's own are among them
    protocol::Ack m_ack; // channel 0: none open; positions of consecutive own entries are consecutive
    ReplicaId m_replica;
    protocol::Records m_records;
    std::size_t m_bytes = 0;
    std::vector<std::shared_ptr<const Bytes>> m_messages;
};

std::vector<std::shared_ptr<const Bytes>> scriptOf(const std::vector<FreshEntry> &fresh, protocol::Channel channel,
                                                   net::PeerId peer)
{
    Script script(channel, peer);
    for (const FreshEntry &entry : fresh)
        script.add(entry);
    return script.finish();
}

bool wrote(const std::vector<FreshEntry> &fresh, const Subscriber &subscriber)
{
    return std::any_of(fresh.begin(), fresh.end(),
                       [&](const FreshEntry &entry) { return subscriber.is(entry.peer, entry.channel); });
}

} // namespace

void streamFresh(Room &room, net::PeerGateway &gateway)
{
    const std::vector<FreshEntry> fresh = room.takeFresh();
    std::map<protocol::Channel, std::vector<net::PeerId>> readers;
    for (Subscriber &subscriber : room.subscribers) {
        if (subscriber.phase != Subscriber::Phase::Live || subscriber.sent == room.row().head)
            continue;
        if (fresh.empty() || fresh.front().entry.position != subscriber.sent + 1) {
            subscriber.phase = Subscriber::Phase::CatchingUp;
            continue;
        }
        subscriber.sent = room.row().head;
        if (!wrote(fresh, subscriber)) {
            readers[subscriber.channel].push_back(subscriber.peer);
            continue;
        }
        for (auto &message : scriptOf(fresh, subscriber.channel, subscriber.peer))
            gateway.send(subscriber.peer, std::move(message));
    }
    for (const auto &[channel, peers] : readers) {
        for (auto &message : scriptOf(fresh, channel, 0))
            gateway.sendToMany(peers, std::move(message));
    }
}

} // namespace evencart::relay
