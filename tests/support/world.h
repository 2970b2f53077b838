#pragma once

#include "cart/cartview.h"
#include "cart/undo.h"
#include "crdt/deltabuffer.h"
#include "support/oracle.h"

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace evencart::test {

// What the random histories reached, over all runs of a program; printed at its end.
struct Reach
{
    std::uint64_t runs = 0, actions = 0, deltas = 0;
    std::uint64_t updateBesideDelete = 0, threeWay = 0, gap = 0, stateJoin = 0, partJoin = 0, merge = 0, undo = 0,
                  redo = 0, duplicates = 0, clockBack = 0, split = 0;
    void add(const Reach &run); // each of them at most once for a run
    void print(const char *what) const;
};

// One person's copy in a random history, with its oracle beside it.
struct Person
{
    Person(const CartId &cart, std::uint64_t replica, std::uint8_t member);
    Person(const Person &) = delete;

    ReplicaId id;
    MemberId member;
    State state;
    CartView view{CartId{}, state};
    DeltaBuffer buffer;
    HybridClock clock;
    std::uint64_t wall = 1'700'000'000'000;
    Oracle oracle;
    std::vector<Delta> own;
    std::vector<UndoRecord> undos, redos;
    std::vector<LineView> removed;
};

// Two to six copies of one cart and one copy of another that is merged into it now and then. A history is a list of
// words; every list means something, so shrinking one never makes it invalid. Every copy is compared with its oracle at
// the end of a history, and in some histories after every step.
class World
{
public:
    explicit World(std::size_t people);

    // Gives everybody the same three lines to quarrel about.
    void stock();
    // Empty, or the first thing that is wrong, in words.
    std::string run(const std::vector<std::uint32_t> &words);
    // Lets everybody have everything, some by deltas, some by states, and compares the bytes.
    std::string settle(std::uint32_t how);
    // The laws of join, on three copies as they are now.
    std::string laws() const;

    std::vector<std::unique_ptr<Person>> people;
    Reach reach; // of this history alone

private:
    std::string step(std::uint32_t word);
    void act(Person &who, std::uint32_t what, std::uint32_t detail);
    void commit(Person &who, Edit &edit, const std::function<void(const UndoRecord &)> &then);
    void edit(Person &who, const std::function<void(Edit &)> &action);
    void deliver(Person &to, Person &from, std::uint32_t detail);
    void receive(Person &to, const Delta &delta);
    void joinState(Person &to, const Person &from);
    void joinPart(Person &to, const Person &from, std::uint32_t detail);
    void undoOrRedo(Person &who, bool redo);
    void mergeIn(Person &who, std::uint32_t detail);
    void writeField(Edit &edit, const LineId &line, std::uint32_t detail);
    void applyNow(Person &to, const Delta &delta);
    std::string compare(const Person &who) const;
    void noteConflicts();

    // A delta, what its author had seen, and the lines that it wrote to or only took from.
    struct Logged
    {
        Delta delta;
        VersionVector seen;
        std::set<LineId> wrote, took;
    };
    static bool concurrent(const Logged &a, const Logged &b);

    CartId m_cart;
    Person m_other;
    std::vector<Logged> m_log;
    bool m_everyStep = false;
};

} // namespace evencart::test
