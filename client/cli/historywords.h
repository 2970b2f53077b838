#pragma once

#include "cli/environment.h"
#include "workspace/workspace.h"

#include <QJsonObject>

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace evencart::cli {

// A stored delta in words, read from its facts, so that everybody is told the same; only a refused one says what its
// label says.
struct HistoryEntry
{
    StoredDelta stored;
    Delta delta; // empty where the bytes never came
    std::string what;
    std::vector<LineId> lines; // that it is about, sorted
};

// "0123456789abcdef:7": a delta's name for people and scripts.
std::string deltaName(ReplicaId replica, std::uint64_t seq);
// Why the server refused an edit: "not_allowed", and the sentence for it.
const char *reasonName(std::uint8_t reason);
std::string reasonText(std::uint8_t reason);

// Reads a cart's history in its order. Follows the facts along the way, so that a removal can name what it took away;
// what was there before the history begins (the cart came as a snapshot) is called by its id.
class HistoryReader
{
public:
    HistoryReader(const Environment &environment, const Workspace &workspace, const CartReplica &cart);

    Result<std::vector<HistoryEntry>> read(std::vector<StoredDelta> deltas);

private:
    struct Change // what one delta did to one line
    {
        std::vector<Fact> added;
        std::vector<Fact> removed;
    };

    std::vector<std::pair<LineId, Change>> follow(const Delta &delta);
    std::string describe(const Delta &delta);
    std::string describeCart(const Change &change) const;
    std::string describeLine(const LineId &line, const Change &change);
    std::string describeQuantity(const std::string &name, const Change &change, bool present) const;
    std::string describeField(const std::string &name, Field field, const Fact *added) const;
    void learnName(const LineId &line, const Fact &fact);
    std::string nameOf(const LineId &line) const;

    const Environment &m_environment;
    const Workspace &m_workspace;
    std::unordered_map<LineId, std::map<Dot, Fact>> m_live;
    std::unordered_map<Dot, LineId> m_subjects;
    std::unordered_map<LineId, std::string> m_names;
};

// Everything that happened in a cart, in the order of the log, what the server has not got last.
Result<std::vector<HistoryEntry>> readHistory(const Environment &environment, Workspace &workspace,
                                              const CartReplica &cart);
// Own edits that the server refused, and one of them as JSON: {"delta","cart","reason","what"}.
Result<std::vector<HistoryEntry>> rejectedEdits(const Environment &environment, Workspace &workspace,
                                                const CartReplica &cart);
QJsonObject rejectedJson(const CartId &cart, const HistoryEntry &entry);

} // namespace evencart::cli
