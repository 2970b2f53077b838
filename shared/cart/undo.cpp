#include "cart/undo.h"

#include "cart/linereader.h"

#include <algorithm>
#include <map>
#include <set>

namespace evencart {

namespace {

Error builtUpon(const std::string &label)
{
    return {ErrorCode::Refused, "This cannot be undone any more, because it has been changed since: " + label + "."};
}

bool isSetMember(const Fact &fact)
{
    return fact.field == number(Field::Mark) || fact.field == number(Field::Like) || fact.field == number(Field::Claim);
}

// What the action did to one field of one line.
struct Group
{
    std::vector<const Fact *> added;
    std::vector<const Fact *> removed;
};

std::optional<QuantityFact> quantityOf(const Fact &fact)
{
    return fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
}

template <typename Kind>
bool holds(const Fact &fact)
{
    const auto body = quantityOf(fact);
    return body && std::holds_alternative<Kind>(body->what);
}

// What a step or a contribution counts for; nothing for a number that stands on its own.
std::optional<std::int64_t> stepOf(const Fact &fact)
{
    const auto body = quantityOf(fact);
    if (!body)
        return std::nullopt;
    if (const auto *inc = std::get_if<Inc>(&body->what))
        return inc->n;
    if (const auto *part = std::get_if<Contribution>(&body->what))
        return part->n;
    return std::nullopt;
}

// What a fact says, whenever its line was born: a step that is given again carries the birth that its first writing
// implied.
Bytes meaningOf(const Fact &fact)
{
    auto body = quantityOf(fact);
    if (!body)
        return fact.body;
    body->line.birth.reset();
    return encodeBody(*body);
}

Bytes givenAgain(const Fact &fact)
{
    auto body = quantityOf(fact);
    if (!body)
        return fact.body;
    if (!body->line.birth)
        body->line.birth = Birth{fact.stamp, fact.dot.replica, fact.dot.index};
    return encodeBody(*body);
}

FactSet::Facts sortedCopy(const std::vector<const Fact *> &facts)
{
    FactSet::Facts copy;
    for (const Fact *fact : facts)
        copy.push_back(*fact);
    std::sort(copy.begin(), copy.end(), [](const Fact &a, const Fact &b) { return a.dot < b.dot; });
    return copy;
}

class Undoer
{
public:
    Undoer(Edit &edit, const UndoRecord &record) : m_edit(edit), m_record(record)
    {
        for (const Fact &fact : record.added)
            m_groups[{fact.subject, fact.field}].added.push_back(&fact);
        for (const Fact &fact : record.removed)
            m_groups[{fact.subject, fact.field}].removed.push_back(&fact);
    }

    Result<void> run()
    {
        bool possible = false;
        for (const auto &[key, group] : m_groups) {
            const LineId &line = key.first;
            // Of many removed lines those that are there again are left to whoever brought them back.
            if (tookAway(line) && m_edit.view().line(line))
                continue;
            if (!isUntouched(line, static_cast<Field>(key.second), group))
                return builtUpon(m_record.label);
            possible = true;
        }
        if (!possible)
            return builtUpon(m_record.label);
        for (const auto &[key, group] : m_groups) {
            if (!(tookAway(key.first) && m_edit.view().line(key.first)))
                invert(key.first, static_cast<Field>(key.second), group);
        }
        return {};
    }

private:
    const FactSet &facts() const { return m_edit.view().state().facts(); }

    const Group *quantitiesOf(const LineId &line) const
    {
        const auto group = m_groups.find({line, number(Field::Quantity)});
        return group == m_groups.end() ? nullptr : &group->second;
    }

    // The action removed the whole line.
    bool tookAway(const LineId &line) const
    {
        const Group *group = quantitiesOf(line);
        return m_record.removedLines && group && group->added.empty();
    }

    // Undoing brings the line back, so its fields have something to hang on.
    bool bringsBack(const LineId &line) const
    {
        const Group *group = quantitiesOf(line);
        return group && readLine(line, sortedCopy(group->removed)).present;
    }

