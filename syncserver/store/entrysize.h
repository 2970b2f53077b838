#pragma once

#include "store/rows.h"

#include <cstddef>

namespace evencart::store {

// The bytes that an entry's content takes: what LogStore::entries() counts against its limit.
inline std::size_t bodySize(const LogEntry &entry)
{
    struct Size
    {
        std::size_t operator()(const protocol::AcceptedDelta &accepted) const { return accepted.delta.size(); }
        std::size_t operator()(const protocol::VoidedDelta &) const { return 0; }
        std::size_t operator()(const protocol::JoinedState &joined) const { return joined.zstd.size(); }
    };
    return std::visit(Size{}, entry.record);
}

} // namespace evencart::store
