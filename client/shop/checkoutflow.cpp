#include "shop/checkoutflow.h"

#include "model/wording.h"
#include "shop/shopwords.h"
#include "translations/errorsentences.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace evencart {

namespace {

using protocol::LineProblem;

constexpr int lookSoonMilliseconds = 20;
constexpr int namedOthers = 6;

bool isBlocking(const CheckoutRow &row)
{
    return row.action != CheckoutRow::Action::None &&
           (row.action == CheckoutRow::Action::Accept || row.state == CheckoutRow::State::Refused);
}

} // namespace

CheckoutFlow::CheckoutFlow(QObject *parent) : QObject(parent)
{
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookSoonMilliseconds);
    connect(&m_lookSoon, &QTimer::timeout, this, &CheckoutFlow::look);
}

void CheckoutFlow::setSession(AppSession *session)
{
    m_session = session;
    const auto again = [this] {
        if (m_state != Closed && m_state != Ordered && m_state != Asking)
            m_lookSoon.start();
    };
    connect(session->cart()->lines(), &LineModel::contentChanged, this, again);
    connect(&session->engine(), &Engine::goodsUpdated, this, again);
    connect(&session->engine(), &Engine::openOrdersChanged, this, again);
    connect(&session->engine(), &Engine::orderEnded, this, &CheckoutFlow::hear);
}

void CheckoutFlow::enter(State state, const QString &message)
{
    m_state = state;
    m_message = message;
    build();
    Q_EMIT changed();
}

void CheckoutFlow::start()
{
    if (!m_session || !m_session->cart()->id())
        return;
    m_cart = m_session->cart()->id();
    m_cartName = m_session->cart()->name();
    m_look = {};
    m_firstSeen.clear();
    m_accepted.clear();
    m_refused.clear();
    m_goneRows.clear();
    m_order.reset();
    m_key.clear();
    enter(Looking);
    look();
}

void CheckoutFlow::close()
{
    m_lookSoon.stop();
    ++m_looks;
    m_cart.reset();
    m_key.clear();
    m_state = Closed;
    Q_EMIT changed();
}

// ---- looking

void CheckoutFlow::look()
{
    if (!m_cart)
        return;
    m_session->engine().ask<Result<CartLook>>(
        this, [cart = *m_cart](EngineRoom &room) { return room.shop().look(cart); },
        [this, number = ++m_looks](const Result<CartLook> &look) {
            if (number != m_looks || m_state == Closed || m_state == Ordered || m_state == Asking)
                return;
            if (look)
                take(*look);
            else
                enter(Nothing, errorSentence(look.error()));
        });
}

void CheckoutFlow::take(const CartLook &look)
{
    m_look = look;
    for (std::size_t i = 0; i < m_look.seen.lines.size(); ++i) {
        const protocol::Checkout::Line &line = m_look.seen.lines[i];
        if (!line.currency.empty())
            m_firstSeen.try_emplace(line.line, Money{line.currency, line.price});
    }
    QStringList others;
    for (const CartLook::Other &other : m_look.others)
        others << (other.isBought ? tr("%1 (bought already)").arg(wording::text(other.name))
                                  : wording::text(other.name));
    m_others = others.mid(0, namedOthers).join(QStringLiteral(", "));
    if (others.size() > namedOthers)
        m_others += QStringLiteral(", …");
    forgetOldRefusals();
    if (m_look.open) {
        m_key = m_look.open->key;
        return enter(Unknown, unknownMessage());
    }
    if (m_look.kept) {
        m_key = m_look.kept->key;
        return enter(Kept, keptMessage());
    }
    if (m_session->cart()->isReadOnly())
        return enter(Nothing, tr("You can look at this cart, but not order from it."));
    if (m_look.lines.empty())
        return enter(Nothing,
                     tr("Only items of the shop can be ordered, and none is left to buy in this cart. Add some "
                        "from the shop."));
    if (m_look.problem)
        return enter(Nothing, errorSentence(*m_look.problem));
    if (m_state == Refused && (!m_refused.empty() || !m_goneRows.empty()))
        return enter(Refused, m_message);
    if (m_state == NeedsServer || m_state == Refused)
        return enter(m_state == Refused ? Review : NeedsServer, m_message);
    enter(Review, m_state == Review ? m_message : QString());
}

