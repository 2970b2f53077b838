#include "cli/historywords.h"

#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/json.h"

#include <algorithm>
#include <set>

namespace evencart::cli {

namespace {

constexpr std::size_t mostParts = 4;

bool isOf(const Fact &fact, Field field)
{
    return fact.field == number(field);
}

// A fact that makes its line present.
bool isPresence(const Fact &fact)
{
    const auto body = isOf(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
    if (!body)
        return false;
    return std::visit([](const auto &what) { return what.n > 0; }, body->what);
}

} // namespace

std::string deltaName(ReplicaId replica, std::uint64_t seq)
{
    return replica.toString() + ":" + std::to_string(seq);
}

const char *reasonName(std::uint8_t reason)
{
    switch (static_cast<protocol::VoidReason>(reason)) {
    case protocol::VoidReason::NotAllowed:
        return "not_allowed";
    case protocol::VoidReason::Malformed:
        return "malformed";
    case protocol::VoidReason::TooLarge:
        return "too_large";
    case protocol::VoidReason::CartFull:
        return "cart_full";
    case protocol::VoidReason::CartClosed:
        return "cart_closed";
    }
    return "unknown";
}

std::string reasonText(std::uint8_t reason)
{
    switch (static_cast<protocol::VoidReason>(reason)) {
    case protocol::VoidReason::NotAllowed:
        return "your role in this cart does not allow it";
    case protocol::VoidReason::Malformed:
        return "the server could not make sense of it";
    case protocol::VoidReason::TooLarge:
        return "it was larger than the server takes";
    case protocol::VoidReason::CartFull:
        return "the cart is full";
    case protocol::VoidReason::CartClosed:
        return "the cart is closed";
    }
    return "the server gave no reason";
}

HistoryReader::HistoryReader(const Environment &environment, const Workspace &workspace, const CartReplica &cart)
    : m_environment(environment), m_workspace(workspace)
{
    for (const LineView *line : cart.view().lines())
        m_names[line->id] = line->name; // until the history says what it was called then
}

Result<std::vector<HistoryEntry>> HistoryReader::read(std::vector<StoredDelta> deltas)
{
    std::vector<HistoryEntry> entries;
    for (StoredDelta &stored : deltas) {
        HistoryEntry entry;
        if (stored.bytes.empty()) {
            entry.what = "something that the server refused";
        } else {
            auto delta = decodeDelta(stored.bytes);
            if (!delta)
                return Error{ErrorCode::Corrupt,
                             "A change in the local database is damaged; \"evencartctl doctor\" says more."};
            entry.delta = std::move(*delta);
            std::set<LineId> lines;
            for (const Add &add : entry.delta.adds)
                lines.insert(add.subject);
            for (const Dot &dot : entry.delta.removes) {
                if (const auto subject = m_subjects.find(dot); subject != m_subjects.end())
                    lines.insert(subject->second);
            }
            entry.lines.assign(lines.begin(), lines.end());
            // What was refused never happened; its label says what was meant.
            entry.what = stored.kind == StoredDelta::Kind::Rejected ? stored.label : describe(entry.delta);
        }
        entry.stored = std::move(stored);
        entries.push_back(std::move(entry));
    }
    return entries;
}

// Follows the delta through the live facts: what it did, line by line, in the order in which its author did it.
std::vector<std::pair<LineId, HistoryReader::Change>> HistoryReader::follow(const Delta &delta)
{
    std::vector<std::pair<LineId, Change>> changes;
    std::unordered_map<LineId, std::size_t> places;
    const auto changeOf = [&](const LineId &line) -> Change & {
        const auto [place, isNew] = places.try_emplace(line, changes.size());
        if (isNew)
            changes.emplace_back(line, Change());
        return changes[place->second].second;
    };
    for (const Dot &dot : delta.removes) {
        const auto subject = m_subjects.find(dot);
        if (subject == m_subjects.end())
            continue; // older than this history
        if (auto fact = m_live[subject->second].extract(dot))
            changeOf(subject->second).removed.push_back(std::move(fact.mapped()));
    }
    for (std::size_t i = 0; i < delta.adds.size(); ++i) {
        const Fact fact = delta.factOf(i, delta.stamp);
        m_subjects[fact.dot] = fact.subject;
        m_live[fact.subject][fact.dot] = fact;
        changeOf(fact.subject).added.push_back(fact);
    }
    return changes;
}

std::string HistoryReader::describe(const Delta &delta)
{
    std::vector<std::string> parts;
    for (const auto &[line, change] : follow(delta))
        parts.push_back(line.isNull() ? describeCart(change) : describeLine(line, change));
    std::erase(parts, std::string());
    if (parts.empty())
        return delta.removes.empty() ? "change nothing that shows" : "change something older than this history";
    std::string words;
    for (std::size_t i = 0; i < std::min(parts.size(), mostParts); ++i)
        words += (i == 0 ? "" : "; ") + parts[i];
    if (parts.size() > mostParts)
        words += "; and " + std::to_string(parts.size() - mostParts) + " more";
    return words;
}

std::string HistoryReader::describeCart(const Change &change) const
{
    for (const Fact &fact : change.added) {
        if (const auto name = isOf(fact, Field::CartName) ? decodeText(fact.body) : std::nullopt)
            return "name the cart " + shortName(*name);
        if (isOf(fact, Field::MergedFrom))
            return "merge another cart";
        if (isOf(fact, Field::Requires))
            return "use something that only later versions know";
    }
    return {};
}

void HistoryReader::learnName(const LineId &line, const Fact &fact)
{
    if (const auto body = isOf(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt)
        m_names[line] = body->line.name;
    if (const auto title = isOf(fact, Field::Title) ? decodeTitle(fact.body) : std::nullopt)
        m_names[line] = title->name;
}

std::string HistoryReader::nameOf(const LineId &line) const
{
    const auto known = m_names.find(line);
    return shortName(oneLine(known == m_names.end() ? line.toString().substr(0, 8) : known->second));
}

std::string HistoryReader::describeLine(const LineId &line, const Change &change)
{
    // A rename is told with the name before it, which its other facts no longer have.
    const bool renamed = std::any_of(change.added.begin(), change.added.end(),
                                     [](const Fact &fact) { return isOf(fact, Field::Title); });
    for (const Fact &fact : renamed ? change.removed : change.added)
        learnName(line, fact);
    const std::string name = nameOf(line);
    const auto &live = m_live[line];
    const bool present =
        std::any_of(live.begin(), live.end(), [](const auto &entry) { return isPresence(entry.second); });
    const bool had = std::any_of(change.removed.begin(), change.removed.end(), isPresence);
    if (had && !present)
        return "remove " + name;
    std::string words = describeQuantity(name, change, present);
    std::set<Field> fields;
    for (const auto *facts : {&change.added, &change.removed}) {
        for (const Fact &fact : *facts)
            fields.insert(static_cast<Field>(fact.field));
    }
    for (const Field field : fields) {
        const auto added =
            std::find_if(change.added.begin(), change.added.end(), [&](const Fact &fact) { return isOf(fact, field); });
        const std::string part = describeField(name, field, added == change.added.end() ? nullptr : &*added);
        words += (words.empty() || part.empty() ? "" : ", ") + part;
    }
    for (const Fact &fact : change.added)
        learnName(line, fact);
    return words;
}

std::string HistoryReader::describeQuantity(const std::string &name, const Change &change, bool present) const
{
    for (const Fact &fact : change.added) {
        const auto body = isOf(fact, Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        if (!body)
            continue;
        const auto amount = [&](std::int64_t n) { return amountText(m_environment, n, body->line.unit); };
        if (const auto *inc = std::get_if<Inc>(&body->what))
            return inc->n > 0 ? "add " + amount(inc->n) + " " + name : "take " + amount(-inc->n) + " " + name;
        if (const auto *set = std::get_if<Set>(&body->what))
            return "set " + name + " to " + amount(set->n);
        if (const auto *part = std::get_if<Contribution>(&body->what))
            return "bring " + amount(part->n) + " " + name + " from another cart";
    }
    const bool tookBack = change.added.empty() && std::any_of(change.removed.begin(), change.removed.end(), isPresence);
    return tookBack && present ? "take an amount of " + name + " back" : std::string();
}

// What happened to a field of a line; `added` is the new value, nullptr where it was cleared.
std::string HistoryReader::describeField(const std::string &name, Field field, const Fact *added) const
{
    const auto text = [&](const std::optional<std::string> &value) {
        return value ? ": " + shortName(oneLine(*value)) : std::string();
    };
    switch (field) {
    case Field::Title:
        return added ? "rename " + name +
                           (decodeTitle(added->body) ? " to " + shortName(decodeTitle(added->body)->name) : "")
                     : "take the new name of " + name + " back";
    case Field::Note:
        return added ? "write a note on " + name + text(decodeText(added->body)) : "clear the note on " + name;
    case Field::Category:
        return added ? "sort " + name + text(decodeText(added->body)) : "clear the category of " + name;
    case Field::Price: {
        const auto price = added ? decodePrice(added->body) : std::nullopt;
        return price ? "price " + name + ": " + moneyText(m_environment, *price) : "clear the price of " + name;
    }
    case Field::Assignee: {
        const auto member = added ? decodeMember(added->body) : std::nullopt;
        return member ? "assign " + name + " to " + m_workspace.memberName(*member) : "assign " + name + " to nobody";
    }
    case Field::Place:
        return "move " + name;
    case Field::Mark:
        return (added ? "check " : "uncheck ") + name;
    case Field::Like:
        return (added ? "like " : "unlike ") + name;
    default:
        return {};
    }
}

Result<std::vector<HistoryEntry>> readHistory(const Environment &environment, Workspace &workspace,
                                              const CartReplica &cart)
{
    auto deltas = workspace.profile().store().history(cart.record().id);
    if (!deltas)
        return deltas.error();
    return HistoryReader(environment, workspace, cart).read(std::move(*deltas));
}

Result<std::vector<HistoryEntry>> rejectedEdits(const Environment &environment, Workspace &workspace,
                                                const CartReplica &cart)
{
    auto entries = readHistory(environment, workspace, cart);
    if (entries)
        std::erase_if(*entries, [](const HistoryEntry &entry) {
            return entry.stored.kind != StoredDelta::Kind::Rejected || entry.stored.bytes.empty();
        });
    return entries;
}

QJsonObject rejectedJson(const CartId &cart, const HistoryEntry &entry)
{
    return jsonObject({{"delta", jsonText(deltaName(entry.stored.replica, entry.stored.seq))},
                       {"cart", jsonId(cart)},
                       {"reason", jsonText(reasonName(entry.stored.reason))},
                       {"what", jsonText(entry.what)}});
}

} // namespace evencart::cli
