#include "typing/suggestions.h"

#include "model/wording.h"
#include "portability/quickaddtext.h"
#include "text/normalize.h"

namespace evencart {

namespace {

constexpr std::size_t mostRows = 8;

// "2x" said that it is two pieces; "2" alone may be two of the usual unit, if that is one that is counted in such
// numbers.
bool takesUsualUnit(const TypedItem &typed, const std::string &usual)
{
    if (!typed.has(Recognised::Quantity))
        return true;
    if (typed.has(Recognised::Unit) || usual == "g" || usual == "ml")
        return false;
    for (const TypedItem::Part &part : typed.parts()) {
        const QString text = typed.text().mid(part.begin, part.end - part.begin);
        if (part.kind == Recognised::Quantity && !text.back().isDigit())
            return false;
    }
    return true;
}

} // namespace

Suggestions::Suggestions(QObject *parent) : QAbstractListModel(parent) {}

void Suggestions::setField(QuickAdd *field)
{
    if (m_field == field || !field)
        return;
    m_field = field;
    connect(field, &QuickAdd::changed, this, &Suggestions::update);
    connect(field, &QuickAdd::sessionChanged, this, &Suggestions::connectSession);
    connectSession();
    Q_EMIT fieldChanged();
}

void Suggestions::connectSession()
{
    if (!m_field->session())
        return;
    m_habits = &Habits::of(*m_field->session());
    update();
}

void Suggestions::setOfferUnasked(bool offer)
{
    if (std::exchange(m_offerUnasked, offer) == offer)
        return;
    Q_EMIT fieldChanged();
    update();
}

void Suggestions::update()
{
    if (!m_habits)
        return;
    std::vector<Row> rows;
    const std::string typed = normalizedName(m_field->query().toStdString());
    if (!typed.empty() || (m_offerUnasked && m_field->text().trimmed().isEmpty())) {
        for (const KnownItems::Item *item : m_habits->known().matching(typed, m_field->index()->openKeys(), mostRows))
            rows.push_back(rowOf(*item));
    }
    // The one thing that would be offered is what is typed already: nothing to choose.
    if (rows.size() == 1 && rows.front().fillText == m_field->text().trimmed())
        rows.clear();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

// The item as it is usually bought, with what is typed already on top.
LineView Suggestions::filled(const KnownItems::Item &item) const
{
    const TypedItem &typed = m_field->typed();
    LineView line;
    line.name = item.name;
    line.unit = item.usual().unit;
    line.quantity = item.usual().quantity;
    line.category = item.category;
    line.price = item.price;
    const auto &parsed = typed.item();
    if (!parsed)
        return line;
    if (typed.has(Recognised::Quantity)) {
        line.quantity = parsed->quantity;
        if (!takesUsualUnit(typed, line.unit))
            line.unit = parsed->unit;
    }
    if (!parsed->category.empty())
        line.category = parsed->category;
    if (parsed->price)
        line.price = parsed->price;
    line.sku = parsed->sku.value_or(std::string());
    return line;
}

Suggestions::Row Suggestions::rowOf(const KnownItems::Item &item) const
{
    const LineView line = filled(item);
    Row row;
    row.name = wording::text(item.name);
    QStringList details;
    if (!line.unit.empty() || line.quantity != oneThing)
        details << wording::amount(line.quantity, line.unit);
    if (!line.category.empty())
        details << wording::text(line.category);
    if (line.price)
        details << wording::price(*line.price, line.unit);
    row.detail = details.join(QStringLiteral(" · "));
    NewItem asItem;
    asItem.name = line.name;
    asItem.unit = line.unit;
    asItem.sku = line.sku;
    const LineView *here = m_field->index()->find(asItem);
    if (!here)
        here = m_field->index()->inAnotherUnit(asItem);
    if (here)
        row.here = here->checked ? tr("ticked") : tr("%1 in the cart").arg(wording::amount(here->quantity, here->unit));
    const QString query = m_field->query().simplified();
    row.begin = query.isEmpty() ? -1 : static_cast<int>(row.name.indexOf(query, 0, Qt::CaseInsensitive));
    row.length = row.begin < 0 ? 0 : static_cast<int>(query.size());
    row.fillText = wording::text(quickAddText(line, wording::decimalSeparator()).text);
    return row;
}

int Suggestions::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Suggestions::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case DetailRole:
        return row.detail;
    case HereRole:
        return row.here;
    case BeginRole:
        return row.begin;
    case LengthRole:
        return row.length;
    case FillTextRole:
        return row.fillText;
    default:
        return {};
    }
}

QHash<int, QByteArray> Suggestions::roleNames() const
{
    return {{NameRole, "name"},   {DetailRole, "detail"}, {HereRole, "here"},
            {BeginRole, "begin"}, {LengthRole, "length"}, {FillTextRole, "fillText"}};
}

QString Suggestions::fillText(int row) const
{
    return row >= 0 && row < count() ? m_rows[static_cast<std::size_t>(row)].fillText : QString();
}

} // namespace evencart
