#pragma once

#include "base/random.h"

namespace evencart {

// The system's generator, by libsodium: for keys, nonces, replica ids and session ids. Thread-safe. REQUIRES:
// initCrypto().
class SystemRandom : public RandomSource
{
public:
    Bytes bytes(std::size_t count) override;
};

} // namespace evencart
