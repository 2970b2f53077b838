#include "net/frame.h"

#include <QtEndian>

#include <algorithm>
#include <cassert>

namespace evencart::net {

namespace {

constexpr char finalBit = char(0x80);
constexpr char continuation = 0x0;
constexpr char binary = 0x2;
constexpr std::size_t longestHeader = 10;

template <typename Number>
void appendBigEndian(QByteArray &out, std::size_t value)
{
    const auto swapped = qToBigEndian(static_cast<Number>(value));
    out.append(reinterpret_cast<const char *>(&swapped), sizeof swapped);
}

void appendHeader(QByteArray &out, char firstByte, std::size_t length)
{
    out.append(firstByte);
    if (length <= 125) {
        out.append(static_cast<char>(length));
    } else if (length <= 0xffff) {
        out.append(char(126));
        appendBigEndian<quint16>(out, length);
    } else {
        out.append(char(127));
        appendBigEndian<quint64>(out, length);
    }
}

} // namespace

QByteArray encodeBinaryMessage(ByteView message, std::int64_t largestFrame)
{
    assert(largestFrame > 0);
    const auto most = static_cast<std::size_t>(largestFrame);
    QByteArray out;
    out.reserve(static_cast<qsizetype>(message.size() + (message.size() / most + 1) * longestHeader));
    char opcode = binary;
    do {
        const ByteView payload = message.substr(0, most);
        message.remove_prefix(payload.size());
        appendHeader(out, static_cast<char>(opcode | (message.empty() ? finalBit : 0)), payload.size());
        out.append(payload.data(), static_cast<qsizetype>(payload.size()));
        opcode = continuation;
    } while (!message.empty());
    return out;
}

} // namespace evencart::net
