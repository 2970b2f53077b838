#include "typing/pastepreview.h"

#include "cart/lineid.h"
#include "model/wording.h"
#include "translations/errorsentences.h"

#include <QFile>
#include <QFileInfo>

namespace evencart {

namespace {

constexpr qint64 mostBytes = 64 * 1024 * 1024;

Result<std::string> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, "This file cannot be read: " + file.errorString().toStdString() + "."};
    const QByteArray content = file.read(mostBytes + 1);
    if (content.size() > mostBytes)
        return Error{ErrorCode::Limit, "This file is too large; import it in parts."};
    return content.toStdString();
}

bool isList(FileFormat format)
{
    return format == FileFormat::Text || format == FileFormat::Markdown;
}

} // namespace

PastePreview::PastePreview(QObject *parent) : QAbstractListModel(parent) {}

void PastePreview::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    m_index = std::make_unique<ItemIndex>(*session->cart()->lines());
    connect(m_index.get(), &ItemIndex::changed, this, &PastePreview::describe);
    Q_EMIT sessionChanged();
    if (!m_text.isEmpty())
        setText(std::exchange(m_text, QString()));
}

void PastePreview::setLabel(const QString &label)
{
    if (std::exchange(m_label, label) != label)
        Q_EMIT labelChanged();
}

void PastePreview::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    Q_EMIT textChanged();
    if (!m_session)
        return;
    const QuickAddOptions options{wording::decimalSeparator(), wording::currencyCode()};
    read([options, list = text.toStdString()](EngineRoom &room) -> Reading {
        // Pasted from a spreadsheet's or this program's export it may be something else than a list.
        const FileFormat format = guessFormat({}, list);
        return {readCartFile(options, room.workspace().self(), format, list), {}};
    });
}

void PastePreview::openFile(const QUrl &file)
{
    if (!m_session)
        return;
    const QString path = file.toLocalFile();
    m_text.clear();
    m_source = QFileInfo(path).fileName();
    Q_EMIT textChanged();
    const QuickAddOptions options{wording::decimalSeparator(), wording::currencyCode()};
    read([options, path](EngineRoom &room) -> Reading {
        const auto content = contentOf(path);
        if (!content)
            return {{{}, {{{}, content.error().message}}}, {}};
        const FileFormat format = guessFormat(path.toStdString(), *content);
        return {readCartFile(options, room.workspace().self(), format, *content),
                isList(format) ? wording::text(*content) : QString()};
    });
}

void PastePreview::read(std::function<Reading(EngineRoom &)> work)
{
    m_reading = true;
    Q_EMIT readingChanged();
    m_session->engine().ask<Reading>(this, std::move(work), [this, asked = ++m_asked](const Reading &reading) {
        if (asked == m_asked)
            show(reading);
    });
}

void PastePreview::show(Reading reading)
{
    m_reading = false;
    m_items = std::move(reading.file.items);
    m_bad = std::move(reading.file.bad);
    if (!reading.text.isEmpty()) {
        m_text = reading.text;
        Q_EMIT textChanged();
    }
    describe();
    Q_EMIT readingChanged();
}

void PastePreview::describe()
{
    beginResetModel();
    m_rows.clear();
    for (const BadRow &bad : m_bad)
        m_rows.push_back(badRow(bad));
    std::map<LineId, std::int64_t> added;
    for (const ItemToAdd &item : m_items)
        m_rows.push_back(rowOf(item, added));
    endResetModel();
    Q_EMIT summaryChanged();
}

PastePreview::Row PastePreview::badRow(const BadRow &bad) const
{
    Row row;
    row.effect = Bad;
    row.where = errorPlace(bad.where);
    row.effectText = errorSentence({ErrorCode::InvalidInput, bad.problem});
    // A list's sentence begins with the line it is about.
    if (const qsizetype colon = row.effectText.indexOf(QStringLiteral(": ")); row.where.isEmpty() && colon > 0) {
        row.where = row.effectText.left(colon);
        row.effectText.remove(0, colon + 2);
    }
    return row;
}

PastePreview::Row PastePreview::rowOf(const ItemToAdd &wanted, std::map<LineId, std::int64_t> &added) const
{
    const NewItem &item = wanted.item;
    Row row;
    row.name = wording::text(item.name);
    if (!item.unit.empty() || item.quantity != oneThing)
        row.amount = wording::amount(item.quantity, item.unit);
    QStringList details;
    for (const std::string &text : {item.category, item.note}) {
        if (!text.empty())
            details << wording::text(text).simplified();
    }
    if (item.price)
        details.insert(item.category.empty() ? 0 : 1, wording::price(*item.price, item.unit));
    row.detail = details.join(QStringLiteral(" · "));

    const bool bought = item.bought || !wanted.boughtBy.empty();
    const LineView *line = m_index->find(item);
    const std::int64_t here = line && (!line->checked || bought) ? line->quantity : 0;
    const LineId id = lineIdFor({}, {item.name, item.unit, item.sku}); // names the item here, not a line of the cart
    const std::int64_t before = saturatingAdd(here, added[id]);
    added[id] = saturatingAdd(added[id], item.quantity);
    if (before > 0) {
        row.effect = More;
        row.effectText = tr("%1 → %2").arg(wording::amount(before, item.unit),
                                           wording::amount(saturatingAdd(before, item.quantity), item.unit));
    } else if (line) {
        row.effect = Again;
        row.effectText = tr("un-ticked");
    } else {
        row.effect = bought ? Bought : New;
        row.effectText = bought ? tr("new, ticked") : tr("new");
    }
    return row;
}

QString PastePreview::summary() const
{
    int news = 0;
    int more = 0;
    int again = 0;
    for (const Row &row : m_rows) {
        news += row.effect == New || row.effect == Bought ? 1 : 0;
        more += row.effect == More ? 1 : 0;
        again += row.effect == Again ? 1 : 0;
    }
    QStringList parts;
    if (news > 0)
        parts << tr("%n new", nullptr, news);
    if (more > 0)
        parts << tr("%n raise(s) an amount", nullptr, more);
    if (again > 0)
        parts << tr("%n un-ticked", nullptr, again);
    if (badCount() > 0)
        parts << tr("%n cannot be read", nullptr, badCount());
    return parts.join(QStringLiteral(", "));
}

bool PastePreview::add()
{
    if (!m_session || m_items.empty() || m_session->cart()->isReadOnly())
        return false;
    const QString label = m_label.isEmpty() ? tr("Add %n item(s)", nullptr, itemCount()) : m_label;
    std::vector<ItemToAdd> items = std::move(m_items);
    clear();
    m_session->cart()->addWanted(std::move(items), label);
    return true;
}

void PastePreview::clear()
{
    ++m_asked; // what is being read is not wanted any more
    m_reading = false;
    m_text.clear();
    m_source.clear();
    m_items.clear();
    m_bad.clear();
    describe();
    Q_EMIT textChanged();
    Q_EMIT readingChanged();
}

int PastePreview::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant PastePreview::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case AmountRole:
        return row.amount;
    case DetailRole:
        return row.detail;
    case EffectRole:
        return row.effect;
    case EffectTextRole:
        return row.effectText;
    case WhereRole:
        return row.where;
    default:
        return {};
    }
}

QHash<int, QByteArray> PastePreview::roleNames() const
{
    return {{NameRole, "name"},     {AmountRole, "amount"},         {DetailRole, "detail"},
            {EffectRole, "effect"}, {EffectTextRole, "effectText"}, {WhereRole, "where"}};
}

} // namespace evencart