    bool isUntouched(const LineId &line, Field field, const Group &group) const
    {
        for (const Fact *fact : group.added) {
            if (!facts().contains(fact->dot))
                return false;
        }
        if (tookAway(line))
            return bringsBack(line);
        if (field == Field::Quantity)
            return isQuantityUntouched(line, group);
        // A register that somebody wrote since, or at the same time, is theirs.
        const bool isRegister = !isSetMember(group.added.empty() ? *group.removed.front() : *group.added.front());
        if (isRegister && std::ranges::any_of(siblings(facts().of(line), field),
                                              [&](const Fact *fact) { return isOfAnother(fact->dot, group); }))
            return false;
        // What hung on a line that is gone by now stays gone with it.
        const bool gone = !line.isNull() && !m_edit.view().line(line);
        return !gone || !group.added.empty() || bringsBack(line);
    }

    // Neither the action's own nor one that it saw and left: a merge puts a note beside the one that is there.
    bool isOfAnother(const Dot &dot, const Group &group) const
    {
        return !std::ranges::binary_search(m_record.beside, dot) &&
               std::ranges::none_of(group.added, [&](const Fact *own) { return own->dot == dot; });
    }

    // A number typed by somebody else at the same time stays theirs: giving the old one back with a later stamp would
    // hide it.
    bool isQuantityUntouched(const LineId &line, const Group &group) const
    {
        const auto typed = [](const Fact *fact) { return holds<Set>(*fact); };
        const bool mineTyped = std::any_of(group.added.begin(), group.added.end(), typed);
        const bool givesNumber = group.added.empty() && std::any_of(group.removed.begin(), group.removed.end(), typed);
        if (givesNumber && m_edit.view().line(line))
            return false;
        return !mineTyped || std::none_of(facts().of(line).begin(), facts().of(line).end(), [&](const Fact &fact) {
            return holds<Set>(fact) && std::none_of(group.added.begin(), group.added.end(),
                                                    [&](const Fact *own) { return own->dot == fact.dot; });
        });
    }

    void invert(const LineId &line, Field field, const Group &group)
    {
        if (field == Field::Quantity) {
            takeBackQuantity(line, group);
            giveBackQuantity(line, group);
            return;
        }
        for (const Fact *fact : group.added)
            m_edit.removeDot(fact->dot);
        if (group.removed.empty())
            return;
        if (isSetMember(*group.removed.front())) {
            for (const Fact *fact : group.removed)
                m_edit.write(line, field, fact->body);
        } else {
            const auto shown = std::max_element(group.removed.begin(), group.removed.end(),
                                                [](const Fact *a, const Fact *b) { return winsOver(*b, *a); });
            m_edit.write(line, field, (*shown)->body);
        }
    }

    // Own facts go. Where an undo of a later action put one number in their place (follow()), that number loses what
    // they counted.
    void takeBackQuantity(const LineId &line, const Group &group)
    {
        std::map<Dot, std::int64_t> less;
        for (const Fact *fact : group.added) {
            const Fact &live = *facts().find(fact->dot);
            if (meaningOf(live) == meaningOf(*fact) || holds<Set>(*fact))
                m_edit.removeDot(fact->dot);
            else if (const auto step = stepOf(*fact))
                less[fact->dot] = saturatingAdd(less[fact->dot], *step);
        }
        for (const auto &[dot, n] : less) {
            auto body = quantityOf(*facts().find(dot));
            m_edit.removeDot(dot);
            auto *typed = body ? std::get_if<Set>(&body->what) : nullptr;
            if (!typed || typed->n <= n)
                continue;
            typed->n -= n;
            m_edit.writeQuantity(line, std::move(*body));
        }
    }

    // An action that only took own steps back (the undo of +1) gives the same steps again; one that replaced or removed
    // what was there gives the number that stood there, with what of it had come from other carts.
    void giveBackQuantity(const LineId &line, const Group &group)
    {
        if (group.removed.empty())
            return;
        if (group.added.empty() && !m_record.removedLines) {
            for (const Fact *fact : group.removed)
                m_edit.write(line, Field::Quantity, givenAgain(*fact));
            return;
        }
        const auto old = sortedCopy(group.removed);
        const LineView was = readLine(line, old);
        if (!was.present)
            return; // leftovers on an absent line are nothing to come back to
        const auto isKeep = [](const Fact *fact) { return holds<Keep>(*fact); };
        const bool onlyKeeps = !group.added.empty() && std::all_of(group.added.begin(), group.added.end(), isKeep);
        // The name that the facts themselves carried: a title that stands over it is another field, and another undo.
        const Descriptor descriptor = descriptorOf(was);
        if (onlyKeeps || was.quantity == 0)
            m_edit.writeQuantity(line, {Keep{was.quantity}, descriptor});
        else
            m_edit.writeQuantity(line, {Set{was.quantity, absorbedIn(old)}, descriptor});
    }

