#pragma once

#include "cart/cartview.h"
#include "text/decimal.h"

#include <QDateTime>
#include <QString>

// Amounts and times as the user reads and types them, in the default locale (QLocale()).
namespace evencart::wording {

DecimalSeparator decimalSeparator();
std::string currencyCode(); // of the locale; may be empty

QString quantity(std::int64_t thousandths);
QString amount(std::int64_t thousandths, const std::string &unit); // "2", "0.5 l"
QString money(const Money &money);                                 // "1.99 €"
QString price(const Money &money, const std::string &unit);        // "1.99 €", of weights and volumes "1.99 €/kg"
QString totals(const std::vector<Total> &totals);                  // "12.40 € + 3.00 $"; empty without any
QString clock(std::uint64_t milliseconds, const QDateTime &now);   // "14:02", "Mon 14:02", "3 Nov"; empty for 0
QString ago(std::uint64_t milliseconds, const QDateTime &now);     // "just now", "3 min ago"
inline QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

} // namespace evencart::wording
