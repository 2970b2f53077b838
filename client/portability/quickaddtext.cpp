#include "portability/quickaddtext.h"

#include "text/quantity.h"
#include "text/utf8.h"

#include <vector>

namespace evencart {

namespace {

std::string quotedText(const std::string &text)
{
    return '"' + text + '"';
}

// A text as it stands and the two ways of quoting it; one that is empty is not quoted.
std::vector<std::string> waysOf(const std::string &text)
{
    if (text.empty())
        return {text};
    return {text, quotedText(text), "“" + text + "”"};
}

// Quoted where the grammar would read something else in it.
std::string categoryText(const std::string &category)
{
    if (category.find_first_of(" ,\"#") == std::string::npos)
        return category;
    return waysOf(category)[category.find('"') == std::string::npos ? 1 : 2];
}

class Composer
{
public:
    Composer(const LineView &line, DecimalSeparator decimal)
        : m_line(line), m_decimal(decimal), m_separator(decimal == DecimalSeparator::Comma ? ',' : '.')
    {
    }

    std::string text(const std::string &name, const std::string &note) const
    {
        std::string text;
        if (!m_line.unit.empty())
            text = formatQuantity(m_line.quantity, m_separator) + " " + m_line.unit + " ";
        else if (m_line.quantity != oneThing)
            text = formatQuantity(m_line.quantity, m_separator) + "x ";
        text += name;
        if (!m_line.sku.empty())
            text += " sku:" + m_line.sku;
        if (!m_line.category.empty())
            text += " #" + categoryText(m_line.category);
        if (m_line.price) {
            std::string price = formatMoney(*m_line.price, m_separator);
            text += " @" + price.erase(price.find(' '), 1);
        }
        if (!note.empty())
            text += ", " + note;
        return text;
    }

    // As a line of a list, which is pasted or read from a file: there a bullet, a box or a heading would go.
    bool readsBack(const std::string &text, const std::string &note) const
    {
        const auto items = parsePastedList(text, {m_decimal, {}});
        if (items.size() != 1 || !items.front())
            return false;
        const ParsedItem *item = &*items.front();
        return !item->checked && item->name == m_line.name && item->unit == m_line.unit &&
               item->quantity == m_line.quantity && item->note == note && item->category == m_line.category &&
               item->sku.value_or(std::string()) == m_line.sku && item->price == m_line.price;
    }

private:
    const LineView &m_line;
    DecimalSeparator m_decimal;
    char m_separator;
};

} // namespace

QuickAddText quickAddText(const LineView &line, DecimalSeparator decimal)
{
    const Composer composer(line, decimal);
    const auto names = waysOf(line.name);
    for (const std::string &name : names) {
        for (const std::string &note : waysOf(line.note)) {
            const std::string text = composer.text(name, note);
            if (composer.readsBack(text, line.note))
                return {text, true};
        }
    }
    // Without the note, then with what is left of the rest: the name and how many always travel.
    for (const std::string &name : names) {
        const std::string text = composer.text(name, {});
        if (composer.readsBack(text, {}))
            return {text, false};
    }
    LineView bare = line;
    bare.note.clear();
    bare.category.clear();
    bare.sku.clear();
    bare.price.reset();
    return {Composer(bare, decimal).text(quotedText(collapsed(line.name)), {}), false};
}

} // namespace evencart
