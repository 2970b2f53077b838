#include "shop/ordersmodel.h"

#include "model/wording.h"
#include "translations/errorsentences.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace evencart {

namespace {

constexpr std::size_t namedItems = 3;

QString when(std::uint64_t milliseconds)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds)), QLocale::ShortFormat);
}

} // namespace

OrdersModel::OrdersModel(QObject *parent) : QAbstractListModel(parent) {}

void OrdersModel::setSession(AppSession *session)
{
    m_session = session;
    Engine &engine = session->engine();
    connect(&engine, &Engine::openOrdersChanged, this, &OrdersModel::setOpen);
    connect(&engine, &Engine::orderEnded, this, [this](const OrderNews &news) {
        if (news.order)
            add(*news.order);
    });
    connect(&engine, &Engine::cartsChanged, this, &OrdersModel::nameCarts);
    connect(session, &AppSession::phaseChanged, this, &OrdersModel::readKnown);
    connect(session, &AppSession::profileChanged, this, [this] {
        if (std::exchange(m_server, m_session->serverUrl()) == m_session->serverUrl())
            return;
        beginResetModel();
        m_rows.clear();
        endResetModel();
        m_hasMore = false;
        m_readDownTo = 0;
        m_problem.clear();
        Q_EMIT countChanged();
        Q_EMIT readingChanged();
        readKnown();
    });
    readKnown();
}

void OrdersModel::readKnown()
{
    if (m_session->phase() != AppSession::Ready)
        return;
    m_session->engine().ask<Result<std::vector<protocol::Order>>>(
        this, [](EngineRoom &room) { return room.shop().knownOrders(); },
        [this](const Result<std::vector<protocol::Order>> &orders) {
            if (!orders)
                return; // told by the engine: the database is damaged
            for (const protocol::Order &order : *orders)
                add(order);
        });
}

void OrdersModel::nameCarts()
{
    std::map<CartId, QString> names;
    for (const CartSummary &summary : m_session->carts()->carts())
        names[summary.id] = wording::text(summary.name);
    if (std::exchange(m_names, names) != names && count() > 0)
        Q_EMIT dataChanged(index(0), index(count() - 1), {CartRole, AccessibleTextRole});
}

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> OrdersModel::roleNames() const
{
    return {
        {KeyRole, "key"},       {KindRole, "kind"},   {TitleRole, "title"},     {WhenRole, "when"},
        {CartRole, "cartName"}, {TotalRole, "total"}, {SummaryRole, "summary"}, {AccessibleTextRole, "accessibleText"}};
}

QString OrdersModel::cartName(const CartId &cart) const
{
    const CartSummary *summary = m_session ? m_session->carts()->find(cart) : nullptr;
    return summary ? wording::text(summary->name) : tr("a cart that is not here");
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    if (const auto *pending = std::get_if<Pending>(&row))
        return pendingData(*pending, role);
    return placedData(std::get<protocol::Order>(row), role);
}

QVariant OrdersModel::pendingData(const Pending &pending, int role) const
{
    const QString title = pending.kind == Kept ? tr("Waits for the server") : tr("Not known whether it was ordered");
    switch (role) {
    case KeyRole:
        return wording::text(pending.order.key);
    case KindRole:
        return pending.kind;
    case Qt::DisplayRole:
    case TitleRole:
        return title;
    case WhenRole:
        return when(pending.order.made);
    case CartRole:
        return cartName(pending.order.cart);
    case TotalRole:
        return QString();
    case SummaryRole:
        return tr("%n line(s)", nullptr,
                  static_cast<int>(OrderBook::seenIn(pending.order).value_or(SeenCart()).lines.size()));
    case AccessibleTextRole:
        return tr("%1, %2, from %3", "an order: what it is, when, which cart")
            .arg(title, when(pending.order.made), cartName(pending.order.cart));
    default:
        return {};
    }
}

QVariant OrdersModel::placedData(const protocol::Order &order, int role) const
{
    const QString title = tr("Order %1").arg(order.number);
    const QString total = wording::money({order.currency, order.total});
    switch (role) {
    case KeyRole:
        return wording::text(order.key);
    case KindRole:
        return Placed;
    case Qt::DisplayRole:
    case TitleRole:
        return title;
    case WhenRole:
        return when(order.placed);
    case CartRole:
        return cartName(order.cart);
    case TotalRole:
        return total;
    case SummaryRole: {
        QStringList names;
        for (std::size_t i = 0; i < order.lines.size() && i < namedItems; ++i)
            names << wording::text(order.lines[i].name);
        const int more = static_cast<int>(order.lines.size()) - static_cast<int>(names.size());
        const QString listed = names.join(QStringLiteral(", "));
        return more > 0 ? tr("%1 and %n more", nullptr, more).arg(listed) : listed;
    }
    case AccessibleTextRole:
        return tr("%1, %2, from %3", "an order: what it is, when, which cart")
                   .arg(title, when(order.placed), cartName(order.cart)) +
               QStringLiteral(", ") + total;
    default:
        return {};
    }
}

