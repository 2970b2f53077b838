#include "support/oracle.h"

#include "base/limits.h"
#include "text/normalize.h"

#include <algorithm>

namespace evencart::test {

namespace {

using Facts = std::vector<Fact>;

bool later(const Fact &a, const Fact &b)
{
    if (a.stamp != b.stamp)
        return b.stamp < a.stamp;
    if (a.dot.replica != b.dot.replica)
        return b.dot.replica < a.dot.replica;
    if (a.dot.seq != b.dot.seq)
        return a.dot.seq > b.dot.seq;
    return a.dot.index > b.dot.index;
}

struct Amount
{
    Fact fact;
    QuantityFact body;
};

std::vector<Amount> amounts(const Facts &facts)
{
    std::vector<Amount> found;
    for (const Fact &fact : facts) {
        if (fact.field != 1)
            continue;
        if (const auto body = decodeQuantity(fact.body))
            found.push_back({fact, *body});
    }
    return found;
}

Facts ofField(const Facts &facts, Field field)
{
    Facts found;
    for (const Fact &fact : facts) {
        if (fact.field == number(field))
            found.push_back(fact);
    }
    std::sort(found.begin(), found.end(), later);
    return found;
}

// Every value that Decode finds in the register, latest first.
template <typename Decode>
auto values(const Facts &facts, Field field, Decode decode)
{
    std::vector<typename decltype(decode(ByteView()))::value_type> found;
    for (const Fact &fact : ofField(facts, field)) {
        if (const auto value = decode(fact.body))
            found.push_back(*value);
    }
    return found;
}

void noteOthers(Oracle::Line &line, Field field, const std::vector<std::string> &texts)
{
    for (const std::string &text : texts) {
        if (text != texts.front())
            line.others[field].insert(text);
    }
}

// "Per origin only the furthest position counts"; beside a typed number only what grew since it was typed.
std::int64_t imported(const std::vector<Amount> &all, const Amount *typed, std::map<MemberId, std::int64_t> &wanted,
                      bool &present)
{
    std::set<CartId> origins;
    for (const Amount &amount : all) {
        if (const auto *part = std::get_if<Contribution>(&amount.body.what))
            origins.insert(part->origin);
    }
    std::int64_t sum = 0;
    for (const CartId &origin : origins) {
        const Amount *furthest = nullptr;
        for (const Amount &amount : all) {
            const auto *part = std::get_if<Contribution>(&amount.body.what);
            if (!part || part->origin != origin)
                continue;
            const std::uint64_t best = furthest ? std::get<Contribution>(furthest->body.what).position : 0;
            if (!furthest || part->position > best || (part->position == best && later(amount.fact, furthest->fact)))
                furthest = &amount;
        }
        const Contribution part = std::get<Contribution>(furthest->body.what);
        std::int64_t counts = part.n;
        if (typed) {
            for (const Absorbed &inside : std::get<Set>(typed->body.what).absorbed) {
                if (inside.origin == origin)
                    counts = part.position <= inside.position ? 0 : std::max<std::int64_t>(0, part.n - inside.n);
            }
        }
        sum += counts;
        wanted[furthest->fact.author] += counts;
        present = present || counts > 0;
    }
    return sum;
}

void readAmounts(const std::vector<Amount> &all, Oracle::Line &line)
{
    const Amount *typed = nullptr;
    bool steps = false;
    for (const Amount &amount : all) {
        if (const auto *set = std::get_if<Set>(&amount.body.what)) {
            line.present = line.present || set->n > 0;
            if (!typed || later(amount.fact, typed->fact))
                typed = &amount;
        }
        if (const auto *step = std::get_if<Inc>(&amount.body.what)) {
            line.present = line.present || step->n > 0;
            line.total += step->n;
            line.wanted[amount.fact.author] += step->n;
            steps = true;
        }
        line.present = line.present || std::holds_alternative<Keep>(amount.body.what);
        steps = steps || std::holds_alternative<Contribution>(amount.body.what);
    }
    line.total += imported(all, typed, line.wanted, line.present);
    if (typed) {
        line.total += std::get<Set>(typed->body.what).n;
        line.wanted[typed->fact.author] += std::get<Set>(typed->body.what).n;
    } else if (!steps) {
        const Amount *largest = nullptr;
        for (const Amount &amount : all) {
            const std::int64_t n = std::get<Keep>(amount.body.what).n;
            const std::int64_t best = largest ? std::get<Keep>(largest->body.what).n : -1;
            if (n > best || (n == best && later(amount.fact, largest->fact)))
                largest = &amount;
        }
        if (largest) {
            line.total = std::get<Keep>(largest->body.what).n;
            line.wanted[largest->fact.author] = line.total;
        }
    }
    std::erase_if(line.wanted, [](const auto &share) { return share.second == 0; });
}

Birth birthOf(const Amount &amount)
{
    if (amount.body.line.birth)
        return *amount.body.line.birth;
    return {amount.fact.stamp, amount.fact.dot.replica, amount.fact.dot.index};
}

void readNames(const Facts &facts, const std::vector<Amount> &all, Oracle::Line &line)
{
    const Amount *first = nullptr;
    for (const Amount &amount : all) {
        const bool earlier = first && (birthOf(amount) < birthOf(*first) ||
                                       (birthOf(amount) == birthOf(*first) && later(first->fact, amount.fact)));
        if (!first || earlier)
            first = &amount;
    }
    if (first) {
        line.name = first->body.line.name;
        line.unit = first->body.line.unit;
        line.sku = first->body.line.sku;
        line.born = birthOf(*first);
    }
    const auto titles = values(facts, Field::Title, decodeTitle);
    if (titles.empty())
        return;
    line.name = titles.front().name;
    std::vector<std::string> names;
    for (const TitleFact &title : titles)
        names.push_back(title.name);
    noteOthers(line, Field::Title, names);
    for (const Amount &amount : all) {
        const auto *step = std::get_if<Inc>(&amount.body.what);
        if (!step || step->n <= 0)
            continue;
        const std::string under = normalizedName(amount.body.line.name);
        bool known = under == normalizedName(line.name);
        for (const TitleFact &title : titles) {
            known = known || under == normalizedName(title.name);
            for (const Dot &seen : title.observed)
                known = known || seen == amount.fact.dot;
        }
        if (!known)
            line.oldNames[under] += step->n;
    }
}

void readFields(const Facts &facts, Oracle::Line &line)
{
    const auto notes = values(facts, Field::Note, decodeText);
    if (!notes.empty())
        line.note = notes.front();
    noteOthers(line, Field::Note, notes);
    std::vector<std::string> people;
    for (const MemberId &member : values(facts, Field::Assignee, decodeMember)) {
        if (people.empty())
            line.assignee = member;
        people.push_back(member.toString());
    }
    noteOthers(line, Field::Assignee, people);
    if (const auto all = values(facts, Field::Category, decodeText); !all.empty())
        line.category = all.front();
    if (const auto all = values(facts, Field::Price, decodePrice); !all.empty())
        line.price = all.front();
    if (const auto all = values(facts, Field::Place, decodePlace); !all.empty())
        line.place = all.front();
    for (const MemberId &member : values(facts, Field::Like, decodeMember))
        line.likes.insert(member);
    for (const MemberId &member : values(facts, Field::Claim, decodeMember))
        line.claims.insert(member);
    for (const MarkFact &mark : values(facts, Field::Mark, decodeMark)) {
        if (mark.n > 0)
            line.bought[mark.member] = std::max(line.bought[mark.member], mark.n);
    }
}

std::map<MemberId, std::int64_t> asMap(const std::vector<Share> &shares)
{
    std::map<MemberId, std::int64_t> map;
    for (const Share &share : shares)
        map[share.member] = share.quantity;
    return map;
}

template <typename T>
void compare(std::string &found, const char *what, const T &expected, const T &actual)
{
    if (found.empty() && !(expected == actual))
        found = what;
}

} // namespace

void Oracle::learn(const Delta &delta)
{
    for (std::size_t i = 0; i < delta.adds.size(); ++i)
        learn(delta.factOf(i, delta.stamp));
    m_removed.insert(delta.removes.begin(), delta.removes.end());
}

void Oracle::learn(const Fact &fact)
{
    m_added.emplace(fact.dot, fact);
}

void Oracle::learnAll(const Oracle &other)
{
    m_added.insert(other.m_added.begin(), other.m_added.end());
    m_removed.insert(other.m_removed.begin(), other.m_removed.end());
}

std::vector<Fact> Oracle::live() const
{
    std::vector<Fact> facts;
    for (const auto &[dot, fact] : m_added) {
        if (!m_removed.contains(dot))
            facts.push_back(fact);
    }
    return facts;
}

std::vector<Fact> Oracle::liveOf(const LineId &subject) const
{
    auto facts = live();
    std::erase_if(facts, [&](const Fact &fact) { return fact.subject != subject; });
    return facts;
}

std::set<LineId> Oracle::subjects() const
{
    std::set<LineId> all;
    for (const auto &[dot, fact] : m_added)
        all.insert(fact.subject);
    all.erase(LineId{});
    return all;
}

Oracle::Line Oracle::read(const LineId &subject) const
{
    const auto facts = liveOf(subject);
    const auto all = amounts(facts);
    Line line;
    readAmounts(all, line);
    readNames(facts, all, line);
    readFields(facts, line);
    return line;
}

std::vector<LineId> Oracle::order() const
{
    // Those with a place of their own lie among the others by the key; those without stand by birth. Both keys are
    // bytes.
    std::vector<std::pair<Bytes, LineId>> keys;
    for (const LineId &subject : subjects()) {
        const Line line = read(subject);
        if (!line.present)
            continue;
        Bytes key = line.place;
        if (key.empty()) {
            key += '\x80';
            for (const std::uint64_t word : {line.born.stamp.value, line.born.replica.value}) {
                for (int byte = 7; byte >= 0; --byte)
                    key += static_cast<char>(word >> (byte * 8));
            }
            for (int byte = 2; byte >= 0; --byte)
                key += static_cast<char>((std::uint64_t(line.born.index) + 1) >> (byte * 8));
            key += '\x01';
        }
        keys.emplace_back(key, subject);
    }
    std::sort(keys.begin(), keys.end());
    std::vector<LineId> order;
    for (const auto &[key, subject] : keys)
        order.push_back(subject);
    return order;
}

std::vector<std::string> Oracle::cartNames() const
{
    return values(liveOf({}), Field::CartName, decodeText);
}

std::string difference(const Oracle::Line &expected, const LineView &view)
{
    std::string found;
    compare(found, "present", expected.present, view.present);
    if (!expected.present)
        return found;
    const std::int64_t shown = std::clamp<std::int64_t>(expected.total, 0, limits::quantityThousandths);
    std::int64_t bought = 0;
    for (const auto &[member, n] : expected.bought)
        bought += n;
    compare(found, "name", expected.name, view.name);
    compare(found, "unit", expected.unit, view.unit);
    compare(found, "sku", expected.sku, view.sku);
    compare(found, "total", expected.total, view.rawQuantity);
    compare(found, "quantity", shown, view.quantity);
    compare(found, "check quantity", expected.total <= 0, view.checkQuantity);
    compare(found, "wanted by", expected.wanted, asMap(view.wantedBy));
    compare(found, "bought by", expected.bought, asMap(view.boughtBy));
    compare(found, "checked", bought > 0 && bought >= shown, view.checked);
    compare(found, "bought twice", expected.bought.size() > 1 && bought > shown, view.boughtTwice);
    compare(found, "note", expected.note, view.note);
    compare(found, "category", expected.category, view.category);
    compare(found, "price", expected.price, view.price);
    compare(found, "assignee", expected.assignee, view.assignee);
    compare(found, "likes", std::vector<MemberId>(expected.likes.begin(), expected.likes.end()), view.likes);
    compare(found, "claims", std::vector<MemberId>(expected.claims.begin(), expected.claims.end()), view.claimedBy);
    std::map<Field, std::set<std::string>> others;
    for (const FieldConflict &conflict : view.conflicts)
        others[conflict.field].insert(conflict.values.begin(), conflict.values.end());
    compare(found, "other values", expected.others, others);
    std::map<std::string, std::int64_t> oldNames;
    for (const OldNameAdds &adds : view.oldNameAdds)
        oldNames[normalizedName(adds.name)] += adds.quantity;
    compare(found, "adds under an old name", expected.oldNames, oldNames);
    compare(found, "birth", expected.born, view.birth);
    return found;
}

} // namespace evencart::test
