#include "cart/undo.h"

#include "base/cbor.h"
#include "base/limits.h"
#include "cart/linereader.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

Error builtUpon(const std::string &label)
{
    return {ErrorCode::Refused, "This cannot be undone any more, because it has been changed since: " + label + "."};
}

bool isSetMember(const Fact &fact) { return fact.field == number(Field::Mark) || fact.field == number(Field::Like); }

// What the action did to one field of one line.
struct Group
{
    std::vector<const Fact *> added;
    std::vector<const Fact *> removed;
};

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
        for (const auto &[key, group] : m_groups) {
            if (auto possible = check(key.first, static_cast<Field>(key.second), group); !possible)
                return possible;
        }
        for (const auto &[key, group] : m_groups)
            invert(key.first, static_cast<Field>(key.second), group);
        return {};
    }

private:
    const FactSet &facts() const { return m_edit.view().state().facts(); }

    bool removedWholeLine(const LineId &line) const
    {
        const auto group = m_groups.find({line, number(Field::Quantity)});
        return m_record.removedLines && group != m_groups.end() && group->second.added.empty();
    }

    Result<void> check(const LineId &line, Field field, const Group &group) const
    {
        for (const Fact *fact : group.added) {
            if (!facts().contains(fact->dot))
                return builtUpon(m_record.label);
        }
        if (removedWholeLine(line))
            return m_edit.view().line(line) ? builtUpon(m_record.label) : Result<void>();
        if (field == Field::Quantity)
            return {};
        // A register that somebody wrote since, or at the same time, is theirs.
        const bool isRegister = !group.added.empty() ? !isSetMember(*group.added.front()) : !isSetMember(*group.removed.front());
        if (isRegister && siblings(facts().of(line), field).size() > group.added.size())
            return builtUpon(m_record.label);
        // What hung on a line that is gone by now stays gone with it.
        const bool gone = !line.isNull() && !m_edit.view().line(line);
        return gone && group.added.empty() ? builtUpon(m_record.label) : Result<void>();
    }

    void invert(const LineId &line, Field field, const Group &group)
    {
        for (const Fact *fact : group.added)
            m_edit.removeDot(fact->dot);
        if (group.removed.empty())
            return;
        if (field == Field::Quantity) {
            invertQuantity(line, group);
        } else if (isSetMember(*group.removed.front())) {
            for (const Fact *fact : group.removed)
                m_edit.write(line, field, fact->body);
        } else {
            const auto shown = std::max_element(group.removed.begin(), group.removed.end(),
                                                [](const Fact *a, const Fact *b) { return winsOver(*b, *a); });
            m_edit.write(line, field, (*shown)->body);
        }
    }

    // An action that only took own steps back (the undo of +1) gives the same steps again; one that replaced or removed what was
    // there gives the number that stood there.
    void invertQuantity(const LineId &line, const Group &group)
    {
        if (group.added.empty() && !m_record.removedLines) {
            for (const Fact *fact : group.removed)
                m_edit.write(line, Field::Quantity, fact->body);
            return;
        }
        FactSet::Facts old;
        for (const Fact *fact : group.removed)
            old.push_back(*fact);
        std::sort(old.begin(), old.end(), [](const Fact &a, const Fact &b) { return a.dot < b.dot; });
        const LineView was = readLine(line, old);
        const bool onlyKeeps = std::all_of(group.added.begin(), group.added.end(), [](const Fact *fact) {
            const auto body = decodeQuantity(fact->body);
            return body && std::holds_alternative<Keep>(body->what);
        });
        if (!group.added.empty() && onlyKeeps)
            m_edit.writeQuantity(line, {Keep{std::max<std::int64_t>(0, was.quantity)}, descriptorOf(was)});
        else
            m_edit.writeQuantity(line, {Set{std::max<std::int64_t>(was.quantity, 1), {}}, descriptorOf(was)});
    }

    Edit &m_edit;
    const UndoRecord &m_record;
    std::map<std::pair<LineId, std::uint32_t>, Group> m_groups;
};

void writeFacts(cbor::Writer &out, const std::vector<Fact> &facts)
{
    out.array(facts.size() * 8);
    for (const Fact &fact : facts) {
        out.unsignedInteger(fact.dot.replica.value);
        out.unsignedInteger(fact.dot.seq);
        out.unsignedInteger(fact.dot.index);
        out.unsignedInteger(fact.stamp.value);
        out.bytes(fact.author.bytes());
        out.bytes(fact.subject.bytes());
        out.unsignedInteger(fact.field);
        out.bytes(fact.body);
    }
}

std::vector<Fact> readFacts(cbor::Reader &in)
{
    std::vector<Fact> facts;
    const std::size_t words = in.array(limits::deltaRemoves * 8);
    if (words % 8 != 0)
        in.fail();
    for (std::size_t i = 0; i < words && !in.failed(); i += 8) {
        Fact fact;
        fact.dot.replica = ReplicaId{in.unsignedInteger()};
        fact.dot.seq = in.unsignedInteger();
        fact.dot.index = static_cast<std::uint32_t>(in.unsignedInteger());
        fact.stamp = Hlc{in.unsignedInteger()};
        fact.author = MemberId::fromBytes(in.bytesExactly(16));
        fact.subject = LineId::fromBytes(in.bytesExactly(16));
        fact.field = static_cast<std::uint32_t>(in.unsignedInteger());
        fact.body = in.bytes(limits::factBodyBytes);
        facts.push_back(std::move(fact));
    }
    return facts;
}

} // namespace

Result<void> undo(Edit &edit, const UndoRecord &record) { return Undoer(edit, record).run(); }

Bytes encodeUndo(const UndoRecord &record)
{
    cbor::Writer out;
    out.array(4);
    out.text(record.label);
    out.unsignedInteger(record.removedLines ? 1 : 0);
    writeFacts(out, record.added);
    writeFacts(out, record.removed);
    return out.take();
}

Result<UndoRecord> decodeUndo(ByteView bytes)
{
    cbor::Reader in(bytes);
    UndoRecord record;
    in.arrayExactly(4);
    record.label = in.text(limits::nameBytes * 2);
    record.removedLines = in.unsignedInteger() == 1;
    record.added = readFacts(in);
    record.removed = readFacts(in);
    if (in.failed() || !in.atEnd())
        return Error{ErrorCode::Corrupt, "An undo step in the local database is damaged."};
    return record;
}

void rekey(UndoRecord &record, ReplicaId from, ReplicaId to, std::uint64_t firstSeq, std::int64_t seqShift)
{
    for (auto *facts : {&record.added, &record.removed}) {
        for (Fact &fact : *facts) {
            if (fact.dot.replica == from && fact.dot.seq >= firstSeq) {
                fact.dot.replica = to;
                fact.dot.seq = static_cast<std::uint64_t>(static_cast<std::int64_t>(fact.dot.seq) + seqShift);
            }
        }
    }
}

} // namespace evencart
