#pragma once

#include "cart/edit.h"

#include <QString>

namespace evencart {

// One thing that a person does to one line, as a value: it can be shown before it is done (predicted), done (perform),
// and named for undo and history (labelOf). Adding has its own way (OpenCart::addText), because it has no line yet.
struct Intent
{
    enum class Kind
    {
        Check,
        Uncheck,
        Increase,
        Decrease,
        SetQuantity,
        Remove,
        Rename,
        Note,
        Category,
        Price,
        Assign,
        Like,
        Unlike,
        Claim, // "I take it"
        Unclaim
    };

    Kind kind = Kind::Check;
    LineId line;
    std::int64_t n = 0; // thousandths: Increase, Decrease, SetQuantity; Check: how many, 0 for what is open
    std::string text;   // Rename, Note, Category
    std::optional<Money> price;
    std::optional<MemberId> member; // Assign
};

// What the line will look like, as far as this machine knows: what a row shows in the frame in which it was touched.
// The engine's answer replaces it, whatever it is. `present` is false where the line goes.
//
// Law (tests/client/model/tst_intent.cpp): where nothing else happens meanwhile, perform() leads to the same name,
// quantity, check, note, category, price, assignee, likes and claims.
LineView predicted(LineView line, const Intent &intent, const MemberId &self);

// The action itself; on the engine's thread.
Result<void> perform(Edit &edit, const Intent &intent);

// "Check milk", in the user's language.
QString labelOf(const Intent &intent, const QString &name);

} // namespace evencart