QString CheckoutFlow::unknownMessage() const
{
    return tr("This cart was asked for, and the answer did not come. The shop knows whether it was ordered; nothing is "
              "ordered twice.");
}

QString CheckoutFlow::keptMessage() const
{
    const SeenCart kept = OrderBook::seenIn(*m_look.kept).value_or(SeenCart());
    if (!asksFor(kept, m_look.seen) || !asksFor(m_look.seen, kept))
        return tr("The cart has changed since this was kept, so the shop will refuse it. Take it back, look, and order "
                  "anew.");
    return tr(
        "The shop is asked as soon as the server can be reached: for exactly this, at the prices that you saw. If "
        "anything has changed by then, nothing is ordered, and you are told.");
}

// A refused line that was changed since is another question.
void CheckoutFlow::forgetOldRefusals()
{
    std::erase_if(m_refused, [this](const auto &entry) {
        const auto asked = std::find_if(m_look.seen.lines.begin(), m_look.seen.lines.end(),
                                        [&](const auto &line) { return line.line == entry.first; });
        return asked == m_look.seen.lines.end() || asked->quantity != entry.second.asked.quantity ||
               asked->sku != entry.second.asked.sku;
    });
}

// ---- rows

Money CheckoutFlow::seenPrice(std::size_t line) const
{
    const LineId &id = m_look.lines[line].line;
    if (const auto accepted = m_accepted.find(id); accepted != m_accepted.end())
        return accepted->second;
    if (m_look.lines[line].price && m_look.lines[line].price->minor >= 0)
        return *m_look.lines[line].price;
    const auto first = m_firstSeen.find(id);
    return first == m_firstSeen.end() ? Money{} : first->second;
}

// As the shop has said it last.
std::optional<Money> CheckoutFlow::actualPrice(std::size_t line) const
{
    const auto refused = m_refused.find(m_look.lines[line].line);
    if (refused != m_refused.end() && !refused->second.line.currency.empty())
        return Money{refused->second.line.currency, refused->second.line.price};
    const auto &good = m_look.outlooks[line].good;
    return good ? std::optional(Money{good->currency, good->price}) : std::nullopt;
}

SeenCart CheckoutFlow::seen() const
{
    SeenCart seen = m_look.seen;
    for (std::size_t i = 0; i < seen.lines.size() && i < m_look.lines.size(); ++i) {
        const Money price = seenPrice(i);
        seen.lines[i].currency = price.currency;
        seen.lines[i].price = price.minor;
    }
    return seen;
}

CheckoutRow CheckoutFlow::rowFor(std::size_t at) const
{
    const OrderableLine &line = m_look.lines[at];
    const LineOutlook &outlook = m_look.outlooks[at];
    CheckoutRow row;
    row.line = line.line;
    row.name = wording::text(line.name);
    row.amount = wording::amount(line.quantity, line.unit);
    const auto actual = actualPrice(at);
    if (actual && outlook.good) {
        KnownGood priced = *outlook.good;
        priced.currency = actual->currency;
        priced.price = actual->minor;
        row.price = shopwords::unitPrice(*actual, priced.unit);
        row.total = outlook.wanted > 0 ? wording::money({priced.currency, costOf(priced, outlook.wanted)}) : QString();
    }
    if (m_state == Asking || m_state == Unknown)
        row.state = CheckoutRow::State::Asked;
    else if (m_state != Kept)
        judge(row, at);
    return row;
}

