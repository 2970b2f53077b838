#include "portability/cartfile.h"
#include "portability/csv.h"
#include "portability/json.h"
#include "text/normalize.h"
#include "text/quantity.h"
#include "text/units.h"
#include "text/utf8.h"

#include <QJsonDocument>

#include <algorithm>
#include <map>

namespace evencart {

namespace {

// One column of a CSV file or one member of a JSON line that makes no sense.
Error bad(const std::string &what, const std::string &value)
{
    return {ErrorCode::InvalidInput, quoted(value) + " is no " + what + "."};
}

// ---- json
// ---------------------------------------------------------------------------------------------------------------

Result<std::vector<Share>> readShares(const QJsonArray &array)
{
    std::vector<Share> shares;
    for (const auto &value : array) {
        const std::string id = textOf(value[QLatin1String("member")]);
        const auto member = MemberId::fromString(id);
        const auto quantity = quantityFromJson(value[QLatin1String("quantity")]);
        if (!member)
            return bad("member's id", id);
        if (!quantity || *quantity <= 0)
            return Error{ErrorCode::InvalidInput, "The quantity somebody bought is none."};
        shares.push_back({*member, *quantity});
    }
    return shares;
}

Result<std::optional<Money>> readJsonPrice(const QJsonValue &value)
{
    if (!value.isObject())
        return std::optional<Money>();
    const std::string currency = textOf(value[QLatin1String("currency")]);
    const bool threeLetters = currency.size() == 3 && std::all_of(currency.begin(), currency.end(),
                                                                  [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!threeLetters)
        return bad("currency", currency);
    return std::optional(Money{currency, value[QLatin1String("minor")].toInteger()});
}

Result<ItemToAdd> readJsonLine(const QJsonValue &line, const MemberId &self)
{
    const auto text = [&](const char *name) { return textOf(line[QLatin1String(name)]); };
    ItemToAdd wanted;
    wanted.item.name = text("name");
    wanted.item.unit = text("unit");
    wanted.item.sku = text("sku");
    wanted.item.note = text("note");
    wanted.item.category = text("category");
    if (wanted.item.name.empty())
        return Error{ErrorCode::InvalidInput, "A name is missing."};
    if (line.toObject().contains(QLatin1String("quantity"))) {
        const auto quantity = quantityFromJson(line[QLatin1String("quantity")]);
        // A line whose total was pushed to 0 has to stay a line.
        if (!quantity || *quantity < 0)
            return Error{ErrorCode::InvalidInput, "The quantity is none."};
        wanted.item.quantity = *quantity == 0 ? oneThing : *quantity;
    }
    auto price = readJsonPrice(line[QLatin1String("price")]);
    if (!price)
        return price.error();
    wanted.item.price = std::move(*price);
    auto bought = readShares(line[QLatin1String("bought_by")].toArray());
    if (!bought)
        return bought.error();
    wanted.boughtBy = std::move(*bought);
    wanted.item.bought = wanted.boughtBy.empty() && line[QLatin1String("checked")].toBool();
    wanted.assignee = MemberId::fromString(text("assignee"));
    wanted.likedByMe = line[QLatin1String("likes")].toArray().contains(jsonId(self));
    const QJsonArray claims = line[QLatin1String("claimed_by")].toArray();
    wanted.claimedByMe = std::any_of(claims.begin(), claims.end(), [&](const auto &claim) {
        return claim[QLatin1String("member")].toString() == jsonId(self).toString();
    });
    return wanted;
}

ImportedFile readJson(std::string_view content, const MemberId &self)
{
    ImportedFile file;
    QJsonParseError problem;
    const auto document =
        QJsonDocument::fromJson(QByteArray(content.data(), static_cast<qsizetype>(content.size())), &problem);
    if (document.isNull()) {
        file.bad.push_back({"byte " + std::to_string(problem.offset),
                            "This is not JSON: " + problem.errorString().toStdString() + "."});
        return file;
    }
    const QJsonArray lines = document.isArray() ? document.array() : document[QLatin1String("lines")].toArray();
    if (document.isObject() && !document[QLatin1String("lines")].isArray())
        file.bad.push_back({"the document", "It holds no \"lines\", so it is no cart."});
    for (qsizetype i = 0; i < lines.size(); ++i) {
        auto item = readJsonLine(lines.at(i), self);
        if (item)
            file.items.push_back(std::move(*item));
        else
            file.bad.push_back({"item " + std::to_string(i + 1), item.error().message});
    }
    return file;
}

// ---- csv
// ----------------------------------------------------------------------------------------------------------------

class CsvItems
{
public:
    CsvItems(const QuickAddOptions &options, const csv::Row &heading) : m_options(options)
    {
        for (std::size_t i = 0; i < heading.fields.size(); ++i)
            m_columns[normalizedName(heading.fields[i])] = i;
    }

    bool hasNames() const { return m_columns.contains("name"); }

    Result<ItemToAdd> read(const csv::Row &row) const
    {
        ItemToAdd wanted;
        wanted.item.name = collapsed(field(row, "name"));
        wanted.item.sku = field(row, "sku");
        wanted.item.category = collapsed(field(row, "category"));
        wanted.item.note = field(row, "note");
        if (wanted.item.name.empty())
            return Error{ErrorCode::InvalidInput, "A name is missing."};
        if (auto read = readAmount(row, wanted.item); !read)
            return read.error();
        if (const std::string price = field(row, "price"); !price.empty()) {
            const std::string currency = field(row, "currency");
            auto money = parseMoney(currency.empty() ? price : price + " " + currency,
                                    {DecimalSeparator::Point, m_options.currency});
            if (!money)
                return money.error();
            wanted.item.price = std::move(*money);
        }
        return readChecked(field(row, "checked"), wanted);
    }

private:
    std::string field(const csv::Row &row, const char *column) const
    {
        const auto at = m_columns.find(column);
        return at == m_columns.end() || at->second >= row.fields.size() ? std::string() : row.fields[at->second];
    }

    Result<void> readAmount(const csv::Row &row, NewItem &item) const
    {
        const std::string quantity = field(row, "quantity");
        const auto number =
            quantity.empty() ? std::optional(oneThing) : parseQuantity(trimmed(quantity), DecimalSeparator::Point);
        if (!number || *number <= 0)
            return bad("quantity above 0", quantity);
        item.quantity = *number;
        item.unit = field(row, "unit");
        if (const Unit *unit = unitSpelled(item.unit)) {
            item.unit = unit->name;
            item.quantity = item.quantity * unit->factor / oneThing;
        }
        return {};
    }

    static Result<ItemToAdd> readChecked(const std::string &text, ItemToAdd wanted)
    {
        const std::string word = normalizedName(text);
        wanted.item.bought = word == "yes" || word == "true" || word == "x" || word == "1";
        const bool open = word.empty() || word == "no" || word == "false" || word == "0";
        if (!wanted.item.bought && !open)
            return bad("yes or no in the column checked", text);
        return wanted;
    }

    const QuickAddOptions &m_options;
    std::map<std::string, std::size_t> m_columns;
};

ImportedFile readCsv(const QuickAddOptions &options, std::string_view content)
{
    ImportedFile file;
    const auto rows = csv::read(content);
    if (!rows) {
        file.bad.push_back({"the file", rows.error().message});
        return file;
    }
    if (rows->empty())
        return file;
    const CsvItems items(options, rows->front());
    if (!items.hasNames())
        file.bad.push_back({"line 1", "The first line has to name the columns, \"name\" among them."});
    for (std::size_t i = 1; i < rows->size() && items.hasNames(); ++i) {
        auto item = items.read((*rows)[i]);
        if (item)
            file.items.push_back(std::move(*item));
        else
            file.bad.push_back({"line " + std::to_string((*rows)[i].line), item.error().message});
    }
    return file;
}

// ---- lists
// --------------------------------------------------------------------------------------------------------------

ImportedFile readList(std::string_view content, const QuickAddOptions &options)
{
    ImportedFile file;
    for (auto &item : parsePastedList(content, options)) {
        if (item)
            file.items.push_back(itemToAdd(std::move(*item)));
        else
            file.bad.push_back({{}, item.error().message}); // which names the line
    }
    return file;
}

} // namespace

FileFormat guessFormat(const std::string &path, std::string_view content)
{
    const std::string name = normalizedName(path);
    const std::string_view text = trimmed(content);
    if (name.ends_with(".json") || text.starts_with('{'))
        return FileFormat::Json;
    if (name.ends_with(".csv"))
        return FileFormat::Csv;
    return FileFormat::Text;
}

ImportedFile readCartFile(const QuickAddOptions &options, const MemberId &self, FileFormat format,
                          std::string_view content)
{
    switch (format) {
    case FileFormat::Json:
        return readJson(content, self);
    case FileFormat::Csv:
        return readCsv(options, content);
    case FileFormat::Markdown:
    case FileFormat::Text:
        break;
    }
    return readList(content, options);
}

} // namespace evencart
