#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "portability/json.h"
#include "protocol/protocollimits.h"

#include <array>
#include <fstream>

namespace evencart::cli {

namespace {

// Asks the server for it, as an administrator.
Result<ExitCode> administer(Invocation &run, const std::vector<std::string> &words, const Bytes &file = {})
{
    for (const std::string &word : words) {
        if (word.size() > limits::shortTextBytes)
            return Error{ErrorCode::Limit, "\"" + word + "\" is too long for an article or an amount."};
    }
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    const auto said = (*connection)->ask<std::string>([&](auto answer) {
        (*connection)->client().administer(words, file, std::move(answer));
    });
    if (!said)
        return run.failed(said.error(), (*connection)->exitCodeFor(said.error()));
    QJsonArray lines;
    for (std::size_t begin = 0; begin < said->size();) {
        const std::size_t end = std::min(said->find('\n', begin), said->size());
        lines.append(jsonText(std::string_view(*said).substr(begin, end - begin)));
        begin = end + 1;
    }
    std::string text = said->empty() ? "Nothing.\n" : *said;
    text.pop_back();
    run.out.answer(jsonObject({{"lines", lines}}), text);
    return ExitCode::Done;
}

Result<Bytes> readCatalogue(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    Bytes content;
    while (file && content.size() <= protocol::administerFileBytes) {
        std::array<char, 64 * 1024> part{};
        file.read(part.data(), part.size());
        content.append(part.data(), static_cast<std::size_t>(file.gcount()));
    }
    if (file.bad() || !file.is_open()) // bad: a folder, for one
        return Error{ErrorCode::NotFound, "The file " + path + " cannot be read; check its name and its permissions."};
    if (content.size() > protocol::administerFileBytes)
        return Error{ErrorCode::Limit,
                     "A catalogue of more than 1 MiB cannot be sent: import it in parts, or at the server with "
                     "\"evencartd admin catalog import\"."};
    return content;
}

Result<ExitCode> importGoods(Invocation &run)
{
    const auto content = readCatalogue(run.arguments.at(0));
    if (!content)
        return content.error();
    return administer(run, {"catalog", "import", "file"}, *content);
}

Result<ExitCode> listGoods(Invocation &run)
{
    return administer(run, {"catalog", "list"});
}

Result<ExitCode> setStock(Invocation &run)
{
    return administer(run, {"stock", "set", run.arguments.at(0), run.arguments.at(1)});
}

Result<ExitCode> addStock(Invocation &run)
{
    return administer(run, {"stock", "add", run.arguments.at(0), run.arguments.at(1)});
}

Result<ExitCode> listOrders(Invocation &run)
{
    const auto sku = run.arguments.option("sku");
    return administer(run,
                      sku ? std::vector<std::string>{"orders", "--sku", *sku} : std::vector<std::string>{"orders"});
}

} // namespace

std::vector<Command> keeperCommands()
{
    return {
        {"shop import",
         "FILE",
         "Takes a catalogue into the shop",
         "For administrators, like all of \"shop\": who hosts the server makes one with \"evencartd admin "
         "invite-admin\", and the link\nis for \"join\". The file is CSV with the columns sku, name, unit, price, "
         "currency, stock and category, of 1 MiB at most.\nGoods that are not in it stay as they are.",
         {timeoutOption()},
         importGoods},
        {"shop goods", "", "Lists the shop's goods, with stock and what is reserved", "", {timeoutOption()}, listGoods},
        {"shop set", "SKU N", "Says how many of an article are in stock", "", {timeoutOption()}, setStock},
        {"shop add",
         "SKU N",
         "Adds to the stock of an article",
         "With a minus it takes away: shop add SKU -- -3. Where the connection ends before the answer, look with "
         "\"shop "
         "goods\" whether it\nwas done.",
         {timeoutOption()},
         addStock},
        {"shop orders",
         "",
         "Lists everybody's orders, the newest first",
         "",
         {{"sku", "SKU", "those with this article"}, timeoutOption()},
         listOrders},
    };
}

} // namespace evencart::cli
