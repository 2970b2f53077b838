#include "shop/shop.h"

#include "model/wording.h"
#include "shop/shopwords.h"
#include "text/quantity.h"
#include "translations/errorsentences.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <set>
#include <utility>

namespace evencart {

namespace {

constexpr std::size_t builtAtOnce = 2000; // goods; more are sorted beside the interface
constexpr std::size_t changedOneByOne = 500;
constexpr std::uint64_t secondsMatter = 120'000; // milliseconds
constexpr int shortTick = 1000;
constexpr int longTick = 30'000;

} // namespace

Shop::Shop(QObject *parent) : QObject(parent)
{
    connect(&m_stock, &CartStock::amountsChanged, &m_goods, &GoodsModel::setInCart);
    connect(&m_receipt, &OrderReceipt::failed, this, &Shop::failed);
    connect(&m_reservations, &Reservations::told, this, &Shop::told);
    connect(&m_reservations, &Reservations::failed, this, &Shop::failed);
    connect(&m_reservations, &Reservations::changed, this, &Shop::takeMine);
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, &Shop::tick);
}

void Shop::setSession(AppSession *session)
{
    if (m_session == session)
        return;
    m_session = session;
    m_reservations.setSession(session);
    m_stock.setCart(session->cart());
    m_checkout.setSession(session);
    m_orders.setSession(session);
    m_receipt.setSession(session);
    connect(&session->engine(), &Engine::goodsUpdated, this, &Shop::take);
    connect(&session->engine(), &Engine::orderEnded, this, [this](const OrderNews &news) {
        if (!m_checkout.isShowing(news.key))
            Q_EMIT orderTold(shopwords::news(news, m_orders.cartName(news.cart)),
                             news.order ? wording::text(news.key) : QString());
    });
    connect(&session->engine(), &Engine::connectionChanged, this, [this](const ConnectionState &connection) {
        m_connection = connection;
        decide();
    });
    connect(&session->engine(), &Engine::openOrdersChanged, this, [this](const OpenOrders &open) {
        m_open = open;
        findWaiting();
    });
    connect(session->cart(), &OpenCart::cartChanged, this, &Shop::findWaiting);
    connect(session, &AppSession::phaseChanged, this, &Shop::follow);
    connect(session, &AppSession::profileChanged, this, [this] {
        if (std::exchange(m_server, m_session->serverUrl()) != m_session->serverUrl())
            follow();
    });
    follow();
    Q_EMIT sessionChanged();
}

void Shop::follow()
{
    if (m_session->phase() != AppSession::Ready)
        return;
    m_session->engine().ask<bool>(
        this,
        [](EngineRoom &room) {
            room.shop().followGoods();
            room.reservations().tell();
            return true;
        },
        [](bool) {});
}

// ---- the copy

void Shop::take(const GoodsUpdate &update)
{
    m_record = update.record;
    m_age = update.age;
    m_told.start();
    m_hasNoShop = false;
    if (update.isWhole)
        build(update.goods);
    else if (m_building != 0)
        m_behind.push_back(update);
    else if (update.goods->size() > changedOneByOne)
        follow(); // all of them, sorted anew
    else
        for (const KnownGood &good : *update.goods)
            m_goods.put(seenWith(good, m_mine));
    tick();
    decide();
}

// The same goods, with more or less of them kept for me.
void Shop::takeMine()
{
    const auto before = std::exchange(m_mine, m_reservations.forOpenCart());
    if (m_building != 0)
        return follow(); // what is being made reckoned with others
    std::set<std::string> touched;
    for (const protocol::Reservation &reservation : before)
        touched.insert(reservation.sku);
    for (const protocol::Reservation &reservation : m_mine)
        touched.insert(reservation.sku);
    for (const std::string &sku : touched) {
        const KnownGood *shown = m_goods.good(sku);
        if (!shown)
            continue;
        KnownGood good = *shown;
        for (const protocol::Reservation &reservation : before)
            good.reserved += reservation.sku == sku ? reservation.quantity : 0;
        m_goods.put(seenWith(good, m_mine));
    }
}

void Shop::build(std::shared_ptr<const std::vector<KnownGood>> goods)
{
    m_behind.clear();
    if (!m_mine.empty()) {
        auto seen = std::make_shared<std::vector<KnownGood>>(*goods);
        for (KnownGood &good : *seen)
            good = seenWith(std::move(good), m_mine);
        goods = std::move(seen);
    }
    if (goods->size() <= builtAtOnce) {
        m_building = 0;
        return m_goods.setTable(std::make_shared<GoodsTable>(QLocale(), *goods));
    }
    m_building = ++m_lastBuilding;
    QThreadPool::globalInstance()->start(
        [shop = QPointer<Shop>(this), number = m_building, locale = QLocale(), goods = std::move(goods)] {
            auto table = std::make_shared<GoodsTable>(locale, *goods);
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [shop, number, table] {
                    if (shop && shop->m_building == number)
                        shop->built(table);
                },
                Qt::QueuedConnection);
        });
}

void Shop::built(std::shared_ptr<GoodsTable> table)
{
    m_building = 0;
    m_goods.setTable(std::move(table));
    for (const GoodsUpdate &update : std::exchange(m_behind, {})) {
        for (const KnownGood &good : *update.goods)
            m_goods.put(seenWith(good, m_mine));
    }
    decide();
}

