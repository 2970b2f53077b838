#include "net/socketoptions.h"

#include <algorithm>
#include <limits>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace evencart::net {

namespace {

void setOption(qintptr descriptor, int level, int name, int value)
{
    ::setsockopt(static_cast<int>(descriptor), level, name, &value, sizeof value);
}

} // namespace

void setServerSocketOptions(qintptr descriptor)
{
    setOption(descriptor, IPPROTO_TCP, TCP_NODELAY, 1);
    setOption(descriptor, SOL_SOCKET, SO_KEEPALIVE, 1);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPIDLE, 60);
    setOption(descriptor, IPPROTO_TCP, TCP_KEEPINTVL, 15);
    setOption(descriptor, IPPROTO_TCP, TCP_USER_TIMEOUT, 30000);
}

int fileDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    return static_cast<int>(std::min<rlim_t>(limit.rlim_cur, std::numeric_limits<int>::max()));
}

} // namespace evencart::net
