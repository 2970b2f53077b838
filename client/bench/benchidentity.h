#pragma once

#include "identity/credentials.h"
#include "identity/membershipproof.h"
#include "storage/records.h"

#include <QString>

namespace evencart::bench {

// Benchmark processes have to meet in one cart without an invitation. All of them are devices of one member whose key
// is derived from a fixed text, and a cart's founding nonce from its name; so everyone can open "c" and prove that it
// is theirs. For benchmarks only.
Credentials benchCredentials();
MembershipProof benchProof(const QString &cartName);
CartRecord benchRecord(const QString &cartName);
ReplicaId randomReplica();

} // namespace evencart::bench
