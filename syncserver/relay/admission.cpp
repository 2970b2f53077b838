#include "relay/admission.h"

#include "identity/credentials.h"

#include <algorithm>

namespace evencart::relay {

namespace {

// Nothing where it does not show that the applicant belongs to the cart.
std::optional<MembershipProof> verified(const CartId &cart, const Applicant &applicant, ByteView proof)
{
    auto decoded = decodeProof(proof);
    if (!decoded)
        return std::nullopt;
    const auto proven = verifyProof(*decoded);
    if (!proven || proven->cart != cart || proven->memberKey != applicant.memberKey)
        return std::nullopt;
    return *std::move(decoded);
}

// The last inviter of the chain who is known decides, however that one came in; of others nothing is remembered that
// could stand against it.
bool isOutweighed(const Memberships &known, const MembershipProof &proof)
{
    bool isOutweighed = false;
    PublicKey inviterKey = proof.founderKey;
    for (const MembershipStep &step : proof.steps) {
        if (const auto inviter = known.find(memberIdOf(inviterKey)); inviter != known.end())
            isOutweighed = inviter->second.isRemoved || inviter->second.role != Role::Owner;
        isOutweighed = isOutweighed || wasUsedByRemoved(known, step.inviteKey);
        inviterKey = step.memberKey;
    }
    return isOutweighed;
}

} // namespace

bool wasUsedByRemoved(const Memberships &known, const PublicKey &inviteKey)
{
    return std::ranges::any_of(known, [&](const auto &each) {
        if (!each.second.isRemoved)
            return false;
        const auto proof = decodeProof(each.second.proof);
        return proof && !proof->steps.empty() && proof->steps.back().inviteKey == inviteKey;
    });
}

Admission judgeAdmission(const Memberships *known, const CartId &cart, const Applicant &applicant, ByteView proof)
{
    const auto found = known ? known->find(applicant.member) : Memberships::const_iterator();
    const store::MembershipRow *membership = known && found != known->end() ? &found->second : nullptr;
    if (membership && !membership->isRemoved)
        return {Admission::Kind::Known, membership->role};
    const auto proven = verified(cart, applicant, proof);
    if (!proven || membership || (known && isOutweighed(*known, *proven)))
        return {};
    const Role role = proven->steps.empty() ? Role::Owner : proven->steps.back().role;
    return {known ? Admission::Kind::NewMember : Admission::Kind::NewCart, role};
}

} // namespace evencart::relay
