#include "cart/orderkey.h"

#include <algorithm>
#include <cassert>
#include <cstdint>

namespace evencart {

namespace {

constexpr char birthLead = '\x80';  // half of the space stays free before the first line
constexpr char spreadLead = '\x40'; // before every birth, so that lines which come later still come last

constexpr std::size_t birthBytes = 21; // of orderKeyOfBirth
constexpr std::size_t spreadBytes = 5; // of orderKeySpread

void appendBigEndian(Bytes &key, std::uint64_t value, int bytes)
{
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        key += static_cast<char>(value >> shift);
}

int digitAt(ByteView key, std::size_t at)
{
    return at < key.size() ? static_cast<std::uint8_t>(key[at]) : 0;
}

// A salt without zero bytes: a key must not end in one, and its length must not depend on chance.
void appendSalt(Bytes &key, ByteView salt)
{
    for (const char byte : salt)
        key += static_cast<char>(static_cast<std::uint8_t>(byte) | 1);
}

// SUBTLE: just above `low` and not in the middle of what is left, so that lines which come later still sort behind.
// Counts up in the byte behind the birth: if every move to the end made the key longer, a few dozen of them would
// spread the whole cart anew.
Bytes keyAfter(ByteView low, ByteView salt)
{
    const std::size_t stem = !low.empty() && low[0] == birthLead ? birthBytes : spreadBytes;
    std::size_t at = std::min(low.size(), stem);
    while (at < low.size() && static_cast<std::uint8_t>(low[at]) == 0xff)
        ++at;
    Bytes key(low.substr(0, at));
    key += at < low.size() ? static_cast<char>(static_cast<std::uint8_t>(low[at]) + 1) : '\x80';
    appendSalt(key, salt);
    return key;
}

} // namespace

Bytes orderKeyOfBirth(const Birth &birth)
{
    Bytes key(1, birthLead);
    appendBigEndian(key, birth.stamp.value, 8);
    appendBigEndian(key, birth.replica.value, 8);
    appendBigEndian(key, std::uint64_t(birth.index) + 1, 3);
    key += '\x01';
    return key;
}

Bytes orderKeyInRun(ByteView prefix, std::size_t index)
{
    Bytes key(prefix);
    appendBigEndian(key, index + 1, 3);
    key += '\x01';
    return key;
}

Bytes orderKeyBetween(ByteView low, ByteView high, ByteView salt)
{
    assert(high.empty() || low < high);
    Bytes key;
    if (high.empty())
        return keyAfter(low, salt);
    bool below = false; // the digits so far make the key lower than `high`, whatever follows
    for (std::size_t at = 0;; ++at) {
        const int from = digitAt(low, at);
        const int to = below ? 256 : digitAt(high, at);
        if (to - from > 1) {
            key += static_cast<char>(from + (to - from) / 2);
            break;
        }
        key += static_cast<char>(from);
        below = below || from != to;
    }
    appendSalt(key, salt);
    return key;
}

Bytes orderKeySpread(std::size_t index, std::size_t count)
{
    Bytes key(1, spreadLead);
    appendBigEndian(key, (std::uint64_t(index) + 1) * (0xffffffffULL / (count + 1)) | 1, 4);
    return key;
}

} // namespace evencart
