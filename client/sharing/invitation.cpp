#include "sharing/invitation.h"

namespace evencart {

ClientEngine::Invitation invitationFor(const CartId &cart, const InvitationTerms &terms, std::uint64_t serverTime,
                                       RandomSource &random)
{
    return {cart, terms.role, KeyPair::generate(random), serverTime + terms.lifetime, terms.uses};
}

std::string linkFor(const ClientEngine::Invitation &invitation, const ProfileRecord &profile)
{
    return toString(
        linkTo(profile.serverUrl, profile.serverFingerprint, invitation.cart, invitation.role, invitation.key));
}

} // namespace evencart
