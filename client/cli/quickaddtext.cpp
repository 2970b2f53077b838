#include "cli/quickaddtext.h"

#include "text/quantity.h"
#include "text/utf8.h"

#include <array>

namespace evencart::cli {

namespace {

std::string quotedText(const std::string &text)
{
    return '"' + text + '"';
}

std::string composed(const LineView &line, const std::string &name, const std::string &note)
{
    std::string text;
    if (!line.unit.empty())
        text = formatQuantity(line.quantity) + " " + line.unit + " ";
    else if (line.quantity != oneThing)
        text = formatQuantity(line.quantity) + "x ";
    text += name;
    if (!line.sku.empty())
        text += " sku:" + line.sku;
    if (!line.category.empty())
        text += " #" +
                (line.category.find_first_of(" ,\"") == std::string::npos ? line.category : quotedText(line.category));
    if (line.price)
        text += " @" + formatMoney({line.price->currency, line.price->minor}, '.')
                           .replace(formatMoney(*line.price).find(' '), 1, "");
    if (!note.empty())
        text += ", " + note;
    return text;
}

bool readsBack(const LineView &line, const std::string &text, const std::string &note)
{
    const auto item = parseQuickAdd(text);
    return item && item->name == line.name && item->unit == line.unit && item->quantity == line.quantity &&
           item->note == note && item->category == line.category && item->sku.value_or(std::string()) == line.sku &&
           item->price == line.price;
}

} // namespace

QuickAddText quickAddText(const LineView &line)
{
    const std::array<std::string, 3> names = {line.name, quotedText(line.name), "“" + line.name + "”"};
    for (const std::string &name : names) {
        const std::string text = composed(line, name, line.note);
        if (readsBack(line, text, line.note))
            return {text, true};
    }
    // Without the note, then with what is left of the rest: the name and how many always travel.
    for (const std::string &name : names) {
        const std::string text = composed(line, name, {});
        if (readsBack(line, text, {}))
            return {text, false};
    }
    LineView bare = line;
    bare.note.clear();
    bare.category.clear();
    bare.sku.clear();
    bare.price.reset();
    return {composed(bare, quotedText(collapsed(line.name)), {}), false};
}

} // namespace evencart::cli
