#include "identity/credentials.h"

#include "base/cbor.h"
#include "identity/keybytes.h"
#include "identity/signedtext.h"

#include <ostream>

namespace evencart {

namespace {

constexpr std::uint64_t credentialsVersion = 1;

template <typename Id>
Id idOf(const PublicKey &key)
{
    const Hash256 hash = sha256(asBytes(key));
    return Id::fromBytes(asBytes(hash).substr(0, 16));
}

Error damaged()
{
    return {ErrorCode::Corrupt, "The key file is damaged; restore it from a backup."};
}

} // namespace

MemberId memberIdOf(const PublicKey &memberKey)
{
    return idOf<MemberId>(memberKey);
}
DeviceId deviceIdOf(const PublicKey &deviceKey)
{
    return idOf<DeviceId>(deviceKey);
}

Credentials Credentials::generate(RandomSource &random)
{
    const KeyPair member = KeyPair::generate(random);
    return forMember(member, KeyPair::generate(random));
}

Credentials Credentials::forMember(const KeyPair &member, const KeyPair &device)
{
    return {member, device, certifyDevice(member, device.publicKey())};
}

std::ostream &operator<<(std::ostream &out, const Credentials &credentials)
{
    return out << "Credentials(member " << credentials.memberId().toString() << ", device "
               << credentials.deviceId().toString() << ", ***)";
}

Signature certifyDevice(const KeyPair &member, const PublicKey &deviceKey)
{
    return member.sign(signedtext::device(deviceKey));
}

bool verifyDevice(const PublicKey &memberKey, const PublicKey &deviceKey, const Signature &certificate)
{
    return verify(memberKey, signedtext::device(deviceKey), certificate);
}

Signature answerHello(const KeyPair &device, const Nonce &nonce, const Fingerprint &server)
{
    return device.sign(signedtext::hello(nonce, server));
}

bool verifyHello(const PublicKey &deviceKey, const Nonce &nonce, const Fingerprint &server, const Signature &answer)
{
    return verify(deviceKey, signedtext::hello(nonce, server), answer);
}

Bytes encodeCredentials(const Credentials &credentials)
{
    cbor::Writer out;
    out.array(4);
    out.unsignedInteger(credentialsVersion);
    out.bytes(credentials.member.seed());
    out.bytes(credentials.device.seed());
    out.bytes(keybytes::view(credentials.certificate));
    return out.take();
}

Result<Credentials> decodeCredentials(ByteView bytes)
{
    cbor::Reader in(bytes);
    const std::size_t elements = in.array(16);
    const std::uint64_t version = in.unsignedInteger();
    if (!in.failed() && version > credentialsVersion)
        return Error{ErrorCode::TooNew, "The key file was written by a later version of Evencart; update this one."};
    const ByteView member = in.bytesExactly(KeyPair::seedBytes);
    const ByteView device = in.bytesExactly(KeyPair::seedBytes);
    const Signature certificate = keybytes::from<sizeof(Signature)>(in.bytesExactly(sizeof(Signature)));
    if (in.failed() || !in.atEnd() || elements != 4 || version != credentialsVersion)
        return damaged();
    Credentials credentials{KeyPair::fromSeed(member), KeyPair::fromSeed(device), certificate};
    if (!verifyDevice(credentials.member.publicKey(), credentials.device.publicKey(), certificate))
        return damaged();
    return credentials;
}

} // namespace evencart
