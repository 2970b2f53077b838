#include "cli/values.h"

#include "portability/json.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>

namespace evencart::cli {

namespace {

constexpr std::size_t namesInList = 3;
constexpr int charactersOfName = 40;

std::optional<std::uint64_t> millisecondsIn(std::string_view unit)
{
    constexpr std::uint64_t second = 1000;
    if (unit.empty() || unit == "s")
        return second;
    if (unit == "m")
        return 60 * second;
    if (unit == "h")
        return 3600 * second;
    if (unit == "d")
        return 24 * 3600 * second;
    if (unit == "w")
        return 7 * 24 * 3600 * second;
    return std::nullopt;
}

} // namespace

Result<std::int64_t> readQuantity(const Environment &environment, const std::string &text)
{
    if (const auto quantity = parseQuantity(trimmed(text), environment.decimal, Sign::Allowed))
        return *quantity;
    return Error{ErrorCode::InvalidInput,
                 quoted(text) + " is no quantity; write a number with up to three decimals, like 2 or 0.5."};
}

Result<Money> readPrice(const Environment &environment, const std::string &text)
{
    return parseMoney(text, {environment.decimal, environment.currency});
}

Result<std::uint64_t> readDuration(const std::string &text)
{
    std::uint64_t number = 0;
    const auto [rest, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const auto unit = millisecondsIn({rest, static_cast<std::size_t>(text.data() + text.size() - rest)});
    constexpr std::uint64_t most = 10'000;
    if (problem != std::errc() || !unit || number == 0 || number > most)
        return Error{ErrorCode::InvalidInput,
                     quoted(text) + " is no length of time; write it like 30s, 15m, 12h or 7d."};
    return number * *unit;
}

std::string amountText(const Environment &environment, std::int64_t thousandths, const std::string &unit)
{
    const std::string number = formatQuantity(thousandths, environment.decimalCharacter());
    return unit.empty() ? number : number + " " + unit;
}

std::string moneyText(const Environment &environment, const Money &money)
{
    return formatMoney(money, environment.decimalCharacter());
}

std::string shortName(const std::string &name)
{
    std::string_view rest = name;
    for (int i = 0; i < charactersOfName && !rest.empty(); ++i)
        rest.remove_prefix(firstCodePoint(rest).bytes);
    return rest.empty() ? name : name.substr(0, name.size() - rest.size()) + "…";
}

std::string nameList(const std::vector<std::string> &names)
{
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), namesInList); ++i)
        list += (i == 0 ? "" : ", ") + shortName(names[i]);
    if (names.size() > namesInList)
        list += " and " + std::to_string(names.size() - namesInList) + " more";
    return list;
}

Result<protocol::Role> readRole(const std::string &text)
{
    for (const auto role : {protocol::Role::Viewer, protocol::Role::Editor, protocol::Role::Owner}) {
        if (text == roleName(role))
            return role;
    }
    return Error{ErrorCode::InvalidInput, "\"" + text + "\" is no role; take editor, viewer or owner."};
}

} // namespace evencart::cli
