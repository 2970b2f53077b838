#include "cart/linereader.h"

#include "base/limits.h"
#include "cart/orderkey.h"
#include "text/normalize.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace evencart {

namespace {

constexpr std::int64_t saturated = std::int64_t(1) << 62;

struct ReadQuantity
{
    const Fact *fact;
    QuantityFact body;
    Birth birth;
};

std::vector<ReadQuantity> readQuantities(const FactSet::Facts &facts)
{
    std::vector<ReadQuantity> quantities;
    for (const Fact &fact : facts) {
        if (fact.field != number(Field::Quantity))
            continue;
        auto body = decodeQuantity(fact.body);
        if (!body)
            continue;
        const Birth birth = body->line.birth.value_or(Birth{fact.stamp, fact.dot.replica, fact.dot.index});
        quantities.push_back({&fact, std::move(*body), birth});
    }
    return quantities;
}

// The typed number that counts: the latest of the concurrent ones.
const ReadQuantity *winningSet(const std::vector<ReadQuantity> &quantities)
{
    const ReadQuantity *winner = nullptr;
    for (const ReadQuantity &quantity : quantities) {
        if (std::holds_alternative<Set>(quantity.body.what) && (!winner || winsOver(*quantity.fact, *winner->fact)))
            winner = &quantity;
    }
    return winner;
}

// Per origin the contribution at the furthest position; of equal ones the latest.
std::vector<const ReadQuantity *> countedContributions(const std::vector<ReadQuantity> &quantities)
{
    std::map<CartId, const ReadQuantity *> furthest;
    for (const ReadQuantity &quantity : quantities) {
        const auto *part = std::get_if<Contribution>(&quantity.body.what);
        if (!part)
            continue;
        const ReadQuantity *&best = furthest[part->origin];
        const std::uint64_t position = best ? std::get<Contribution>(best->body.what).position : 0;
        if (!best || part->position > position || (part->position == position && winsOver(*quantity.fact, *best->fact)))
            best = &quantity;
    }
    std::vector<const ReadQuantity *> counted;
    for (const auto &[origin, quantity] : furthest)
        counted.push_back(quantity);
    return counted;
}

// What a contribution adds to a number that was typed when part of it was already in: its growth since then.
std::int64_t growth(const Contribution &part, const Set *typed)
{
    if (!typed)
        return part.n;
    for (const Absorbed &absorbed : typed->absorbed) {
        if (absorbed.origin == part.origin)
            return part.position > absorbed.position ? std::max<std::int64_t>(0, part.n - absorbed.n) : 0;
    }
    return part.n;
}

class QuantityReader
{
public:
    QuantityReader(const std::vector<ReadQuantity> &quantities, LineView &line) : m_quantities(quantities), m_line(line)
    {
    }

    void read()
    {
        const ReadQuantity *typed = winningSet(m_quantities);
        if (typed)
            count(*typed->fact, std::get<Set>(typed->body.what).n);
        for (const ReadQuantity &quantity : m_quantities) {
            if (const auto *inc = std::get_if<Inc>(&quantity.body.what)) {
                count(*quantity.fact, inc->n);
                m_line.present = m_line.present || inc->n > 0;
            } else if (const auto *set = std::get_if<Set>(&quantity.body.what)) {
                m_line.present = m_line.present || set->n > 0;
            } else if (std::holds_alternative<Keep>(quantity.body.what)) {
                m_line.present = true;
            }
        }
        for (const ReadQuantity *part : countedContributions(m_quantities)) {
            const std::int64_t n =
                growth(std::get<Contribution>(part->body.what), typed ? &std::get<Set>(typed->body.what) : nullptr);
            count(*part->fact, n);
            m_line.present = m_line.present || n > 0;
        }
        if (!m_counted)
            readKeeps();
        finish();
    }

private:
    void count(const Fact &fact, std::int64_t n)
    {
        m_counted = true;
        m_line.rawQuantity = saturatingAdd(m_line.rawQuantity, n);
        m_shares[fact.author] = saturatingAdd(m_shares[fact.author], n);
    }

