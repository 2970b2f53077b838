#pragma once

#include "cart/cartmerge.h"
#include "cart/cartview.h"
#include "cart/edit.h"
#include "cart/undo.h"
#include "crdt/deltabuffer.h"
#include "crdt/statecodec.h"

#include <functional>
#include <stdexcept>
#include <string>

namespace evencart::test {

// One person's copy of a cart with nothing around it: no storage, no server. Edits become deltas with stamps from a
// hand-set clock; deltas and states are handed over by the test. For the kernel's and the cart's cases.
class KernelReplica
{
public:
    KernelReplica(const CartId &cart, std::uint64_t replica, std::string who)
        : m_member(memberNamed(who)), m_replica{replica}, m_who(std::move(who)), m_view(cart, m_state)
    {
    }
    KernelReplica(const KernelReplica &) = delete;

    static MemberId memberNamed(const std::string &name)
    {
        Bytes padded = name;
        padded.resize(16, '.');
        return MemberId::fromBytes(padded);
    }

    // Makes the action a delta, applies it here and returns it; an empty draft gives a delta with seq 0.
    Delta act(const std::function<void(Edit &)> &action)
    {
        Edit edit(m_view, m_member);
        action(edit);
        return commit(edit.take());
    }
    Delta commit(Draft draft)
    {
        Delta delta;
        if (draft.isEmpty())
            return delta;
        delta.replica = m_replica;
        delta.seq = m_state.vector().seen(m_replica) + 1;
        delta.stamp = m_clock.next(m_wall);
        delta.author = m_member;
        delta.adds = std::move(draft.adds);
        delta.removes = std::move(draft.removes);
        lastUndo = undoRecordOf("test", delta, draft.removedLines, m_state.facts());
        receive(delta);
        deltas.push_back(delta);
        return delta;
    }

    DeltaBuffer::Offer receive(const Delta &delta)
    {
        // Through the bytes, as in life.
        const auto decoded = decodeDelta(encodeDelta(delta));
        if (!decoded)
            throw std::runtime_error(decoded.error().message);
        const auto offer = m_buffer.offer(m_state, *decoded, delta.stamp);
        // The clock follows what was applied and nothing else: a batch that is refused must not move it.
        if (offer == DeltaBuffer::Offer::Applied)
            m_clock.witness(delta.stamp);
        m_view.refreshAll();
        return offer;
    }
    void receiveAll(const KernelReplica &other)
    {
        for (const Delta &delta : other.deltas)
            receive(delta);
    }
    void join(const KernelReplica &other) { join(other.m_state); }
    void join(const State &state)
    {
        const auto decoded = decodeState(encodeState(state));
        if (!decoded)
            throw std::runtime_error(decoded.error().message);
        m_state.join(*decoded);
        m_buffer.drain(m_state);
        m_view.refreshAll();
    }

    // The line shown under this name; an absent one is a default LineView.
    LineView line(const std::string &name) const
    {
        const auto found = m_view.find(name);
        return found.empty() ? LineView() : *found.front();
    }
    LineId idOf(const std::string &name) const { return line(name).id; }
    // Quantity in pieces; -1 where the line is absent.
    double pieces(const std::string &name) const
    {
        const LineView found = line(name);
        return found.present ? double(found.quantity) / 1000 : -1;
    }
    std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const LineView *view : m_view.lines())
            names.push_back(view->name);
        return names;
    }
    Hash256 digest() const { return digestOf(m_state); }

    // Shorthands.
    Delta add(const std::string &name, double pieces = 1)
    {
        return act([&](Edit &edit) { must(edit.add(item(name, pieces))); });
    }
    Delta increase(const std::string &name, double n)
    {
        return act([&](Edit &e) { must(e.increase(idOf(name), thousandths(n))); });
    }
    Delta decrease(const std::string &name, double n)
    {
        return act([&](Edit &e) { must(e.decrease(idOf(name), thousandths(n))); });
    }
    Delta set(const std::string &name, double n)
    {
        return act([&](Edit &e) { must(e.setQuantity(idOf(name), thousandths(n))); });
    }
    Delta remove(const std::string &name)
    {
        return act([&](Edit &e) { must(e.remove(idOf(name))); });
    }
    Delta check(const std::string &name)
    {
        return act([&](Edit &e) { must(e.check(idOf(name))); });
    }
    Delta uncheck(const std::string &name)
    {
        return act([&](Edit &e) { must(e.uncheck(idOf(name))); });
    }
    Delta rename(const std::string &name, const std::string &to)
    {
        return act([&](Edit &e) { must(e.rename(idOf(name), to)); });
    }
    Delta note(const std::string &name, const std::string &text)
    {
        return act([&](Edit &e) { must(e.setNote(idOf(name), text)); });
    }
    Delta unlike(const std::string &name)
    {
        return act([&](Edit &e) { must(e.unlike(idOf(name))); });
    }
    Delta split(const std::string &name)
    {
        return act([&](Edit &e) { must(e.split(idOf(name))); });
    }
    Delta clear(bool checkedOnly = false)
    {
        return act([&](Edit &e) { e.clear(checkedOnly); });
    }
    Delta restore(const LineView &was)
    {
        return act([&](Edit &e) { must(e.restore(was)); });
    }
    Delta claim(const std::string &name)
    {
        return act([&](Edit &e) { must(e.claim(idOf(name))); });
    }
    Delta unclaim(const std::string &name)
    {
        return act([&](Edit &e) { must(e.unclaim(idOf(name))); });
    }
    Delta like(const std::string &name)
    {
        return act([&](Edit &e) { must(e.like(idOf(name))); });
    }

    static NewItem item(const std::string &name, double pieces = 1)
    {
        NewItem newItem;
        newItem.name = name;
        newItem.quantity = thousandths(pieces);
        return newItem;
    }
    static std::int64_t thousandths(double pieces)
    {
        return static_cast<std::int64_t>(pieces * 1000 + (pieces < 0 ? -0.5 : 0.5));
    }

    void setWall(std::uint64_t ms) { m_wall = ms; }
    const State &state() const { return m_state; }
    const CartView &view() const { return m_view; }
    DeltaBuffer &buffer() { return m_buffer; }
    MemberId member() const { return m_member; }
    ReplicaId replica() const { return m_replica; }
    HybridClock &clock() { return m_clock; }

    std::vector<Delta> deltas; // its own, in order
    UndoRecord lastUndo;

    template <typename T>
    static void must(const Result<T> &result)
    {
        if (!result.ok())
            throw std::runtime_error(result.error().message);
    }

private:
    MemberId m_member;
    ReplicaId m_replica;
    std::string m_who;
    State m_state;
    CartView m_view;
    DeltaBuffer m_buffer;
    HybridClock m_clock;
    std::uint64_t m_wall = 1'700'000'000'000;
};

} // namespace evencart::test
