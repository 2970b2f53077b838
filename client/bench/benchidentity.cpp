#include "bench/benchidentity.h"

#include "identity/systemrandom.h"

#include <algorithm>

namespace evencart::bench {

Credentials benchCredentials()
{
    SystemRandom random;
    return Credentials::forMember(KeyPair::fromSeed(asBytes(sha256("evencart benchmark member"))),
                                  KeyPair::generate(random));
}

MembershipProof benchProof(const QString &cartName)
{
    MembershipProof proof;
    proof.founderKey = benchCredentials().member.publicKey();
    const Hash256 hash = sha256("evencart benchmark cart " + cartName.toStdString());
    std::copy_n(hash.begin(), proof.nonce.size(), proof.nonce.begin());
    return proof;
}

CartRecord benchRecord(const QString &cartName)
{
    const MembershipProof proof = benchProof(cartName);
    CartRecord record;
    record.id = cartIdFor(proof.founderKey, proof.nonce);
    record.proof = encodeProof(proof);
    return record;
}

ReplicaId randomReplica()
{
    SystemRandom random;
    ReplicaId replica;
    for (const char byte : random.bytes(8))
        replica.value = replica.value << 8 | static_cast<std::uint8_t>(byte);
    return replica;
}

} // namespace evencart::bench
