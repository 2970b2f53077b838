#pragma once

#include <string>
#include <utility>

namespace evencart {

// What the world did. The codes are stable: they are the "code" of a JSON error and decide the exit code of
// evencartctl.
enum class ErrorCode
{
    InvalidInput, // what the user or a file said makes no sense here
    NotFound,     // no such cart, line, member ...
    Ambiguous,    // fits several
    Refused,      // the server said no
    Unreachable,  // the server cannot be reached, or did not answer in time
    Untrusted,    // the server is not the one whose fingerprint we hold
    Corrupt,      // stored data or a message is damaged
    TooNew,       // written by a later version than ours: it cannot be read
    UpdateNeeded, // it can be read and not changed: a later version than ours has to do that
    InUse,        // another program holds it
    Io,           // disk full, read-only, permission ...
    Limit,        // larger than base/limits.h allows
};

// The stable name of a code, as printed in JSON.
const char *errorName(ErrorCode code);

// One sentence for a person, saying what happened and what to do.
struct Error
{
    ErrorCode code;
    std::string message;
};

} // namespace evencart
