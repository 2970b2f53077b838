#include "identity/systemrandom.h"

#include <sodium/randombytes.h>

namespace evencart {

Bytes SystemRandom::bytes(std::size_t count)
{
    Bytes bytes(count, '\0');
    randombytes_buf(bytes.data(), bytes.size());
    return bytes;
}

} // namespace evencart
