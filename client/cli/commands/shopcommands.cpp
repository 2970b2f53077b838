#include "cli/commands/commands.h"

namespace evencart::cli {

namespace {

Result<ExitCode> notHere(Invocation &run)
{
    return run.failed({ErrorCode::Refused,
                       "This comes with a server that sells goods and manages members; this version does not have it."},
                      ExitCode::Failed);
}

} // namespace

std::vector<Command> shopCommands()
{
    return {
        {"members remove", "CART MEMBER", "Shows a member out", "", {}, notHere},
        {"members role", "CART MEMBER ROLE", "Gives a member another role", "", {}, notHere},
        {"stock", "", "Lists what the server sells", "", {}, notHere},
        {"checkout",
         "CART",
         "Orders what is in a cart",
         "The same key twice is one order.",
         {{"key", "K", "names the order, so that asking twice orders once"},
          {"accept-prices", "", "take the server's prices"}},
         notHere},
        {"orders", "", "Lists my orders", "", {}, notHere},
    };
}

} // namespace evencart::cli
