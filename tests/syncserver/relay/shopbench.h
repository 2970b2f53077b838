#pragma once

#include "cart/edit.h"
#include "cart/orderable.h"
#include "syncserver/relay/serverbench.h"

// A shop on a Bench, and what its customers do.
namespace evencart::test {

// As the operator says it while the server runs. Throws where it is refused.
inline std::string operate(Bench &bench, std::vector<std::string> words, std::string text = {})
{
    std::optional<Result<std::string>> said;
    bench.core->operate({std::move(words), std::move(text)},
                        [&](Result<std::string> answer) { said = std::move(answer); });
    for (int turns = 0; !said && turns < 1000; ++turns) // a large import takes several
        bench.turn();
    if (!said || !said->ok())
        throw std::runtime_error(said ? said->error().message : "no answer");
    return **said;
}

inline void stockUp(Bench &bench)
{
    operate(bench, {"catalog", "import", "goods.csv"},
            "sku,name,unit,price,currency,stock,category\n"
            "m-1,Milk,l,1.19,EUR,3,dairy\n"
            "b-2,Bread,,3.00,EUR,5,\n");
}

// Puts something from the catalogue into the peer's cart; pushed and acked.
inline LineId addGood(TestPeer &peer, const std::string &name, const std::string &sku, std::int64_t quantity,
                      const std::string &unit = {})
{
    peer.bench.clock.pass(1);
    CartView view(peer.cart, peer.state);
    Edit edit(view, peer.credentials.memberId());
    NewItem item;
    item.name = name;
    item.sku = sku;
    item.unit = unit;
    item.quantity = quantity;
    const LineId line = *edit.add(item);
    Draft draft = edit.take();
    Delta delta = peer.makeDelta("");
    delta.adds = std::move(draft.adds);
    delta.removes = std::move(draft.removes);
    std::sort(delta.removes.begin(), delta.removes.end());
    peer.push({encodeDelta(delta)});
    peer.read();
    return line;
}

inline std::int64_t priceOf(const std::string &sku)
{
    return sku == "m-1" ? 119 : 300;
}

// All that can be ordered of the peer's cart as it sees it, at the usual prices.
inline protocol::Checkout checkoutOf(TestPeer &peer, const std::string &key, std::uint64_t attempt = 1)
{
    protocol::Checkout checkout;
    checkout.request = 7;
    checkout.key = key;
    checkout.attempt = attempt;
    checkout.cart = peer.cart;
    const CartView view(peer.cart, peer.state);
    for (const OrderableLine &line : orderableLines(view))
        checkout.lines.push_back({line.line, line.sku, line.quantity, "EUR", priceOf(line.sku)});
    return checkout;
}

inline std::int64_t stockOf(Bench &bench, const std::string &sku)
{
    return (**bench.store.shop().good(sku)).stock;
}

} // namespace evencart::test
