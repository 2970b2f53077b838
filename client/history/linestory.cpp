#include "history/linestory.h"

#include "cart/linereader.h"
#include "sync/cartreplica.h"

#include <algorithm>
#include <map>
#include <set>

namespace evencart {

namespace {

using Rule = Verdict::Rule;
using Kind = Happening::Kind;

constexpr std::size_t mostLooked = 400; // entries of a line, newest first

Party partyOf(const Fact &fact)
{
    Party party;
    party.member = fact.author;
    party.when = fact.stamp.milliseconds();
    return party;
}

Party partyOf(const HistoryEntry &entry)
{
    Party party;
    party.member = entry.author;
    party.when = entry.effective.milliseconds();
    return party;
}

// One member, one party: the amounts together, the latest time.
void addShare(std::vector<Party> &parties, const Party &more)
{
    const auto known =
        std::find_if(parties.begin(), parties.end(), [&](const Party &party) { return party.member == more.member; });
    if (known == parties.end()) {
        parties.push_back(more);
        return;
    }
    known->n = saturatingAdd(known->n, more.n);
    known->when = std::max(known->when, more.when);
}

// Adding, typing, un-ticking, renaming, restoring: what a removal at the same time does not take away.
bool isAssertive(Kind kind)
{
    switch (kind) {
    case Kind::Added:
    case Kind::Increased:
    case Kind::Typed:
    case Kind::Restored:
    case Kind::Brought:
    case Kind::Renamed:
    case Kind::Unchecked:
        return true;
    default:
        return false;
    }
}

class Judge
{
public:
    Judge(const CartReplica &cart, const Chronicle &chronicle, const LineView &line)
        : m_facts(cart.view().state().facts().of(line.id)), m_line(line), m_unseen(chronicle.unseen())
    {
        const auto &entries = chronicle.entries();
        for (auto entry = entries.rbegin(); entry != entries.rend() && m_entries.size() < mostLooked; ++entry) {
            if (entry->kind != StoredDelta::Kind::Rejected && entry->concerns(line.id))
                m_entries.push_back(&*entry);
        }
    }

    std::vector<Verdict> verdicts()
    {
        boughtTwice();
        checkQuantity();
        for (const Field field : {Field::Title, Field::Note, Field::Assignee, Field::Price, Field::Category})
            laterShows(field);
        oldNames();
        beside(
            Rule::AddingWins, [](Kind kind) { return kind == Kind::Removed; }, isAssertive, Field::Quantity);
        beside(
            Rule::BuyingCounts, [](Kind kind) { return kind == Kind::Unchecked; },
            [](Kind kind) { return kind == Kind::Checked; }, Field::Mark);
        quantities();
        if (m_verdicts.empty()) {
            Verdict &quiet = add(Rule::NothingCollided);
            Party last;
            last.member = m_line.changedBy;
            last.when = m_line.changed.milliseconds();
            quiet.parties.push_back(last);
        }
        return std::move(m_verdicts);
    }

private:
    Verdict &add(Rule rule, Field field = Field::Quantity)
    {
        Verdict &verdict = m_verdicts.emplace_back();
        verdict.rule = rule;
        verdict.field = field;
        return verdict;
    }

    void boughtTwice()
    {
        if (!m_line.boughtTwice)
            return;
        Verdict &verdict = add(Rule::BoughtTwice, Field::Mark);
        verdict.n = m_line.quantity;
        for (const Share &share : m_line.boughtBy) {
            Party party;
            party.member = share.member;
            party.n = share.quantity;
            for (const Fact &fact : m_facts) {
                if (fact.field == number(Field::Mark) && fact.author == share.member)
                    party.when = std::max(party.when, fact.stamp.milliseconds());
            }
            verdict.parties.push_back(party);
        }
    }

    void checkQuantity()
    {
        if (!m_line.checkQuantity)
            return;
        Verdict &verdict = add(Rule::CheckQuantity);
        verdict.n = m_line.rawQuantity;
        for (const Fact &fact : m_facts) {
            const auto body = fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
            const auto *step = body ? std::get_if<Inc>(&body->what) : nullptr;
            if (!step || step->n >= 0)
                continue;
            Party party = partyOf(fact);
            party.n = -step->n;
            addShare(verdict.parties, party);
        }
    }

    void laterShows(Field field)
    {
        const std::vector<const Fact *> values = siblings(m_facts, field); // the shown one first
        if (values.size() < 2)
            return;
        Verdict verdict{Rule::LaterShows, field, 0, {}, {}};
        for (const Fact *fact : values) {
            Party party = partyOf(*fact);
            party.shown = fact == values.front();
            if (field == Field::Title) {
                const auto title = decodeTitle(fact->body);
                party.text = title ? title->name : std::string();
            } else if (field == Field::Price) {
                party.price = decodePrice(fact->body);
            } else if (field == Field::Assignee) {
                party.other = decodeMember(fact->body);
            } else {
                party.text = decodeText(fact->body).value_or(std::string());
            }
            const bool isSame = std::any_of(verdict.parties.begin(), verdict.parties.end(), [&](const Party &other) {
                return other.text == party.text && other.price == party.price && other.other == party.other;
            });
            if (!isSame)
                verdict.parties.push_back(std::move(party));
        }
        if (verdict.parties.size() > 1) // all said the same: nothing lost
            m_verdicts.push_back(std::move(verdict));
    }

