#include "relay/admission.h"

namespace evencart::relay {

namespace {

std::optional<Role> provenRole(const CartId &cart, const Applicant &applicant, ByteView proof)
{
    const auto decoded = decodeProof(proof);
    if (!decoded)
        return std::nullopt;
    const auto proven = verifyProof(*decoded);
    if (!proven || proven->cart != cart || proven->memberKey != applicant.memberKey)
        return std::nullopt;
    return proven->role;
}

} // namespace

Admission judgeAdmission(bool cartExists, const store::MembershipRow *membership, const CartId &cart,
                         const Applicant &applicant, ByteView proof)
{
    if (membership && !membership->isRemoved)
        return {Admission::Kind::Known, membership->role};
    const auto role = provenRole(cart, applicant, proof);
    if (!role || membership)
        return {};
    return {cartExists ? Admission::Kind::NewMember : Admission::Kind::NewCart, *role};
}

} // namespace evencart::relay
