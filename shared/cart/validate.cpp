#include "cart/validate.h"

#include "base/limits.h"
#include "base/textcodec.h"
#include "cart/facts.h"
#include "text/normalize.h"

#include <cstdlib>

namespace evencart {

namespace {

Error refusal(const char *what)
{
    return {ErrorCode::InvalidInput, std::string("This change cannot be accepted: ") + what + "."};
}

bool amountFits(std::int64_t n)
{
    return n >= -limits::quantityThousandths && n <= limits::quantityThousandths;
}

bool textFits(const std::string &text, std::size_t most)
{
    return text.size() <= most && isCleanText(text);
}

struct AmountCheck
{
    bool operator()(const Inc &inc) const { return inc.n != 0 && amountFits(inc.n); }
    bool operator()(const Set &set) const
    {
        for (const Absorbed &part : set.absorbed) {
            if (!amountFits(part.n))
                return false;
        }
        return set.n >= 0 && amountFits(set.n);
    }
    bool operator()(const Keep &keep) const { return keep.n >= 0 && amountFits(keep.n); }
    bool operator()(const Contribution &part) const
    {
        return part.n > 0 && amountFits(part.n) && !part.origin.isNull();
    }
};

Result<void> checkQuantity(ByteView body)
{
    const auto fact = decodeQuantity(body);
    if (!fact)
        return refusal("a quantity is damaged");
    if (!std::visit(AmountCheck{}, fact->what))
        return refusal("a quantity is outside of what a cart can hold");
    if (normalizedName(fact->line.name).empty() || !textFits(fact->line.name, limits::nameBytes))
        return refusal("an item's name is empty, too long or not readable text");
    if (!textFits(fact->line.unit, limits::shortTextBytes) || !textFits(fact->line.sku, limits::shortTextBytes))
        return refusal("an item's unit or catalogue id is not readable text");
    return {};
}

Result<void> checkText(ByteView body, std::size_t most, bool mayBeEmpty)
{
    const auto text = decodeText(body);
    if (!text || !textFits(*text, most) || (text->empty() && !mayBeEmpty))
        return refusal("a text is empty, too long or not readable");
    return {};
}

Result<void> checkTitle(ByteView body)
{
    const auto title = decodeTitle(body);
    if (!title || normalizedName(title->name).empty() || !textFits(title->name, limits::nameBytes))
        return refusal("a new name is empty, too long or not readable text");
    return {};
}

Result<void> checkPrice(ByteView body)
{
    const auto price = decodePrice(body);
    if (!price || price->currency.size() != 3 || price->minor < -limits::priceMinor ||
        price->minor > limits::priceMinor)
        return refusal("a price is damaged or too large");
    for (const char letter : price->currency) {
        if (letter < 'A' || letter > 'Z')
            return refusal("a currency is not three capital letters");
    }
    return {};
}

Result<void> checkMark(ByteView body)
{
    const auto mark = decodeMark(body);
    if (!mark || mark->n <= 0 || !amountFits(mark->n))
        return refusal("a bought mark is damaged");
    return {};
}

Result<void> checkBody(Field field, ByteView body)
{
    switch (field) {
    case Field::Quantity:
        return checkQuantity(body);
    case Field::Title:
        return checkTitle(body);
    case Field::Note:
        return checkText(body, limits::noteBytes, false);
    case Field::Category:
        return checkText(body, limits::shortTextBytes, false);
    case Field::CartName:
        return checkText(body, limits::nameBytes, false);
    case Field::Price:
        return checkPrice(body);
    case Field::Mark:
        return checkMark(body);
    case Field::Assignee:
    case Field::Like:
    case Field::Claim:
        return decodeMember(body) ? Result<void>() : refusal("a member's id is damaged");
    case Field::Place:
        return decodePlace(body) ? Result<void>() : refusal("a place in the order is damaged");
    case Field::MergedFrom:
        return decodeMergedFrom(body) ? Result<void>() : refusal("a merge record is damaged");
    case Field::Requires:
        return decodeFeature(body) ? Result<void>() : refusal("the number of a feature is damaged");
    }
    return {}; // a later client's field
}

bool isHeaderField(Field field)
{
    return field == Field::CartName || field == Field::MergedFrom || field == Field::Requires;
}

bool isKnown(Field field)
{
    return (field >= Field::Quantity && field <= Field::Claim) || isHeaderField(field);
}

} // namespace

Result<void> validateContent(const Delta &delta)
{
    for (const Add &add : delta.adds) {
        const auto field = static_cast<Field>(add.field);
        if (isKnown(field) && isHeaderField(field) != add.subject.isNull())
            return refusal("it writes a line's field on the cart, or the other way round");
        if (auto checked = checkBody(field, add.body); !checked)
            return checked;
    }
    return {};
}

} // namespace evencart
