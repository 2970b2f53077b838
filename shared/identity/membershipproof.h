#pragma once

#include "identity/keypair.h"

#include <vector>

namespace evencart {

using FoundingNonce = std::array<std::uint8_t, 16>;

// A cart's id names its founder, so that nobody else can claim it: the first 16 bytes of SHA-256 over "evencart cart
// v1", the founder's member key and the nonce.
CartId cartIdFor(const PublicKey &founderKey, const FoundingNonce &nonce);

// One member taking in the next.
struct MembershipStep
{
    Role role = Role::Viewer;
    PublicKey inviteKey;
    Signature grant; // by the inviter's member key: whoever holds `inviteKey` may join this cart in this role
    PublicKey memberKey;
    Signature joining; // by the invite key: that is this member

    friend bool operator==(const MembershipStep &, const MembershipStep &) = default;
};

// Proves to anyone, with no list of members at hand, that a person belongs to a cart: from the founder by one step each
// to the member in question. No steps: the founder's own. Carried in Open, so that a server that lost everything, or
// never knew the cart, can take it up. Not a revocation: it says that somebody was let in, never that they were not
// shown out since, nor how often an invitation might be used or until when; a server that remembers those things goes
// by its memory.
struct MembershipProof
{
    static constexpr std::size_t mostSteps = 16;

    PublicKey founderKey;
    FoundingNonce nonce;
    std::vector<MembershipStep> steps;

    friend bool operator==(const MembershipProof &, const MembershipProof &) = default;
};

// What a proof that holds shows.
struct ProvenMembership
{
    CartId cart;
    PublicKey memberKey;
    Role role;

    friend bool operator==(const ProvenMembership &, const ProvenMembership &) = default;
};

// Walks the chain: the founder is an owner, and every inviter must be one. Refused, with the reason, where a step does
// not hold; Limit where there are too many. The caller compares cart and member with those it has before it.
Result<ProvenMembership> verifyProof(const MembershipProof &proof);

// PROTOCOL.md, `proof`; at most protocol::proofBytes. Decoding checks the shape only: a decoded proof is not yet
// verified.
Bytes encodeProof(const MembershipProof &proof);
Result<MembershipProof> decodeProof(ByteView bytes);

// Making them.
MembershipProof foundCart(const PublicKey &founderKey, RandomSource &random);
Signature grantInvitation(const KeyPair &inviter, const CartId &cart, Role role, const PublicKey &inviteKey);
bool verifyGrant(const PublicKey &inviterKey, const CartId &cart, Role role, const PublicKey &inviteKey,
                 const Signature &grant);
Signature signJoining(const KeyPair &invite, const CartId &cart, const PublicKey &memberKey);
bool verifyJoining(const PublicKey &inviteKey, const CartId &cart, const PublicKey &memberKey,
                   const Signature &joining);
// The inviter's proof and one step more. REQUIRES: room for it; not verified here.
MembershipProof extendProof(MembershipProof inviter, MembershipStep step);

} // namespace evencart
