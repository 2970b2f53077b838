#include "support/world.h"

#include "cart/cartmerge.h"
#include "cart/placement.h"
#include "cart/validate.h"
#include "crdt/statecodec.h"
#include "text/normalize.h"

#include <algorithm>
#include <cstdio>

namespace evencart::test {

namespace {

CartId cartId(std::uint8_t n)
{
    CartId id;
    id.raw[3] = n;
    return id;
}

const std::array<const char *, 6> names{"milk", "bread", "Milk ", "eggs", "oat milk", "tea"};

State copyOf(const State &state)
{
    auto copy = decodeState(encodeState(state));
    return copy ? std::move(*copy) : State();
}

State joined(State a, const State &b)
{
    a.join(b);
    return a;
}

bool same(const State &a, const State &b)
{
    return encodeState(a) == encodeState(b);
}

} // namespace

void Reach::print(const char *what) const
{
    const auto share = [this](std::uint64_t n) { return runs ? 100.0 * double(n) / double(runs) : 0.0; };
    std::printf("%s: %llu runs, %llu actions, %llu deltas\n  share of runs with: update beside delete %.1f%%, three at "
                "once %.1f%%, gap %.1f%%,"
                " state join %.1f%%, part %.1f%%, merge %.1f%%,\n  undo %.1f%%, redo %.1f%%, split %.1f%%, duplicate "
                "%.1f%%, clock back %.1f%%\n",
                what, static_cast<unsigned long long>(runs), static_cast<unsigned long long>(actions),
                static_cast<unsigned long long>(deltas), share(updateBesideDelete), share(threeWay), share(gap),
                share(stateJoin), share(partJoin), share(merge), share(undo), share(redo), share(split),
                share(duplicates), share(clockBack));
}

void Reach::add(const Reach &run)
{
    runs += 1;
    actions += run.actions;
    deltas += run.deltas;
    for (const auto member :
         {&Reach::updateBesideDelete, &Reach::threeWay, &Reach::gap, &Reach::stateJoin, &Reach::partJoin, &Reach::merge,
          &Reach::undo, &Reach::redo, &Reach::duplicates, &Reach::clockBack, &Reach::split})
        this->*member += run.*member > 0;
}

Person::Person(const CartId &cart, std::uint64_t replica, std::uint8_t memberNumber) : id{replica}, view(cart, state)
{
    member.raw.fill(memberNumber);
}

World::World(std::size_t count) : m_cart(cartId(1)), m_other(cartId(2), 500, 9)
{
    for (std::size_t i = 0; i < count; ++i) // the fifth and sixth are second devices of the first and second
        people.push_back(std::make_unique<Person>(m_cart, 100 + (i * 7) % 6, static_cast<std::uint8_t>(1 + i % 4)));
}

void World::stock()
{
    for (std::size_t i = 0; i < 3; ++i) {
        NewItem item;
        item.name = names[i == 2 ? 3 : i];
        item.quantity = std::int64_t(3000 - 1000 * i);
        edit(*people[0], [&](Edit &e) { (void)e.add(item); });
    }
    for (std::size_t i = 1; i < people.size(); ++i) {
        for (const Delta &delta : people[0]->own)
            receive(*people[i], delta);
    }
}

std::string World::run(const std::vector<std::uint32_t> &words)
{
    m_everyStep = words.size() % 8 == 3; // the oracle is slow
    for (const std::uint32_t word : words) {
        if (auto wrong = step(word); !wrong.empty())
            return wrong;
    }
    noteConflicts();
    for (const auto &person : people) {
        if (auto wrong = compare(*person); !wrong.empty())
            return wrong;
    }
    return {};
}

std::string World::step(std::uint32_t word)
{
    Person &who = *people[word % people.size()];
    Person &from = *people[(word >> 3) % people.size()];
    const std::uint32_t what = (word >> 6) % 32;
    const std::uint32_t detail = word >> 11;
    ++reach.actions;
    if (what < 22)
        act(who, what, detail);
    else if (what < 27)
        deliver(who, from, detail);
    else if (what < 29)
        joinState(who, from);
    else if (what == 29)
        joinPart(who, from, detail);
    else if (what == 30)
        mergeIn(who, detail);
    else
        who.wall = 1'700'000'000'000 + (detail % 7) * 100'000 - (detail % 5) * 200'000;
    reach.clockBack += what == 31;
    return m_everyStep ? compare(who) : std::string();
}

void World::act(Person &who, std::uint32_t what, std::uint32_t detail)
{
    if (what == 18 || what == 19)
        return undoOrRedo(who, !who.redos.empty() && (what == 19 || detail % 2));
    if (what == 21 && detail % 3)
        return mergeIn(who, detail / 3);
    const auto &lines = who.view.lines();
    const auto split =
        std::find_if(lines.begin(), lines.end(), [](const LineView *each) { return !each->oldNameAdds.empty(); });
    const bool toSplit = what == 17 && split != lines.end();
    const LineView line = lines.empty() ? LineView() : toSplit ? **split : *lines[detail % lines.size()];
    const LineId id = line.id;
    const std::int64_t n = std::array<std::int64_t, 4>{1000, 2000, 500, 3000}[detail / 16 % 4];
    const char *name = names[detail / 64 % names.size()];
    edit(who, [&](Edit &e) {
        switch (what) {
        case 0:
        case 1:
        case 2: {
            NewItem item;
            item.name = name;
            item.quantity = n;
            item.note = detail % 8 == 1 ? "from the list" : "";
            item.unit = detail % 16 == 2 ? "l" : "";
            item.bought = detail % 16 == 3;
            (void)e.add(item);
            break;
        }
        case 3:
        case 4:
            (void)e.increase(id, n);
            break;
        case 5:
        case 6:
            (void)e.decrease(id, n);
            break;
        case 7:
            (void)e.setQuantity(id, n * (detail % 3));
            break;
        case 8:
        case 9:
            (void)e.remove(id);
            break;
        case 10:
            e.clear(detail % 2 == 0);
            break;
        case 11:
            (void)(detail % 3 == 0 ? e.check(id, n) : e.check(id));
            break;
        case 12:
            (void)e.uncheck(id);
            break;
        case 13:
            if (detail % 4 < 2)
                (void)(detail % 2 ? e.like(id) : e.unlike(id));
            else
                (void)(detail % 2 ? e.claim(id) : e.unclaim(id));
            break;
        case 14:
            writeField(e, id, detail);
            break;
        case 15:
            (void)e.rename(id, name);
            break;
        case 16: {
            const Placement::Where where = static_cast<Placement::Where>(detail / 32 % 4);
            const LineId next = lines.empty() ? LineId() : lines[detail / 8 % lines.size()]->id;
            (void)place(e, {id}, {where, next},
                        std::string(1, static_cast<char>(who.id.value)) + static_cast<char>(detail));
            break;
        }
        case 17:
            reach.split += !line.oldNameAdds.empty();
            (void)e.split(id);
            break;
        case 20:
            if (!who.removed.empty())
                (void)e.restore(who.removed[detail % who.removed.size()]);
            break;
        default:
            (void)e.renameCart(name);
            break;
        }
    });
}

void World::writeField(Edit &e, const LineId &line, std::uint32_t detail)
{
    const std::string text = detail % 3 ? "text " + std::to_string(detail % 5) : "";
    MemberId member;
    member.raw.fill(static_cast<std::uint8_t>(detail % 3 + 1));
    switch (detail / 8 % 4) {
    case 0:
        (void)e.setNote(line, text);
        break;
    case 1:
        (void)e.setCategory(line, text);
        break;
    case 2:
        (void)e.setPrice(line, detail % 3 ? std::optional(Money{"EUR", std::int64_t(detail % 50)}) : std::nullopt);
        break;
    default:
        (void)e.assign(line, detail % 3 ? std::optional(member) : std::nullopt);
        break;
    }
}

void World::edit(Person &who, const std::function<void(Edit &)> &action)
{
    Edit e(who.view, who.member);
    action(e);
    commit(who, e, [&](const UndoRecord &record) {
        who.undos.push_back(record);
        who.redos.clear();
    });
}

void World::commit(Person &who, Edit &e, const std::function<void(const UndoRecord &)> &then)
{
    Draft draft = e.take();
    if (draft.isEmpty())
        return;
    Delta delta;
    delta.replica = who.id;
    delta.seq = who.state.vector().seen(who.id) + 1;
    delta.stamp = who.clock.next(who.wall);
    delta.author = who.member;
    delta.adds = std::move(draft.adds);
    delta.removes = std::move(draft.removes);
    const auto record = undoRecordOf("it", delta, draft.removedLines, who.state.facts());
    if (draft.removedLines) {
        for (const LineView *line : who.view.lines())
            who.removed.push_back(*line);
    }
    Logged logged{delta, who.state.vector(), {}, {}};
    for (const Fact &fact : record.removed)
        logged.took.insert(fact.subject);
    for (const Fact &fact : record.added)
        logged.wrote.insert(fact.subject);
    applyNow(who, delta);
    who.own.push_back(delta);
    m_log.push_back(std::move(logged));
    ++reach.deltas;
    then(record);
}

void World::applyNow(Person &to, const Delta &delta)
{
    std::vector<LineId> touched;
    if (to.state.apply(delta, delta.stamp, &touched) != State::Outcome::Applied)
        std::abort(); // an own delta always follows its own state
    to.view.refresh(touched);
    to.oracle.learn(delta);
}

void World::undoOrRedo(Person &who, bool redo)
{
    auto &from = redo ? who.redos : who.undos;
    auto &to = redo ? who.undos : who.redos;
    if (from.empty())
        return;
    const UndoRecord record = from.back();
    from.pop_back();
    Edit e(who.view, who.member);
    if (!undo(e, record))
        return;
    commit(who, e, [&](const UndoRecord &inverse) {
        for (auto *stack : {&who.undos, &who.redos}) {
            for (UndoRecord &other : *stack)
                follow(other, record, inverse);
        }
        to.push_back(inverse);
        ++(redo ? reach.redo : reach.undo);
    });
}

void World::mergeIn(Person &who, std::uint32_t detail)
{
    if (detail % 3 == 0 || m_other.own.empty()) {
        edit(m_other, [&](Edit &e) {
            NewItem item;
            item.name = names[detail / 3 % names.size()];
            item.quantity = 1000;
            (void)e.add(item);
        });
        return;
    }
    edit(who, [&](Edit &e) {
        if (const auto report = mergeCart(e, m_other.view); report && !report->nothingNew)
            ++reach.merge;
    });
}

void World::receive(Person &to, const Delta &delta)
{
    const auto before = to.state.vector();
    const auto decoded = decodeDelta(encodeDelta(delta));
    if (!decoded)
        std::abort();
    const auto offer = to.buffer.offer(to.state, *decoded, delta.stamp);
    reach.duplicates += offer == DeltaBuffer::Offer::Duplicate;
    reach.gap += offer == DeltaBuffer::Offer::Waiting;
    to.view.refreshAll();
    for (const auto &[each, seen, wrote, took] : m_log) {
        if (each.seq > before.seen(each.replica) && each.seq <= to.state.vector().seen(each.replica)) {
            to.oracle.learn(each);
            to.clock.witness(each.stamp);
            for (auto *stack : {&to.undos, &to.redos}) {
                for (UndoRecord &record : *stack)
                    concede(record, each);
            }
        }
    }
}

void World::deliver(Person &to, Person &from, std::uint32_t detail)
{
    const std::uint64_t have = to.state.vector().seen(from.id);
    for (std::size_t i = 0; i < from.own.size(); ++i) {
        const bool reversed = detail & 1;
        const std::size_t at = reversed ? from.own.size() - 1 - i : i;
        const bool chosen = (detail & 2) || ((detail >> (at % 16)) & 1);
        if (chosen && (from.own[at].seq > have || (detail & 4)))
            receive(to, from.own[at]);
    }
}

void World::joinState(Person &to, const Person &from)
{
    to.state.join(copyOf(from.state));
    to.oracle.learnAll(from.oracle);
    const auto before = to.state.vector();
    to.buffer.drain(to.state);
    for (const auto &[each, seen, wrote, took] : m_log) {
        if (each.seq > before.seen(each.replica) && each.seq <= to.state.vector().seen(each.replica))
            to.oracle.learn(each);
    }
    to.view.refreshAll();
    ++reach.stateJoin;
}

void World::joinPart(Person &to, const Person &from, std::uint32_t detail)
{
    std::vector<LineId> subjects;
    for (const LineId &subject : from.oracle.subjects()) {
        if (detail >> (subjects.size() % 16) & 1)
            subjects.push_back(subject);
    }
    const State part = copyOf(from.state.partial(subjects));
    std::vector<LineId> touched;
    to.state.join(part, &touched);
    to.view.refresh(touched);
    for (const LineId &subject : subjects) {
        for (const Fact &fact : from.oracle.liveOf(subject))
            to.oracle.learn(fact);
    }
    ++reach.partJoin;
}

std::string World::compare(const Person &who) const
{
    const auto expected = who.oracle.live();
    if (expected.size() != who.state.facts().size())
        return "the live facts are not those of the oracle";
    for (const Fact &fact : expected) {
        const Fact *live = who.state.facts().find(fact.dot);
        if (!live || !(*live == fact))
            return "a dot says something else than at first";
        if (!who.state.context().covers(fact.dot))
            return "a live dot is outside of the context";
    }
    const auto order = who.oracle.order();
    const auto &lines = who.view.lines();
    if (order.size() != lines.size() || who.view.count() != order.size())
        return "other lines are present";
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (lines[i]->id != order[i])
            return "the lines stand in another order";
        if (auto wrong = difference(who.oracle.read(order[i]), *lines[i]); !wrong.empty())
            return "line " + lines[i]->name + ": " + wrong;
    }
    const auto cartNames = who.oracle.cartNames();
    if (who.view.name() != (cartNames.empty() ? "" : cartNames.front()))
        return "the cart has another name";
    return {};
}

