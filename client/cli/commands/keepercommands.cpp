#include "base/textcodec.h"
#include "cli/commands/commands.h"
#include "cli/connection.h"
#include "cli/inputfile.h"
#include "cli/values.h"
#include "portability/json.h"
#include "protocol/protocollimits.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>

namespace evencart::cli {

namespace {

QJsonObject documentOf(const std::string &said)
{
    QJsonArray lines;
    for (std::size_t begin = 0; begin < said.size();) {
        const std::size_t end = std::min(said.find('\n', begin), said.size());
        lines.append(jsonText(std::string_view(said).substr(begin, end - begin)));
        begin = end + 1;
    }
    return jsonObject({{"lines", lines}});
}

enum class Asks
{
    ToSee,
    ToChange // --quiet leaves what there is to say out
};

// Has the server do it, as an administrator.
Result<ExitCode> administer(Invocation &run, Asks asks, const std::vector<std::string> &words, const Bytes &file = {})
{
    const auto connection = Connection::open(run);
    if (!connection)
        return connection.error();
    const auto said = (*connection)->ask<std::string>([&](auto answer) {
        (*connection)->client().administer(words, file, std::move(answer));
    });
    if (!said) {
        Error error = said.error(); // of a file, line by line
        std::ranges::replace(error.message, '\n', ' ');
        return run.failed(error, (*connection)->exitCodeFor(error));
    }
    const std::string text = said->empty() ? "Nothing." : said->substr(0, said->size() - 1);
    if (asks == Asks::ToSee)
        run.out.answer(documentOf(*said), text);
    else
        run.out.confirm(documentOf(*said), text);
    return ExitCode::Done;
}

// What a message can carry; whether there is such an article is the server's to say.
Result<std::string> readSku(const std::string &text)
{
    if (text.empty() || text.size() > limits::shortTextBytes || !isCleanText(text))
        return Error{ErrorCode::InvalidInput, (isCleanText(text) ? quoted(text) : std::string("This")) +
                                                  " is no article; \"shop goods\" lists them."};
    return text;
}

Result<ExitCode> importGoods(Invocation &run)
{
    const auto content = readInputFile(run.environment, run.arguments.at(0), protocol::administerFileBytes);
    if (!content)
        return content.error();
    return administer(run, Asks::ToChange, {"catalog", "import", "file"}, *content);
}

Result<ExitCode> listGoods(Invocation &run)
{
    return administer(run, Asks::ToSee, {"catalog", "list"});
}

Result<ExitCode> changeStock(Invocation &run, const char *how)
{
    const auto sku = readSku(run.arguments.at(0));
    const auto n = readQuantity(run.environment, run.arguments.at(1));
    if (!sku || !n)
        return sku ? n.error() : sku.error();
    return administer(run, Asks::ToChange, {"stock", how, *sku, formatQuantity(*n)});
}

Result<ExitCode> setStock(Invocation &run)
{
    return changeStock(run, "set");
}

Result<ExitCode> addStock(Invocation &run)
{
    return changeStock(run, "add");
}

Result<ExitCode> listOrders(Invocation &run)
{
    const auto typed = run.arguments.option("sku");
    const auto sku = typed ? readSku(*typed) : Result<std::string>(std::string());
    if (!sku)
        return sku.error();
    std::vector<std::string> words{"orders"};
    if (typed)
        words.insert(words.end(), {"--sku", *sku});
    return administer(run, Asks::ToSee, words);
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
