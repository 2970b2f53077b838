#include "app/copycheck.h"

#include "relay/copiedstore.h"

namespace evencart::app {

Result<CopyCheck> checkForCopy(store::SqliteLogStore &store, Incarnation &incarnation, RandomSource &random,
                               const Clock &clock)
{
    const auto server = store.server();
    if (!server)
        return server.error();
    const Bytes before = server->has_value() ? (*server)->incarnation : Bytes();
    CopyCheck check;
    check.isCopy = !incarnation.isSame(before);
    const auto token = incarnation.next(before);
    if (!token)
        check.notWritten = token.error();
    // Where nothing could be written outside, the token that stands there must not fit a second time.
    const Bytes held = token ? *token : random.bytes(Incarnation::tokenBytes);
    const auto stored =
        check.isCopy ? relay::beginNewLife(store, held, random, clock) : relay::goOnLiving(store, held, random, clock);
    if (!stored)
        return stored.error();
    if (token) {
        if (auto settled = incarnation.settled(held); !settled)
            check.notWritten = settled.error();
    }
    return check;
}

} // namespace evencart::app
