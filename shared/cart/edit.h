#pragma once

#include "base/result.h"
#include "cart/cartview.h"
#include "crdt/delta.h"

#include <functional>

namespace evencart {

// What one user action adds and removes; becomes a delta when it gets its number and stamp.
struct Draft
{
    std::vector<Add> adds;
    std::vector<Dot> removes;
    bool removedLines = false; // it took whole lines away: for the undo record

    bool isEmpty() const { return adds.empty() && removes.empty(); }
};

// A draft as drafts that each fit into one delta (base/limits.h): one piece almost always, more for merging or
// re-ordering ten thousand lines. In this order: what the header says of the action comes last, so that an action that
// stopped halfway is done again whole.
std::vector<Draft> inPieces(Draft draft);

struct NewItem
{
    std::string name;
    std::string unit;
    std::string sku;
    std::int64_t quantity = 1000; // thousandths
    std::string note;
    std::string category;
    std::optional<Money> price;
    bool bought = false;
};

// A user's action on a cart as facts: reads a view, writes a draft, changes nothing. Several calls on one Edit are one
// action and one delta. What changes nothing adds nothing to the draft; a caller sends no empty draft.
//
// Every function checks what it is given (InvalidInput, NotFound) before it writes. Semantics: docs/semantics.md.
class Edit
{
public:
    Edit(const CartView &view, const MemberId &self) : m_view(view), m_self(self) {}

    // Presence and quantity. n is in thousandths and above 0 where not said otherwise.
    Result<LineId> add(const NewItem &item);
    Result<void> increase(const LineId &line, std::int64_t n);
    Result<void> decrease(const LineId &line, std::int64_t n);    // down to 0 or below: removes
    Result<void> setQuantity(const LineId &line, std::int64_t n); // 0: removes; the shown number: nothing
    Result<void> remove(const LineId &line);
    void clear(bool checkedOnly);
    // Brings back a line that is absent, as it was when it went; if it is there again by now, nothing.
    Result<void> restore(const LineView &was);
    // Moves the adds that were made under the old name into a line of that name.
    Result<void> split(const LineId &line);

    // Bought. Without n: what is still open.
    Result<void> check(const LineId &line, std::optional<std::int64_t> n = {});
    Result<void> uncheck(const LineId &line);
    Result<void> like(const LineId &line);
    Result<void> unlike(const LineId &line);
    // "I take it", said by me; others may say it too.
    Result<void> claim(const LineId &line);
    Result<void> unclaim(const LineId &line);

    // Registers. An empty value clears.
    Result<void> rename(const LineId &line, const std::string &name);
    Result<void> setNote(const LineId &line, const std::string &note);
    Result<void> setCategory(const LineId &line, const std::string &category);
    Result<void> setPrice(const LineId &line, const std::optional<Money> &price);
    Result<void> assign(const LineId &line, const std::optional<MemberId> &member);
    Result<void> renameCart(const std::string &name);

    const CartView &view() const { return m_view; }
    const MemberId &self() const { return m_self; }
    Draft take();

    // The primitives, for placement, merging and undo.
    void write(const LineId &subject, Field field, Bytes body)
    {
        m_draft.adds.push_back({subject, number(field), std::move(body)});
    }
    void removeAll(const LineId &subject, const std::function<bool(const Fact &)> &which);
    void removeDot(const Dot &dot) { m_draft.removes.push_back(dot); }
    // Writes a register: the siblings that we see give way. An empty body clears.
    void writeRegister(const LineId &subject, Field field, Bytes body);
    void writeQuantity(const LineId &line, const QuantityFact &fact);
    Result<const LineView *> present(const LineId &line) const;

private:
    Result<void> joinSet(const LineId &line, Field set);
    Result<void> leaveSet(const LineId &line, Field set);
    void keep(const LineView &line);
    void writeStep(const LineView &line, std::int64_t n);
    void writeSet(const LineView &line, std::int64_t n);
    void writeDetails(const LineId &line, const NewItem &item);
    bool hasSiblings(const LineId &line, Field field) const;
    Result<void> setText(const LineId &line, Field field, const std::string &shown, const std::string &value,
                         std::size_t most);

    const CartView &m_view;
    MemberId m_self;
    Draft m_draft;
};

// What of a number that replaces `facts` had come from other carts: per origin the furthest, sorted by origin.
std::vector<Absorbed> absorbedIn(const FactSet::Facts &facts);

// The descriptor under which a line that we see is written again: as it is shown, born when it was.
Descriptor descriptorOf(const LineView &line);

} // namespace evencart
