#pragma once

#include "engine/shopupdate.h"

#include <QString>

// What the app says about goods and orders, in the user's language and locale.
namespace evencart::shopwords {

QString unitPrice(const Money &price, const std::string &unit); // "1.19 €", "1.19 €/l", "3.00 €/bottle"
QString stock(std::int64_t stock, const std::string &unit);     // "in stock 3", "only 2 left", "sold out"
QString left(std::int64_t left, const std::string &unit);       // "2 left", "sold out"
QString age(std::uint64_t milliseconds);                        // "just now", "12 s ago", "3 min ago", "2 days ago"
QString asOf(std::uint64_t milliseconds);                       // "as of 12 s ago"

// What the shop keeps for me: "2 l kept for you, 9 min".
QString kept(std::int64_t quantity, const std::string &unit, std::uint64_t remaining);
QString notReserved(const protocol::NotReserved &refusal, const QString &name);

// What stands against one line: "sold out: 2 left", "the price is 2.29 € now". `unit`: of the good.
QString problem(const protocol::NotOrdered::Line &line, const std::string &unit);
QString problem(const LineOutlook &outlook); // the same, looking ahead; empty: nothing
// Why there is no order, as one sentence.
QString refusal(const OrderNews &news);
// What became of it, as a toast.
QString news(const OrderNews &news, const QString &cart);

} // namespace evencart::shopwords
