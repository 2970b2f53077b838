#include "sqlite/migrations.h"

#include <cassert>

namespace evencart::sqlite {

namespace {

Result<int> versionOf(Database &database)
{
    auto row = database.query("PRAGMA user_version");
    const int version = row.next() ? static_cast<int>(row.integer(0)) : 0;
    if (auto read = row.finish(); !read)
        return read.error();
    return version;
}

Error tooNew(const Database &database)
{
    return {ErrorCode::TooNew, database.path() + " was written by a later version of Evencart: update this program."};
}

Result<void> take(Database &database, const Migration &step)
{
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto applied = database.runScript(step.sql); !applied)
        return applied;
    // A pragma takes no parameters.
    if (auto moved = database.runScript("PRAGMA user_version = " + std::to_string(step.version)); !moved)
        return moved;
    return transaction->commit();
}

} // namespace

Result<void> migrate(Database &database, std::span<const Migration> steps)
{
    assert(!steps.empty());
    const auto version = versionOf(database);
    if (!version)
        return version.error();
    if (*version > steps.back().version)
        return tooNew(database);
    for (const Migration &step : steps) {
        if (step.version <= *version)
            continue;
        if (auto taken = take(database, step); !taken)
            return taken;
    }
    return {};
}

Result<void> requireVersion(Database &database, std::span<const Migration> steps)
{
    assert(!steps.empty());
    const auto version = versionOf(database);
    if (!version)
        return version.error();
    if (*version > steps.back().version)
        return tooNew(database);
    if (*version < steps.back().version)
        return Error{ErrorCode::Corrupt,
                     database.path() +
                         " is not ready: start the program that owns it once, so that it updates the file."};
    return {};
}

} // namespace evencart::sqlite
