#pragma once

#include "cli/environment.h"
#include "portability/orderfile.h"
#include "protocol/message.h"
#include "storage/shopcopy.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <string>

// Goods and orders for people and for programs.
namespace evencart::cli {

std::string orderText(const Environment &environment, const protocol::Order &order); // without the last newline

// `mine`: what this member has reserved of it, and of others.
QJsonObject goodJson(const KnownGood &good, const std::vector<protocol::Reservation> &mine);
// "in stock 5 l, 2 l of it reserved, 1 l for me (9 min)".
std::string stockText(const Environment &environment, const KnownGood &good,
                      const std::vector<protocol::Reservation> &mine);

const char *problemName(protocol::ReservationProblem problem);
std::string notReservedText(const Environment &environment, const protocol::NotReserved &refusal,
                            const std::string &name);

// Why there is no order, as one sentence; `nameOf` gives the name of a line.
using LineNames = std::function<std::string(const LineId &)>;
std::string refusalText(const Environment &environment, const protocol::NotOrdered &refusal, const LineNames &nameOf);
QJsonArray refusedLinesJson(const protocol::NotOrdered &refusal, const LineNames &nameOf);

// "12 s", "3 min", "5 h", "2 days".
std::string ageText(std::uint64_t milliseconds);

} // namespace evencart::cli
