#pragma once

#include "base/bytes.h"
#include "identity/membershipproof.h"
#include "store/rows.h"

#include <map>

namespace evencart::relay {

// Who may open a cart. Pure.
//
// A server goes by its memory first: a known member has the role that is stored, a removed one is out whatever proof it
// holds. An unknown member with a proof that leads from the cart's founder to it is let in with the role of the proof;
// a server that has never had the cart takes the cart up in the same way (conformance: a server that lost everything is
// healed by its clients). What is remembered outweighs the chain: nobody is let in by somebody who is known not to be
// an owner now, nor by an invitation by which somebody came who was shown out (decision 74).
struct Applicant
{
    PublicKey memberKey;
    MemberId member;
};
struct Admission
{
    enum class Kind
    {
        Known,
        NewMember,
        NewCart,
        Refused
    };

    Kind kind = Kind::Refused;
    Role role = Role::Viewer;
};
// By id, removed ones too.
using Memberships = std::map<MemberId, store::MembershipRow>;
// `known`: nullptr where the cart does not exist. Costs the same signature checks whether it does or not.
Admission judgeAdmission(const Memberships *known, const CartId &cart, const Applicant &applicant, ByteView proof);

// Whether somebody who was shown out had come in by this invitation: his secret still opens it.
bool wasUsedByRemoved(const Memberships &known, const PublicKey &inviteKey);

} // namespace evencart::relay
