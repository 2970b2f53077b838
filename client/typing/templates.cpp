#include "typing/templates.h"

#include "model/wording.h"
#include "portability/json.h"
#include "portability/quickaddtext.h"
#include "text/quickadd.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr int mostNamed = 4;

bool isBefore(const QString &a, const QString &b)
{
    const int order = QString::localeAwareCompare(a.toCaseFolded(), b.toCaseFolded());
    return order != 0 ? order < 0 : a < b;
}

} // namespace

Templates &Templates::of(AppSession &session)
{
    if (auto *known = session.findChild<Templates *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Templates(session); // the session owns it
}

Templates::Templates(AppSession &session)
    : QAbstractListModel(&session), m_session(session), m_file(session, this, QStringLiteral("templates.json"))
{
    const auto read = [this] {
        if (m_session.phase() == AppSession::Ready)
            m_file.read([this](const QJsonObject &document) { load(document); });
    };
    connect(&session, &AppSession::phaseChanged, this, read);
    read();
}

Templates::Template Templates::made(const QString &name, const QString &text)
{
    Template made{name, text, 0, {}};
    QStringList names;
    for (const auto &item : parsePastedList(text.toStdString())) {
        if (!item)
            continue;
        ++made.items;
        if (names.size() < mostNamed)
            names << wording::text(item->name);
    }
    const QString named = names.join(QStringLiteral(", "));
    made.preview = made.items > mostNamed ? tr("%1 and %n more", nullptr, made.items - mostNamed).arg(named) : named;
    return made;
}

void Templates::load(const QJsonObject &document)
{
    const bool early = !m_templates.empty(); // what was kept before the file was read counts
    beginResetModel();
    for (const QJsonValue &value : document[QLatin1String("templates")].toArray()) {
        const QString name = value[QLatin1String("name")].toString().simplified();
        const QString text = value[QLatin1String("items")].toString();
        const auto at = place(name);
        if (!name.isEmpty() && (at == m_templates.end() || at->name != name))
            m_templates.insert(at, made(name, text));
    }
    endResetModel();
    Q_EMIT countChanged();
    if (early)
        save();
}

void Templates::save()
{
    QJsonArray array;
    for (const Template &saved : m_templates)
        array.append(jsonObject({{"name", saved.name}, {"items", saved.text}}));
    m_file.write(jsonObject({{"version", 1}, {"templates", array}}));
}

std::vector<Templates::Template>::iterator Templates::place(const QString &name)
{
    return std::lower_bound(m_templates.begin(), m_templates.end(), name,
                            [](const Template &known, const QString &wanted) { return isBefore(known.name, wanted); });
}

bool Templates::contains(const QString &name) const
{
    return std::any_of(m_templates.begin(), m_templates.end(),
                       [&](const Template &known) { return known.name == name.simplified(); });
}

QString Templates::textAt(int row) const
{
    return row >= 0 && row < count() ? m_templates[static_cast<std::size_t>(row)].text : QString();
}

QString Templates::keepLines(const QString &name, const QStringList &ids)
{
    QString text;
    const LineModel &lines = *m_session.cart()->lines();
    for (int row = 0; row < lines.count(); ++row) {
        const LineView &line = lines.line(row);
        if (ids.isEmpty() || ids.contains(wording::text(line.id.toString())))
            text += wording::text(quickAddText(line).text) + QLatin1Char('\n');
    }
    return keep(name, text);
}

QString Templates::keep(const QString &name, const QString &text)
{
    const QString clean = name.simplified();
    if (clean.isEmpty())
        return tr("Give the template a name.");
    Template kept = made(clean, text);
    if (kept.items == 0)
        return tr("There is no item to save; add some first.");
    const auto at = place(clean);
    const int row = static_cast<int>(at - m_templates.begin());
    if (at != m_templates.end() && at->name == clean) {
        *at = std::move(kept);
        Q_EMIT dataChanged(index(row), index(row));
    } else {
        beginInsertRows({}, row, row);
        m_templates.insert(at, std::move(kept));
        endInsertRows();
        Q_EMIT countChanged();
    }
    save();
    return {};
}

void Templates::remove(int row)
{
    if (row < 0 || row >= count())
        return;
    beginRemoveRows({}, row, row);
    m_templates.erase(m_templates.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
    save();
}

int Templates::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant Templates::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Template &row = m_templates[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case TextRole:
        return row.text;
    case ItemsRole:
        return row.items;
    case PreviewRole:
        return row.preview;
    default:
        return {};
    }
}

QHash<int, QByteArray> Templates::roleNames() const
{
    return {{NameRole, "name"}, {TextRole, "itemsText"}, {ItemsRole, "items"}, {PreviewRole, "preview"}};
}

} // namespace evencart
