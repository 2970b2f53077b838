#include "demo/demoplayer.h"

#include "demo/linename.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace evencart {

namespace {

Error untrue(const std::string &sentence)
{
    return {ErrorCode::Refused, sentence};
}

QString textOfScalar(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::String:
        return value.toString();
    default:
        return {};
    }
}

bool holdsText(const QJsonValue &value, const QString &text)
{
    if (value.isArray())
        return std::ranges::any_of(value.toArray(), [&](const auto &each) { return holdsText(each, text); });
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(), [&](const auto &each) { return holdsText(each, text); });
    }
    return textOfScalar(value) == text;
}

// A text and a number with a blank between, in one entry of a list: "Ann 3".
bool holdsBoth(const QJsonValue &entry, const QString &expected)
{
    const qsizetype blank = expected.lastIndexOf(QLatin1Char(' '));
    return blank > 0 && entry.isObject() && holdsText(entry, expected.left(blank)) &&
           holdsText(entry, expected.mid(blank + 1));
}

// Of a list its length, and that alone where it is a number; else a text somewhere in it. Of money what it is in minor
// units.
bool fits(const QJsonValue &value, const QString &expected)
{
    if (value.isObject())
        return holdsText(value, expected);
    if (!value.isArray())
        return textOfScalar(value) == expected;
    const QJsonArray list = value.toArray();
    bool isNumber = false;
    const double number = expected.toDouble(&isNumber);
    if (isNumber)
        return static_cast<double>(list.size()) == number;
    return std::ranges::any_of(
        list, [&](const auto &entry) { return holdsText(entry, expected) || holdsBoth(entry, expected); });
}

std::string shown(const QJsonValue &value)
{
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return json.mid(1, json.size() - 2).toStdString();
}

std::optional<QJsonObject> findIn(const QJsonValue &list, const char *key, const std::string &name)
{
    for (const auto &each : list.toArray()) {
        if (each.toObject()[QLatin1String(key)].toString() == QString::fromStdString(name))
            return each.toObject();
    }
    return std::nullopt;
}

// The line that is called so, as evencartctl would find it; nothing where there is none.
Result<std::optional<QJsonObject>> lineIn(const QJsonValue &list, const std::string &name)
{
    const auto textOf = [](const QJsonObject &line, const char *key) {
        return line[QLatin1String(key)].toString().toStdString();
    };
    std::vector<QJsonObject> called;
    std::vector<QJsonObject> withUnit;
    const auto exact = LineName::read(name);
    for (const auto &each : list.toArray()) {
        const QJsonObject line = each.toObject();
        if (isSameName(textOf(line, "name"), name))
            called.push_back(line);
        if (exact && exact->isOf(textOf(line, "name"), textOf(line, "unit")))
            withUnit.push_back(line);
    }
    const auto &found = called.empty() ? withUnit : called;
    if (found.size() > 1)
        return untrue("\"" + name + "\" fits several lines; say which by its unit: \"" +
                      LineName{name, textOf(found.front(), "unit")}.toString() + "\".");
    return found.empty() ? std::optional<QJsonObject>() : std::optional(found.front());
}

std::string namesOf(const std::vector<DemoOutcome> &outcomes)
{
    std::string text;
    for (const DemoOutcome outcome : outcomes)
        text += (text.empty() ? "" : ", ") + std::string(nameOf(outcome));
    return text;
}

} // namespace

