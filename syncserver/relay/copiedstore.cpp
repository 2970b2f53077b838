#include "relay/copiedstore.h"

namespace evencart::relay {

namespace {

Epoch randomEpoch(RandomSource &random)
{
    return Epoch::fromBytes(random.bytes(sizeof(Epoch)));
}

Result<store::ServerRow> serverOf(store::LogStore &log, RandomSource &random, const Clock &clock)
{
    const auto row = log.server();
    if (!row)
        return row.error();
    return row->value_or(store::ServerRow{randomEpoch(random), clock.wallMilliseconds(), {}});
}

Result<void> renewCarts(store::LogStore &log, RandomSource &random)
{
    const auto carts = log.carts();
    if (!carts)
        return carts.error();
    for (store::CartRow cart : *carts) {
        cart.epoch = randomEpoch(random);
        if (auto updated = log.updateCart(cart); !updated)
            return updated;
        if (auto forgotten = log.putPastEpochs(cart.cart, {}); !forgotten)
            return forgotten;
    }
    return {};
}

Result<void> commitOrRollBack(store::LogStore &log, Result<void> written)
{
    if (written)
        return log.commit();
    log.rollBack();
    return written;
}

} // namespace

Result<void> beginNewLife(store::LogStore &log, const Bytes &incarnation, RandomSource &random, const Clock &clock)
{
    auto server = serverOf(log, random, clock);
    if (!server)
        return server.error();
    server->epoch = randomEpoch(random);
    server->incarnation = incarnation;
    if (auto begun = log.begin(); !begun)
        return begun;
    auto renewed = renewCarts(log, random);
    return commitOrRollBack(log, renewed ? log.putServer(*server) : renewed);
}

Result<void> goOnLiving(store::LogStore &log, const Bytes &incarnation, RandomSource &random, const Clock &clock)
{
    auto server = serverOf(log, random, clock);
    if (!server)
        return server.error();
    server->incarnation = incarnation;
    if (auto begun = log.begin(); !begun)
        return begun;
    return commitOrRollBack(log, log.putServer(*server));
}

} // namespace evencart::relay
