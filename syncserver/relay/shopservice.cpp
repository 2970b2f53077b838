#include "relay/shopservice.h"

#include "protocol/protocollimits.h"

namespace evencart::relay {

namespace {

using protocol::FailureCode;

constexpr std::size_t rowsOfAQuestion = 50; // at least

// About what a good takes in a message, so that one stays far below the limit.
std::size_t sizeOf(const protocol::Good &good)
{
    return good.sku.size() + good.name.size() + good.unit.size() + good.category.size() + 48;
}
std::size_t sizeOf(const protocol::Order &order)
{
    std::size_t size = 64 + order.key.size();
    for (const protocol::OrderLine &line : order.lines)
        size += line.sku.size() + line.name.size() + line.unit.size() + 64;
    return size;
}

} // namespace

Result<protocol::ShopPoint> ShopService::here()
{
    const auto revision = m_context.log.shop().revision();
    if (!revision)
        return revision.error();
    return protocol::ShopPoint{m_context.life, *revision};
}

void ShopService::internal(PeerId peer, protocol::Request request, const Error &error)
{
    if (m_context.options.storageFailed)
        m_context.options.storageFailed(error);
    reply(peer, protocol::Failure{request, 0, FailureCode::Internal,
                                  "The server cannot read its goods and orders; its operator has been told. Try again "
                                  "later."});
}

void ShopService::sayBehind(PeerId peer, protocol::Request request)
{
    reply(peer, protocol::Failure{request, 0, FailureCode::Behind,
                                  "This server has not yet got what you have seen of its goods and orders: ask again "
                                  "in a moment."});
}

bool ShopService::mayAsk(const Peer &peer, protocol::Request request)
{
    if (peer.session.shopPacer.mayTake(m_context.clock.monotonicMilliseconds())) {
        peer.session.shopPacer.took(rowsOfAQuestion);
        return true;
    }
    reply(peer.id, protocol::Failure{request, 0, FailureCode::Busy,
                                     "Too many questions about goods and orders at once: ask again in a moment."});
    return false;
}

bool ShopService::hasReached(PeerId peer, protocol::Request request, const Epoch &life, std::uint64_t least,
                             const protocol::ShopPoint &point)
{
    if (life != point.life || least <= point.revision)
        return true;
    sayBehind(peer, request);
    return false;
}

Result<protocol::Goods> ShopService::goodsBehind(std::uint64_t revision, const protocol::ShopPoint &point)
{
    auto goods = m_context.log.shop().goodsBehind(revision, protocol::goodsPerMessage + 1);
    if (!goods)
        return goods.error();
    protocol::Goods message;
    message.point = point;
    message.asOf = m_context.clock.wallMilliseconds();
    std::size_t bytes = 0;
    for (protocol::Good &good : *goods) {
        bytes += sizeOf(good);
        message.hasMore = message.goods.size() == protocol::goodsPerMessage ||
                          (!message.goods.empty() && bytes > protocol::recordsBytes);
        if (message.hasMore)
            break;
        message.goods.push_back(std::move(good));
    }
    if (message.hasMore)
        message.point.revision = message.goods.back().revision;
    return message;
}

Result<void> ShopService::handle(const Peer &peer, const protocol::ReadGoods &read)
{
    if (!mayAsk(peer, read.request))
        return {};
    const auto point = here();
    if (!point) {
        internal(peer.id, read.request, point.error());
        return {};
    }
    if (!hasReached(peer.id, read.request, read.life, read.least, *point))
        return {};
    const bool isWhole = read.life != point->life || read.have > point->revision || read.have == 0;
    auto goods = goodsBehind(isWhole ? 0 : read.have, *point);
    if (!goods) {
        internal(peer.id, read.request, goods.error());
        return {};
    }
    peer.session.shopPacer.took(goods->goods.size());
    goods->request = read.request;
    goods->isWhole = isWhole;
    if (read.watch && !goods->hasMore)
        m_watchers[peer.id] = goods->point.revision;
    else
        m_watchers.erase(peer.id); // until it has asked for the rest
    reply(peer.id, *goods);
    return {};
}

Result<void> ShopService::handle(const Peer &peer, const protocol::ReadOrders &read)
{
    if (!mayAsk(peer, read.request))
        return {};
    const auto point = here();
    const auto rows =
        m_context.log.shop().orders({peer.session.member(), {}, read.before}, protocol::ordersPerMessage + 1);
    if (!point || !rows) {
        internal(peer.id, read.request, point ? rows.error() : point.error());
        return {};
    }
    if (!hasReached(peer.id, read.request, read.life, read.least, *point))
        return {};
    protocol::Orders message{read.request, *point, false, {}};
    std::size_t bytes = 0;
    for (const store::LedgerRow &row : *rows) {
        peer.session.shopPacer.took(row.order.lines.size());
        bytes += sizeOf(row.order);
        message.hasMore = message.orders.size() == protocol::ordersPerMessage ||
                          (!message.orders.empty() && bytes > protocol::recordsBytes);
        if (message.hasMore)
            break;
        message.orders.push_back(row.order);
    }
    reply(peer.id, message);
    return {};
}

void ShopService::operate(const shop::OperatorCommand &command, OperatorAnswer answer)
{
    if (command.isImport())
        return beginImport(command, std::move(answer));
    runForOperator(
        m_context.turn, command.writes(),
        [&] { return shop::runOperatorCommand(m_context.log.shop(), command, now()); }, std::move(answer));
}

Result<void> ShopService::tellWatchers(net::PeerGateway &gateway)
{
    if (m_watchers.empty())
        return {};
    const auto point = here();
    if (!point)
        return point.error();
    std::map<std::uint64_t, std::vector<PeerId>> waiting;
    for (const auto &[peer, told] : m_watchers) {
        if (told < point->revision)
            waiting[told].push_back(peer);
    }
    for (const auto &[told, peers] : waiting) {
        const auto goods = goodsBehind(told, *point);
        if (!goods)
            return goods.error();
        gateway.sendToMany(peers, packed(*goods));
        for (const PeerId peer : peers) {
            if (goods->hasMore)
                m_watchers.erase(peer); // it asks for the rest, and watches again
            else
                m_watchers[peer] = goods->point.revision;
        }
    }
    return {};
}

} // namespace evencart::relay
