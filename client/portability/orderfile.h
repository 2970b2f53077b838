#pragma once

#include "protocol/message.h"

#include <QJsonObject>

#include <string>

// Orders as files: the document that the command line shows, and a table.
namespace evencart {

// "order" (the key), "ledger", "lines", "total", "cart", "placed", "state".
QJsonObject orderJson(const protocol::Order &order);
// A row for each line: ledger, placed, sku, name, quantity, unit, price, total, currency. Numbers with a point.
std::string orderCsv(const protocol::Order &order);

} // namespace evencart
