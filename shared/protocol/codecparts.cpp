#include "protocol/codecparts.h"

#include "base/textcodec.h"

namespace evencart::protocol {

void Encoder::bytes(const Bytes &value, [[maybe_unused]] std::size_t most)
{
    assert(value.size() <= most);
    m_out.bytes(value);
}

void Encoder::bytesExactly(const Bytes &value, [[maybe_unused]] std::size_t count)
{
    assert(value.size() == count);
    m_out.bytes(value);
}

void Encoder::text(const std::string &value, [[maybe_unused]] std::size_t most)
{
    assert(value.size() <= most && isCleanText(value));
    m_out.text(value);
}

// An array of none or one, because our CBOR has no null.
void Encoder::optionalStamp(const std::optional<Hlc> &value)
{
    m_out.array(value ? 1 : 0);
    if (value)
        stamp(*value);
}

void Decoder::flag(bool &value)
{
    const std::uint64_t read = m_in.unsignedInteger();
    require(read <= 1);
    value = read == 1;
}

void Decoder::text(std::string &value, std::size_t most)
{
    value = m_in.text(most);
    require(isCleanText(value));
}

void Decoder::optionalStamp(std::optional<Hlc> &value)
{
    if (m_in.array(1) == 1)
        stamp(value.emplace());
}

Error damagedMessage()
{
    return {ErrorCode::Corrupt, "The other end sent a damaged message; connect again."};
}

Error unknownMessage(std::uint64_t number)
{
    return {ErrorCode::TooNew, "The other end sent message " + std::to_string(number) +
                                   ", which this version does not know; update this one."};
}

Error oversizedMessage()
{
    return {ErrorCode::Limit, "The other end sent a message larger than one may be."};
}

} // namespace evencart::protocol
