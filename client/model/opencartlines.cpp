#include "model/opencart.h"

#include "cart/placement.h"
#include "model/wording.h"
#include "text/money.h"
#include "text/quantity.h"
#include "translations/errorsentences.h"

// What is done to lines of the open cart.
namespace evencart {

namespace {

constexpr std::size_t saltBytes = 4;

// What + and − change: one thing, or an amount that makes sense for grams and millilitres.
std::int64_t stepOf(const LineView &line)
{
    if (line.unit == "g" || line.unit == "ml")
        return 100 * oneThing;
    if (line.unit == "kg" || line.unit == "l")
        return line.quantity % oneThing == 0 ? oneThing : oneThing / 2;
    return oneThing;
}

QString withoutSuffix(const QString &text, const QString &suffix)
{
    return text.endsWith(suffix) ? text.chopped(suffix.size()).trimmed() : text;
}

} // namespace

std::vector<LineId> OpenCart::present(const QStringList &ids) const
{
    std::vector<LineId> lines;
    for (const QString &id : ids) {
        const auto line = LineId::fromString(id.toStdString());
        if (line && m_lines.find(*line))
            lines.push_back(*line);
    }
    return lines;
}

const LineView *OpenCart::line(const QString &id) const
{
    const auto line = LineId::fromString(id.toStdString());
    return line ? m_lines.find(*line) : nullptr;
}

void OpenCart::act(Intent::Kind kind, const QStringList &ids, const std::function<void(Intent &)> &fill, bool tell)
{
    const std::vector<LineId> lines = present(ids);
    if (lines.empty() || !mayChange())
        return;
    std::vector<Intent> intents;
    for (const LineId &line : lines) {
        Intent intent;
        intent.kind = kind;
        intent.line = line;
        if (fill)
            fill(intent);
        intents.push_back(std::move(intent));
    }
    QString label = labelOf(intents.front(), wording::text(m_lines.find(lines.front())->name));
    if (intents.size() > 1)
        label = tr("%1 and %n more", nullptr, static_cast<int>(intents.size()) - 1).arg(label);
    const Ticket ticket = m_engine.edit(*m_cart, label, [intents](Edit &edit) -> Result<void> {
        for (const Intent &intent : intents) {
            if (auto performed = evencart::perform(edit, intent); !performed) {
                // Of several, what somebody else took away meanwhile is passed over.
                if (intents.size() > 1 && performed.error().code == ErrorCode::NotFound)
                    continue;
                return performed;
            }
        }
        return {};
    });
    for (const Intent &intent : intents)
        m_lines.predict(intent, ticket);
    if (tell)
        m_told[ticket] = label;
}

void OpenCart::act(const Intent &intent)
{
    act(
        intent.kind, {wording::text(intent.line.toString())}, [&](Intent &filled) { filled = intent; }, false);
}

void OpenCart::check(const QStringList &ids)
{
    act(Intent::Kind::Check, ids, {}, ids.size() > 1);
}

void OpenCart::uncheck(const QStringList &ids)
{
    act(Intent::Kind::Uncheck, ids, {}, ids.size() > 1);
}

void OpenCart::remove(const QStringList &ids)
{
    act(Intent::Kind::Remove, ids, {}, true);
}

void OpenCart::setCategory(const QStringList &ids, const QString &category)
{
    act(
        Intent::Kind::Category, ids, [&](Intent &intent) { intent.text = category.simplified().toStdString(); },
        ids.size() > 1);
}

void OpenCart::assign(const QStringList &ids, const QString &member)
{
    act(
        Intent::Kind::Assign, ids, [&](Intent &intent) { intent.member = MemberId::fromString(member.toStdString()); },
        ids.size() > 1);
}

void OpenCart::toggle(const QString &id)
{
    if (const LineView *shown = line(id))
        act(shown->checked ? Intent::Kind::Uncheck : Intent::Kind::Check, {id}, {}, false);
}

void OpenCart::checkSome(const QString &id, const QString &amount)
{
    const auto n = parseQuantity(amount.trimmed().toStdString(), wording::decimalSeparator());
    if (!n || *n <= 0) {
        Q_EMIT failed(tr("\"%1\" is no number of things.").arg(amount));
        return;
    }
    act(
        Intent::Kind::Check, {id}, [&](Intent &intent) { intent.n = *n; }, false);
}

void OpenCart::increase(const QString &id)
{
    if (const LineView *shown = line(id))
        act(
            Intent::Kind::Increase, {id}, [&](Intent &intent) { intent.n = stepOf(*shown); }, false);
}

void OpenCart::decrease(const QString &id)
{
    const LineView *shown = line(id);
    if (!shown)
        return;
    const bool removes = shown->quantity <= stepOf(*shown);
    act(
        Intent::Kind::Decrease, {id}, [&](Intent &intent) { intent.n = stepOf(*shown); }, removes);
}

QString OpenCart::setQuantity(const QString &id, const QString &amount)
{
    const auto n = parseQuantity(amount.trimmed().toStdString(), wording::decimalSeparator());
    if (!n)
        return tr("\"%1\" is no amount; write a number like 2 or %2.").arg(amount, wording::quantity(1500));
    if (*n == 0)
        remove({id});
    else
        act(
            Intent::Kind::SetQuantity, {id}, [&](Intent &intent) { intent.n = *n; }, false);
    return {};
}

void OpenCart::rename(const QString &id, const QString &name)
{
    if (!name.trimmed().isEmpty())
        act(
            Intent::Kind::Rename, {id}, [&](Intent &intent) { intent.text = name.simplified().toStdString(); }, false);
}

void OpenCart::setNote(const QString &id, const QString &note)
{
    act(
        Intent::Kind::Note, {id}, [&](Intent &intent) { intent.text = note.trimmed().toStdString(); }, false);
}

QString OpenCart::setPrice(const QString &id, const QString &price)
{
    QString typed = price.trimmed();
    const auto line = LineId::fromString(id.toStdString());
    if (const LineView *shown = line ? m_lines.find(*line) : nullptr) // as it is shown: "1.79 €/kg"
        typed = withoutSuffix(typed, QLatin1Char('/') + wording::text(std::string(priceUnit(shown->unit))));
    std::optional<Money> money;
    if (!typed.isEmpty()) {
        const auto parsed = parseMoney(typed.toStdString(), {wording::decimalSeparator(), wording::currencyCode()});
        if (!parsed)
            return errorSentence(parsed.error());
        money = *parsed;
    }
    act(
        Intent::Kind::Price, {id}, [&](Intent &intent) { intent.price = money; }, false);
    return {};
}

void OpenCart::like(const QString &id)
{
    act(Intent::Kind::Like, {id}, {}, false);
}

void OpenCart::unlike(const QString &id)
{
    act(Intent::Kind::Unlike, {id}, {}, false);
}

void OpenCart::claim(const QStringList &ids)
{
    act(Intent::Kind::Claim, ids, {}, ids.size() > 1);
}

void OpenCart::unclaim(const QStringList &ids)
{
    act(Intent::Kind::Unclaim, ids, {}, ids.size() > 1);
}

void OpenCart::placeLines(const QStringList &ids, const Placement &placement)
{
    const std::vector<LineId> lines = present(ids);
    if (lines.empty() || !mayChange())
        return;
    QString label = tr("Move %1").arg(wording::text(m_lines.find(lines.front())->name));
    if (lines.size() > 1)
        label = tr("%1 and %n more", nullptr, static_cast<int>(lines.size()) - 1).arg(label);
    const CartId cart = *m_cart;
    m_engine.ask<Bytes>(
        this, [](EngineRoom &room) { return room.workspace().random().bytes(saltBytes); },
        [this, cart, label, lines, placement](const Bytes &salt) {
            if (m_cart == cart)
                m_engine.edit(cart, label,
                              [lines, placement, salt](Edit &edit) { return place(edit, lines, placement, salt); });
        });
}

void OpenCart::move(const QStringList &ids, const QString &neighbour, bool before)
{
    const auto line = LineId::fromString(neighbour.toStdString());
    if (line && !ids.contains(neighbour))
        placeLines(ids, {before ? Placement::Where::Before : Placement::Where::After, *line});
}

void OpenCart::moveFirst(const QStringList &ids)
{
    placeLines(ids, {Placement::Where::First, {}});
}

void OpenCart::moveLast(const QStringList &ids)
{
    placeLines(ids, {Placement::Where::Last, {}});
}

void OpenCart::keepValue(const QString &id, const QString &field, const QString &value)
{
    if (field == QStringLiteral("name"))
        rename(id, value);
    else if (field == QStringLiteral("note"))
        setNote(id, value);
    else if (field == QStringLiteral("assignee"))
        assign({id}, memberShownAs(id, value));
}

// The rows show members by name, so that is what comes back.
QString OpenCart::memberShownAs(const QString &id, const QString &name) const
{
    const LineView *shown = line(id);
    if (!shown)
        return name;
    for (const FieldConflict &conflict : shown->conflicts) {
        for (const std::string &value : conflict.values) {
            const auto member = conflict.field == Field::Assignee ? MemberId::fromString(value) : std::nullopt;
            if (member && m_people.shownName(*member) == name)
                return wording::text(value);
        }
    }
    return name;
}

void OpenCart::makeItOne(const QString &id)
{
    act(
        Intent::Kind::SetQuantity, {id}, [](Intent &intent) { intent.n = oneThing; }, true);
}

void OpenCart::splitOff(const QString &id)
{
    const LineView *shown = line(id);
    if (!shown)
        return;
    const LineId split = shown->id;
    perform(tr("Split %1").arg(wording::text(shown->name)), [split](Edit &edit) { return edit.split(split); });
}

} // namespace evencart