std::string World::laws() const
{
    const State &x = people[0]->state;
    const State &y = people[1]->state;
    const State &z = people.back()->state;
    if (!same(joined(x, x), x))
        return "join(X,X) is not X";
    if (!same(joined(x, y), joined(y, x)))
        return "join(X,Y) is not join(Y,X)";
    if (!same(joined(x, joined(y, z)), joined(joined(x, y), z)))
        return "join(X,join(Y,Z)) is not join(join(X,Y),Z)";
    for (const auto &person : people) {
        if (!(copyOf(person->state) == person->state))
            return "a state does not survive its encoding";
        for (const Delta &delta : person->own) {
            if (auto valid = validateContent(delta); !valid)
                return "an edit made a delta that is refused: " + valid.error().message;
        }
    }
    return {};
}

std::string World::settle(std::uint32_t how)
{
    for (auto &to : people) {
        for (const auto &from : people) {
            const bool byState = how & 1;
            how = how >> 1 | how << 31;
            if (byState)
                joinState(*to, *from);
            else
                deliver(*to, *from, 7);
        }
    }
    for (auto &to : people) {
        for (const auto &from : people)
            joinState(*to, *from);
    }
    // By deltas alone, backwards: somebody who was away the whole time.
    Person late(m_cart, 900, 7);
    for (auto delta = m_log.rbegin(); delta != m_log.rend(); ++delta) {
        if (delta->delta.replica != m_other.id)
            receive(late, delta->delta);
    }
    if (late.buffer.waiting() != 0)
        return "something still waits though everything has come";
    for (const auto &person : people) {
        if (!same(person->state, late.state))
            return "the copies are not the same bytes";
        if (!person->state.context().cloud().empty())
            return "a context has a cloud though everything has come";
    }
    const auto wrong = compare(*people[0]);
    return wrong.empty() ? wrong : "in the end, " + wrong;
}

bool World::concurrent(const Logged &a, const Logged &b)
{
    return a.delta.seq > b.seen.seen(a.delta.replica) && b.delta.seq > a.seen.seen(b.delta.replica);
}

void World::noteConflicts()
{
    for (const Logged &a : m_log) {
        std::map<LineId, std::set<ReplicaId>> besides;
        for (const Logged &b : m_log) {
            if (a.delta.replica == b.delta.replica || !concurrent(a, b))
                continue;
            for (const LineId &line : b.wrote) {
                reach.updateBesideDelete += a.took.contains(line) && !a.wrote.contains(line);
                if (a.wrote.contains(line))
                    besides[line].insert(b.delta.replica);
            }
        }
        for (const auto &[line, others] : besides)
            reach.threeWay += others.size() >= 2;
    }
}

} // namespace evencart::test