    void readKeeps()
    {
        const ReadQuantity *largest = nullptr;
        const auto amount = [](const ReadQuantity &quantity) { return std::get<Keep>(quantity.body.what).n; };
        for (const ReadQuantity &quantity : m_quantities) {
            if (!std::holds_alternative<Keep>(quantity.body.what))
                continue;
            if (!largest || amount(quantity) > amount(*largest) ||
                (amount(quantity) == amount(*largest) && winsOver(*quantity.fact, *largest->fact)))
                largest = &quantity;
        }
        if (largest)
            count(*largest->fact, amount(*largest));
    }

    void finish()
    {
        m_line.quantity = std::clamp<std::int64_t>(m_line.rawQuantity, 0, limits::quantityThousandths);
        m_line.checkQuantity = m_line.rawQuantity <= 0;
        for (const auto &[member, quantity] : m_shares) {
            if (quantity != 0)
                m_line.wantedBy.push_back({member, quantity});
        }
    }

    const std::vector<ReadQuantity> &m_quantities;
    LineView &m_line;
    std::map<MemberId, std::int64_t> m_shares;
    bool m_counted = false;
};

// SUBTLE: later facts carry the first one's birth, so of equal births the first stamp is the name that the line came
// with.
void readDescriptor(const std::vector<ReadQuantity> &quantities, LineView &line)
{
    const auto earliest = std::min_element(quantities.begin(), quantities.end(), [](const auto &a, const auto &b) {
        return std::tie(a.birth, a.fact->stamp, a.fact->dot) < std::tie(b.birth, b.fact->stamp, b.fact->dot);
    });
    if (earliest == quantities.end())
        return;
    line.name = earliest->body.line.name;
    line.unit = earliest->body.line.unit;
    line.sku = earliest->body.line.sku;
    line.birth = earliest->birth;
}

void noteConflict(LineView &line, Field field, const std::string &shown, std::vector<std::string> others)
{
    std::erase(others, shown);
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    if (!others.empty())
        line.conflicts.push_back({field, std::move(others)});
}

// Inc facts under another name that no writer of a live title had seen.
void readOldNames(const std::vector<ReadQuantity> &quantities, const std::vector<TitleFact> &titles, LineView &line)
{
    const std::string shown = normalizedName(line.name);
    std::map<std::string, OldNameAdds> byName;
    for (const ReadQuantity &quantity : quantities) {
        const auto *inc = std::get_if<Inc>(&quantity.body.what);
        if (!inc || inc->n <= 0)
            continue;
        const std::string name = normalizedName(quantity.body.line.name);
        const bool seen = std::any_of(titles.begin(), titles.end(), [&](const TitleFact &title) {
            return std::find(title.observed.begin(), title.observed.end(), quantity.fact->dot) !=
                       title.observed.end() ||
                   normalizedName(title.name) == name;
        });
        if (seen || name == shown)
            continue;
        OldNameAdds &adds = byName[name];
        adds.name = quantity.body.line.name;
        adds.quantity = saturatingAdd(adds.quantity, inc->n);
        adds.dots.push_back(quantity.fact->dot);
    }
    for (auto &[name, adds] : byName)
        line.oldNameAdds.push_back(std::move(adds));
}

void readTitle(const FactSet::Facts &facts, const std::vector<ReadQuantity> &quantities, LineView &line)
{
    std::vector<TitleFact> titles;
    for (const Fact *fact : siblings(facts, Field::Title)) {
        if (auto title = decodeTitle(fact->body))
            titles.push_back(std::move(*title));
    }
    if (titles.empty())
        return;
    line.name = titles.front().name;
    std::vector<std::string> others;
    for (const TitleFact &title : titles)
        others.push_back(title.name);
    noteConflict(line, Field::Title, line.name, std::move(others));
    readOldNames(quantities, titles, line);
}

void readNote(const FactSet::Facts &facts, LineView &line)
{
    std::vector<std::string> values;
    for (const Fact *fact : siblings(facts, Field::Note)) {
        if (auto text = decodeText(fact->body))
            values.push_back(std::move(*text));
    }
    if (values.empty())
        return;
    line.note = values.front();
    noteConflict(line, Field::Note, line.note, std::move(values));
}

void readAssignee(const FactSet::Facts &facts, LineView &line)
{
    std::vector<std::string> values;
    for (const Fact *fact : siblings(facts, Field::Assignee)) {
        const auto member = decodeMember(fact->body);
        if (!member)
            continue;
        if (!line.assignee)
            line.assignee = *member;
        values.push_back(member->toString());
    }
    if (line.assignee)
        noteConflict(line, Field::Assignee, line.assignee->toString(), std::move(values));
}

// Category, price and place show the latest and keep quiet about the others.
void readSilentRegisters(const FactSet::Facts &facts, LineView &line)
{
    for (const Fact *fact : siblings(facts, Field::Category)) {
        if (auto text = decodeText(fact->body)) {
            line.category = std::move(*text);
            break;
        }
    }
    for (const Fact *fact : siblings(facts, Field::Price)) {
        if ((line.price = decodePrice(fact->body)))
            break;
    }
    line.orderKey = orderKeyOfBirth(line.birth);
    for (const Fact *fact : siblings(facts, Field::Place)) {
        if (auto key = decodePlace(fact->body)) {
            line.orderKey = std::move(*key);
            break;
        }
    }
}

void sortOnce(std::vector<MemberId> &members)
{
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
}

void readMembers(const FactSet::Facts &facts, LineView &line)
{
    std::map<MemberId, std::int64_t> bought;
    for (const Fact &fact : facts) {
        if (fact.field == number(Field::Like) || fact.field == number(Field::Claim)) {
            if (const auto member = decodeMember(fact.body))
                (fact.field == number(Field::Like) ? line.likes : line.claimedBy).push_back(*member);
        } else if (fact.field == number(Field::Mark)) {
            // Two devices of one member may mark at once: that is one purchase, so the larger counts.
            if (const auto mark = decodeMark(fact.body))
                bought[mark->member] = std::max(bought[mark->member], mark->n);
        }
    }
    sortOnce(line.likes);
    sortOnce(line.claimedBy);
    for (const auto &[member, n] : bought) {
        if (n > 0)
            line.boughtBy.push_back({member, n});
    }
    line.checked = !line.boughtBy.empty() && line.bought() >= line.quantity;
    line.boughtTwice = line.boughtBy.size() > 1 && line.bought() > line.quantity;
}

void readLastChange(const FactSet::Facts &facts, LineView &line)
{
    const auto latest =
        std::max_element(facts.begin(), facts.end(), [](const Fact &a, const Fact &b) { return winsOver(b, a); });
    if (latest == facts.end())
        return;
    line.changed = latest->stamp;
    line.changedBy = latest->author;
}

} // namespace

