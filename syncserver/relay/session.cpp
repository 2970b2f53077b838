#include "relay/session.h"

#include "base/limits.h"
#include "protocol/protocollimits.h"

#include <algorithm>
#include <cstring>

namespace evencart::relay {

namespace {

using protocol::FailureCode;

Session::Ending outOfPlace()
{
    return {FailureCode::Protocol, net::CloseCode::Malformed, "This message makes no sense here."};
}

// 0: none.
std::uint64_t highestCommonVersion(const protocol::Hello &hello)
{
    std::uint64_t highest = 0;
    for (const std::uint64_t offered : hello.versions) {
        if (offered >= protocol::oldestVersion && offered <= protocol::version)
            highest = std::max(highest, offered);
    }
    return highest;
}

Session::Ending notProven(const char *reason)
{
    return {FailureCode::BadProof, net::CloseCode::AuthenticationFailed, reason};
}

} // namespace

std::variant<protocol::Challenge, Session::Ending>
Session::handle(const protocol::Hello &hello, const ServerOptions &options, RandomSource &random, const Clock &clock)
{
    if (m_phase != Phase::Greeting)
        return outOfPlace();
    const std::uint64_t common = highestCommonVersion(hello);
    if (common == 0)
        return Ending{FailureCode::TooOld, net::CloseCode::UpgradeNeeded,
                      "This server speaks another version of the protocol: update the program."};
    if (!verifyDevice(hello.memberKey, hello.deviceKey, hello.certificate))
        return notProven("This device is not certified by its member.");
    m_hello = hello;
    m_version = common;
    const Bytes nonce = random.bytes(m_nonce.size());
    std::memcpy(m_nonce.data(), nonce.data(), m_nonce.size());
    m_phase = Phase::Challenged;
    return protocol::Challenge{
        m_version, m_nonce, clock.wallMilliseconds(), {protocol::messageBytes, limits::deltaBytes}, options.software};
}

std::variant<protocol::Welcome, Session::Ending> Session::handle(const protocol::Answer &answer,
                                                                 const ServerOptions &options, RandomSource &random)
{
    if (m_phase != Phase::Challenged)
        return outOfPlace();
    const auto holdsFor = [&](const Fingerprint &server) {
        return verifyHello(m_hello.deviceKey, m_nonce, server, answer.signature);
    };
    const bool holds = m_info.isEncrypted ? holdsFor(options.fingerprint)
                                          : holdsFor(plainFingerprint) ||
                                                (options.proxyFingerprint && holdsFor(*options.proxyFingerprint));
    if (!holds)
        return notProven("The answer to the challenge does not hold for this device and this server.");
    m_phase = Phase::Welcome;
    return protocol::Welcome{random.bytes(protocol::sessionBytes)};
}

} // namespace evencart::relay
