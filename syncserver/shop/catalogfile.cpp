#include "shop/catalogfile.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "text/money.h"
#include "text/quantity.h"
#include "text/units.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>

namespace evencart::shop {

namespace {

constexpr std::size_t mostFindings = 20;

struct Row
{
    std::size_t line = 1; // on which it begins
    std::vector<std::string> fields;
};

// Collects what is wrong, so that a file is mended in one go.
class Findings
{
public:
    void add(std::size_t line, std::size_t column, std::string_view name, std::string_view what)
    {
        if (++m_count > mostFindings)
            return;
        if (!m_text.empty())
            m_text += '\n';
        m_text += "Line " + std::to_string(line);
        if (column > 0)
            m_text += ", column " + std::to_string(column);
        if (!name.empty())
            m_text += " (" + std::string(name) + ")";
        m_text += ": " + std::string(what);
    }
    bool isEmpty() const { return m_count == 0; }
    Error error() const
    {
        std::string text = m_text;
        if (m_count > mostFindings)
            text += "\nAnd " + std::to_string(m_count - mostFindings) + " more.";
        return {ErrorCode::InvalidInput, text + "\nNothing was imported."};
    }

private:
    std::size_t m_count = 0;
    std::string m_text;
};

// Takes the text apart. A quote that is not closed, or text behind a closing one, ends it: what follows has no shape.
class Splitter
{
public:
    explicit Splitter(std::string_view text) : m_text(text) {}

    std::vector<Row> run(Findings &findings)
    {
        std::vector<Row> rows;
        while (m_at < m_text.size() && findings.isEmpty()) {
            Row row{m_line, {}};
            while (readField(row, findings)) {
            }
            if (row.fields.size() > 1 || !row.fields.front().empty()) // an empty line says nothing
                rows.push_back(std::move(row));
        }
        return rows;
    }

private:
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\n'; }
    bool isAtEndOfLine() const
    {
        return here() == '\n' || (here() == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n');
    }

    // False where the row ends behind it.
    bool readField(Row &row, Findings &findings)
    {
        std::string field;
        if (here() == '"') {
            if (!readQuoted(field)) {
                findings.add(row.line, row.fields.size() + 1, {}, "a quote is not closed.");
            } else if (here() != ',' && !isAtEndOfLine()) {
                findings.add(m_line, row.fields.size() + 1, {}, "something stands behind the closing quote.");
                m_at = m_text.size();
            }
        } else {
            while (m_at < m_text.size() && here() != ',' && !isAtEndOfLine())
                field += m_text[m_at++];
        }
        row.fields.push_back(std::move(field));
        if (m_at < m_text.size() && here() == ',') {
            ++m_at;
            return true;
        }
        m_at += here() == '\r' ? 2 : 1;
        ++m_line;
        return false;
    }

    bool readQuoted(std::string &field)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] == '"') {
                ++m_at;
                if (m_at >= m_text.size() || m_text[m_at] != '"')
                    return true;
            }
            m_line += m_text[m_at] == '\n' ? 1 : 0;
            field += m_text[m_at];
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

enum Column
{
    Sku,
    Name,
    Unit,
    Price,
    Currency,
    Stock,
    Category,
    Columns
};
constexpr std::array<std::string_view, Columns> columnNames{"sku",      "name",  "unit",    "price",
                                                            "currency", "stock", "category"};
constexpr std::array<bool, Columns> isRequired{true, true, false, true, true, false, false};
constexpr std::array<std::size_t, Columns> mostBytes{
    limits::shortTextBytes, limits::nameBytes, limits::shortTextBytes, 40, 3, 40, limits::shortTextBytes};

// Where each column stands, from 0; nothing for one that the file does not have.
using Places = std::array<std::optional<std::size_t>, Columns>;

Places readHeader(const Row &header, Findings &findings)
{
    Places places;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        const auto known = std::find(columnNames.begin(), columnNames.end(), header.fields[i]);
        if (known == columnNames.end()) {
            findings.add(header.line, i + 1, {},
                         quoted(header.fields[i]) +
                             " is no column of a catalogue: take sku,name,unit,price,currency,stock,category.");
            continue;
        }
        auto &place = places[static_cast<std::size_t>(known - columnNames.begin())];
        if (place)
            findings.add(header.line, i + 1, *known, "the column is there twice.");
        place = i;
    }
    for (std::size_t column = 0; column < Columns; ++column) {
        if (isRequired[column] && !places[column])
            findings.add(header.line, 0, columnNames[column], "the column is missing.");
    }
    return places;
}

class RowReader
{
public:
    RowReader(const Row &row, const Places &places, Findings &findings)
        : m_row(row), m_places(places), m_findings(findings)
    {
    }