std::vector<const Fact *> siblings(const FactSet::Facts &facts, Field field)
{
    std::vector<const Fact *> found;
    for (const Fact &fact : facts) {
        if (fact.field == number(field))
            found.push_back(&fact);
    }
    std::sort(found.begin(), found.end(), [](const Fact *a, const Fact *b) { return winsOver(*a, *b); });
    return found;
}

LineView readLine(const LineId &id, const FactSet::Facts &facts)
{
    LineView line;
    line.id = id;
    const auto quantities = readQuantities(facts);
    QuantityReader(quantities, line).read();
    readDescriptor(quantities, line);
    readTitle(facts, quantities, line);
    readNote(facts, line);
    readAssignee(facts, line);
    readSilentRegisters(facts, line);
    readMembers(facts, line);
    readLastChange(facts, line);
    return line;
}

std::int64_t LineView::bought() const
{
    std::int64_t sum = 0;
    for (const Share &share : boughtBy)
        sum = saturatingAdd(sum, share.quantity);
    return sum;
}

std::int64_t saturatingAdd(std::int64_t a, std::int64_t b)
{
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a, b, &sum))
        return a > 0 ? saturated : -saturated;
    return std::clamp(sum, -saturated, saturated);
}

std::string_view priceUnit(std::string_view unit)
{
    return unit == "g" ? "kg" : unit == "ml" ? "l" : unit;
}

std::int64_t lineTotalMinor(const LineView &line)
{
    if (!line.price)
        return 0;
    __extension__ using Wide = __int128;
    const Wide parts = priceUnit(line.unit) == line.unit ? 1000 : 1000 * 1000;
    const Wide product = Wide(line.quantity) * line.price->minor;
    const Wide total = (product + (product < 0 ? -parts / 2 : parts / 2)) / parts;
    return static_cast<std::int64_t>(std::clamp(total, Wide(-saturated), Wide(saturated)));
}

} // namespace evencart
