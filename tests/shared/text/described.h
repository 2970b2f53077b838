#pragma once

#include "text/quickadd.h"

#include <QByteArray>

// Parsed items as one text each, so that a test row is two strings.
namespace evencart::test {

// The item in one text: quantity, unit, name, then what else there is.
inline QByteArray described(const ParsedItem &item)
{
    std::string text = formatQuantity(item.quantity) + "|" + item.unit + "|" + item.name;
    if (!item.note.empty())
        text += "|note:" + item.note;
    if (!item.category.empty())
        text += "|#" + item.category;
    if (item.price)
        text += "|" + formatMoney(*item.price);
    if (item.sku)
        text += "|sku:" + *item.sku;
    if (item.checked)
        text += "|checked";
    return QByteArray::fromStdString(text);
}

inline QByteArray described(const Result<ParsedItem> &result)
{
    return result ? described(*result) : QByteArray::fromStdString("error: " + result.error().message);
}

// The stretches of the line that its parts point at.
inline QByteArray describedParts(std::string_view line, const ParsedItem &item)
{
    static constexpr const char *kinds[] = {"quantity", "unit", "price", "category", "sku", "note"};
    std::string text;
    for (const Recognised &part : item.parts)
        text += std::string(kinds[part.kind]) + "[" + std::string(line.substr(part.begin, part.end - part.begin)) + "]";
    return QByteArray::fromStdString(text);
}

} // namespace evencart::test
