#pragma once

#include "cli/environment.h"
#include "history/happening.h"
#include "workspace/workspace.h"

#include <QJsonObject>

#include <string>
#include <vector>

// What happened in a cart (history/happening.h), in English words for the command line.
namespace evencart::cli {

// "0123456789abcdef:7": a delta's name for people and scripts.
std::string deltaName(ReplicaId replica, std::uint64_t seq);
// Why the server refused an edit: "not_allowed", and the sentence for it.
const char *reasonName(std::uint8_t reason);
std::string reasonText(std::uint8_t reason);

// "add 2 l milk; move bread". Read from the facts, so that everybody is told the same; of a refused edit only its label
// tells what was meant.
std::string wordsFor(const Environment &environment, const Workspace &workspace, const HistoryEntry &entry);

// Own edits that the server refused, and one of them as JSON: {"delta","cart","reason","what"}.
Result<std::vector<HistoryEntry>> rejectedEdits(Workspace &workspace, CartReplica &cart);
QJsonObject rejectedJson(const CartId &cart, const HistoryEntry &entry);

} // namespace evencart::cli
