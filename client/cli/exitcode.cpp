#include "cli/exitcode.h"

namespace evencart::cli {

ExitCode exitCodeOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return ExitCode::WrongUse;
    case ErrorCode::Refused:
        return ExitCode::Refused;
    case ErrorCode::Unreachable:
    case ErrorCode::Untrusted:
        return ExitCode::Unreachable;
    case ErrorCode::Corrupt:
    case ErrorCode::TooNew:
        return ExitCode::Damaged;
    case ErrorCode::InUse:
        return ExitCode::InUse;
    case ErrorCode::NotFound:
    case ErrorCode::Ambiguous:
        return ExitCode::NotFound;
    case ErrorCode::UpdateNeeded:
    case ErrorCode::Io:
    case ErrorCode::Limit:
        break;
    }
    return ExitCode::Failed;
}

ExitCode exitCodeOfConnection(const Error &error)
{
    switch (error.code) {
    case ErrorCode::UpdateNeeded:
    case ErrorCode::Io:
    case ErrorCode::Limit:
        return ExitCode::Failed;
    case ErrorCode::Refused:
    case ErrorCode::NotFound:
    case ErrorCode::InvalidInput:
        return ExitCode::Refused;
    default:
        return ExitCode::Unreachable;
    }
}

} // namespace evencart::cli
