#pragma once

#include "store/logstore.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

// Who has which rights at this server beside what carts' owners grant: administrators, who look after the shop
// (PROTOCOL.md, 13), and what the operator takes away from a person. Decided in the caller's transaction, by a server
// or by the admin program on a store that nobody uses.
namespace evencart::relay {

// A command about people, as the operator's program sends it:
//   "invite-admin" KEY EXPIRES    the invitation's public key in hexadecimal; milliseconds since 1970
//   "administrators"
//   "revoke" MEMBER
struct AccessCommand
{
    std::vector<std::string> words;

    bool isKnown() const; // and has the right number of arguments
    bool writes() const;
};

// How a membership is written: where a server has the cart in memory, that has to know.
using PutMembership = std::function<Result<void>(const CartId &cart, const store::MembershipRow &membership)>;

// What there is to say about it, with a newline at the end. REQUIRES: isKnown(), and for one that writes an open
// transaction. InvalidInput, NotFound and Limit: nothing was done.
Result<std::string> runAccessCommand(store::LogStore &log, const AccessCommand &command, std::uint64_t now,
                                     const PutMembership &putMembership);

Result<bool> isAdministrator(store::LogStore &log, const MemberId &member);

// The row by which somebody becomes an administrator, or is one already; nothing where the invitation is not good for
// him. `joiner` has proven to hold the invitation's key.
std::optional<store::AdministratorRow> judgeAdministrator(const std::vector<store::AdministratorRow> &known,
                                                          const protocol::PublicKey &inviteKey, const MemberId &joiner,
                                                          std::uint64_t now);

} // namespace evencart::relay
