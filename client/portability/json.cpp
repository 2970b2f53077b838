#include "portability/json.h"

#include "base/limits.h"

#include <QDateTime>
#include <QString>

#include <cmath>

namespace evencart {

QJsonObject jsonObject(std::initializer_list<std::pair<const char *, QJsonValue>> members)
{
    QJsonObject object;
    for (const auto &[name, value] : members)
        object.insert(QLatin1String(name), value);
    return object;
}

QJsonValue jsonText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QJsonValue jsonQuantity(std::int64_t thousandths)
{
    if (thousandths % 1000 == 0)
        return static_cast<qint64>(thousandths / 1000);
    return static_cast<double>(thousandths) / 1000.0;
}

std::optional<std::int64_t> quantityFromJson(const QJsonValue &value)
{
    const double thousandths = value.toDouble(-1) * 1000.0;
    if (!value.isDouble() || std::abs(thousandths) > static_cast<double>(limits::quantityThousandths))
        return std::nullopt;
    const auto rounded = std::llround(thousandths);
    return std::abs(thousandths - static_cast<double>(rounded)) < 1e-6 ? std::optional<std::int64_t>(rounded)
                                                                       : std::nullopt;
}

QJsonValue jsonMoney(const std::optional<Money> &money)
{
    if (!money)
        return QJsonValue(QJsonValue::Null);
    return jsonObject({{"currency", jsonText(money->currency)}, {"minor", static_cast<qint64>(money->minor)}});
}

QJsonValue jsonTime(std::uint64_t milliseconds)
{
    return milliseconds == 0 ? QJsonValue(QJsonValue::Null) : jsonText(timeText(milliseconds));
}

std::string timeText(std::uint64_t milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds), Qt::UTC)
        .toString(Qt::ISODate)
        .toStdString();
}

std::string textOf(const QJsonValue &value)
{
    return value.toString().toStdString();
}

const char *roleName(protocol::Role role)
{
    switch (role) {
    case protocol::Role::Viewer:
        return "viewer";
    case protocol::Role::Editor:
        return "editor";
    case protocol::Role::Owner:
        break;
    }
    return "owner";
}

} // namespace evencart
