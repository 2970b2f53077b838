#pragma once

#include "cart/features.h"
#include "cart/lineid.h"
#include "cart/lineview.h"
#include "crdt/state.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace evencart {

struct Total
{
    std::string currency;
    std::int64_t minor = 0;
    friend bool operator==(const Total &, const Total &) = default;
};

// A cart as people see it, kept up to date line by line over a State that it does not own. Reads, never edits: edits
// are made with cart/edits.h and come back through refresh().
//
// Invariants: line() and lines() show exactly what readLine() says of the state's present facts, provided that
// refresh() was told of every touched subject. Lines are read when they are asked for. One thread; the State outlives
// the view.
class CartView
{
public:
    CartView(const CartId &cart, const State &state);

    void refresh(const std::vector<LineId> &touched);
    void refreshAll();

    const CartId &cart() const { return m_cart; }
    const State &state() const { return m_state; }

    // The cart's name and the names that others gave it at the same time.
    std::string name() const;
    std::vector<std::string> otherNames() const;
    // What a program has to know to edit it.
    FeatureSet requiredFeatures() const;

    // nullptr where the line is not present.
    const LineView *line(const LineId &id) const;
    // The present lines in the cart's order. Valid until the next refresh.
    const std::vector<const LineView *> &lines() const;
    std::size_t count() const;
    std::vector<Total> totals() const; // by currency, sorted

    // The line into which an item with this identity goes: a present one that is shown so, else the first id that is
    // free.
    LineId lineFor(const LineIdentity &identity) const;
    // Lines whose id starts with `text` or that are shown under that name (normalised); all of them, in the cart's
    // order.
    std::vector<const LineView *> find(std::string_view text) const;

private:
    const LineView &read(const LineId &id) const;
    void readEverything() const;

    CartId m_cart;
    const State &m_state;
    // Caches: a missing entry of m_views is a line that has to be read again.
    mutable std::unordered_map<LineId, LineView> m_views;
    // By the item that is shown: by its name alone, a cart with many goods of one name would look through all of them
    // for each edit.
    mutable std::unordered_multimap<std::string, LineId> m_byItem;
    mutable std::vector<const LineView *> m_order;
    mutable bool m_orderValid = false;
    mutable bool m_allRead = false;
};

} // namespace evencart
