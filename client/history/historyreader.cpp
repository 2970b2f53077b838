#include "history/historyreader.h"

#include "cart/linereader.h"
#include "history/unseen.h"

#include <algorithm>
#include <set>

namespace evencart {

namespace {

using Kind = Happening::Kind;

constexpr std::size_t mostGone = 12; // more than that many at once on one line are told less well

bool isOf(const Fact &fact, Field field)
{
    return fact.field == number(field);
}

// A fact that makes its line present.
bool isPresence(const Fact &fact)
{
    const auto body = isOf(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
    return body && std::visit([](const auto &what) { return what.n > 0; }, body->what);
}

// The fact of this field that showed among these; nullptr for none.
const Fact *shownOf(const std::vector<Fact> &facts, Field field)
{
    const Fact *shown = nullptr;
    for (const Fact &fact : facts) {
        if (isOf(fact, field) && (!shown || winsOver(fact, *shown)))
            shown = &fact;
    }
    return shown;
}

} // namespace

bool HistoryEntry::concerns(const LineId &line) const
{
    return std::binary_search(lines.begin(), lines.end(), line);
}

HistoryReader::HistoryReader(const CartView &view, const Epoch &epoch) : m_epochTag(tagOf(epoch))
{
    for (const LineView *line : view.lines())
        m_names[line->id] = line->name;
}

void HistoryReader::begin(const std::vector<Fact> &facts)
{
    for (const Fact &fact : facts) {
        m_subjects[fact.dot] = fact.subject;
        m_live[fact.subject][fact.dot] = {fact, 0};
        if (!m_names.contains(fact.subject))
            learnName(fact.subject, fact);
    }
}

Result<std::vector<HistoryEntry>> HistoryReader::read(const std::vector<StoredDelta> &deltas)
{
    std::vector<HistoryEntry> entries;
    entries.reserve(deltas.size());
    for (const StoredDelta &stored : deltas) {
        HistoryEntry &entry = entries.emplace_back();
        entry.replica = stored.replica;
        entry.seq = stored.seq;
        entry.kind = stored.kind;
        entry.position = stored.position;
        entry.effective = stored.effective;
        entry.reason = stored.reason;
        entry.label = stored.label;
        entry.hasBytes = !stored.bytes.empty();
        if (!entry.hasBytes)
            continue;
        const auto delta = decodeDelta(stored.bytes);
        if (!delta)
            return Error{ErrorCode::Corrupt,
                         "A change in the local database is damaged; \"evencartctl doctor\" says more."};
        entry.author = delta->author;
        entry.base = delta->base;
        entry.removes = !delta->removes.empty();
        std::set<LineId> lines;
        for (const Add &add : delta->adds)
            lines.insert(add.subject);
        for (const Dot &dot : delta->removes) {
            if (const auto subject = m_subjects.find(dot); subject != m_subjects.end())
                lines.insert(subject->second);
        }
        entry.lines.assign(lines.begin(), lines.end());
        if (stored.kind == StoredDelta::Kind::Rejected)
            continue; // it never happened
        Changes changes = follow(*delta, stored);
        for (const auto &[line, change] : changes) {
            if (line.isNull())
                tellCart(change, entry.happenings);
            else
                tellLine(line, change, entry.happenings);
        }
        if (m_journal)
            m_journal->changes.push_back(std::move(changes));
    }
    return entries;
}

Result<std::vector<HistoryEntry>> HistoryReader::peek(const std::vector<StoredDelta> &deltas)
{
    m_journal.emplace();
    auto entries = read(deltas);
    takeBack(*std::exchange(m_journal, std::nullopt));
    return entries;
}

void HistoryReader::takeBack(const Journal &journal)
{
    for (auto changes = journal.changes.rbegin(); changes != journal.changes.rend(); ++changes) {
        for (const auto &[line, change] : *changes) {
            for (const Fact &fact : change.added) {
                m_live[line].erase(fact.dot);
                m_subjects.erase(fact.dot);
            }
            for (const Live &live : change.taken) {
                m_live[line][live.fact.dot] = live;
                if (isOf(live.fact, Field::Quantity))
                    m_gone[line].pop_back();
            }
        }
    }
    for (auto name = journal.names.rbegin(); name != journal.names.rend(); ++name) {
        if (name->second)
            m_names[name->first] = *name->second;
        else
            m_names.erase(name->first);
    }
}

// Whether the author of a change had what `replica` wrote at this position.
bool HistoryReader::saw(const Delta &author, ReplicaId replica, std::uint64_t position) const
{
    const bool knownLog = author.base.epochTag == 0 || author.base.epochTag == m_epochTag;
    return replica == author.replica || !knownLog || position <= author.base.head;
}

// Whether the line was there for who made this change, before it or after it: what others added at the same time, he
// had not seen, and what they took away he still had. A removal is a removal, also where the line outlives it.
bool HistoryReader::sawPresent(const Delta &author, const LineId &line, bool after) const
{
    const auto live = m_live.find(line);
    if (live != m_live.end() && std::any_of(live->second.begin(), live->second.end(), [&](const auto &entry) {
            return saw(author, entry.first.replica, entry.second.position) && isPresence(entry.second.fact);
        }))
        return true;
    const auto gone = m_gone.find(line);
    return gone != m_gone.end() && std::any_of(gone->second.begin(), gone->second.end(), [&](const Gone &each) {
               const Fact &fact = each.live.fact;
               const bool takenNow =
                   after && std::binary_search(author.removes.begin(), author.removes.end(), fact.dot);
               return !takenNow && saw(author, fact.dot.replica, each.live.position) &&
                      !saw(author, each.by, each.position) && isPresence(fact);
           });
}

void HistoryReader::takeFact(const Delta &delta, const StoredDelta &stored, const Dot &dot, const LineId &line,
                             Change &change)
{
    change.named = true;
    if (auto live = m_live[line].extract(dot)) {
        change.removed.push_back(live.mapped().fact);
        if (isOf(live.mapped().fact, Field::Quantity)) {
            auto &gone = m_gone[line];
            gone.push_back({live.mapped(), stored.position, delta.replica});
            if (gone.size() > mostGone && !m_journal)
                gone.pop_front();
        }
        change.taken.push_back(std::move(live.mapped()));
        return;
    }
    const auto gone = m_gone.find(line);
    if (gone == m_gone.end())
        return;
    for (const Gone &each : gone->second) {
        if (each.live.fact.dot == dot && !saw(delta, each.by, each.position))
            change.removed.push_back(each.live.fact); // somebody else took it at the same time
    }
}

// What the delta did, line by line, in the order in which its author did it.
HistoryReader::Changes HistoryReader::follow(const Delta &delta, const StoredDelta &stored)
{
    Changes changes;
    std::unordered_map<LineId, std::size_t> places;
    const auto changeOf = [&](const LineId &line) -> Change & {
        const auto [place, isNew] = places.try_emplace(line, changes.size());
        if (isNew) {
            changes.emplace_back(line, Change());
            changes.back().second.wasPresent = sawPresent(delta, line, false);
        }
        return changes[place->second].second;
    };
    for (const Dot &dot : delta.removes) {
        // What is not known is older than this history.
        if (const auto subject = m_subjects.find(dot); subject != m_subjects.end())
            takeFact(delta, stored, dot, subject->second, changeOf(subject->second));
    }
    for (std::size_t i = 0; i < delta.adds.size(); ++i) {
        const Fact fact = delta.factOf(i, stored.effective);
        Change &change = changeOf(fact.subject);
        m_subjects[fact.dot] = fact.subject;
        m_live[fact.subject][fact.dot] = {fact, stored.position};
        change.added.push_back(fact);
    }
    for (auto &[line, change] : changes)
        change.isPresent = sawPresent(delta, line, true);
    return changes;
}

void HistoryReader::tellCart(const Change &change, std::vector<Happening> &told) const
{
    for (const Fact &fact : change.added) {
        Happening happening;
        if (auto name = isOf(fact, Field::CartName) ? decodeText(fact.body) : std::nullopt) {
            happening.kind = Kind::CartNamed;
            happening.text = std::move(*name);
            const Fact *old = shownOf(change.removed, Field::CartName);
            if (auto oldName = old ? decodeText(old->body) : std::nullopt)
                happening.oldText = std::move(*oldName);
        } else if (isOf(fact, Field::MergedFrom)) {
            happening.kind = Kind::CartMerged;
        } else if (isOf(fact, Field::Requires)) {
            happening.kind = Kind::NewFeature;
        } else {
            continue;
        }
        told.push_back(std::move(happening));
        return;
    }
}

void HistoryReader::learnName(const LineId &line, const Fact &fact)
{
    std::optional<std::string> name;
    if (const auto body = isOf(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt) {
        name = body->line.name;
        m_units[line] = body->line.unit; // the same for ever: it is a part of the line's identity
    }
    if (const auto title = isOf(fact, Field::Title) ? decodeTitle(fact.body) : std::nullopt)
        name = title->name;
    if (!name)
        return;
    const auto known = m_names.find(line);
    if (m_journal)
        m_journal->names.emplace_back(line, known == m_names.end() ? std::nullopt : std::optional(known->second));
    m_names[line] = std::move(*name);
}

void HistoryReader::tellLine(const LineId &line, const Change &change, std::vector<Happening> &told)
{
    // A rename is told with the name before it, which its other facts no longer have.
    const bool renamed = std::any_of(change.added.begin(), change.added.end(),
                                     [](const Fact &fact) { return isOf(fact, Field::Title); });
    for (const Fact &fact : renamed ? change.removed : change.added)
        learnName(line, fact);
    Happening about;
    about.line = line;
    if (const auto known = m_names.find(line); known != m_names.end())
        about.name = known->second;
    if (const auto known = m_units.find(line); known != m_units.end())
        about.unit = known->second;
    if (!change.isPresent && std::any_of(change.removed.begin(), change.removed.end(), isPresence)) {
        const LineView was = readLine(line, change.removed);
        about.kind = Kind::Removed;
        about.before = was.quantity;
        about.unit = was.unit;
        told.push_back(std::move(about));
        return;
    }
    tellQuantity(about, change, told);
    std::set<Field> fields;
    for (const auto *facts : {&change.added, &change.removed}) {
        for (const Fact &fact : *facts)
            fields.insert(static_cast<Field>(fact.field));
    }
    for (const Field field : fields)
        tellField(about, field, change, told);
    for (const Fact &fact : change.added)
        learnName(line, fact);
}

void HistoryReader::tellQuantity(const Happening &about, const Change &change, std::vector<Happening> &told) const
{
    Happening happening = about;
    for (const Fact &fact : change.added) {
        const auto body = isOf(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        if (!body || std::holds_alternative<Keep>(body->what))
            continue;
        happening.unit = body->line.unit;
        if (const auto *inc = std::get_if<Inc>(&body->what)) {
            // Who adds to a line that he sees writes down when it was born.
            happening.kind = inc->n < 0 ? Kind::Decreased : body->line.birth ? Kind::Increased : Kind::Added;
            happening.n = inc->n < 0 ? -inc->n : inc->n;
        } else if (const auto *set = std::get_if<Set>(&body->what)) {
            happening.kind = change.wasPresent || change.named ? Kind::Typed : Kind::Restored;
            happening.n = set->n;
            happening.before = change.removed.empty() ? 0 : readLine(about.line, change.removed).quantity;
        } else {
            happening.kind = Kind::Brought;
            happening.n = std::get<Contribution>(body->what).n;
        }
        told.push_back(std::move(happening));
        return;
    }
    if (change.isPresent && change.added.empty() &&
        std::any_of(change.removed.begin(), change.removed.end(), isPresence)) {
        happening.kind = Kind::TookBack;
        told.push_back(std::move(happening));
    }
}

void HistoryReader::tellField(const Happening &about, Field field, const Change &change,
                              std::vector<Happening> &told) const
{
    Happening happening = about;
    const auto at =
        std::find_if(change.added.begin(), change.added.end(), [&](const Fact &fact) { return isOf(fact, field); });
    const Fact *added = at == change.added.end() ? nullptr : &*at;
    const Fact *old = shownOf(change.removed, field);
    const auto textOf = [](const Fact *fact) {
        const auto text = fact ? decodeText(fact->body) : std::nullopt;
        return text.value_or(std::string());
    };
    const auto titleOf = [](const Fact *fact) {
        const auto title = fact ? decodeTitle(fact->body) : std::nullopt;
        return title ? title->name : std::string();
    };
    switch (field) {
    case Field::Title:
        happening.kind = added ? Kind::Renamed : Kind::RenameTakenBack;
        happening.text = titleOf(added);
        happening.oldText = titleOf(old);
        break;
    case Field::Note:
        happening.kind = added ? Kind::NoteWritten : Kind::NoteCleared;
        happening.text = textOf(added);
        happening.oldText = textOf(old);
        break;
    case Field::Category:
        happening.kind = added ? Kind::Categorised : Kind::CategoryCleared;
        happening.text = textOf(added);
        happening.oldText = textOf(old);
        break;
    case Field::Price:
        happening.price = added ? decodePrice(added->body) : std::nullopt;
        happening.oldPrice = old ? decodePrice(old->body) : std::nullopt;
        happening.kind = happening.price ? Kind::Priced : Kind::PriceCleared;
        break;
    case Field::Assignee:
        happening.member = added ? decodeMember(added->body) : std::nullopt;
        happening.oldMember = old ? decodeMember(old->body) : std::nullopt;
        happening.kind = happening.member ? Kind::Assigned : Kind::Unassigned;
        break;
    case Field::Place:
        happening.kind = Kind::Moved;
        break;
    case Field::Mark: {
        const auto mark = added ? decodeMark(added->body) : std::nullopt;
        happening.kind = added ? Kind::Checked : Kind::Unchecked;
        happening.n = mark ? mark->n : 0;
        break;
    }
    case Field::Like:
        happening.kind = added ? Kind::Liked : Kind::Unliked;
        break;
    case Field::Claim:
        happening.kind = added ? Kind::Claimed : Kind::Unclaimed;
        break;
    default:
        return;
    }
    told.push_back(std::move(happening));
}

Result<std::vector<Fact>> factsBefore(Workspace &workspace, const CartReplica &cart,
                                      const std::vector<StoredDelta> &deltas)
{
    std::set<std::pair<ReplicaId, std::uint64_t>> told;
    for (const StoredDelta &delta : deltas) {
        if (!delta.bytes.empty())
            told.emplace(delta.replica, delta.seq);
    }
    std::vector<Fact> before;
    const auto take = [&](const Fact &fact) {
        if (!told.contains({fact.dot.replica, fact.dot.seq}))
            before.push_back(fact);
    };
    const State base = cart.base();
    for (const auto &[line, facts] : base.facts().bySubject())
        std::for_each(facts.begin(), facts.end(), take);
    const auto removed = workspace.profile().store().removedLines(cart.record().id);
    if (!removed)
        return removed.error();
    for (const RemovedLine &line : *removed) {
        std::for_each(line.facts.begin(), line.facts.end(), take);
    }
    return before;
}

Result<std::vector<HistoryEntry>> readHistory(Workspace &workspace, CartReplica &cart)
{
    auto deltas = workspace.profile().store().history(cart.record().id);
    if (!deltas)
        return deltas.error();
    auto before = factsBefore(workspace, cart, *deltas);
    if (!before)
        return before.error();
    HistoryReader reader(cart.view(), cart.record().epoch);
    reader.begin(*before);
    return reader.read(*deltas);
}

} // namespace evencart