    CatalogRow read()
    {
        CatalogRow read;
        for (const Column column : {Sku, Name, Unit, Price, Currency, Stock, Category})
            checkText(column);
        read.good.sku = text(Sku);
        read.good.name = text(Name);
        read.good.unit = unit();
        read.good.category = text(Category);
        readPrice(read.good);
        readStock(read);
        return read;
    }

private:
    std::string text(Column column) const
    {
        return m_places[column] ? m_row.fields.at(*m_places[column]) : std::string();
    }
    // As carts write it: a litre is a litre however the file spells it. What carts would turn into another unit (a
    // dozen, a pound) stays as it is.
    std::string unit() const
    {
        const std::string spelled = text(Unit);
        const evencart::Unit *known = unitSpelled(spelled);
        return known && known->factor == oneThing ? std::string(known->name) : spelled;
    }
    void wrong(Column column, std::string_view what)
    {
        m_findings.add(m_row.line, m_places[column].value_or(0) + 1, columnNames[column], what);
    }
    void checkText(Column column)
    {
        const std::string value = text(column);
        if (value.empty() && isRequired[column])
            wrong(column, "this must not be empty.");
        else if (value.size() > mostBytes[column])
            wrong(column, "this is longer than " + std::to_string(mostBytes[column]) + " bytes.");
        else if (!isCleanText(value) || value.find_first_of("\n\t") != std::string::npos)
            wrong(column, "this holds bytes that are no text in UTF-8, or control characters.");
        else if (column == Sku && (value.starts_with(' ') || value.ends_with(' ')))
            wrong(column, "blanks stand before or behind it, which would make it another article: take them away.");
    }
    void readPrice(protocol::Good &good)
    {
        if (text(Price).empty() || text(Currency).empty())
            return;
        const auto money = parseMoney(text(Price) + " " + text(Currency));
        if (!money)
            return wrong(Price, money.error().message);
        if (money->minor < 0)
            return wrong(Price, "a price cannot be below 0.");
        good.currency = money->currency;
        good.price = money->minor;
    }
    void readStock(CatalogRow &read)
    {
        const std::string value = text(Stock);
        if (value.empty())
            return;
        read.stock = parseQuantity(value, DecimalSeparator::Point);
        if (!read.stock)
            wrong(Stock, quoted(value) + " is no number of pieces: write 12 or 0.5, up to a million.");
    }

    const Row &m_row;
    const Places &m_places;
    Findings &m_findings;
};

} // namespace

Result<std::vector<CatalogRow>> readCatalog(std::string_view csv)
{
    if (csv.size() > catalogBytes)
        return Error{ErrorCode::Limit, "A catalogue file can have up to 64 MiB: import it in parts."};
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (csv.starts_with(byteOrderMark))
        csv.remove_prefix(byteOrderMark.size());
    Findings findings;
    const std::vector<Row> rows = Splitter(csv).run(findings);
    if (rows.empty() && findings.isEmpty())
        findings.add(
            1, 0, {},
            "the file is empty: its first line names the columns sku,name,unit,price,currency,stock,category.");
    if (!findings.isEmpty())
        return findings.error();
    const Places places = readHeader(rows.front(), findings);
    if (!findings.isEmpty())
        return findings.error();
    std::vector<CatalogRow> catalog;
    std::map<std::string, std::size_t> lines;
    for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
        if (row->fields.size() != rows.front().fields.size()) {
            findings.add(row->line, 0, {},
                         "there are " + std::to_string(row->fields.size()) + " columns instead of " +
                             std::to_string(rows.front().fields.size()) + ".");
            continue;
        }
        catalog.push_back(RowReader(*row, places, findings).read());
        const auto [first, isNew] = lines.emplace(catalog.back().good.sku, row->line);
        if (!isNew)
            findings.add(row->line, *places[Sku] + 1, columnNames[Sku],
                         "this stands in line " + std::to_string(first->second) + " already.");
        if (catalog.size() > 1 && catalog.back().good.currency != catalog.front().good.currency &&
            !catalog.back().good.currency.empty() && !catalog.front().good.currency.empty())
            findings.add(row->line, *places[Currency] + 1, columnNames[Currency],
                         "a shop sells in one currency, and this file began with " + catalog.front().good.currency +
                             ".");
    }
    if (!findings.isEmpty())
        return findings.error();
    return catalog;
}

} // namespace evencart::shop
