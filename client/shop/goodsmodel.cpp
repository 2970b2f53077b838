#include "shop/goodsmodel.h"

#include "model/wording.h"
#include "shop/shopwords.h"
#include "shopping/outlook.h"
#include "translations/unitwords.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace evencart {

namespace {

constexpr int sliceMilliseconds = 4; // a frame has 16
constexpr int sliceRows = 500;
constexpr std::int64_t few = 3000; // thousandths

GoodsModel::Stock stockOf(const KnownGood &good)
{
    const std::int64_t available = availableOf(good);
    return available <= 0 ? GoodsModel::SoldOut : available <= few ? GoodsModel::Few : GoodsModel::InStock;
}

} // namespace

GoodsModel::GoodsModel(QObject *parent) : QAbstractListModel(parent), m_table(std::make_shared<GoodsTable>(QLocale()))
{
    m_slices.setInterval(0);
    connect(&m_slices, &QTimer::timeout, this, &GoodsModel::lookOn);
}

int GoodsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> GoodsModel::roleNames() const
{
    return {{SkuRole, "sku"},
            {NameRole, "name"},
            {UnitRole, "unit"},
            {CategoryRole, "category"},
            {PriceRole, "price"},
            {StockRole, "stock"},
            {StockTextRole, "stockText"},
            {InCartRole, "inCart"},
            {AccessibleTextRole, "accessibleText"}};
}

