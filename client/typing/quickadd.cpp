#include "typing/quickadd.h"

#include "model/wording.h"
#include "text/normalize.h"
#include "translations/errorsentences.h"
#include "workspace/itemstoadd.h"

namespace evencart {

namespace {

struct KindName
{
    const char *key;
    const char *label;
};

KindName nameOf(Recognised::Kind kind)
{
    switch (kind) {
    case Recognised::Quantity:
        return {"quantity", QT_TRANSLATE_NOOP("evencart::QuickAdd", "Quantity")};
    case Recognised::Unit:
        return {"unit", QT_TRANSLATE_NOOP("evencart::QuickAdd", "Unit")};
    case Recognised::Price:
        return {"price", QT_TRANSLATE_NOOP("evencart::QuickAdd", "Price")};
    case Recognised::Category:
        return {"category", QT_TRANSLATE_NOOP("evencart::QuickAdd", "Category")};
    case Recognised::Sku:
        return {"sku", QT_TRANSLATE_NOOP("evencart::QuickAdd", "Catalogue id")};
    case Recognised::Note:
        break;
    }
    return {"note", QT_TRANSLATE_NOOP("evencart::QuickAdd", "Note")};
}

QVariantMap chip(Recognised::Kind kind, const QString &label, const QString &text, qsizetype begin, qsizetype length)
{
    return {{QStringLiteral("kind"), QString::fromLatin1(nameOf(kind).key)},
            {QStringLiteral("label"), label},
            {QStringLiteral("text"), text},
            {QStringLiteral("shown"), text},
            {QStringLiteral("begin"), static_cast<int>(begin)},
            {QStringLiteral("length"), static_cast<int>(length)},
            {QStringLiteral("usual"), begin < 0}};
}

// What the marks in the text stand for: "Meat and fish" of #"Meat and fish".
QString meaningOf(Recognised::Kind kind, const ParsedItem &item, const QString &typed)
{
    if (kind == Recognised::Category)
        return wording::text(item.category);
    if (kind == Recognised::Price && item.price)
        return wording::price(*item.price, item.unit);
    if (kind == Recognised::Sku && item.sku)
        return wording::text(*item.sku);
    return typed;
}

QuickAddOptions personsOptions()
{
    return {wording::decimalSeparator(), wording::currencyCode()};
}

} // namespace

QuickAdd::QuickAdd(QObject *parent) : QObject(parent), m_typed(personsOptions()) {}

void QuickAdd::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    m_habits = &Habits::of(*session);
    m_index = std::make_unique<ItemIndex>(*session->cart()->lines());
    connect(m_index.get(), &ItemIndex::changed, this, &QuickAdd::update);
    connect(m_habits, &Habits::changed, this, &QuickAdd::update);
    Q_EMIT sessionChanged();
    update();
}

void QuickAdd::setText(const QString &text)
{
    if (text == m_typed.text())
        return;
    m_withoutUsual = m_withoutUsual && !text.trimmed().isEmpty();
    m_typed.setText(text);
    update();
}

void QuickAdd::update()
{
    m_usual = m_withoutUsual ? QString() : usualCategory();
    m_chips = describeParts();
    m_hint = describeEffect();
    Q_EMIT changed();
}

QString QuickAdd::usualCategory() const
{
    const auto &item = m_typed.item();
    if (!m_habits || !item || !item->category.empty())
        return {};
    if (m_index->find(itemToAdd(*item).item))
        return {}; // that line has a category, or none, by somebody's choice
    const KnownItems::Item *known = m_habits->known().find(normalizedName(item->name));
    return known ? wording::text(known->category) : QString();
}

QVariantList QuickAdd::describeParts() const
{
    QVariantList chips;
    for (const TypedItem::Part &part : m_typed.parts()) {
        const QString typed = m_typed.text().mid(part.begin, part.end - part.begin);
        QVariantMap made = chip(part.kind, tr(nameOf(part.kind).label), typed, part.begin, part.end - part.begin);
        made[QStringLiteral("shown")] = meaningOf(part.kind, *m_typed.item(), typed);
        chips << made;
    }
    if (!m_usual.isEmpty())
        chips << chip(Recognised::Category, tr("Usual category"), m_usual, -1, 0);
    return chips;
}

QString QuickAdd::describeEffect() const
{
    if (!m_typed.item() || !m_index)
        return {};
    const NewItem item = itemToAdd(*m_typed.item()).item;
    if (const LineView *line = m_index->find(item)) {
        const QString name = wording::text(line->name);
        if (line->checked)
            return tr("%1 is ticked: this un-ticks it, %2 to buy.")
                .arg(name, wording::amount(item.quantity, item.unit));
        const std::int64_t more = saturatingAdd(line->quantity, item.quantity);
        return tr("%1 is here already: %2 → %3.")
            .arg(name, wording::amount(line->quantity, line->unit), wording::amount(more, line->unit));
    }
    if (const LineView *line = m_index->inAnotherUnit(item))
        return tr("%1 is here as %2; another unit makes a second line.")
            .arg(wording::text(line->name), wording::amount(line->quantity, line->unit));
    return {};
}

QString QuickAdd::name() const
{
    return m_typed.item() ? wording::text(m_typed.item()->name) : QString();
}

QString QuickAdd::problem() const
{
    if (m_typed.item() || m_typed.text().trimmed().isEmpty())
        return {};
    return errorSentence(m_typed.item().error());
}

bool QuickAdd::canAdd() const
{
    return m_session && m_typed.item() && !m_session->cart()->isReadOnly();
}

QString QuickAdd::query() const
{
    return m_typed.item() && !m_typed.has(Recognised::Note) ? name() : QString();
}

bool QuickAdd::add()
{
    if (!canAdd())
        return false;
    ItemToAdd wanted = itemToAdd(*m_typed.item());
    if (!m_usual.isEmpty())
        wanted.item.category = m_usual.toStdString();
    const QString label = tr("Add %1").arg(name());
    m_session->cart()->addWanted({std::move(wanted)}, label);
    setText({});
    return true;
}

bool QuickAdd::unrecogniseBefore(int position)
{
    if (!m_typed.makeLiteralBefore(position))
        return false;
    update();
    return true;
}

void QuickAdd::dropUsual()
{
    m_withoutUsual = true;
    update();
}

} // namespace evencart
