#include "typing/staples.h"

#include "model/wording.h"
#include "portability/json.h"
#include "portability/quickaddtext.h"
#include "text/normalize.h"
#include "translations/errorsentences.h"
#include "workspace/itemstoadd.h"

#include <QDateTime>

#include <algorithm>
#include <unordered_set>

namespace evencart {

namespace {

constexpr std::uint64_t dayMilliseconds = 24ull * 60 * 60 * 1000;
constexpr int mostDays = 366;
constexpr int soonMilliseconds = 50;
constexpr int laterMilliseconds = 10 * 60 * 1000;
constexpr int mostNamed = 3;

std::string textFor(const NewItem &item, DecimalSeparator decimal)
{
    LineView line;
    line.name = item.name;
    line.unit = item.unit;
    line.sku = item.sku;
    line.quantity = item.quantity;
    line.category = item.category;
    line.price = item.price;
    return quickAddText(line, decimal).text;
}

} // namespace

Staples &Staples::of(AppSession &session)
{
    if (auto *known = session.findChild<Staples *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Staples(session); // the session owns it
}

Staples::Staples(AppSession &session)
    : QAbstractListModel(&session), m_session(session), m_habits(Habits::of(session)),
      m_file(session, this, QStringLiteral("staples.json")),
      m_now([] { return static_cast<std::uint64_t>(QDateTime::currentMSecsSinceEpoch()); })
{
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, &Staples::arrange);
    const auto soon = [this] {
        if (!m_staples.empty())
            m_refresh.start(soonMilliseconds);
    };
    connect(&m_habits, &Habits::changed, this, soon);
    connect(session.cart()->lines(), &LineModel::contentChanged, this, soon);
    const auto read = [this] {
        if (m_session.phase() == AppSession::Ready)
            m_file.read([this](const QJsonObject &document) { load(document); });
    };
    connect(&session, &AppSession::phaseChanged, this, read);
    read();
}

void Staples::setNow(std::function<std::uint64_t()> now)
{
    m_now = std::move(now);
    arrange();
}

void Staples::load(const QJsonObject &document)
{
    std::vector<Staple> staples;
    for (const QJsonValue &value : document[QLatin1String("staples")].toArray()) {
        const auto item = parseQuickAdd(textOf(value[QLatin1String("item")]));
        if (!item)
            continue; // edited by hand into something that is no item
        Staple staple;
        staple.key = normalizedName(item->name);
        staple.item = itemToAdd(*item).item;
        staple.days = std::clamp(value[QLatin1String("days")].toInt(7), 1, mostDays);
        staple.since = static_cast<std::uint64_t>(std::max(0.0, value[QLatin1String("since")].toDouble()));
        staples.push_back(std::move(staple));
    }
    // What was kept before the file was read counts.
    const bool early = !m_staples.empty();
    std::erase_if(staples, [this](const Staple &staple) { return find(staple.key) != m_staples.end(); });
    beginResetModel();
    m_staples.insert(m_staples.end(), staples.begin(), staples.end());
    endResetModel();
    arrange();
    if (early)
        save();
}

std::vector<Staples::Staple>::iterator Staples::find(const std::string &key)
{
    return std::find_if(m_staples.begin(), m_staples.end(), [&](const Staple &staple) { return staple.key == key; });
}

void Staples::save()
{
    QJsonArray array;
    for (const Staple &staple : m_staples)
        array.append(jsonObject({{"item", jsonText(textFor(staple.item, DecimalSeparator::Point))},
                                 {"days", staple.days},
                                 {"since", static_cast<double>(staple.since)}}));
    m_file.write(jsonObject({{"version", 1}, {"staples", array}}));
}

// Works out what is due and sorts.
void Staples::arrange()
{
    std::unordered_set<std::string> open;
    const LineModel &lines = *m_session.cart()->lines();
    for (int row = 0; row < lines.count() && !m_staples.empty(); ++row) {
        if (!lines.line(row).checked)
            open.insert(normalizedName(lines.line(row).name));
    }
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<std::string> keys;
    for (const QModelIndex &index : before)
        keys.push_back(m_staples[static_cast<std::size_t>(index.row())].key);
    for (Staple &staple : m_staples) {
        const KnownItems::Item *known = m_habits.known().find(staple.key);
        staple.dueAt =
            std::max(staple.since, known ? known->last : 0) + static_cast<std::uint64_t>(staple.days) * dayMilliseconds;
        staple.inCart = open.contains(staple.key);
    }
    std::stable_sort(m_staples.begin(), m_staples.end(), [this](const Staple &a, const Staple &b) {
        return std::tuple(!isDue(a), a.dueAt, a.key) < std::tuple(!isDue(b), b.dueAt, b.key);
    });
    for (qsizetype i = 0; i < before.size(); ++i) {
        const auto at = std::find_if(m_staples.begin(), m_staples.end(), [&](const Staple &staple) {
            return staple.key == keys[static_cast<std::size_t>(i)];
        });
        changePersistentIndex(before[i], index(static_cast<int>(at - m_staples.begin())));
    }
    Q_EMIT layoutChanged();
    m_due = static_cast<int>(
        std::count_if(m_staples.begin(), m_staples.end(), [this](const Staple &staple) { return isDue(staple); }));
    if (!m_staples.empty()) {
        Q_EMIT dataChanged(index(0), index(count() - 1));
        m_refresh.start(laterMilliseconds);
    }
    Q_EMIT dueChanged();
}

QString Staples::dueText() const
{
    QStringList names;
    for (int row = 0; row < std::min(m_due, mostNamed); ++row)
        names << wording::text(m_staples[static_cast<std::size_t>(row)].item.name);
    if (names.isEmpty())
        return {};
    const QString named = names.join(QStringLiteral(", "));
    return m_due > mostNamed ? tr("Due: %1 and %n more", nullptr, m_due - mostNamed).arg(named)
                             : tr("Due: %1").arg(named);
}

QString Staples::dueTextOf(const Staple &staple) const
{
    if (staple.inCart)
        return tr("in the cart");
    if (isDue(staple))
        return tr("due");
    const std::uint64_t days = (staple.dueAt - m_now() + dayMilliseconds - 1) / dayMilliseconds;
    return tr("in %n day(s)", nullptr, static_cast<int>(days));
}

QString Staples::keep(const QString &text, int days)
{
    const auto item = parseQuickAdd(text.toStdString(), {wording::decimalSeparator(), wording::currencyCode()});
    if (!item)
        return errorSentence(item.error());
    Staple staple;
    staple.key = normalizedName(item->name);
    staple.item = itemToAdd(*item).item;
    staple.days = std::clamp(days, 1, mostDays);
    const auto known = find(staple.key);
    if (known != m_staples.end()) {
        staple.since = known->since;
        *known = std::move(staple);
    } else {
        // One that nobody has bought yet is due in `days`: it is being thought of now.
        staple.since = m_now();
        beginInsertRows({}, count(), count());
        m_staples.push_back(std::move(staple));
        endInsertRows();
    }
    arrange();
    save();
    return {};
}

QString Staples::keepLine(const QString &id, int days)
{
    const auto line = LineId::fromString(id.toStdString());
    const LineView *shown = line ? m_session.cart()->lines()->find(*line) : nullptr;
    if (!shown)
        return tr("This line is not in the cart any more.");
    LineView item = *shown;
    item.note.clear();
    return keep(wording::text(quickAddText(item, wording::decimalSeparator()).text), days);
}

int Staples::daysOf(const QString &name) const
{
    const std::string key = normalizedName(name.toStdString());
    const auto known =
        std::find_if(m_staples.begin(), m_staples.end(), [&](const Staple &staple) { return staple.key == key; });
    return known == m_staples.end() ? 0 : known->days;
}

void Staples::setDays(int row, int days)
{
    if (row < 0 || row >= count())
        return;
    m_staples[static_cast<std::size_t>(row)].days = std::clamp(days, 1, mostDays);
    arrange();
    save();
}

void Staples::remove(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_staples.erase(m_staples.begin() + row);
    endRemoveRows();
    arrange();
    save();
}

void Staples::addItems(const std::vector<std::size_t> &rows)
{
    if (rows.empty() || m_session.cart()->isReadOnly() || !m_session.cart()->id())
        return;
    std::vector<NewItem> items;
    for (const std::size_t row : rows)
        items.push_back(m_staples[row].item);
    const QString label = items.size() == 1
                              ? tr("Add %1").arg(wording::text(items.front().name))
                              : tr("Add %n item(s) that were due", nullptr, static_cast<int>(items.size()));
    m_session.cart()->addItems(std::move(items), label);
}

void Staples::add(int row)
{
    if (row >= 0 && row < count())
        addItems({static_cast<std::size_t>(row)});
}

void Staples::addDue()
{
    std::vector<std::size_t> rows;
    for (int row = 0; row < m_due; ++row)
        rows.push_back(static_cast<std::size_t>(row));
    addItems(rows);
}

void Staples::skip(int row)
{
    if (row < 0 || row >= count())
        return;
    m_staples[static_cast<std::size_t>(row)].since = m_now();
    arrange();
    save();
}

int Staples::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Staples::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Staple &staple = m_staples[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return wording::text(staple.item.name);
    case TextRole:
        return wording::text(textFor(staple.item, wording::decimalSeparator()));
    case DaysRole:
        return staple.days;
    case EveryRole:
        return tr("every %n day(s)", nullptr, staple.days);
    case DueRole:
        return isDue(staple);
    case DueTextRole:
        return dueTextOf(staple);
    default:
        return {};
    }
}

QHash<int, QByteArray> Staples::roleNames() const
{
    return {{NameRole, "name"},   {TextRole, "itemText"}, {DaysRole, "days"},
            {EveryRole, "every"}, {DueRole, "due"},       {DueTextRole, "dueText"}};
}

} // namespace evencart
