#pragma once

#include "base/error.h"

namespace evencart::cli {

// What a run of evencartctl ends with (docs/man/evencartctl.1). Scripts rely on the numbers.
enum class ExitCode
{
    Done = 0,
    Failed = 1,
    WrongUse = 2,    // the command line, or a number, price or link on it, makes no sense
    Refused = 3,     // by the server
    Unreachable = 4, // the server, or it is not the one that we trust
    Damaged = 5,     // the local database, or a later version wrote it
    InUse = 6,       // the profile, by another program
    NotFound = 7,    // or it fits several
};

// The exit code of an error that came from here: from the command line or from the local database.
ExitCode exitCodeOf(const Error &error);

// The same for an error that came over a connection: what is damaged or too new there is not the local database.
ExitCode exitCodeOfConnection(const Error &error);

} // namespace evencart::cli
