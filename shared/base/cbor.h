#pragma once

#include "base/bytes.h"

#include <cstddef>
#include <cstdint>
#include <vector>

// The part of CBOR (RFC 8949) that we speak: unsigned and negative integers, byte strings, text strings and arrays, all
// of definite length, integers in their shortest form. No maps, floats, tags, booleans or null, so one value has
// exactly one encoding.
namespace evencart::cbor {

class Writer
{
public:
    void unsignedInteger(std::uint64_t value);
    void integer(std::int64_t value);
    void bytes(ByteView value);
    void text(ByteView utf8);
    void array(std::size_t count); // the elements follow
    void raw(ByteView encoded) { m_out += encoded; }

    const Bytes &view() const { return m_out; }
    Bytes take() { return std::move(m_out); }
    void clear() { m_out.clear(); }

private:
    void head(std::uint8_t major, std::uint64_t argument);
    Bytes m_out;
};

// Reads what Writer wrote and nothing else. After the first thing that does not fit, failed() stays true and every call
// returns an empty value, so a decoder may read a whole message and ask once. Never allocates more than what the input
// holds: lengths are compared with the bytes that are left before anything is reserved. Views point into the input.
class Reader
{
public:
    explicit Reader(ByteView input) : m_rest(input) {}

    std::uint64_t unsignedInteger();
    std::int64_t integer();
    ByteView bytes(std::size_t most);
    ByteView bytesExactly(std::size_t count);
    ByteView text(std::size_t mostBytes); // not checked for UTF-8: see isCleanText
    std::size_t array(std::size_t most);  // the number of elements, each of which takes at least one byte
    void arrayExactly(std::size_t count);

    // Skips one whole item of any permitted kind, nested at most eight deep, and returns its bytes.
    ByteView item();

    bool atEnd() const { return m_rest.empty(); }
    std::size_t left() const { return m_rest.size(); }
    bool failed() const { return m_failed; }
    void fail() { m_failed = true; }

private:
    std::uint64_t head(std::uint8_t wantedMajor);
    bool readHead(std::uint8_t &major, std::uint64_t &argument);
    void skip(int depthLeft);
    ByteView chunk(std::uint8_t major, std::size_t most);

    ByteView m_rest;
    bool m_failed = false;
};

} // namespace evencart::cbor
