#pragma once

#include "base/bytes.h"
#include "identity/membershipproof.h"
#include "store/rows.h"

#include <optional>

namespace evencart::relay {

// Who may open a cart. Pure.
//
// A server goes by its memory first: a known member has the role that is stored, a removed one is out whatever proof it
// holds. An unknown member with a proof that leads from the cart's founder to it is let in with the role of the proof;
// a server that has never had the cart takes the cart up in the same way (conformance: a server that lost everything is
// healed by its clients).
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
// `membership`: what is stored, removed ones too; nullptr: nothing. Costs the same signature checks whether the cart
// exists or not.
Admission judgeAdmission(bool cartExists, const store::MembershipRow *membership, const CartId &cart,
                         const Applicant &applicant, ByteView proof);

} // namespace evencart::relay
