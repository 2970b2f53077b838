#pragma once

#include "base/result.h"
#include "cli/environment.h"
#include "protocol/message.h"
#include "text/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Reading what people type on the command line, and writing amounts for them.
namespace evencart::cli {

// A quantity in thousandths, from "2", "0.5" or, where that is usual, "0,5". InvalidInput says what is expected.
Result<std::int64_t> readQuantity(const Environment &environment, const std::string &text);
Result<Money> readPrice(const Environment &environment, const std::string &text);
// "30", "90s", "15m", "12h", "7d", "2w" in milliseconds; seconds without a unit.
Result<std::uint64_t> readDuration(const std::string &text);

// "viewer", "editor" or "owner".
Result<protocol::Role> readRole(const std::string &text);

// "2", "0.5 l", "500 g".
std::string amountText(const Environment &environment, std::int64_t thousandths, const std::string &unit);
std::string moneyText(const Environment &environment, const Money &money);

// "Butter, Eggs and 5 more": names for a label or a sentence, short enough for an undo step whatever they are.
std::string nameList(const std::vector<std::string> &names);
// One name, cut to forty characters.
std::string shortName(const std::string &name);

} // namespace evencart::cli
