#include "identity/membershipproof.h"

#include "base/cbor.h"
#include "identity/keybytes.h"
#include "identity/signedtext.h"
#include "protocol/protocollimits.h"

namespace evencart {

namespace {

constexpr std::uint64_t proofVersion = 1;
constexpr std::size_t proofElements = 4;
constexpr std::size_t wordsPerStep = 5;

Error refused(std::size_t step, const char *what)
{
    return {ErrorCode::Refused,
            "This proof of membership does not hold: at step " + std::to_string(step + 1) + ", " + what + "."};
}

template <std::size_t N>
void read(cbor::Reader &in, std::array<std::uint8_t, N> &value)
{
    value = keybytes::from<N>(in.bytesExactly(N));
}

MembershipStep readStep(cbor::Reader &in)
{
    MembershipStep step;
    const std::uint64_t role = in.unsignedInteger();
    if (role < static_cast<std::uint64_t>(Role::Viewer) || role > static_cast<std::uint64_t>(Role::Owner))
        in.fail();
    else
        step.role = static_cast<Role>(role);
    read(in, step.inviteKey);
    read(in, step.grant);
    read(in, step.memberKey);
    read(in, step.joining);
    return step;
}

void readSteps(cbor::Reader &in, std::vector<MembershipStep> &steps)
{
    const std::size_t words = in.array(MembershipProof::mostSteps * wordsPerStep);
    if (words % wordsPerStep != 0)
        in.fail();
    for (std::size_t i = 0; i < words && !in.failed(); i += wordsPerStep)
        steps.push_back(readStep(in));
}

} // namespace

CartId cartIdFor(const PublicKey &founderKey, const FoundingNonce &nonce)
{
    Sha256 hash;
    hash.add("evencart cart v1");
    hash.add(keybytes::view(founderKey));
    hash.add(keybytes::view(nonce));
    const Hash256 digest = hash.finish();
    return CartId::fromBytes(asBytes(digest).substr(0, 16));
}

Result<ProvenMembership> verifyProof(const MembershipProof &proof)
{
    if (proof.steps.size() > MembershipProof::mostSteps)
        return Error{ErrorCode::Limit,
                     "This proof of membership has too many steps; ask an earlier member for an invitation."};
    ProvenMembership proven{cartIdFor(proof.founderKey, proof.nonce), proof.founderKey, Role::Owner};
    for (std::size_t i = 0; i < proof.steps.size(); ++i) {
        const MembershipStep &step = proof.steps[i];
        if (proven.role != Role::Owner)
            return refused(i, "the inviter is not an owner of the cart");
        if (!verifyGrant(proven.memberKey, proven.cart, step.role, step.inviteKey, step.grant))
            return refused(i, "the invitation is not the inviter's");
        if (!verifyJoining(step.inviteKey, proven.cart, step.memberKey, step.joining))
            return refused(i, "the member did not hold the invitation");
        proven.memberKey = step.memberKey;
        proven.role = step.role;
    }
    return proven;
}

Bytes encodeProof(const MembershipProof &proof)
{
    assert(proof.steps.size() <= MembershipProof::mostSteps);
    cbor::Writer out;
    out.array(proofElements);
    out.unsignedInteger(proofVersion);
    out.bytes(keybytes::view(proof.founderKey));
    out.bytes(keybytes::view(proof.nonce));
    out.array(proof.steps.size() * wordsPerStep);
    for (const MembershipStep &step : proof.steps) {
        out.unsignedInteger(static_cast<std::uint64_t>(step.role));
        out.bytes(keybytes::view(step.inviteKey));
        out.bytes(keybytes::view(step.grant));
        out.bytes(keybytes::view(step.memberKey));
        out.bytes(keybytes::view(step.joining));
    }
    return out.take();
}

Result<MembershipProof> decodeProof(ByteView bytes)
{
    if (bytes.size() > protocol::proofBytes)
        return Error{ErrorCode::Limit, "This proof of membership is larger than one may be."};
    cbor::Reader in(bytes);
    const std::size_t elements = in.array(16);
    const std::uint64_t version = in.unsignedInteger();
    if (!in.failed() && version > proofVersion)
        return Error{ErrorCode::TooNew,
                     "This proof of membership was made by a later version of Evencart; update this one."};
    MembershipProof proof;
    read(in, proof.founderKey);
    read(in, proof.nonce);
    readSteps(in, proof.steps);
    if (in.failed() || !in.atEnd() || elements != proofElements || version != proofVersion)
        return Error{ErrorCode::Corrupt, "This proof of membership is damaged."};
    return proof;
}

MembershipProof foundCart(const PublicKey &founderKey, RandomSource &random)
{
    constexpr std::size_t nonceBytes = sizeof(FoundingNonce);
    return {founderKey, keybytes::from<nonceBytes>(random.bytes(nonceBytes)), {}};
}

Signature grantInvitation(const KeyPair &inviter, const CartId &cart, Role role, const PublicKey &inviteKey)
{
    return inviter.sign(signedtext::invitation(cart, role, inviteKey));
}

bool verifyGrant(const PublicKey &inviterKey, const CartId &cart, Role role, const PublicKey &inviteKey,
                 const Signature &grant)
{
    return verify(inviterKey, signedtext::invitation(cart, role, inviteKey), grant);
}

Signature signJoining(const KeyPair &invite, const CartId &cart, const PublicKey &memberKey)
{
    return invite.sign(signedtext::joining(cart, memberKey));
}

bool verifyJoining(const PublicKey &inviteKey, const CartId &cart, const PublicKey &memberKey, const Signature &joining)
{
    return verify(inviteKey, signedtext::joining(cart, memberKey), joining);
}

MembershipProof extendProof(MembershipProof inviter, MembershipStep step)
{
    assert(inviter.steps.size() < MembershipProof::mostSteps);
    inviter.steps.push_back(step);
    return inviter;
}

} // namespace evencart
