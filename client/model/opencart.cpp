#include "model/opencart.h"

#include "cart/lineid.h"
#include "cart/placement.h"
#include "model/wording.h"
#include "text/money.h"
#include "text/quantity.h"
#include "translations/errorsentences.h"
#include "workspace/itemstoadd.h"

#include <algorithm>
#include <set>

namespace evencart {

namespace {

constexpr int countingMilliseconds = 30;
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

OpenCart::OpenCart(Engine &engine, const People &people, QObject *parent)
    : QObject(parent), m_engine(engine), m_people(people), m_lines(people), m_shown(m_lines, people)
{
    m_counting.setSingleShot(true);
    m_counting.setInterval(countingMilliseconds);
    connect(&m_counting, &QTimer::timeout, this, &OpenCart::countAgain);
    connect(&m_lines, &LineModel::contentChanged, &m_counting, qOverload<>(&QTimer::start));
    connect(&engine, &Engine::cartUpdated, this, &OpenCart::applyUpdate);
    connect(&engine, &Engine::editEnded, this, &OpenCart::editEnded);
}

QString OpenCart::cartId() const
{
    return m_cart ? wording::text(m_cart->toString()) : QString();
}

void OpenCart::open(const CartId &cart)
{
    if (m_cart == cart)
        return;
    close();
    m_cart = cart;
    m_loading = true;
    m_engine.watch(cart);
    Q_EMIT cartChanged();
}

void OpenCart::close()
{
    if (!m_cart)
        return;
    m_engine.unwatch(*m_cart);
    m_cart.reset();
    m_loading = false;
    m_name.clear();
    m_otherNames.clear();
    m_undo = {};
    m_told.clear();
    m_adding.clear();
    m_lines.clear();
    Q_EMIT cartChanged();
    Q_EMIT headChanged();
}

void OpenCart::setReadOnly(bool readOnly)
{
    if (std::exchange(m_readOnly, readOnly) != readOnly)
        Q_EMIT headChanged();
}

void OpenCart::applyUpdate(const CartUpdate &update)
{
    if (m_cart != update.cart)
        return;
    m_lines.apply(update);
    QStringList otherNames;
    for (const std::string &name : update.otherNames)
        otherNames << wording::text(name);
    const QString name = wording::text(update.name);
    if (name != m_name || otherNames != m_otherNames || !(update.undo == m_undo)) {
        m_name = name;
        m_otherNames = otherNames;
        m_undo = update.undo;
        Q_EMIT headChanged();
    }
    if (update.source == CartUpdate::Source::Opened) {
        m_loading = false;
        countAgain();
        Q_EMIT cartChanged();
    }
}

void OpenCart::editEnded(const EditOutcome &outcome)
{
    if (m_cart != outcome.cart)
        return;
    const auto told = m_told.extract(outcome.ticket);
    const auto adding = m_adding.extract(outcome.ticket);
    if (outcome.error && outcome.error->code == ErrorCode::NotFound && outcome.label.empty())
        return; // nothing to undo or redo: no harm, and no alarm
    if (outcome.error) {
        Q_EMIT failed(errorSentence(*outcome.error));
        return;
    }
    if (adding) {
        QStringList ids;
        for (const LineId &line : outcome.touched) {
            if (!line.isNull())
                ids << wording::text(line.toString());
        }
        Q_EMIT added(ids, adding.mapped());
    }
    if (told && !outcome.touched.empty())
        Q_EMIT done(told.mapped(), true);
}

void OpenCart::countAgain()
{
    m_counting.stop();
    std::map<std::string, std::int64_t> all;
    std::map<std::string, std::int64_t> open;
    std::set<std::string_view> categories;
    m_open = m_bought = m_marked = 0;
    for (int row = 0; row < m_lines.count(); ++row) {
        const LineView &line = m_lines.line(row);
        ++(line.checked ? m_bought : m_open);
        m_marked += line.checkQuantity || line.boughtTwice || !line.conflicts.empty() || !line.oldNameAdds.empty();
        if (!line.category.empty())
            categories.insert(line.category);
        if (!line.price)
            continue;
        const std::int64_t minor = lineTotalMinor(line);
        std::int64_t &sum = all[line.price->currency];
        sum = saturatingAdd(sum, minor);
        if (!line.checked) {
            std::int64_t &openSum = open[line.price->currency];
            openSum = saturatingAdd(openSum, minor);
        }
    }
    const auto text = [](const std::map<std::string, std::int64_t> &sums) {
        std::vector<Total> totals;
        for (const auto &[currency, minor] : sums)
            totals.push_back({currency, minor});
        return wording::totals(totals);
    };
    m_total = text(all);
    m_openTotal = text(open);
    m_categories.clear();
    for (const std::string_view category : categories)
        m_categories << QString::fromUtf8(category.data(), static_cast<qsizetype>(category.size()));
    m_categories.sort();
    Q_EMIT totalsChanged();
}

QString OpenCart::undoText() const
{
    return wording::text(m_undo.undo);
}

QString OpenCart::redoText() const
{
    return wording::text(m_undo.redo);
}

QString OpenCart::undoBlocked() const
{
    return errorSentence({ErrorCode::Refused, m_undo.undoBlocked});
}

bool OpenCart::mayChange()
{
    if (m_cart && m_readOnly)
        Q_EMIT failed(readOnlySentence());
    return m_cart && !m_readOnly;
}

QString OpenCart::readOnlySentence() const
{
    return tr("You can look at this cart, but not change it.");
}

// ---- lines

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

void OpenCart::rename(const QString &name)
{
    const std::string text = name.simplified().toStdString();
    if (!text.empty() && name.simplified() != m_name)
        perform(tr("Rename the cart to %1").arg(name.simplified()),
                [text](Edit &edit) { return edit.renameCart(text); });
}

void OpenCart::clearBought()
{
    perform(tr("Clear what is bought"), [](Edit &edit) -> Result<void> {
        edit.clear(true);
        return {};
    });
}

void OpenCart::perform(const QString &label, CartReplica::Action action)
{
    if (mayChange())
        m_told[m_engine.edit(*m_cart, label, std::move(action))] = label;
}

void OpenCart::undo()
{
    if (mayChange())
        m_engine.undo(*m_cart);
}

void OpenCart::redo()
{
    if (mayChange())
        m_engine.redo(*m_cart);
}

} // namespace evencart
