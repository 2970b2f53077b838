#include "cart/edit.h"

#include "base/limits.h"
#include "base/sha256.h"
#include "base/textcodec.h"
#include "cart/linereader.h"
#include "cart/orderkey.h"
#include "text/normalize.h"

#include <algorithm>

namespace evencart {

namespace {

constexpr std::size_t mostObserved =
    500; // dots that a rename names: at most 24 bytes each, within limits::factBodyBytes

Error invalid(std::string message)
{
    return {ErrorCode::InvalidInput, std::move(message)};
}

bool isField(const Fact &fact, Field field)
{
    return fact.field == number(field);
}

Result<void> checkAmount(std::int64_t n)
{
    if (n <= 0)
        return invalid("The quantity has to be above 0.");
    if (n > limits::quantityThousandths)
        return Error{ErrorCode::Limit, "The quantity is larger than the million that a line can hold."};
    return {};
}

Result<void> checkText(const std::string &text, std::size_t most, const char *what)
{
    if (!isCleanText(text))
        return invalid(std::string(what) + " contains characters that are not text.");
    if (text.size() > most)
        return Error{ErrorCode::Limit, std::string(what) + " is too long; shorten it."};
    return {};
}

Result<void> checkName(const std::string &name)
{
    if (normalizedName(name).empty())
        return invalid("A name is missing.");
    return checkText(name, limits::nameBytes, "The name");
}

// The origin of what is split off a line: each add that moves is its own source, so two people who split at once move
// it once.
CartId splitOrigin(const CartId &cart, const Dot &dot)
{
    Bytes seed(cart.bytes());
    seed += dot.replica.toString() + ':' + std::to_string(dot.seq) + ':' + std::to_string(dot.index);
    return CartId::fromBytes(asBytes(sha256(seed)).substr(0, 16));
}

} // namespace

Descriptor descriptorOf(const LineView &line)
{
    return {line.name, line.unit, line.sku, line.birth};
}

std::vector<Absorbed> absorbedIn(const FactSet::Facts &facts)
{
    std::vector<Absorbed> absorbed;
    for (const Fact &fact : facts) {
        const auto body = isField(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        if (const auto *part = body ? std::get_if<Contribution>(&body->what) : nullptr)
            absorbed.push_back({part->origin, part->position, part->n});
        else if (const auto *typed = body ? std::get_if<Set>(&body->what) : nullptr)
            absorbed.insert(absorbed.end(), typed->absorbed.begin(), typed->absorbed.end());
    }
    std::sort(absorbed.begin(), absorbed.end(), [](const Absorbed &a, const Absorbed &b) {
        return std::tie(a.origin, b.position, b.n) < std::tie(b.origin, a.position, a.n);
    });
    const auto sameOrigin = [](const Absorbed &a, const Absorbed &b) { return a.origin == b.origin; };
    absorbed.erase(std::unique(absorbed.begin(), absorbed.end(), sameOrigin), absorbed.end());
    return absorbed;
}

std::vector<Draft> inPieces(Draft draft)
{
    constexpr std::size_t mostBytes = limits::deltaBytes - 64 * 1024;
    constexpr std::size_t bytesAround = 16 + 16; // subject, heads and numbers around a body; a remove takes less
    constexpr std::size_t mostRemoves = mostBytes / bytesAround;
    std::vector<Draft> pieces(1);
    std::size_t bytes = 0;
    std::stable_partition(draft.adds.begin(), draft.adds.end(), [](const Add &add) { return !add.subject.isNull(); });
    for (Add &add : draft.adds) {
        const std::size_t more = add.body.size() + bytesAround;
        if (bytes + more > mostBytes || pieces.back().adds.size() == limits::deltaFacts) {
            pieces.emplace_back();
            bytes = 0;
        }
        bytes += more;
        pieces.back().adds.push_back(std::move(add));
    }
    const bool together = bytes + draft.removes.size() * bytesAround <= mostBytes || draft.adds.empty();
    for (std::size_t at = 0; at < draft.removes.size(); at += mostRemoves) {
        if (at > 0 || !together)
            pieces.emplace_back();
        const auto from = draft.removes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto count = std::min(mostRemoves, draft.removes.size() - at);
        pieces.back().removes.assign(from, from + static_cast<std::ptrdiff_t>(count));
    }
    for (Draft &piece : pieces)
        piece.removedLines = draft.removedLines;
    return pieces;
}

Draft Edit::take()
{
    std::sort(m_draft.removes.begin(), m_draft.removes.end());
    m_draft.removes.erase(std::unique(m_draft.removes.begin(), m_draft.removes.end()), m_draft.removes.end());
    return std::move(m_draft);
}

void Edit::removeAll(const LineId &subject, const std::function<bool(const Fact &)> &which)
{
    for (const Fact &fact : m_view.state().facts().of(subject)) {
        if (which(fact))
            m_draft.removes.push_back(fact.dot);
    }
}

void Edit::writeRegister(const LineId &subject, Field field, Bytes body)
{
    removeAll(subject, [field](const Fact &fact) { return isField(fact, field); });
    // One action has one last word: a list with an item twice must not leave two notes beside each other.
    std::erase_if(m_draft.adds, [&](const Add &add) { return add.subject == subject && add.field == number(field); });
    if (!body.empty())
        write(subject, field, std::move(body));
}

void Edit::writeQuantity(const LineId &line, const QuantityFact &fact)
{
    write(line, Field::Quantity, encodeBody(fact));
}

Result<const LineView *> Edit::present(const LineId &line) const
{
    if (const LineView *view = m_view.line(line))
        return view;
    return Error{ErrorCode::NotFound, "There is no such line in the cart any more."};
}

bool Edit::hasSiblings(const LineId &line, Field field) const
{
    return siblings(m_view.state().facts().of(line), field).size() > 1;
}

Result<LineId> Edit::add(const NewItem &item)
{
    if (auto checked = checkName(item.name); !checked)
        return checked.error();
    if (auto checked = checkAmount(item.quantity); !checked)
        return checked.error();
    for (const std::string *text : {&item.unit, &item.sku, &item.category}) {
        if (auto checked = checkText(*text, limits::shortTextBytes, "A part of the item"); !checked)
            return checked.error();
    }
    if (auto checked = checkText(item.note, limits::noteBytes, "The note"); !checked)
        return checked.error();
    const LineId id = m_view.lineFor({item.name, item.unit, item.sku});
    const LineView *there = m_view.line(id);
    if (there && there->rawQuantity <= 0) {
        writeSet(*there, saturatingAdd(std::max<std::int64_t>(0, there->rawQuantity), item.quantity));
    } else if (there) {
        writeStep(*there, item.quantity);
    } else {
        // What concurrent writers left on a line that is gone must not colour the new one.
        removeAll(id, [](const Fact &) { return true; });
        writeQuantity(id, {Inc{item.quantity}, {item.name, item.unit, item.sku, {}}});
    }
    writeDetails(id, item);
    return id;
}

void Edit::writeDetails(const LineId &line, const NewItem &item)
{
    const LineView *there = m_view.line(line);
    if (!item.note.empty() && !(there && there->note == item.note))
        writeRegister(line, Field::Note, encodeText(item.note));
    if (!item.category.empty() && !(there && there->category == item.category))
        writeRegister(line, Field::Category, encodeText(item.category));
    if (item.price && !(there && there->price == item.price))
        writeRegister(line, Field::Price, encodeBody(*item.price));
    if (item.bought)
        write(line, Field::Mark, encodeBody(MarkFact{m_self, item.quantity}));
}

void Edit::writeSet(const LineView &line, std::int64_t n)
{
    removeAll(line.id, [](const Fact &fact) { return isField(fact, Field::Quantity); });
    writeQuantity(line.id, {Set{n, absorbedIn(m_view.state().facts().of(line.id))}, descriptorOf(line)});
}

// SUBTLE: what holds a line after an un-check beside a remove is a Keep, and a Keep counts only where there is nothing
// else. A step beside it would turn 5 into 1. So the number is typed first; then two people who press + at once still
// add two.
void Edit::writeStep(const LineView &line, std::int64_t n)
{
    const auto &facts = m_view.state().facts().of(line.id);
    const bool counted = std::any_of(facts.begin(), facts.end(), [](const Fact &fact) {
        const auto body = isField(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        return body && !std::holds_alternative<Keep>(body->what);
    });
    if (!counted)
        writeSet(line, line.rawQuantity);
    writeQuantity(line.id, {Inc{n}, descriptorOf(line)});
}

void Edit::keep(const LineView &line)
{
    removeAll(line.id, [](const Fact &fact) {
        const auto body = isField(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        return body && std::holds_alternative<Keep>(body->what);
    });
    writeQuantity(line.id, {Keep{line.quantity}, descriptorOf(line)});
}

Result<void> Edit::increase(const LineId &line, std::int64_t n)
{
    if (auto checked = checkAmount(n); !checked)
        return checked;
    const auto view = present(line);
    if (!view)
        return view.error();
    if ((*view)->rawQuantity <= 0)
        writeSet(**view, n);
    else
        writeStep(**view, n);
    return {};
}

Result<void> Edit::decrease(const LineId &line, std::int64_t n)
{
    if (auto checked = checkAmount(n); !checked)
        return checked;
    const auto view = present(line);
    if (!view)
        return view.error();
    if ((*view)->rawQuantity <= n)
        return remove(line);
    writeStep(**view, -n);
    return {};
}

Result<void> Edit::setQuantity(const LineId &line, std::int64_t n)
{
    const auto view = present(line);
    if (!view)
        return view.error();
    if (n == 0)
        return remove(line);
    if (auto checked = checkAmount(n); !checked)
        return checked;
    if (n != (*view)->rawQuantity)
        writeSet(**view, n);
    return {};
}

Result<void> Edit::remove(const LineId &line)
{
    if (const auto view = present(line); !view)
        return view.error();
    removeAll(line, [](const Fact &) { return true; });
    m_draft.removedLines = true;
    return {};
}

void Edit::clear(bool checkedOnly)
{
    for (const LineView *line : m_view.lines()) {
        if (!line->checked && checkedOnly)
            continue;
        removeAll(line->id, [](const Fact &) { return true; });
        m_draft.removedLines = true;
    }
}

Result<void> Edit::restore(const LineView &was)
{
    if (m_view.line(was.id))
        return {};
    removeAll(was.id, [](const Fact &) { return true; });
    const std::int64_t n = std::max<std::int64_t>(was.quantity, was.quantity > 0 ? 1 : 1000);
    writeQuantity(was.id, {Set{n, {}}, descriptorOf(was)});
    if (!was.note.empty())
        writeRegister(was.id, Field::Note, encodeText(was.note));
    if (!was.category.empty())
        writeRegister(was.id, Field::Category, encodeText(was.category));
    if (was.price)
        writeRegister(was.id, Field::Price, encodeBody(*was.price));
    if (was.assignee)
        writeRegister(was.id, Field::Assignee, encodeMember(*was.assignee));
    if (was.orderKey != orderKeyOfBirth(was.birth))
        writeRegister(was.id, Field::Place, encodePlace(was.orderKey));
    for (const Share &share : was.boughtBy)
        write(was.id, Field::Mark, encodeBody(MarkFact{share.member, share.quantity}));
    // Likes and claims are each member's own: only mine come back by my hand.
    if (std::binary_search(was.likes.begin(), was.likes.end(), m_self))
        write(was.id, Field::Like, encodeMember(m_self));
    if (std::binary_search(was.claimedBy.begin(), was.claimedBy.end(), m_self))
        write(was.id, Field::Claim, encodeMember(m_self));
    return {};
}

Result<void> Edit::split(const LineId &line)
{
    const auto view = present(line);
    if (!view)
        return view.error();
    for (const OldNameAdds &adds : (*view)->oldNameAdds) {
        const LineId target = m_view.lineFor({adds.name, (*view)->unit, (*view)->sku});
        const LineView *there = m_view.line(target);
        const Descriptor descriptor =
            there ? descriptorOf(*there) : Descriptor{adds.name, (*view)->unit, (*view)->sku, {}};
        for (const Dot &dot : adds.dots) {
            const Fact *fact = m_view.state().facts().find(dot);
            const auto body = decodeQuantity(fact->body);
            writeQuantity(target,
                          {Contribution{splitOrigin(m_view.cart(), dot), 1, std::get<Inc>(body->what).n}, descriptor});
            removeDot(dot);
        }
    }
    return {};
}

Result<void> Edit::check(const LineId &line, std::optional<std::int64_t> n)
{
    const auto view = present(line);
    if (!view)
        return view.error();
    if (n) {
        if (auto checked = checkAmount(*n); !checked)
            return checked;
    }
    const auto &bought = (*view)->boughtBy;
    const auto mine =
        std::find_if(bought.begin(), bought.end(), [&](const Share &share) { return share.member == m_self; });
    const std::int64_t before = mine == bought.end() ? 0 : mine->quantity;
    const std::int64_t open = std::max<std::int64_t>((*view)->quantity - (*view)->bought(), 0);
    if ((*view)->checked && !n) {
        // Bought already, and said so again: the marks are written anew, so that they outlive an un-check that did not
        // see this.
        for (const Share &share : bought)
            write(line, Field::Mark, encodeBody(MarkFact{share.member, share.quantity}));
        removeAll(line, [](const Fact &fact) { return isField(fact, Field::Mark); });
        return {};
    }
    const std::int64_t more = n.value_or(open > 0 ? open : 1000);
    removeAll(line, [&](const Fact &fact) {
        const auto mark = isField(fact, Field::Mark) ? decodeMark(fact.body) : std::nullopt;
        return mark && mark->member == m_self;
    });
    const std::int64_t total = std::min(saturatingAdd(before, more), limits::quantityThousandths);
    write(line, Field::Mark, encodeBody(MarkFact{m_self, total}));
    return {};
}

Result<void> Edit::uncheck(const LineId &line)
{
    const auto view = present(line);
    if (!view)
        return view.error();
    if ((*view)->boughtBy.empty())
        return {};
    removeAll(line, [](const Fact &fact) { return isField(fact, Field::Mark); });
    keep(**view);
    return {};
}

// Written anew even where I am in it already: that beats my leaving it on another of my devices that did not see it.
Result<void> Edit::joinSet(const LineId &line, Field set)
{
    if (auto left = leaveSet(line, set); !left)
        return left;
    write(line, set, encodeMember(m_self));
    return {};
}

Result<void> Edit::leaveSet(const LineId &line, Field set)
{
    if (const auto view = present(line); !view)
        return view.error();
    removeAll(line, [&](const Fact &fact) { return isField(fact, set) && decodeMember(fact.body) == m_self; });
    return {};
}

Result<void> Edit::like(const LineId &line)
{
    return joinSet(line, Field::Like);
}

Result<void> Edit::unlike(const LineId &line)
{
    return leaveSet(line, Field::Like);
}

Result<void> Edit::claim(const LineId &line)
{
    return joinSet(line, Field::Claim);
}

Result<void> Edit::unclaim(const LineId &line)
{
    return leaveSet(line, Field::Claim);
}

Result<void> Edit::rename(const LineId &line, const std::string &name)
{
    if (auto checked = checkName(name); !checked)
        return checked;
    const auto view = present(line);
    if (!view)
        return view.error();
    if (name == (*view)->name && !hasSiblings(line, Field::Title))
        return {};
    TitleFact title{name, {}};
    LineView renamed = **view;
    renamed.name = name;
    const bool tooMany = m_view.state().facts().of(line).size() > mostObserved;
    if (tooMany) // their names would not fit into one fact: a typed number stands for them
        writeSet(renamed, std::max<std::int64_t>(0, renamed.rawQuantity));
    for (const Fact &fact : m_view.state().facts().of(line)) {
        const bool wasFlagged =
            std::any_of((*view)->oldNameAdds.begin(), (*view)->oldNameAdds.end(), [&](const OldNameAdds &adds) {
                return std::find(adds.dots.begin(), adds.dots.end(), fact.dot) != adds.dots.end();
            });
        if (isField(fact, Field::Quantity) && !wasFlagged && !tooMany)
            title.observed.push_back(fact.dot);
    }
    writeRegister(line, Field::Title, encodeBody(title));
    keep(renamed);
    return {};
}

Result<void> Edit::setText(const LineId &line, Field field, const std::string &shown, const std::string &value,
                           std::size_t most)
{
    if (auto checked = checkText(value, most, "The text"); !checked)
        return checked;
    if (value != shown || hasSiblings(line, field))
        writeRegister(line, field, value.empty() ? Bytes() : encodeText(value));
    return {};
}

Result<void> Edit::setNote(const LineId &line, const std::string &note)
{
    const auto view = present(line);
    return view ? setText(line, Field::Note, (*view)->note, note, limits::noteBytes) : view.error();
}

Result<void> Edit::setCategory(const LineId &line, const std::string &category)
{
    const auto view = present(line);
    return view ? setText(line, Field::Category, (*view)->category, category, limits::shortTextBytes) : view.error();
}

Result<void> Edit::setPrice(const LineId &line, const std::optional<Money> &price)
{
    const auto view = present(line);
    if (!view)
        return view.error();
    if (price != (*view)->price || hasSiblings(line, Field::Price))
        writeRegister(line, Field::Price, price ? encodeBody(*price) : Bytes());
    return {};
}

Result<void> Edit::assign(const LineId &line, const std::optional<MemberId> &member)
{
    const auto view = present(line);
    if (!view)
        return view.error();
    if (member != (*view)->assignee || hasSiblings(line, Field::Assignee))
        writeRegister(line, Field::Assignee, member ? encodeMember(*member) : Bytes());
    return {};
}

Result<void> Edit::renameCart(const std::string &name)
{
    if (auto checked = checkName(name); !checked)
        return checked;
    if (name != m_view.name() || !m_view.otherNames().empty())
        writeRegister({}, Field::CartName, encodeText(name));
    return {};
}

} // namespace evencart
