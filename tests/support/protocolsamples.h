#pragma once

#include "protocol/message.h"

#include <vector>

// One or more fixed examples of every message, with every field different and every variant present. The golden files
// are made of them, so an existing one never changes; a new case is a new sample.
namespace evencart::test {

template <typename Message>
struct Sample
{
    const char *name;
    Message message;
};

std::vector<Sample<protocol::ClientMessage>> clientSamples();
std::vector<Sample<protocol::ServerMessage>> serverSamples();

// first, first + 1, ...
template <std::size_t N>
std::array<std::uint8_t, N> counting(std::uint8_t first)
{
    std::array<std::uint8_t, N> bytes;
    for (std::size_t i = 0; i < N; ++i)
        bytes[i] = static_cast<std::uint8_t>(first + i);
    return bytes;
}

template <typename Id>
Id idCounting(std::uint8_t first)
{
    return Id{counting<16>(first)};
}

} // namespace evencart::test
