#include "model/wording.h"

#include "text/quantity.h"
#include "translations/unitwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace evencart::wording {

namespace {

class Words // the context of the translations
{
    Q_DECLARE_TR_FUNCTIONS(Wording)
};

} // namespace

DecimalSeparator decimalSeparator()
{
    return QLocale().decimalPoint() == QStringLiteral(",") ? DecimalSeparator::Comma : DecimalSeparator::Point;
}

std::string currencyCode()
{
    return QLocale().currencySymbol(QLocale::CurrencyIsoCode).toStdString();
}

QString quantity(std::int64_t thousandths)
{
    return text(formatQuantity(thousandths, decimalSeparator() == DecimalSeparator::Comma ? ',' : '.'));
}

QString amount(std::int64_t thousandths, const std::string &unit)
{
    return unit.empty() ? quantity(thousandths) : quantity(thousandths) + QChar(0x00A0) + unitWord(unit, thousandths);
}

QString money(const Money &money)
{
    const QString plain = text(formatMoney(money, decimalSeparator() == DecimalSeparator::Comma ? ',' : '.'));
    static const QHash<QString, QString> signs = {{QStringLiteral("EUR"), QStringLiteral("€")},
                                                  {QStringLiteral("USD"), QStringLiteral("$")},
                                                  {QStringLiteral("GBP"), QStringLiteral("£")},
                                                  {QStringLiteral("JPY"), QStringLiteral("¥")}};
    const QString code = text(money.currency);
    QString number = plain.chopped(code.size() + 1);
    return number + QChar(0x00A0) + signs.value(code, code);
}

QString price(const Money &price, const std::string &unit)
{
    const std::string_view per = priceUnit(unit);
    return per == "kg" || per == "l" ? money(price) + QLatin1Char('/') + text(std::string(per)) : money(price);
}

QString totals(const std::vector<Total> &totals)
{
    QStringList parts;
    for (const Total &total : totals)
        parts << money({total.currency, total.minor});
    return parts.join(QStringLiteral(" + "));
}

QString clock(std::uint64_t milliseconds, const QDateTime &now)
{
    if (milliseconds == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds));
    const QLocale locale;
    const QString hours = locale.toString(time.time(), QLocale::ShortFormat);
    const qint64 days = time.date().daysTo(now.date());
    if (days == 0)
        return hours;
    if (days > 0 && days < 7)
        return locale.standaloneDayName(time.date().dayOfWeek(), QLocale::ShortFormat) + QLatin1Char(' ') + hours;
    return locale.toString(time.date(), QLocale::ShortFormat);
}

QString ago(std::uint64_t milliseconds, const QDateTime &now)
{
    if (milliseconds == 0)
        return Words::tr("never");
    const qint64 seconds = (now.toMSecsSinceEpoch() - static_cast<qint64>(milliseconds)) / 1000;
    if (seconds < 60)
        return Words::tr("just now");
    if (seconds < 3600)
        return Words::tr("%n min ago", nullptr, static_cast<int>(seconds / 60));
    return clock(milliseconds, now);
}

} // namespace evencart::wording
