#pragma once

#include "identity/keypair.h"

namespace evencart {

// The first 16 bytes of SHA-256 of the public key.
MemberId memberIdOf(const PublicKey &memberKey);
DeviceId deviceIdOf(const PublicKey &deviceKey);

// Who this installation is: a person and one of their devices. The certificate is the person's word that the device is
// theirs, so a server knows devices without ever seeing the member's secret. A member may have many devices; each has
// its own key.
struct Credentials
{
    KeyPair member;
    KeyPair device;
    Signature certificate;

    static Credentials generate(RandomSource &random);
    // For a further device of the same person.
    static Credentials forMember(const KeyPair &member, const KeyPair &device);

    MemberId memberId() const { return memberIdOf(member.publicKey()); }
    DeviceId deviceId() const { return deviceIdOf(device.publicKey()); }

    friend bool operator==(const Credentials &, const Credentials &) = default;
};

std::ostream &operator<<(std::ostream &out, const Credentials &credentials); // ids only

Signature certifyDevice(const KeyPair &member, const PublicKey &deviceKey);
bool verifyDevice(const PublicKey &memberKey, const PublicKey &deviceKey, const Signature &certificate);

// SHA-256 of the DER form of the certificate with which the server showed itself; plainFingerprint on a connection
// without TLS.
using Fingerprint = Hash256;
inline constexpr Fingerprint plainFingerprint{};

// The answer to a server's challenge. It names the server that the client sees, so one that passes the challenge of
// another on gets an answer that the other refuses. REQUIRES: each nonce is used once.
Signature answerHello(const KeyPair &device, const Nonce &nonce, const Fingerprint &server);
bool verifyHello(const PublicKey &deviceKey, const Nonce &nonce, const Fingerprint &server, const Signature &answer);

// The content of the key file, version 1: [1, member seed, device seed, certificate]. A secret: wipe it after use.
// Decoding checks the certificate; Corrupt where anything does not fit, TooNew where a later version wrote it.
Bytes encodeCredentials(const Credentials &credentials);
Result<Credentials> decodeCredentials(ByteView bytes);

} // namespace evencart
