#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "identity/credentials.h"
#include "net/closecode.h"
#include "net/peerhandler.h"
#include "protocol/message.h"
#include "relay/admission.h"
#include "relay/pacer.h"
#include "relay/serveroptions.h"

#include <map>
#include <set>
#include <string>
#include <variant>

namespace evencart::relay {

// One connection: who it is, and which carts are open on it. A stranger may say exactly one thing at a time, Hello and
// then Answer; everything else ends the connection.
//
//   Greeting --Hello--> Challenged --Answer--> Welcome      any --mistake--> Ended (what still arrives is ignored)
class Session
{
public:
    enum class Phase
    {
        Greeting,
        Challenged,
        Welcome,
        Ended
    };

    Session(const net::PeerInfo &info, const ServerOptions &options)
        : m_info(info), pacer(options.catchUpBurstBytes, options.catchUpBytesPerSecond),
          shopPacer(options.shopBurstRows, options.shopRowsPerSecond)
    {
    }

    // The end of a connection: the Failure that is sent first, and the close code.
    struct Ending
    {
        protocol::FailureCode failure;
        net::CloseCode code;
        std::string reason;
    };
    std::variant<protocol::Challenge, Ending> handle(const protocol::Hello &hello, const ServerOptions &options,
                                                     RandomSource &random, const Clock &clock);
    std::variant<protocol::Welcome, Ending> handle(const protocol::Answer &answer, const ServerOptions &options,
                                                   RandomSource &random);
    void end() { m_phase = Phase::Ended; }

    // Of the protocol, from Challenged on.
    std::uint64_t version() const { return m_version; }
    bool isWelcome() const { return m_phase == Phase::Welcome; }
    bool isEnded() const { return m_phase == Phase::Ended; }

    // Valid from Challenged on, proven from Welcome on.
    const protocol::Hello &hello() const { return m_hello; }
    MemberId member() const { return memberIdOf(m_hello.memberKey); }
    DeviceId device() const { return deviceIdOf(m_hello.deviceKey); }
    Applicant applicant() const { return {m_hello.memberKey, member()}; }

private:
    net::PeerInfo m_info;
    Phase m_phase = Phase::Greeting;
    protocol::Hello m_hello;
    Nonce m_nonce{};
    std::uint64_t m_version = protocol::oldestVersion;

public:
    Pacer pacer;     // of catch-up, in bytes
    Pacer shopPacer; // of questions about goods and orders, in rows that are looked at for them
    std::map<protocol::Channel, CartId> channels;
    std::set<protocol::Channel> shutChannels; // by us, with a Failure: what was under way for them is passed over
    bool isRemembered = false;                // the person and the device are in the store
    bool hasNewName = false;                  // which the carts' members have not heard yet
};

} // namespace evencart::relay
