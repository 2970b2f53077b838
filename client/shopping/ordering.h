#pragma once

#include "shopping/orderbook.h"

#include <optional>
#include <string>

namespace evencart {

// One wish to order, from before it is asked for until there is an answer: what to send next, and what an answer means.
// Knows no network: whoever has a connection sends what next() gives and hands over what came.
class Ordering
{
public:
    // `key` as in OrderBook::ask().
    Ordering(OrderBook &book, SeenCart seen, bool acceptPrices, std::string key = {});

    // What to send now. On the disk when it returns; from then on only an answer tells whether it was ordered.
    Result<protocol::Checkout> next();
    // What came of it, written down. Nothing: it has to be sent again (next()), because what was asked before under
    // this key was given up. An error: mayBeOrdered() and said() tell what is known all the same. Refused is a plain no
    // of the server's, which is an answer: nothing came of it.
    Result<std::optional<OrderBook::Outcome>> take(const Result<OrderBook::Outcome> &answer);

    const std::string &key() const { return m_key; } // that given, or that of the first next()
    // It was asked for, and nobody knows what came of it.
    bool mayBeOrdered() const { return m_mayBeOrdered; }
    // The server has answered, so whatever was asked for under the key before is settled, too.
    bool isConcluded() const { return m_isConcluded; }
    // What the server said although take() gave an error: the local disk did not take it. It is true all the same.
    const std::optional<OrderBook::Outcome> &said() const { return m_said; }

private:
    OrderBook &m_book;
    SeenCart m_seen;
    bool m_acceptPrices;
    std::string m_key;
    std::uint64_t m_attempt = 0;
    bool m_wasSuperseded = false;
    bool m_mayBeOrdered = false;
    bool m_isConcluded = false;
    std::optional<OrderBook::Outcome> m_said;
};

} // namespace evencart
