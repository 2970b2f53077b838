#pragma once

#include "cli/environment.h"
#include "workspace/workspace.h"

#include <string>

namespace evencart::cli {

// A cart for people: a line each with a box, how much of what, the price, who wanted it, and marks for what wants a
// look. Without the last newline.
std::string cartText(const Environment &environment, const Workspace &workspace, const CartReplica &cart);

// What is to be said of a cart that the server does not let this member into. REQUIRES: record().isShutOut()
std::string shutOutText(const CartReplica &cart);

// The marks of a line in words: "check quantity", "note differs: …".
std::string marksText(const Workspace &workspace, const LineView &line);

} // namespace evencart::cli