// What stands against a row, by the shop's word or as far as is known here, and what can be done about it.
void CheckoutFlow::judge(CheckoutRow &row, std::size_t at) const
{
    const OrderableLine &line = m_look.lines[at];
    const LineOutlook &outlook = m_look.outlooks[at];
    const auto refused = m_refused.find(line.line);
    const bool isRefused = refused != m_refused.end();
    const std::string unit = outlook.good ? outlook.good->unit : std::string();
    using Stock = LineOutlook::Stock;
    const bool isAccepted = m_accepted.contains(line.line) && actualPrice(at) == m_accepted.at(line.line);
    if (isRefused && refused->second.line.problem == LineProblem::PriceChanged && isAccepted) {
        row.reason = tr("%1 accepted").arg(row.price);
        return;
    }
    const bool isShort = isRefused ? refused->second.line.problem == LineProblem::SoldOut
                                   : outlook.stock == Stock::Fewer || outlook.stock == Stock::SoldOut;
    const bool isUnsold =
        isRefused ? refused->second.line.problem == LineProblem::NotSold : outlook.stock == Stock::NotSold;
    const std::int64_t left = isRefused ? refused->second.line.left : outlook.left;
    row.state = isRefused ? CheckoutRow::State::Refused : CheckoutRow::State::Foreseen;
    if (isShort && left > 0 && outlook.wanted > left) {
        row.reason = shopwords::left(left, unit);
        row.action = CheckoutRow::Action::Take;
        row.left = inUnitOf(line, unit, left);
    } else if (isShort || isUnsold) {
        row.reason = isShort ? shopwords::left(isRefused ? left : 0, unit) : shopwords::problem(LineOutlook{});
        row.action = CheckoutRow::Action::Remove;
    } else if (const auto actual = actualPrice(at); actual && seenPrice(at) != *actual) {
        row.reason = seenPrice(at).currency.empty()
                         ? tr("the price is %1").arg(row.price)
                         : tr("the price is %1 now, not %2").arg(row.price, wording::money(seenPrice(at)));
        row.action = CheckoutRow::Action::Accept;
        row.actualPrice = actual;
    } else if (isRefused) {
        row.reason = shopwords::problem(refused->second.line, unit);
    } else {
        row.state = CheckoutRow::State::Saved;
        row.reason = isAccepted ? tr("%1 accepted").arg(row.price) : QString();
    }
}

void CheckoutFlow::build()
{
    std::vector<CheckoutRow> rows;
    std::int64_t total = 0;
    std::string currency;
    if (m_order) {
        for (const protocol::OrderLine &line : m_order->lines) {
            CheckoutRow row;
            row.line = line.line;
            row.name = wording::text(line.name);
            row.amount = wording::amount(line.quantity, line.unit);
            row.price = shopwords::unitPrice({m_order->currency, line.price}, line.unit);
            row.total = wording::money({m_order->currency, line.total});
            row.state = CheckoutRow::State::Confirmed;
            rows.push_back(std::move(row));
        }
        total = m_order->total;
        currency = m_order->currency;
    } else {
        for (std::size_t at = 0; at < m_look.lines.size(); ++at) {
            rows.push_back(rowFor(at));
            const auto actual = actualPrice(at);
            if (!actual || !m_look.outlooks[at].good)
                continue;
            KnownGood priced = *m_look.outlooks[at].good;
            priced.price = actual->minor;
            currency = actual->currency;
            total = saturatingAdd(total, costOf(priced, m_look.outlooks[at].wanted));
        }
        std::copy_if(m_goneRows.begin(), m_goneRows.end(), std::back_inserter(rows), [this](const CheckoutRow &gone) {
            return std::none_of(m_look.lines.begin(), m_look.lines.end(),
                                [&](const OrderableLine &line) { return line.line == gone.line; });
        });
    }
    m_total = currency.empty() ? QString() : wording::money({currency, total});
    m_rows.apply(std::move(rows));
}

int CheckoutFlow::foreseen() const
{
    return static_cast<int>(std::count_if(m_rows.rows().begin(), m_rows.rows().end(), [](const CheckoutRow &row) {
        return row.state == CheckoutRow::State::Foreseen;
    }));
}

int CheckoutFlow::undecided() const
{
    return static_cast<int>(std::count_if(m_rows.rows().begin(), m_rows.rows().end(), isBlocking));
}

bool CheckoutFlow::mayAsk() const
{
    return (m_state == Review || m_state == Refused || m_state == NeedsServer) && !m_look.lines.empty() &&
           undecided() == 0;
}

// ---- asking

void CheckoutFlow::ask()
{
    if (!mayAsk())
        return;
    const SeenCart asked = seen();
    m_asked = asked.lines;
    m_refused.clear();
    m_goneRows.clear();
    m_key.clear();
    enter(Asking);
    m_session->engine().askLater<Result<OrderNews>>(
        this,
        [asked](EngineRoom &room, const Engine::Reply<Result<OrderNews>> &reply) { room.shop().order(asked, reply); },
        [this](const Result<OrderNews> &answer) {
            if (m_state != Asking)
                return;
            if (answer) { // what became of it comes behind this, as orderEnded()
                m_key = answer->key;
                return;
            }
            if (answer.error().code == ErrorCode::Unreachable)
                enter(NeedsServer, tr("Ordering needs the server: the shop decides who gets the last one. Nothing was "
                                      "asked for and nothing is lost. (%1)")
                                       .arg(errorSentence(answer.error())));
            else
                enter(Refused, errorSentence(answer.error()));
            look();
        });
}

