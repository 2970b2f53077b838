#pragma once

#include "base/result.h"

#include <string>

namespace evencart {

// A keychain as a profile needs it: secrets by name, kept by the desktop behind the person's login. Programs without a
// desktop have none, and keep the keys in the profile's directory (profile/keyfile.h).
//
// Calls may wait for the person to unlock the keychain. Called from the thread that opens the profile.
class KeyVault
{
public:
    virtual ~KeyVault() = default;

    // How a sentence names it: "the desktop's keychain".
    virtual std::string name() const = 0;
    // Whether it takes and gives secrets now, without asking the person for anything.
    virtual bool isOpen() = 0;
    // Whether it can be used, perhaps after the person has unlocked it; Io says why not.
    virtual Result<void> check() = 0;
    // NotFound: it is open and has no such entry. Io: it cannot be asked, or the person said no.
    virtual Result<std::string> read(const std::string &entry) = 0;
    // Kept when it returns.
    virtual Result<void> write(const std::string &entry, const std::string &secret) = 0;
};

} // namespace evencart
