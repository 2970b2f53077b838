// The part of ClientEngine that asks about goods and orders.
#include "protocol/codec.h"
#include "protocol/protocollimits.h"
#include "sync/clientengine.h"

#include <utility>

namespace evencart {

namespace {

constexpr std::uint64_t askAgainMilliseconds = 1000;

Error anotherAnswer()
{
    return {ErrorCode::Corrupt, "The server answered another question."};
}

// Newest first, below the number that was asked for: so that reading on comes to an end.
bool runsDown(const std::vector<protocol::Order> &orders, std::uint64_t before)
{
    for (const protocol::Order &order : orders) {
        if (before != 0 && order.number >= before)
            return false;
        before = order.number;
    }
    return true;
}

Error soldNothing()
{
    return {ErrorCode::Refused,
            "This server is of an earlier version, which has no goods: its operator has to update it."};
}

} // namespace

const Error &ClientEngine::storeFailed(const Error &reason)
{
    m_host.storageFailed(reason);
    return reason;
}

void ClientEngine::failStore(const Error &reason)
{
    if (reason.code != ErrorCode::Io) // fail() tells of those
        m_host.storageFailed(reason);
    fail(reason);
}

bool ClientEngine::mayAskTheShop() const
{
    return m_phase == Phase::Welcome && m_version >= 2 && m_shop;
}

Error ClientEngine::whyNotTheShop() const
{
    return m_phase == Phase::Welcome ? soldNothing()
                                     : Error{ErrorCode::Unreachable, "This needs the server, which is not connected."};
}

// Sends it under a number of its own, and again later where the server is behind what this session has seen.
template <typename Question>
void ClientEngine::askTheShop(Question question, Pending answer)
{
    question.request = m_nextRequest++;
    const Bytes bytes = encode(protocol::ClientMessage(question));
    m_requests[question.request] = std::move(answer);
    m_shopQuestions[question.request] = {bytes, 0};
    m_host.send(bytes);
}

bool ClientEngine::askAgainLater(const protocol::Failure &message)
{
    const auto asked = m_shopQuestions.find(message.request);
    const bool isForLater =
        message.code == protocol::FailureCode::Behind || message.code == protocol::FailureCode::Busy;
    if (!isForLater || asked == m_shopQuestions.end())
        return false;
    asked->second.again = m_now + askAgainMilliseconds;
    return true;
}

void ClientEngine::askAgainWhatIsDue()
{
    for (auto &[request, question] : m_shopQuestions) {
        if (question.again != 0 && question.again <= m_now) {
            question.again = 0;
            m_host.send(question.bytes);
        }
    }
}

void ClientEngine::refreshGoods(Answer<ShopRecord> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    m_waitForGoods.push_back(std::move(answer));
    if (m_waitForGoods.size() == 1)
        askForGoods();
}

void ClientEngine::askForGoods()
{
    const auto question = m_shop->question();
    if (!question)
        return failStore(question.error());
    askTheShop(*question, [this](const Result<protocol::ServerMessage> &answered) {
        if (answered)
            return;
        goodsEnded(answered.error());
        m_host.goodsChanged();
    });
}

void ClientEngine::handle(const protocol::Goods &message)
{
    answerRequest(message.request, protocol::ServerMessage(message));
    if (!m_shop)
        return;
    const auto taken = m_shop->take(message, m_host.wallMilliseconds());
    if (!taken)
        return failStore(taken.error());
    if (*taken == ShopFollower::Taken::Unfounded)
        return fail({ErrorCode::Corrupt, "What the server says of its goods does not fit together."});
    if (*taken == ShopFollower::Taken::AskForRest)
        return askForGoods();
    const auto record = m_host.shop()->record();
    if (!record)
        return failStore(record.error());
    goodsEnded(*record);
    m_host.goodsChanged();
}

void ClientEngine::goodsEnded(const Result<ShopRecord> &how)
{
    m_hasGoods = true;
    for (const auto &answer : std::exchange(m_waitForGoods, {}))
        answer(how);
}

void ClientEngine::readOrders(std::uint64_t before, Answer<protocol::Orders> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    const auto question = m_shop->questionAboutOrders(before);
    if (!question)
        return answer(storeFailed(question.error()));
    askTheShop(*question, [this, before, answer = std::move(answer)](const Result<protocol::ServerMessage> &answered) {
        const auto *orders = answered ? std::get_if<protocol::Orders>(&*answered) : nullptr;
        if (!orders || !runsDown(orders->orders, before))
            return answer(answered ? anotherAnswer() : answered.error());
        const auto saw = m_shop->saw(orders->point);
        answer(saw ? Result<protocol::Orders>(*orders) : storeFailed(saw.error()));
    });
}

void ClientEngine::checkout(const protocol::Checkout &checkout, Answer<OrderOutcome> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    askTheShop(checkout, outcomeFor(checkout.key, std::move(answer)));
}

void ClientEngine::askOrder(const std::string &key, std::uint64_t attempt, Answer<OrderOutcome> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    askTheShop(protocol::AskOrder{0, key, attempt}, outcomeFor(key, std::move(answer)));
}

ClientEngine::Pending ClientEngine::outcomeFor(const std::string &key, Answer<OrderOutcome> answer)
{
    return [this, key, answer = std::move(answer)](const Result<protocol::ServerMessage> &answered) {
        if (!answered)
            return answer(answered.error());
        const auto *ordered = std::get_if<protocol::Ordered>(&*answered);
        const auto *refused = std::get_if<protocol::NotOrdered>(&*answered);
        if ((!ordered || ordered->order.key != key) && (!refused || refused->key != key))
            return answer(anotherAnswer());
        if (auto saw = m_shop->saw(ordered ? ordered->point : refused->point); !saw)
            storeFailed(saw.error());
        answer(ordered ? OrderOutcome(*ordered) : OrderOutcome(*refused));
    };
}

void ClientEngine::reserve(const protocol::Reserve &reserve, Answer<ReserveOutcome> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    askTheShop(reserve,
               [this, key = reserve.key, answer = std::move(answer)](const Result<protocol::ServerMessage> &answered) {
                   if (!answered)
                       return answer(answered.error());
                   const auto *reserved = std::get_if<protocol::Reserved>(&*answered);
                   const auto *refused = std::get_if<protocol::NotReserved>(&*answered);
                   if ((!reserved || reserved->key != key) && (!refused || refused->key != key))
                       return answer(anotherAnswer());
                   if (auto saw = m_shop->saw(reserved ? reserved->point : refused->point); !saw)
                       storeFailed(saw.error());
                   answer(reserved ? ReserveOutcome(*reserved) : ReserveOutcome(*refused));
               });
}

void ClientEngine::release(const CartId &cart, const std::string &sku, Answer<protocol::Reservations> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    askTheShop(protocol::Release{0, cart, sku}, reservationsFor(std::move(answer)));
}

void ClientEngine::readReservations(Answer<protocol::Reservations> answer)
{
    if (!mayAskTheShop())
        return answer(whyNotTheShop());
    askTheShop(protocol::ReadReservations{}, reservationsFor(std::move(answer)));
}

ClientEngine::Pending ClientEngine::reservationsFor(Answer<protocol::Reservations> answer)
{
    return [this, answer = std::move(answer)](const Result<protocol::ServerMessage> &answered) {
        const auto *reservations = answered ? std::get_if<protocol::Reservations>(&*answered) : nullptr;
        if (!reservations)
            return answer(answered ? anotherAnswer() : answered.error());
        if (auto saw = m_shop->saw(reservations->point); !saw)
            storeFailed(saw.error());
        answer(*reservations);
    };
}

void ClientEngine::administer(std::vector<std::string> words, Bytes file, Answer<std::string> answer)
{
    if (m_phase != Phase::Welcome || m_version < 2)
        return answer(whyNotTheShop());
    const protocol::Request request = m_nextRequest++;
    m_requests[request] = administeredFor(request, {}, std::move(answer));
    m_host.send(encode(protocol::ClientMessage(protocol::Administer{request, std::move(words), std::move(file)})));
}

ClientEngine::Pending ClientEngine::administeredFor(protocol::Request request, std::string soFar,
                                                    Answer<std::string> answer)
{
    return [=, this](const Result<protocol::ServerMessage> &answered) {
        if (!answered)
            return answer(answered.error());
        const auto *part = std::get_if<protocol::Administered>(&*answered);
        if (!part || soFar.size() + part->text.size() > protocol::administeredTotalBytes)
            return answer(anotherAnswer());
        if (part->outcome == protocol::Administered::Outcome::Refused)
            return answer(Error{ErrorCode::Refused, part->text});
        if (part->outcome == protocol::Administered::Outcome::Done)
            return answer(soFar + part->text);
        m_requests[request] = administeredFor(request, soFar + part->text, answer);
    };
}

void ClientEngine::forgetTheShop()
{
    m_shopQuestions.clear();
    if (m_shop)
        m_shop->forget();
    goodsEnded(Error{ErrorCode::Unreachable, "The connection to the server ended before it answered."});
    m_hasGoods = false;
}

} // namespace evencart
