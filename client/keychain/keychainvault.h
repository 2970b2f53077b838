#pragma once

#include "profile/keyvault.h"

#include <chrono>
#include <functional>
#include <memory>

namespace evencart {

// The keychain of the desktop (Secret Service, KWallet) by QtKeychain. Never QtKeychain's own fallback, which would
// write secrets into a settings file.
//
// The calls wait, on whichever thread they are made; the jobs themselves run on a thread of their own, because
// QtKeychain needs an event loop. A wait ends after `patience` (a person may have to type a password) or with giveUp().
class KeychainVault final : public KeyVault
{
public:
    explicit KeychainVault(std::chrono::milliseconds patience = std::chrono::minutes(2));
    ~KeychainVault() override;

    std::string name() const override;
    bool isOpen() override;
    Result<void> check() override;
    Result<std::string> read(const std::string &entry) override;
    Result<void> write(const std::string &entry, const std::string &secret) override;

    // The program ends: who waits gets an error, and so does who comes later. From any thread.
    void giveUp();

private:
    struct Waiting; // what the waiting and the jobs share; jobs may outlive this
    using Finish = std::function<void(Result<std::string>)>;
    Result<std::string> wait(const std::function<void(Finish)> &start);

    std::chrono::milliseconds m_patience;
    std::shared_ptr<Waiting> m_waiting;
};

} // namespace evencart
