#include "shop/cartstock.h"

#include "model/wording.h"
#include "shop/shopwords.h"

#include <utility>

namespace evencart {

CartStock::CartStock(const GoodsModel &goods, const Reservations &reservations, QObject *parent)
    : QObject(parent), m_goods(goods), m_reservations(reservations)
{
    m_reading.setSingleShot(true);
    m_reading.setInterval(0);
    connect(&m_reading, &QTimer::timeout, this, &CartStock::readAgain);
    connect(&goods, &GoodsModel::goodsChanged, &m_reading, QOverload<>::of(&QTimer::start));
    connect(&reservations, &Reservations::wordsChanged, &m_reading, QOverload<>::of(&QTimer::start));
}

void CartStock::setCart(OpenCart *cart)
{
    m_cart = cart;
    connect(cart->lines(), &LineModel::contentChanged, &m_reading, QOverload<>::of(&QTimer::start));
    m_reading.start();
}

void CartStock::setKnown(bool known)
{
    if (std::exchange(m_known, known) != known)
        m_reading.start();
}

CartStock::Said CartStock::wordsFor(const LineOutlook &outlook)
{
    using Stock = LineOutlook::Stock;
    if (outlook.stock == Stock::Enough && !outlook.priceDiffers)
        return {InStock, shopwords::stock(availableOf(*outlook.good), outlook.good->unit), {}};
    const Mark mark = outlook.stock == Stock::Enough    ? PriceDiffers
                      : outlook.stock == Stock::Fewer   ? Fewer
                      : outlook.stock == Stock::SoldOut ? SoldOut
                                                        : NotSold;
    if (mark == PriceDiffers)
        return {
            mark,
            tr("%1 now").arg(shopwords::unitPrice({outlook.good->currency, outlook.good->price}, outlook.good->unit)),
            {}};
    return {mark, shopwords::problem(outlook), {}};
}

void CartStock::readAgain()
{
    if (!m_cart)
        return;
    std::vector<OrderableLine> lines;
    for (int row = 0; row < m_cart->lines()->count(); ++row) {
        if (auto line = orderableOf(m_cart->lines()->line(row)))
            lines.push_back(*std::move(line));
    }
    const auto outlooks = outlookOf(lines, [this](const std::string &sku) {
        const KnownGood *good = m_goods.good(sku);
        return good ? std::optional(*good) : std::nullopt;
    });
    QHash<QString, Said> said;
    QHash<QString, std::pair<std::int64_t, std::string>> wanted;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (m_known) {
            Said words = wordsFor(outlooks[i]);
            if (outlooks[i].good)
                words.kept = m_reservations.wordsFor(lines[i].sku, outlooks[i].good->unit);
            said.insert(wording::text(lines[i].line.toString()), words);
        }
        if (outlooks[i].wanted > 0) {
            auto &[sum, unit] = wanted[wording::text(lines[i].sku)];
            sum = saturatingAdd(sum, outlooks[i].wanted);
            unit = outlooks[i].good->unit;
        }
    }
    GoodsModel::Amounts amounts;
    for (auto at = wanted.begin(); at != wanted.end(); ++at)
        amounts.insert(at.key(), wording::amount(at.value().first, at.value().second));
    Q_EMIT amountsChanged(amounts);
    const bool isOther = said != m_said || m_orderable != static_cast<int>(lines.size());
    m_said = std::move(said);
    m_orderable = static_cast<int>(lines.size());
    if (!isOther)
        return;
    ++m_revision;
    Q_EMIT changed();
}

QVariantMap CartStock::of(const QString &line) const
{
    const auto said = m_said.constFind(line);
    if (said == m_said.constEnd())
        return {};
    return {{QStringLiteral("mark"), said->mark},
            {QStringLiteral("text"), said->text},
            {QStringLiteral("kept"), said->kept}};
}

} // namespace evencart
