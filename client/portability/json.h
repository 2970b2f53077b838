#pragma once

#include "base/ids.h"
#include "protocol/message.h"
#include "text/money.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <initializer_list>
#include <string_view>
#include <utility>

// How things look in JSON, in files and on the command line. The names are stable: other people's programs read them.
namespace evencart {

QJsonObject jsonObject(std::initializer_list<std::pair<const char *, QJsonValue>> members);

QJsonValue jsonText(std::string_view utf8);
template <typename Tag>
QJsonValue jsonId(const Id128<Tag> &id)
{
    return jsonText(id.toString());
}
// A number with up to three decimals; whole ones without a point.
QJsonValue jsonQuantity(std::int64_t thousandths);
// Back from it; nullopt where it is no number, or not one of a quantity's size.
std::optional<std::int64_t> quantityFromJson(const QJsonValue &value);
QJsonValue jsonMoney(const std::optional<Money> &money);
// ISO 8601 in UTC, or null for 0 (never). The text alone: timeText().
QJsonValue jsonTime(std::uint64_t milliseconds);
std::string timeText(std::uint64_t milliseconds);
inline QJsonValue jsonNumber(std::uint64_t number)
{
    return static_cast<qint64>(number);
}

std::string textOf(const QJsonValue &value);

// "viewer", "editor" or "owner".
const char *roleName(protocol::Role role);

} // namespace evencart
