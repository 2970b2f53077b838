#pragma once

#include "protocol/message.h"

#include <QString>

#include <optional>

namespace evencart {

// A member of a cart as a list shows it.
struct MemberRow
{
    MemberId member;
    QString name;                       // "You" for me
    std::optional<protocol::Role> role; // not known before the server was met
    int devices = 0;
    bool online = false;
    std::uint64_t lastHeard = 0; // milliseconds since 1970; 0: not since the program began

    friend bool operator==(const MemberRow &, const MemberRow &) = default;
};

} // namespace evencart