void CheckoutFlow::hear(const OrderNews &news)
{
    if (!isShowing(news.key) || m_order)
        return; // of another order, or told already
    if (news.order) {
        m_order = news.order;
        return enter(Ordered);
    }
    if (!news.refusal) {
        enter(Unknown, unknownMessage());
        return look();
    }
    const std::vector<protocol::Checkout::Line> &asked = m_asked.empty() ? m_look.seen.lines : m_asked;
    for (std::size_t i = 0; i < news.refusal->lines.size(); ++i) {
        const protocol::NotOrdered::Line &line = news.refusal->lines[i];
        const auto was =
            std::find_if(asked.begin(), asked.end(), [&](const auto &each) { return each.line == line.line; });
        const bool isHere = std::any_of(m_look.lines.begin(), m_look.lines.end(),
                                        [&](const OrderableLine &each) { return each.line == line.line; });
        if (was != asked.end() && isHere) {
            m_refused.insert_or_assign(line.line, Refusal{line, *was});
            continue;
        }
        CheckoutRow row;
        row.line = line.line;
        row.name =
            i < news.names.size() && !news.names[i].empty() ? wording::text(news.names[i]) : tr("A line that is gone");
        row.state = CheckoutRow::State::Refused;
        row.reason = shopwords::problem(line, {});
        m_goneRows.push_back(std::move(row));
    }
    m_asked.clear();
    if (news.refusal->problem != protocol::OrderProblem::Lines)
        enter(Refused, shopwords::refusal(news));
    else if (std::any_of(news.refusal->lines.begin(), news.refusal->lines.end(),
                         [](const auto &line) { return line.problem == LineProblem::CartChanged; }))
        enter(Refused, tr("Nothing was ordered: the cart has changed since you looked. Look again, then order."));
    else
        enter(Refused, tr("Nothing was ordered: the shop takes all of it or nothing."));
    look();
}

void CheckoutFlow::act(const QString &line)
{
    const CheckoutRow *row = m_rows.find(line);
    if (!row)
        return;
    switch (row->action) {
    case CheckoutRow::Action::Accept:
        m_accepted.insert_or_assign(row->line, *row->actualPrice);
        build();
        Q_EMIT changed();
        return;
    case CheckoutRow::Action::Take: {
        const LineView *shown = m_session->cart()->lines()->find(row->line);
        const std::int64_t bought = shown ? shown->bought() : 0;
        const QString problem =
            m_session->cart()->setQuantity(line, wording::quantity(saturatingAdd(row->left, bought)));
        if (!problem.isEmpty())
            Q_EMIT m_session->failure(problem);
        return;
    }
    case CheckoutRow::Action::Remove:
        return m_session->cart()->remove({line});
    case CheckoutRow::Action::None:
        return;
    }
}

void CheckoutFlow::change(std::function<Result<void>(ShopDesk &)> work)
{
    m_session->engine().ask<Result<void>>(
        this, [work = std::move(work)](EngineRoom &room) { return work(room.shop()); },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT m_session->failure(errorSentence(done.error()));
            m_lookSoon.start();
        });
}

void CheckoutFlow::keep()
{
    if (!mayAsk())
        return;
    m_session->engine().ask<Result<OwnOrder>>(
        this, [wanted = seen()](EngineRoom &room) { return room.shop().keep(wanted); },
        [this, cart = m_cart](const Result<OwnOrder> &kept) {
            if (!kept)
                Q_EMIT m_session->failure(errorSentence(kept.error()));
            else if (m_cart == cart)
                m_key = kept->key;
            m_lookSoon.start();
        });
}

void CheckoutFlow::forget()
{
    if (!m_look.kept)
        return;
    enter(Looking);
    change([key = m_look.kept->key](ShopDesk &shop) { return shop.forgetKept(key); });
}

void CheckoutFlow::askAgain()
{
    change([](ShopDesk &shop) { return shop.askAgain(); });
}

} // namespace evencart
