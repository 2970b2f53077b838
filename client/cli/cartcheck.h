#pragma once

#include "workspace/workspace.h"

#include <string>
#include <vector>

namespace evencart::cli {

// What is wrong with a cart as it is stored, in sentences; nothing where all is well. Reads it a second time and
// compares: own changes without gaps, every fact under the vector that should cover it, every stored change readable,
// and the digest of what is on disk equal to the one in use. SQLite's own findings and the rows' checksums are
// SqliteStore::verify()'s.
Result<std::vector<std::string>> checkCart(ProfileStore &store, CartReplica &cart);

} // namespace evencart::cli