    Edit &m_edit;
    const UndoRecord &m_record;
    std::map<std::pair<LineId, std::uint32_t>, Group> m_groups;
};

std::vector<Dot> leftBeside(const UndoRecord &record, const FactSet &before)
{
    std::set<Dot> beside;
    for (const auto *facts : {&record.added, &record.removed}) {
        for (const Fact &fact : *facts) {
            if (fact.field == number(Field::Quantity) || isSetMember(fact))
                continue;
            for (const Fact *sibling : siblings(before.of(fact.subject), static_cast<Field>(fact.field)))
                beside.insert(sibling->dot);
        }
    }
    for (const Fact &fact : record.removed)
        beside.erase(fact.dot);
    return {beside.begin(), beside.end()};
}

bool names(const std::vector<Fact> &facts, const Dot &dot)
{
    return std::any_of(facts.begin(), facts.end(), [&](const Fact &fact) { return fact.dot == dot; });
}

// The fact among `fresh` that stands where `gone` stood: its copy, or the one number that took its place.
const Fact *successorOf(const Fact &gone, const std::vector<Fact> &fresh)
{
    const Fact *number = nullptr;
    for (const Fact &fact : fresh) {
        if (fact.subject != gone.subject || fact.field != gone.field)
            continue;
        if (meaningOf(fact) == meaningOf(gone))
            return &fact;
        if (holds<Set>(fact) || holds<Keep>(fact))
            number = &fact;
    }
    return number;
}

void sortUnique(std::vector<Dot> &dots)
{
    std::ranges::sort(dots);
    const auto doubled = std::ranges::unique(dots);
    dots.erase(doubled.begin(), doubled.end());
}

} // namespace

Result<void> undo(Edit &edit, const UndoRecord &record)
{
    return Undoer(edit, record).run();
}

UndoRecord undoRecordOf(std::string label, const Delta &delta, bool removedLines, const FactSet &before)
{
    UndoRecord record{std::move(label), removedLines, {}, {}, {}};
    for (std::size_t i = 0; i < delta.adds.size(); ++i)
        record.added.push_back(delta.factOf(i, delta.stamp));
    for (const Dot &dot : delta.removes) {
        if (const Fact *fact = before.find(dot))
            record.removed.push_back(*fact);
    }
    record.beside = leftBeside(record, before);
    return record;
}

void extend(UndoRecord &record, const UndoRecord &later)
{
    record.removedLines = record.removedLines || later.removedLines;
    for (const Fact &fact : later.removed) {
        const auto own = std::find_if(record.added.begin(), record.added.end(),
                                      [&](const Fact &mine) { return mine.dot == fact.dot; });
        if (own == record.added.end())
            record.removed.push_back(fact);
        else
            record.added.erase(own);
    }
    for (const Dot &dot : later.beside) {
        if (!names(record.added, dot))
            record.beside.push_back(dot);
    }
    record.added.insert(record.added.end(), later.added.begin(), later.added.end());
    sortUnique(record.beside);
}

bool concede(UndoRecord &record, const Delta &foreign)
{
    return std::erase_if(record.removed, [&](const Fact &fact) {
               return std::binary_search(foreign.removes.begin(), foreign.removes.end(), fact.dot);
           }) > 0;
}

bool follow(UndoRecord &other, const UndoRecord &undone, const UndoRecord &inverse)
{
    bool changed = false;
    for (Fact &fact : other.added) {
        if (!names(undone.removed, fact.dot) && !names(inverse.removed, fact.dot))
            continue;
        if (const Fact *successor = successorOf(fact, inverse.added)) {
            fact.dot = successor->dot;
            changed = true;
        }
    }
    return changed;
}

void rekey(UndoRecord &record, ReplicaId from, ReplicaId to, std::uint64_t firstSeq, std::int64_t seqShift)
{
    const auto rename = [&](Dot &dot) {
        if (dot.replica != from || dot.seq < firstSeq)
            return;
        dot.replica = to;
        dot.seq = static_cast<std::uint64_t>(static_cast<std::int64_t>(dot.seq) + seqShift);
    };
    for (auto *facts : {&record.added, &record.removed}) {
        for (Fact &fact : *facts)
            rename(fact.dot);
    }
    std::ranges::for_each(record.beside, rename);
    sortUnique(record.beside);
}

} // namespace evencart
