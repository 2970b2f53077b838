#pragma once

#include "profile/keyvault.h"

#include <map>

namespace evencart::test {

// A keychain in memory that can be locked, absent or forgetful.
class FakeVault final : public KeyVault
{
public:
    std::string name() const override { return "the fake keychain"; }

    bool isOpen() override { return open && problem.empty(); }

    Result<void> check() override { return problem.empty() ? Result<void>() : Error{ErrorCode::Io, problem}; }

    Result<std::string> read(const std::string &entry) override
    {
        if (!problem.empty())
            return Error{ErrorCode::Io, problem};
        const auto kept = entries.find(entry);
        if (kept == entries.end())
            return Error{ErrorCode::NotFound, "no such entry"};
        return kept->second;
    }

    Result<void> write(const std::string &entry, const std::string &secret) override
    {
        if (!problem.empty())
            return Error{ErrorCode::Io, problem};
        if (!forgets)
            entries[entry] = garbles ? secret.substr(1) : secret;
        return {};
    }

    std::map<std::string, std::string> entries;
    bool open = true;     // nobody has to type a password first
    std::string problem;  // what every call answers; empty: none
    bool forgets = false; // says yes and keeps nothing
    bool garbles = false; // keeps something else
};

} // namespace evencart::test