QVariant GoodsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const GoodsTable::Row &row = *m_shown[static_cast<std::size_t>(index.row())];
    const KnownGood &good = row.good;
    switch (role) {
    case SkuRole:
        return wording::text(good.sku);
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case UnitRole:
        return good.unit.empty() ? QString() : unitWord(good.unit, 1000);
    case CategoryRole:
        return wording::text(good.category);
    case PriceRole:
        return shopwords::unitPrice({good.currency, good.price}, good.unit);
    case StockRole:
        return stockOf(good);
    case StockTextRole:
        return shopwords::stock(availableOf(good), good.unit);
    case InCartRole:
        return m_inCart.value(wording::text(good.sku));
    case AccessibleTextRole: {
        QStringList parts{row.name, shopwords::unitPrice({good.currency, good.price}, good.unit),
                          shopwords::stock(availableOf(good), good.unit)};
        if (const QString amount = m_inCart.value(wording::text(good.sku)); !amount.isEmpty())
            parts << tr("%1 in the cart").arg(amount);
        return parts.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

const KnownGood *GoodsModel::good(const std::string &sku) const
{
    const GoodsTable::Row *row = m_table->find(sku);
    return row ? &row->good : nullptr;
}

// ---- what is looked for

void GoodsModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    m_wanted.words = GoodsFilter::wordsOf(text.toStdString());
    Q_EMIT filterChanged();
    look();
}

void GoodsModel::setCategory(const QString &category)
{
    if (category == this->category())
        return;
    m_wanted.category = category.toStdString();
    Q_EMIT filterChanged();
    look();
}

void GoodsModel::setOnlyInStock(bool only)
{
    if (only == m_wanted.onlyInStock)
        return;
    m_wanted.onlyInStock = only;
    Q_EMIT filterChanged();
    look();
}

void GoodsModel::look()
{
    if (m_wanted == m_showing)
        m_running.reset();
    else if (m_wanted.isWithin(m_showing)) // one letter more: only what is shown can fit
        m_running.emplace(*m_table, m_wanted, m_shown);
    else
        m_running.emplace(*m_table, m_wanted);
    lookOn();
}

void GoodsModel::lookOn()
{
    QElapsedTimer timer;
    timer.start();
    while (m_running && timer.elapsed() < sliceMilliseconds) {
        if (!m_running->step(sliceRows))
            continue;
        auto found = m_running->found();
        m_showing = m_running->filter();
        m_running.reset();
        show(std::move(found));
    }
    m_running ? m_slices.start() : m_slices.stop();
    if (std::exchange(m_searching, m_running.has_value()) != m_running.has_value())
        Q_EMIT searchingChanged();
}

void GoodsModel::show(std::vector<const GoodsTable::Row *> rows)
{
    if (rows == m_shown)
        return;
    const bool isOtherCount = rows.size() != m_shown.size();
    beginResetModel();
    m_shown = std::move(rows);
    endResetModel();
    if (isOtherCount)
        Q_EMIT countChanged();
}

// ---- what there is

void GoodsModel::setTable(std::shared_ptr<GoodsTable> table)
{
    beginResetModel();
    m_table = std::move(table);
    m_shown.clear();
    m_running.reset();
    GoodsSearch search(*m_table, m_wanted);
    search.step(m_table->count());
    m_shown = search.found();
    m_showing = m_wanted;
    endResetModel();
    lookOn();
    countCategories();
    Q_EMIT countChanged();
    Q_EMIT totalChanged();
    Q_EMIT goodsChanged();
}

int GoodsModel::placeOf(const GoodsTable::Row &row) const
{
    const auto at =
        std::lower_bound(m_shown.begin(), m_shown.end(), row,
                         [](const auto *a, const GoodsTable::Row &wanted) { return GoodsTable::isBefore(*a, wanted); });
    return static_cast<int>(at - m_shown.begin());
}

int GoodsModel::rowOf(const GoodsTable::Row &row) const
{
    const int at = placeOf(row);
    return at < count() && m_shown[static_cast<std::size_t>(at)] == &row ? at : -1;
}

void GoodsModel::put(const KnownGood &good)
{
    const GoodsTable::Row *known = m_table->find(good.sku);
    const int before = known ? rowOf(*known) : -1;
    const std::string category = known ? known->good.category : std::string();
    const GoodsTable::Change change = m_table->put(good);
    if (change == GoodsTable::Change::None)
        return;
    if (m_running)
        m_running.emplace(*m_table, m_wanted); // from the beginning
    place(m_table->find(good.sku), before, change == GoodsTable::Change::Place);
    if (category != good.category || change == GoodsTable::Change::Added)
        countCategories();
    if (change == GoodsTable::Change::Added)
        Q_EMIT totalChanged();
    Q_EMIT goodsChanged();
}

// The row has its new values; it stands in m_shown where it stood before.
void GoodsModel::place(const GoodsTable::Row *row, int before, bool isMoved)
{
    const bool fits = m_showing.fits(*row);
    if (before >= 0 && !fits) {
        beginRemoveRows({}, before, before);
        m_shown.erase(m_shown.begin() + before);
        endRemoveRows();
        Q_EMIT countChanged();
        return;
    }
    if (before < 0) {
        if (!fits)
            return;
        const int at = placeOf(*row);
        beginInsertRows({}, at, at);
        m_shown.insert(m_shown.begin() + at, row);
        endInsertRows();
        Q_EMIT countChanged();
        return;
    }
    int at = before;
    if (isMoved) {
        auto others = m_shown;
        others.erase(others.begin() + before);
        at = static_cast<int>(
            std::lower_bound(others.begin(), others.end(), row,
                             [](const auto *a, const auto *b) { return GoodsTable::isBefore(*a, *b); }) -
            others.begin());
        if (at != before) {
            beginMoveRows({}, before, before, {}, at > before ? at + 1 : at);
            others.insert(others.begin() + at, row);
            m_shown = std::move(others);
            endMoveRows();
        }
    }
    Q_EMIT dataChanged(index(at), index(at));
}

void GoodsModel::countCategories()
{
    std::unordered_set<std::string_view> known;
    for (int row = 0; row < m_table->count(); ++row) {
        if (const std::string &category = m_table->row(row).good.category; !category.empty())
            known.insert(category);
    }
    QStringList categories;
    for (const std::string_view category : known)
        categories << QString::fromUtf8(category.data(), static_cast<qsizetype>(category.size()));
    std::sort(categories.begin(), categories.end(),
              [](const QString &a, const QString &b) { return QString::localeAwareCompare(a, b) < 0; });
    if (std::exchange(m_categories, categories) != categories)
        Q_EMIT categoriesChanged();
}

void GoodsModel::setInCart(const Amounts &amounts)
{
    const Amounts before = std::exchange(m_inCart, amounts);
    QSet<QString> touched;
    for (auto at = before.begin(); at != before.end(); ++at) {
        if (amounts.value(at.key()) != at.value())
            touched.insert(at.key());
    }
    for (auto at = amounts.begin(); at != amounts.end(); ++at) {
        if (before.value(at.key()) != at.value())
            touched.insert(at.key());
    }
    for (const QString &sku : touched) {
        const GoodsTable::Row *row = m_table->find(sku.toStdString());
        const int at = row ? rowOf(*row) : -1;
        if (at >= 0)
            Q_EMIT dataChanged(index(at), index(at), {InCartRole, AccessibleTextRole});
    }
}

} // namespace evencart
