#include "shopping/ordering.h"

#include <utility>

namespace evencart {

Ordering::Ordering(OrderBook &book, SeenCart seen, bool acceptPrices, std::string key)
    : m_book(book), m_seen(std::move(seen)), m_acceptPrices(acceptPrices), m_key(std::move(key))
{
}

Result<protocol::Checkout> Ordering::next()
{
    auto checkout = m_book.ask(m_key, m_seen, m_acceptPrices);
    if (checkout) {
        m_key = checkout->key;
        m_attempt = checkout->attempt;
        m_mayBeOrdered = true;
    }
    return checkout;
}

Result<std::optional<OrderBook::Outcome>> Ordering::take(const Result<OrderBook::Outcome> &answer)
{
    if (!answer && answer.error().code != ErrorCode::Refused)
        return answer.error();
    const OrderBook::Outcome came =
        answer
            ? *answer
            : OrderBook::Outcome(protocol::NotOrdered{1, {}, m_key, protocol::OrderProblem::NotAllowed, m_attempt, {}});
    m_mayBeOrdered = false;
    m_isConcluded = true;
    if (auto concluded = m_book.conclude(came); !concluded) {
        m_said = came;
        return concluded.error();
    }
    if (!answer)
        return answer.error();
    const auto *refusal = std::get_if<protocol::NotOrdered>(&came);
    const bool isSuperseded = refusal && refusal->problem == protocol::OrderProblem::Superseded;
    if (isSuperseded && !std::exchange(m_wasSuperseded, true))
        return std::optional<OrderBook::Outcome>();
    return std::optional(came);
}

} // namespace evencart