void Shop::decide()
{
    const bool hasCopy = m_record.heard != 0;
    const bool isEmpty = m_building == 0 && m_goods.total() == 0;
    m_stock.setKnown(hasCopy && m_connection.hasServer);
    const State state = !m_connection.hasServer                             ? NoServer
                        : m_hasNoShop || (hasCopy && isEmpty)               ? SellsNothing
                        : !hasCopy                                          ? NothingKnown
                        : m_connection.status == SyncClient::Status::Online ? Open
                                                                            : OldCopy;
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged();
}

void Shop::findWaiting()
{
    const auto has = [this](const std::vector<OwnOrder> &orders) {
        return std::any_of(orders.begin(), orders.end(),
                           [this](const OwnOrder &order) { return order.cart == m_session->cart()->id(); });
    };
    const Waiting waiting = has(m_open.unknown) ? ForAnswer : has(m_open.kept) ? ForServer : Settled;
    if (std::exchange(m_waiting, waiting) != waiting)
        Q_EMIT waitingChanged();
}

std::uint64_t Shop::ageNow() const
{
    return m_age + static_cast<std::uint64_t>(m_told.isValid() ? m_told.elapsed() : 0);
}

void Shop::tick()
{
    Q_EMIT ageChanged();
    if (m_record.heard != 0)
        m_tick.start(ageNow() < secondsMatter ? shortTick : longTick);
}

QString Shop::age() const
{
    return m_record.heard == 0 ? QString() : shopwords::age(ageNow());
}

QString Shop::asOf() const
{
    return m_record.heard == 0 ? QString() : shopwords::asOf(ageNow());
}

void Shop::refresh()
{
    if (m_refreshing || m_session->phase() != AppSession::Ready)
        return;
    askForCopy([](const Result<ShopRecord> &) {});
}

void Shop::askForCopy(std::function<void(const Result<ShopRecord> &)> then)
{
    m_refreshing = true;
    m_problem.clear();
    Q_EMIT refreshingChanged();
    m_session->engine().askLater<Result<ShopRecord>>(
        this, [](EngineRoom &room, const Engine::Reply<Result<ShopRecord>> &reply) { room.shop().refreshGoods(reply); },
        [this, then = std::move(then)](const Result<ShopRecord> &refreshed) {
            m_refreshing = false;
            if (!refreshed) {
                m_problem = errorSentence(refreshed.error());
                m_hasNoShop = refreshed.error().code == ErrorCode::Refused;
            }
            Q_EMIT refreshingChanged();
            decide();
            then(refreshed);
        });
}

void Shop::refreshFor(const QString &line)
{
    const auto id = LineId::fromString(line.toStdString());
    if (m_refreshing || m_session->phase() != AppSession::Ready || !id)
        return;
    askForCopy([this, id = *id](const Result<ShopRecord> &fresh) {
        if (!fresh)
            return Q_EMIT failed(tr("There was no fresh answer: %1").arg(errorSentence(fresh.error())));
        const LineView *shown = m_session->cart()->lines()->find(id);
        if (!shown)
            return;
        // The goods of the answer came before it, so the table has them.
        const KnownGood *good = m_goods.good(shown->sku);
        Q_EMIT told(good ? tr("%1: %2, %3 now.")
                               .arg(wording::text(shown->name),
                                    shopwords::unitPrice({good->currency, good->price}, good->unit),
                                    shopwords::stock(availableOf(*good), good->unit))
                         : tr("%1 is not sold here.").arg(wording::text(shown->name)));
    });
}

// ---- what a person does

QString Shop::add(const QString &sku, const QString &amount)
{
    const KnownGood *good = m_goods.good(sku.toStdString());
    if (!good)
        return tr("This is not sold any more.");
    NewItem item;
    item.name = good->name;
    item.unit = good->unit;
    item.sku = good->sku;
    item.category = good->category;
    item.price = Money{good->currency, good->price};
    if (!amount.trimmed().isEmpty()) {
        const auto quantity = parseQuantity(amount.trimmed().toStdString(), wording::decimalSeparator());
        if (!quantity || *quantity <= 0)
            return tr("Not a number: %1").arg(amount.trimmed());
        item.quantity = *quantity;
    }
    m_session->cart()->addItems({item}, tr("Add %1").arg(wording::text(good->name)));
    return {};
}

void Shop::forgetKept(const QString &key)
{
    m_session->engine().ask<Result<void>>(
        this, [key = key.toStdString()](EngineRoom &room) { return room.shop().forgetKept(key); },
        [this](const Result<void> &done) {
            if (!done)
                Q_EMIT failed(errorSentence(done.error()));
        });
}

void Shop::askAgain()
{
    m_session->engine().ask<Result<void>>(
        this, [](EngineRoom &room) { return room.shop().askAgain(); },
        [this](const Result<void> &asked) {
            if (!asked)
                Q_EMIT failed(tr("The shop cannot be asked now; it is asked as soon as the server can be reached. (%1)")
                                  .arg(errorSentence(asked.error())));
        });
}

} // namespace evencart