int OrdersModel::unsettled() const
{
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(),
                                          [](const Row &row) { return std::holds_alternative<Pending>(row); }));
}

const protocol::Order *OrdersModel::order(const std::string &key) const
{
    for (const Row &row : m_rows) {
        const auto *order = std::get_if<protocol::Order>(&row);
        if (order && order->key == key)
            return order;
    }
    return nullptr;
}

// ---- changes

void OrdersModel::removeRow(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
}

void OrdersModel::insertRow(int at, Row row)
{
    beginInsertRows({}, at, at);
    m_rows.insert(m_rows.begin() + at, std::move(row));
    endInsertRows();
}

void OrdersModel::setOpen(const OpenOrders &open)
{
    std::vector<Pending> wanted;
    for (const OwnOrder &order : open.kept)
        wanted.push_back({order, Kept});
    for (const OwnOrder &order : open.unknown)
        wanted.push_back({order, Unknown});
    const auto isSame = [](const Pending &a, const Pending &b) {
        return a.kind == b.kind && a.order.key == b.order.key;
    };
    bool isOther = false;
    for (int row = unsettled() - 1; row >= 0; --row) {
        const auto &pending = std::get<Pending>(m_rows[static_cast<std::size_t>(row)]);
        if (std::none_of(wanted.begin(), wanted.end(), [&](const Pending &each) { return isSame(each, pending); })) {
            removeRow(row);
            isOther = true;
        }
    }
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        const auto *there = at < m_rows.size() ? std::get_if<Pending>(&m_rows[at]) : nullptr;
        if (there && isSame(*there, wanted[at]))
            continue;
        insertRow(static_cast<int>(at), wanted[at]);
        isOther = true;
    }
    if (isOther)
        Q_EMIT countChanged();
}

bool OrdersModel::add(const protocol::Order &order)
{
    if (const protocol::Order *there = this->order(order.key)) {
        if (*there == order)
            return false;
        removeRow(
            static_cast<int>(std::find_if(m_rows.begin(), m_rows.end(),
                                          [&](const Row &row) { return std::get_if<protocol::Order>(&row) == there; }) -
                             m_rows.begin()));
    }
    int at = unsettled();
    for (; at < count(); ++at) {
        const auto &there = std::get<protocol::Order>(m_rows[static_cast<std::size_t>(at)]);
        if (std::pair(there.placed, there.number) < std::pair(order.placed, order.number))
            break;
    }
    insertRow(at, order);
    Q_EMIT countChanged();
    return true;
}

// ---- reading

void OrdersModel::read()
{
    ask(0);
}

void OrdersModel::readMore()
{
    if (m_hasMore)
        ask(m_readDownTo);
}

void OrdersModel::ask(std::uint64_t before)
{
    if (!m_session || m_reading || m_session->phase() != AppSession::Ready)
        return;
    m_reading = true;
    Q_EMIT readingChanged();
    m_session->engine().askLater<Result<protocol::Orders>>(
        this,
        [before](EngineRoom &room, const Engine::Reply<Result<protocol::Orders>> &reply) {
            room.shop().readOrders(before, reply);
        },
        [this, before](const Result<protocol::Orders> &orders) { took(before, orders); });
}

void OrdersModel::took(std::uint64_t before, const Result<protocol::Orders> &orders)
{
    m_reading = false;
    m_problem = orders ? QString() : errorSentence(orders.error());
    bool isNews = false;
    if (orders) {
        m_hasMore = orders->hasMore && !orders->orders.empty();
        for (const protocol::Order &order : orders->orders)
            isNews = add(order) || isNews;
        m_readDownTo = orders->orders.empty() ? 0 : orders->orders.back().number;
    }
    Q_EMIT readingChanged();
    // Older ones were asked for, and all of these were known here.
    if (before != 0 && m_hasMore && !isNews && orders)
        readMore();
}

} // namespace evencart
