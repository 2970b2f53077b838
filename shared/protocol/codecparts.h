#pragma once

#include "base/cbor.h"
#include "base/limits.h"
#include "base/result.h"
#include "protocol/message.h"
#include "protocol/protocollimits.h"

#include <cassert>
#include <limits>
#include <type_traits>

// What clientcodec.cpp and servercodec.cpp are made of; nobody else includes this. Each message is described once, by a
// function
//     template <typename Archive> void fields(Archive &archive, Ref<Archive, Hello> message)
// that names its fields in their order on the wire. With an Encoder it writes them, with a Decoder it reads and checks
// them, so the two cannot drift apart. An Encoder asserts the limits that a Decoder enforces: sending what the other
// end must refuse is our bug.
namespace evencart::protocol {

class Encoder
{
public:
    static constexpr bool writes = true;

    template <typename Integer>
    void number(const Integer &value)
    {
        static_assert(std::is_unsigned_v<Integer>);
        m_out.unsignedInteger(value);
    }
    template <typename Integer>
    void fromOne(const Integer &value)
    {
        assert(value > 0);
        number(value);
    }
    // 0 to most.
    void amount(const std::int64_t &value, [[maybe_unused]] std::int64_t most)
    {
        assert(value >= 0 && value <= most);
        m_out.unsignedInteger(static_cast<std::uint64_t>(value));
    }
    template <typename Enum>
    void oneOf(const Enum &value, [[maybe_unused]] Enum lowest, [[maybe_unused]] Enum highest)
    {
        assert(lowest <= value && value <= highest);
        m_out.unsignedInteger(static_cast<std::uint64_t>(value));
    }
    template <std::size_t N>
    void fixed(const std::array<std::uint8_t, N> &value)
    {
        m_out.bytes({reinterpret_cast<const char *>(value.data()), N});
    }
    template <typename Tag>
    void id(const Id128<Tag> &value)
    {
        fixed(value.raw);
    }
    void flag(const bool &value) { m_out.unsignedInteger(value ? 1 : 0); }
    void stamp(const Hlc &value) { m_out.unsignedInteger(value.value); }
    void replica(const ReplicaId &value) { fromOne(value.value); }
    void bytes(const Bytes &value, std::size_t most);
    void bytesExactly(const Bytes &value, std::size_t count);
    void text(const std::string &value, std::size_t most);
    void optionalStamp(const std::optional<Hlc> &value);

    // A flat array: `words` items for each element, written by perElement(archive, element).
    template <typename Element, typename PerElement>
    void list(const std::vector<Element> &elements, [[maybe_unused]] std::size_t most, std::size_t words,
              PerElement perElement)
    {
        assert(elements.size() <= most);
        m_out.array(elements.size() * words);
        for (const Element &element : elements)
            perElement(*this, element);
    }
    // Says that a rule between fields holds.
    void require([[maybe_unused]] bool holds) { assert(holds); }

    cbor::Writer &out() { return m_out; }

private:
    cbor::Writer m_out;
};

class Decoder
{
public:
    static constexpr bool writes = false;

    explicit Decoder(cbor::Reader &in) : m_in(in) {}

    template <typename Integer>
    void number(Integer &value)
    {
        static_assert(std::is_unsigned_v<Integer>);
        const std::uint64_t read = m_in.unsignedInteger();
        require(read <= std::numeric_limits<Integer>::max());
        value = static_cast<Integer>(read);
    }
    template <typename Integer>
    void fromOne(Integer &value)
    {
        number(value);
        require(value > 0);
    }
    void amount(std::int64_t &value, std::int64_t most)
    {
        const std::uint64_t read = m_in.unsignedInteger();
        require(read <= static_cast<std::uint64_t>(most));
        value = read <= static_cast<std::uint64_t>(most) ? static_cast<std::int64_t>(read) : 0;
    }
    template <typename Enum>
    void oneOf(Enum &value, Enum lowest, Enum highest)
    {
        const std::uint64_t read = m_in.unsignedInteger();
        const bool known = static_cast<std::uint64_t>(lowest) <= read && read <= static_cast<std::uint64_t>(highest);
        require(known);
        value = known ? static_cast<Enum>(read) : lowest;
    }
    template <std::size_t N>
    void fixed(std::array<std::uint8_t, N> &value)
    {
        std::memcpy(value.data(), m_in.bytesExactly(N).data(), N);
    }
    template <typename Tag>
    void id(Id128<Tag> &value)
    {
        fixed(value.raw);
    }
    void flag(bool &value);
    void stamp(Hlc &value) { value.value = m_in.unsignedInteger(); }
    void replica(ReplicaId &value) { fromOne(value.value); }
    void bytes(Bytes &value, std::size_t most) { value = m_in.bytes(most); }
    void bytesExactly(Bytes &value, std::size_t count) { value = m_in.bytesExactly(count); }
    void text(std::string &value, std::size_t most);
    void optionalStamp(std::optional<Hlc> &value);