    void oldNames()
    {
        for (const OldNameAdds &adds : m_line.oldNameAdds) {
            Verdict &verdict = add(Rule::OldName, Field::Title);
            verdict.text = adds.name;
            verdict.n = adds.quantity;
            for (const Fact &fact : m_facts) {
                if (std::find(adds.dots.begin(), adds.dots.end(), fact.dot) == adds.dots.end())
                    continue;
                const auto body = decodeQuantity(fact.body);
                Party party = partyOf(fact);
                party.n = body ? std::get<Inc>(body->what).n : 0;
                addShare(verdict.parties, party);
            }
        }
    }

    static bool did(const HistoryEntry &entry, const LineId &line, const std::function<bool(Kind)> &what)
    {
        return std::any_of(entry.happenings.begin(), entry.happenings.end(),
                           [&](const Happening &happening) { return happening.line == line && what(happening.kind); });
    }

    bool hasLive(const HistoryEntry &entry, Field field) const
    {
        return std::any_of(m_facts.begin(), m_facts.end(), [&](const Fact &fact) {
            return fact.field == number(field) && fact.dot.replica == entry.replica && fact.dot.seq == entry.seq;
        });
    }

    // Two actions at the same time of which one does not take away the other. Told as long as what won stands.
    void beside(Rule rule, const std::function<bool(Kind)> &loses, const std::function<bool(Kind)> &wins, Field field)
    {
        for (const HistoryEntry *loser : m_entries) {
            if (!did(*loser, m_line.id, loses))
                continue;
            Verdict verdict{rule, field, 0, {}, {partyOf(*loser)}};
            for (const HistoryEntry *winner : m_entries) {
                if (hasLive(*winner, field) && did(*winner, m_line.id, wins) && m_unseen.concurrent(*loser, *winner))
                    addShare(verdict.parties, partyOf(*winner));
            }
            if (verdict.parties.size() > 1) {
                m_verdicts.push_back(std::move(verdict));
                return; // the latest tells enough
            }
        }
    }

    void quantities()
    {
        std::vector<const Fact *> typed;
        std::vector<Party> steps;
        for (const Fact &fact : m_facts) {
            const auto body = fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
            if (!body)
                continue;
            if (std::holds_alternative<Set>(body->what))
                typed.push_back(&fact);
            Party party = partyOf(fact);
            if (const auto *step = std::get_if<Inc>(&body->what))
                party.n = step->n;
            else if (const auto *part = std::get_if<Contribution>(&body->what))
                party.n = part->n;
            if (party.n != 0)
                addShare(steps, party);
        }
        std::erase_if(steps, [](const Party &party) { return party.n == 0; });
        std::sort(typed.begin(), typed.end(), [](const Fact *a, const Fact *b) { return winsOver(*a, *b); });
        std::vector<Party> numbers;
        for (const Fact *fact : typed) {
            Party party = partyOf(*fact);
            party.n = std::get<Set>(decodeQuantity(fact->body)->what).n;
            party.shown = fact == typed.front();
            numbers.push_back(party);
        }
        const bool differ = std::any_of(numbers.begin(), numbers.end(),
                                        [&](const Party &party) { return party.n != numbers.front().n; });
        if (differ)
            add(Rule::TypedAtOnce).parties = numbers;
        if (m_line.checkQuantity || steps.empty())
            return;
        const bool several = steps.size() > 1 || (!numbers.empty() && steps.front().member != numbers.front().member);
        if (!several)
            return;
        Verdict &verdict = add(numbers.empty() ? Rule::StepsAddUp : Rule::StepsOnTop);
        verdict.n = m_line.quantity;
        if (!numbers.empty())
            verdict.parties.push_back(numbers.front());
        verdict.parties.insert(verdict.parties.end(), steps.begin(), steps.end());
    }

    const FactSet::Facts &m_facts;
    const LineView &m_line;
    Unseen m_unseen;
    std::vector<const HistoryEntry *> m_entries;
    std::vector<Verdict> m_verdicts;
};

} // namespace

std::vector<Verdict> verdictsOn(const CartReplica &cart, const Chronicle &chronicle, const LineView &line)
{
    return Judge(cart, chronicle, line).verdicts();
}

Result<LineStory> storyOf(Workspace &workspace, CartReplica &cart, const Chronicle &chronicle, const LineId &line)
{
    if (const LineView *view = cart.view().line(line))
        return LineStory{*view, verdictsOn(cart, chronicle, *view)};
    const auto removed = workspace.profile().store().removedLines(cart.record().id);
    if (!removed)
        return removed.error();
    for (const RemovedLine &gone : *removed) {
        if (gone.line != line)
            continue;
        Party remover;
        remover.member = gone.removedBy;
        remover.when = gone.removedAt;
        return LineStory{readLine(line, gone.facts), {Verdict{Rule::Removed, Field::Quantity, 0, {}, {remover}}}};
    }
    return Error{ErrorCode::NotFound, "Nothing is known of this line any more."};
}

} // namespace evencart
