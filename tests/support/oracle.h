#pragma once

#include "cart/lineview.h"
#include "crdt/delta.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace evencart::test {

// The slow, obvious twin of State and of the reading rules, to compare them with. A tagged observed-remove set (Shapiro
// et al. 2011) with its whole history: every add by its dot, every remove as an explicit entry, nothing ever forgotten
// and no vectors at all. What is read from it is written from the rules in words (docs/semantics.md) and shares no code
// with cart/linereader.cpp.
class Oracle
{
public:
    struct Line
    {
        bool present = false;
        std::string name, unit, sku;
        std::int64_t total = 0;
        std::map<MemberId, std::int64_t> wanted;
        std::map<MemberId, std::int64_t> bought;
        std::string note, category;
        std::optional<Money> price;
        std::optional<MemberId> assignee;
        std::set<MemberId> likes;
        std::set<MemberId> claims;
        std::map<Field, std::set<std::string>> others; // the values beside the shown one
        std::map<std::string, std::int64_t> oldNames;  // what was added under a name that the line no longer has
        Bytes place;                                   // empty: it stands where it was born
        Birth born;
    };

    void learn(const Delta &delta);     // its adds and its removes
    void learn(const Fact &fact);       // an add alone, as a part of a cart brings it
    void learnAll(const Oracle &other); // all that another copy knows
    void learnVoid() {}                 // a refused delta says nothing

    std::vector<Fact> live() const;
    std::vector<Fact> liveOf(const LineId &subject) const;
    std::size_t removals() const { return m_removed.size(); }

    Line read(const LineId &subject) const;
    std::set<LineId> subjects() const;          // that ever were
    std::vector<LineId> order() const;          // of the present lines
    std::vector<std::string> cartNames() const; // the shown one first

private:
    std::map<Dot, Fact> m_added;
    std::set<Dot> m_removed;
};

// The first thing in which `view` differs from `expected`, in words; empty where nothing does.
std::string difference(const Oracle::Line &expected, const LineView &view);

} // namespace evencart::test
