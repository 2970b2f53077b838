#pragma once

#include "identity/credentials.h"
#include "profile/keyvault.h"

#include <QString>

namespace evencart {

// The file `keys` (mode 0600) of a profile: the one place that says where its keys are. It holds either the keys, or
// the name of the keychain entry that holds them; never neither, so no program mistakes a profile for a new one.
// Replaced as a whole. Not the keys in memory: those are the profile's. One thread.
//
// An entry is never removed from the keychain: a copy of the directory may name it, too.
class KeyFile
{
public:
    // `vault`: null in a program that has none.
    KeyFile(const QString &directory, KeyVault *vault);

    bool exists() const; // the file, whether the keys are in it or in the keychain
    // Makes keys where there is no file yet: in the keychain where that is open, else in the file. (Nobody wants to be
    // asked for a password before having seen the program.) Corrupt and TooNew as decodeCredentials() has them;
    // NotFound where the keys are in a keychain that this program has not got, that cannot be used now, or that lost
    // them.
    Result<Credentials> open(RandomSource &random);

    // After open().
    bool isInVault() const { return !m_entry.empty(); }
    // Io where the keychain does not take them, or does not give back what it took; then nothing has changed.
    Result<void> moveToVault(const Credentials &credentials, RandomSource &random);
    Result<void> moveToFile(const Credentials &credentials);

private:
    Result<Credentials> readFrom(const std::string &entry);
    Result<void> writeFile(ByteView content);
    std::string pathText() const;

    QString m_path;
    KeyVault *m_vault;
    std::string m_entry; // in the keychain; empty: the keys are in the file
};

} // namespace evencart
