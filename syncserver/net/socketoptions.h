#pragma once

#include <QtGlobal>

namespace evencart::net {

// What Qt leaves out on a server's sockets: no Nagle delay, keep-alive, and an end for a peer whose network vanished
// while something waits for it (30 s). Options that the system does not know are skipped: none is needed for
// correctness.
void setServerSocketOptions(qintptr descriptor);

// What the process may open; 0: unknown.
int fileDescriptorLimit();

} // namespace evencart::net
