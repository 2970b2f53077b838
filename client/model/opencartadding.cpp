#include "model/opencart.h"

#include "cart/lineid.h"
#include "model/wording.h"
#include "translations/errorsentences.h"
#include "workspace/itemstoadd.h"

#include <algorithm>

// How items come into the open cart.
namespace evencart {

QString OpenCart::addText(const QString &text)
{
    if (m_readOnly)
        return readOnlySentence();
    const auto parsed = parseQuickAdd(text.toStdString(), {wording::decimalSeparator(), wording::currencyCode()});
    if (!parsed)
        return errorSentence(parsed.error());
    addItems({itemToAdd(*parsed).item}, tr("Add %1").arg(wording::text(parsed->name)));
    return {};
}

QString OpenCart::addList(const QString &text)
{
    if (m_readOnly)
        return readOnlySentence();
    std::vector<NewItem> items;
    for (auto &parsed : parsePastedList(text.toStdString(), {wording::decimalSeparator(), wording::currencyCode()})) {
        if (!parsed)
            return errorSentence(parsed.error());
        items.push_back(itemToAdd(std::move(*parsed)).item);
    }
    if (items.empty())
        return tr("There is no item in this text.");
    const QString label = tr("Add %n item(s)", nullptr, static_cast<int>(items.size()));
    addItems(std::move(items), label);
    return {};
}

void OpenCart::addItems(std::vector<NewItem> items, const QString &label)
{
    std::vector<ItemToAdd> wanted;
    for (NewItem &item : items)
        wanted.push_back({std::move(item), {}, {}, false});
    addWanted(std::move(wanted), label);
}

void OpenCart::addWanted(std::vector<ItemToAdd> items, const QString &label)
{
    if (items.empty() || !mayChange())
        return;
    const Ticket ticket = m_engine.edit(*m_cart, label, [items](Edit &edit) -> Result<void> {
        const auto written = writeItems(edit, items, WhenBought::Reopen);
        return written ? Result<void>() : written.error();
    });
    QString summary;
    for (const ItemToAdd &item : items)
        summary = predictAdd(item.item, ticket);
    m_adding[ticket] = items.size() == 1 ? summary : label;
}

// Shows the item where it will be; says what happened to it in words.
QString OpenCart::predictAdd(const NewItem &item, Ticket ticket)
{
    const LineId id = lineIdFor(*m_cart, {item.name, item.unit, item.sku});
    const LineView *known = m_lines.find(id);
    if (!known) {
        LineView line;
        line.id = id;
        line.present = true;
        line.name = item.name;
        line.unit = item.unit;
        line.sku = item.sku;
        line.quantity = line.rawQuantity = item.quantity;
        line.wantedBy = {{m_people.self(), item.quantity}};
        line.note = item.note;
        line.category = item.category;
        line.price = item.price;
        line.changedBy = m_people.self();
        m_lines.predictAdded(std::move(line), ticket);
        return wording::text(item.name);
    }
    const QString name = wording::text(known->name);
    const QString before = wording::amount(known->quantity, known->unit);
    Intent change;
    change.line = id;
    if (known->checked && !item.bought) {
        change.kind = Intent::Kind::Uncheck;
        m_lines.predict(change, ticket);
        change.kind = Intent::Kind::SetQuantity;
        change.n = item.quantity;
        m_lines.predict(change, ticket);
        return tr("%1 is wanted again: %2").arg(name, wording::amount(item.quantity, item.unit));
    }
    change.kind = Intent::Kind::Increase;
    change.n = item.quantity;
    const QString after = wording::amount(saturatingAdd(known->quantity, item.quantity), known->unit);
    m_lines.predict(change, ticket);
    return tr("%1 %2 → %3").arg(name, before, after);
}

} // namespace evencart
