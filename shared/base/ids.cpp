#include "base/ids.h"

#include "base/error.h"

namespace evencart {

namespace {

int nibble(char digit)
{
    if (digit >= '0' && digit <= '9')
        return digit - '0';
    if (digit >= 'a' && digit <= 'f')
        return digit - 'a' + 10;
    if (digit >= 'A' && digit <= 'F')
        return digit - 'A' + 10;
    return -1;
}

} // namespace

std::string toHex(ByteView bytes)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        text += digits[static_cast<unsigned char>(byte) >> 4];
        text += digits[static_cast<unsigned char>(byte) & 15];
    }
    return text;
}

std::optional<Bytes> fromHex(std::string_view hex)
{
    if (hex.size() % 2 != 0)
        return std::nullopt;
    Bytes bytes;
    bytes.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int high = nibble(hex[i]);
        const int low = nibble(hex[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high << 4 | low);
    }
    return bytes;
}

std::string ReplicaId::toString() const
{
    Bytes bytes;
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>(value >> shift);
    return toHex(bytes);
}

const char *errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return "invalid_input";
    case ErrorCode::NotFound:
        return "not_found";
    case ErrorCode::Ambiguous:
        return "ambiguous";
    case ErrorCode::Refused:
        return "refused";
    case ErrorCode::Unreachable:
        return "unreachable";
    case ErrorCode::Untrusted:
        return "untrusted";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::TooNew:
        return "too_new";
    case ErrorCode::UpdateNeeded:
        return "update_needed";
    case ErrorCode::InUse:
        return "in_use";
    case ErrorCode::Io:
        return "io";
    case ErrorCode::Limit:
        return "limit";
    }
    return "unknown";
}

} // namespace evencart
