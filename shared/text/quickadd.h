#pragma once

#include "base/result.h"
#include "text/decimal.h"
#include "text/money.h"
#include "text/quantity.h"
#include "text/recognised.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What people type to add an item: "2x milk", "500 g flour", "milk, semi-skimmed #dairy @1.99EUR". Reading only:
// nothing here knows a cart, and what is not recognised stays in the name, where the person sees it.
//
//   line     = head [note]
//   head     = [amount] name [amount]        the one in front wins; the other then stays in the name
//   note     = "," space text                from the first comma that ends a word; a comma inside a word is part of it
//   amount   = count | measure | quantity
//   count    = quantity [space] times | times [space] quantity      "2x", "2 x", "2×"; only at the end "milk x2"
//   measure  = quantity [space] unit ["of"]                           "500 g", "500g", "1 1/2 l", "2 bottles of"
//   quantity = see parseQuantity; "-2" and "0" are recognised, and refused
//   unit     = a spelling in text/units.cpp; a unit is one only next to a number
//   category = "#" word | "#" quote          anywhere, once; the word begins with neither a digit nor "#"
//   sku      = "sku:" word                   anywhere, once
//   price    = "@" money                     anywhere, once; needs no currency if the options name one
//            | money                         at the end of the line or of the head, with a sign or an upper-case code
//   quote    = '"' text '"'                  literal text: no amount, no category, no note begins inside
//
// Names with digits stay whole: "7up", "vitamin b12", "2x4 timber", "2 x 4 timber", "1.5% milk", "00 flour". In the
// middle of a name a number is part of it ("no 7 cream"), and so it is after no, nr, number, type, typ, grade,
// size, Größe, model, version, level and factor ("flour type 405"), with leading zeros, and when it is no quantity
// ("1.2345", "2000000"). At an end a number counts: "coke zero 2l" is 2 l, "7 up" is seven times "up", and quotes
// keep it whole. After a count the rest is the name: "2 x 500 g flour" is two of "500 g flour". When nothing else
// is left a thing's unit is the name: "2 bottles". An amount in the note is part of the note: "bin bags, 35 l".
namespace evencart {

struct QuickAddOptions
{
    DecimalSeparator decimal = DecimalSeparator::Point;
    std::string currency; // for "@1.99"; may be empty
};

// One item, checked: the texts are clean (isCleanText), trimmed, with single spaces, in the case that was typed,
// and within base/limits.h; the name is not empty, the quantity is above zero and within the limit.
struct ParsedItem
{
    std::string name;
    std::string unit; // canonical, see text/units.h; empty for pieces
    std::string note;
    std::string category;
    std::optional<std::string> sku;
    std::int64_t quantity = oneThing; // thousandths of the unit
    std::optional<Money> price;
    bool checked = false;          // from the box of a pasted line
    std::vector<Recognised> parts; // ascending, not overlapping
};

// Reads one line. InvalidInput with one sentence for: no name or one that is too long, an amount that is not above
// zero, two categories, prices or sku, a price that does not fit its currency, text that is not clean.
Result<ParsedItem> parseQuickAdd(std::string_view line, const QuickAddOptions &options = {});

// Reads a pasted list, one answer for each line that holds an item, in order; duplicates stay apart. Errors name
// the line. The offsets of the parts count from the start of the whole text.
//
// Lines end with LF, CRLF or CR; a byte order mark at the start, blank lines and rules ("---") are skipped. In
// front of an item one bullet goes (- * + • ◦ ‣ – — or "1." "1)" and a space; "-2 milk" has no bullet but an
// amount), then one box: [ ] ☐ for open, [x] [X] ☑ ☒ ✓ ✔ ✅ for checked. A heading ("# Dairy" to "###### Dairy") is
// the category of the lines below it that name none; one without text ends that, and one that cannot be a category
// is an error. After limits::cartLines items there is one Limit error and no more.
std::vector<Result<ParsedItem>> parsePastedList(std::string_view text, const QuickAddOptions &options = {});

} // namespace evencart
