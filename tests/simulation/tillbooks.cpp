// The part of TillWorld that looks at what is left in the end.
#include "simulation/tillworld.h"

#include <stdexcept>

namespace evencart::test {

namespace {

constexpr protocol::Request ofLastCheckout = 11; // nobody else's: late answers lie beside its own

template <typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().message);
    return std::move(*result);
}

} // namespace

Books TillWorld::books()
{
    Books books;
    store::ShopStore::Filter filter;
    while (true) {
        const auto rows = must(m_store->shop().orders(filter, 1000));
        for (const store::LedgerRow &row : rows) {
            Books::Entry entry{row.member.toString() + " " + row.order.key, row.order.number, {}};
            for (const protocol::OrderLine &line : row.order.lines)
                entry.sold[line.sku] += line.quantity;
            books.ledger.push_back(std::move(entry));
        }
        if (rows.size() < 1000)
            break;
        filter.before = rows.back().order.number;
    }
    m_core->tick(); // what has lapsed goes
    m_core->turnEnded();
    books.time = m_time->now();
    for (const protocol::Good &good : must(m_store->shop().goodsBehind(0, 100))) {
        books.stock[good.sku] = good.stock;
        books.reserved[good.sku] = good.reserved;
        for (const store::StockChange &change : must(m_store->shop().stockChanges(good.sku)))
            books.changes[good.sku] += change.n;
    }
    return books;
}

std::string TillWorld::checkCarts()
{
    for (auto &customer : m_customers) {
        if (customer->peer == 0)
            connect(*customer);
        protocol::Checkout all;
        all.request = ofLastCheckout;
        all.key = "last";
        all.cart = customer->cart;
        all.lines = customer->inCart;
        if (all.lines.empty())
            all.lines.push_back({LineId{}, "m-1", 1000, "EUR", 119}); // an empty cart: this line is not in it
        say(*customer, all);
        m_core->turnEnded();
        follow(*customer);
        bool isAnswered = false;
        std::size_t changed = 0;
        for (const protocol::ServerMessage &message : customer->inbox) {
            if (const auto *ordered = std::get_if<protocol::Ordered>(&message))
                isAnswered = isAnswered || ordered->request == ofLastCheckout;
            const auto *refused = std::get_if<protocol::NotOrdered>(&message);
            if (!refused || refused->request != ofLastCheckout)
                continue;
            isAnswered = true;
            for (const protocol::NotOrdered::Line &line : refused->lines)
                changed += line.problem == protocol::LineProblem::CartChanged ? 1 : 0;
        }
        customer->inbox.clear();
        if (!isAnswered)
            return "the last order of " + customer->credentials.memberId().toString() + " was not answered";
        if (changed != (customer->inCart.empty() ? 1U : 0U))
            return "the cart of " + customer->credentials.memberId().toString() + " is not what it should be";
    }
    return {};
}

} // namespace evencart::test