    // Grows with what is really there, never by what a length promises.
    template <typename Element, typename PerElement>
    void list(std::vector<Element> &elements, std::size_t most, std::size_t words, PerElement perElement)
    {
        const std::size_t count = m_in.array(most * words);
        require(count % words == 0);
        for (std::size_t i = 0; i < count && !m_in.failed(); i += words)
            perElement(*this, elements.emplace_back());
    }
    void require(bool holds)
    {
        if (!holds)
            m_in.fail();
    }

    cbor::Reader &in() { return m_in; }

private:
    cbor::Reader &m_in;
};

// What a description gets: a message to read from, or one to fill.
template <typename Archive, typename T>
using Ref = std::conditional_t<Archive::writes, const T &, T &>;

// A message's number and how many elements its array has, the number included.
struct Shape
{
    std::uint64_t number;
    std::size_t elements;
};
template <typename Message>
inline constexpr Shape shapeOf{};

// Shared by client and server messages.
template <typename Archive>
void roleField(Archive &archive, Ref<Archive, Role> role)
{
    archive.oneOf(role, Role::Viewer, Role::Owner);
}

// RepairState and Snapshot carry their bytes alike.
template <typename Archive, typename Message>
void chunkFields(Archive &archive, Message &message)
{
    archive.number(message.part);
    archive.fromOne(message.parts);
    archive.number(message.rawSize);
    archive.bytes(message.chunk, chunkBytes);
    archive.require(message.part < message.parts && message.parts <= chunks &&
                    message.rawSize <= limits::snapshotBytes);
}

template <typename Archive>
void deltaList(Archive &archive, Ref<Archive, std::vector<Bytes>> deltas)
{
    archive.list(deltas, pushDeltas, 1, [](auto &each, auto &delta) { each.bytes(delta, limits::deltaBytes); });
}

// One of several kinds: an array that starts with the kind's number.
template <typename... Kinds, typename Fields>
void oneOfKinds(Encoder &encoder, const std::variant<Kinds...> &message, Fields fields)
{
    static_assert(((shapeOf<Kinds>.number != 0) && ...));
    std::visit(
        [&](const auto &kind) {
            constexpr Shape shape = shapeOf<std::decay_t<decltype(kind)>>;
            encoder.out().array(shape.elements);
            encoder.out().unsignedInteger(shape.number);
            fields(encoder, kind);
        },
        message);
}

// Returns the number that it read; the decoder fails where that is no kind's.
template <typename... Kinds, typename Fields>
std::uint64_t oneOfKinds(Decoder &decoder, std::variant<Kinds...> &message, Fields fields)
{
    constexpr std::size_t mostElements = 16;
    const std::size_t elements = decoder.in().array(mostElements);
    const std::uint64_t number = decoder.in().unsignedInteger();
    const auto reads = [&]<typename Kind>(std::type_identity<Kind>) {
        if (shapeOf<Kind>.number != number)
            return false;
        decoder.require(shapeOf<Kind>.elements == elements);
        fields(decoder, message.template emplace<Kind>());
        return true;
    };
    decoder.require((reads(std::type_identity<Kinds>()) || ...));
    return number;
}

template <typename Message>
bool hasNumber(std::uint64_t number)
{
    return [&]<typename... Kinds>(std::type_identity<std::variant<Kinds...>>) {
        return ((shapeOf<Kinds>.number == number) || ...);
    }(std::type_identity<Message>());
}

Error damagedMessage();
Error unknownMessage(std::uint64_t number);
Error oversizedMessage();

template <typename Message, typename Fields>
Bytes encodeWith(const Message &message, Fields fields)
{
    Encoder encoder;
    oneOfKinds(encoder, message, fields);
    assert(encoder.out().view().size() <= messageBytes);
    return encoder.out().take();
}

template <typename Message, typename Fields>
Result<Message> decodeWith(ByteView bytes, Fields fields)
{
    if (bytes.size() > messageBytes)
        return oversizedMessage();
    cbor::Reader in(bytes);
    Decoder decoder(in);
    Message message;
    const std::uint64_t number = oneOfKinds(decoder, message, fields);
    if (!in.failed() && in.atEnd())
        return message;
    return number != 0 && !hasNumber<Message>(number) ? unknownMessage(number) : damagedMessage();
}

} // namespace evencart::protocol