Result<DemoEvent> DemoPlayer::step()
{
    const DemoStep &step = m_script.steps[m_next++];
    DemoEvent event{step, {}, {}};
    Result<void> played;
    if (const auto *race = std::get_if<DemoRace>(&step.what))
        played = play(*race, event);
    else if (const auto *look = std::get_if<DemoLook>(&step.what))
        played = play(*look);
    else if (const auto *same = std::get_if<DemoSame>(&step.what))
        played = play(*same, event);
    else if (const auto *cable = std::get_if<DemoCable>(&step.what))
        played = m_stage.plug(cable->person, cable->isPlugged);
    else if (const auto *server = std::get_if<DemoServer>(&step.what))
        played = m_stage.server(server->what);
    else if (const auto *at = std::get_if<DemoAt>(&step.what))
        played = m_stage.waitUntil(at->milliseconds);
    else if (const auto *network = std::get_if<DemoNetwork>(&step.what))
        played = m_stage.setNetwork(*network);
    if (!played)
        return Error{played.error().code,
                     "In line " + std::to_string(step.line) + " of the demonstration: " + played.error().message};
    return event;
}

Result<void> DemoPlayer::play(const DemoRace &race, DemoEvent &event)
{
    auto answers = m_stage.act(race.acts);
    if (!answers)
        return answers.error();
    event.answers = std::move(*answers);
    std::vector<DemoOutcome> outcomes;
    std::string said;
    for (const auto &answer : event.answers) {
        outcomes.push_back(answer.outcome);
        said += answer.said.empty() ? "" : " " + answer.said;
    }
    std::ranges::sort(outcomes);
    if (outcomes != race.outcomes)
        return untrue("it ended with " + namesOf(outcomes) + " and not with " + namesOf(race.outcomes) + "." + said);
    return {};
}

Result<QJsonObject> DemoPlayer::find(const DemoLook &look)
{
    using At = DemoLook::At;
    auto seen = look.at == At::Good     ? m_stage.goods(look.person)
                : look.at == At::Person ? m_stage.people(look.person, look.cart)
                : look.at == At::Orders ? m_stage.orders(look.person)
                                        : m_stage.cart(look.person, look.cart);
    if (!seen || look.at == At::Cart)
        return seen;
    if (look.at == At::Orders) {
        const QJsonValue orders = (*seen)[QLatin1String("orders")];
        return QJsonObject{{QStringLiteral("count"), orders.toArray().size()}, {QStringLiteral("orders"), orders}};
    }
    std::optional<QJsonObject> found;
    if (look.at == At::Good) {
        found = findIn((*seen)[QLatin1String("goods")], "sku", look.name);
    } else if (look.at == At::Person) {
        found = findIn((*seen)[QLatin1String("members")], "name", look.name);
    } else {
        auto line = lineIn((*seen)[QLatin1String("lines")], look.name);
        if (!line)
            return line.error();
        found = std::move(*line);
    }
    if (look.at == At::NoLine)
        return found ? Result<QJsonObject>(untrue(look.person + " does see \"" + look.name + "\"."))
                     : Result<QJsonObject>(QJsonObject());
    return found ? Result<QJsonObject>(*found)
                 : Result<QJsonObject>(untrue(look.person + " sees no \"" + look.name + "\"."));
}

Result<void> DemoPlayer::play(const DemoLook &look)
{
    const auto found = find(look);
    if (!found)
        return found.error();
    for (const auto &[field, expected] : look.expected) {
        const QJsonValue value = (*found)[QString::fromStdString(field)];
        if (value.isUndefined())
            return untrue("there is no field \"" + field + "\" to be seen there.");
        if (!fits(value, QString::fromStdString(expected)))
            return untrue(look.person + " sees " + field + " " + shown(value) + " and not " + expected + ".");
    }
    return {};
}

Result<void> DemoPlayer::play(const DemoSame &same, DemoEvent &event)
{
    for (const std::string &person : m_script.cast.cart(same.cart)->people) {
        const auto cart = m_stage.cart(person, same.cart);
        if (!cart)
            return cart.error();
        const std::string digest = (*cart)[QLatin1String("digest")].toString().toStdString();
        if (digest.empty() || (!event.digest.empty() && digest != event.digest))
            return untrue(person + " has another digest of " + same.cart + ".");
        event.digest = digest;
    }
    return {};
}

} // namespace evencart
