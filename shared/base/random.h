#pragma once

#include "base/bytes.h"

#include <cstddef>

namespace evencart {

// The only way in which randomness enters. The system's generator in the programs, a seeded one in tests.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual Bytes bytes(std::size_t count) = 0;
};

} // namespace evencart
