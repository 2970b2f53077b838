#pragma once

#include "protocol/message.h"
#include "protocol/protocollimits.h"

#include <random>

namespace evencart::test {

// Messages that a peer may send, any of them, small and at the edges. The same generator state gives the same messages.
class RandomMessage
{
public:
    explicit RandomMessage(std::mt19937_64 &random) : m_random(random) {}

    protocol::ClientMessage client();
    protocol::ServerMessage server();

private:
    std::uint64_t below(std::uint64_t bound) { return m_random() % bound; }
    std::uint64_t wide() { return m_random() >> below(64); } // every magnitude equally often
    std::uint64_t wideFromOne() { return wide() | 1; }
    std::uint32_t narrow() { return static_cast<std::uint32_t>(wide()); }
    std::uint32_t narrowFromOne() { return narrow() | 1; }
    bool coin() { return below(2) == 0; }
    Hlc stamp() { return {wide()}; }
    ReplicaId replica() { return {wideFromOne()}; }
    protocol::Role role() { return static_cast<protocol::Role>(1 + below(3)); }

    Bytes bytes(std::size_t most);
    std::string text(std::size_t mostBytes);
    std::optional<Hlc> maybeStamp();
    std::vector<Bytes> deltas();
    std::vector<std::pair<ReplicaId, std::uint64_t>> vector();
    protocol::Record record();
    std::string key()
    {
        std::string key(1 + below(protocol::orderKeyBytes), ' ');
        for (char &letter : key)
            letter = static_cast<char>(' ' + below('~' - ' ' + 1));
        return key;
    }
    std::int64_t amount(std::int64_t most);
    protocol::Order order();
    protocol::Reservation reservation();
    template <typename Message>
    Message inParts(Message message);

    template <std::size_t N>
    std::array<std::uint8_t, N> fixed()
    {
        std::array<std::uint8_t, N> value;
        for (auto &byte : value)
            byte = static_cast<std::uint8_t>(m_random());
        return value;
    }
    template <typename Id>
    Id id()
    {
        return Id{fixed<16>()};
    }
    template <typename Make>
    auto some(std::size_t most, Make make)
    {
        std::vector<decltype(make())> elements;
        for (std::size_t left = below(most + 1); left > 0; --left)
            elements.push_back(make());
        return elements;
    }

    std::mt19937_64 &m_random;
};

} // namespace evencart::test
