#pragma once

#include "history/linestory.h"
#include "model/people.h"

#include <QDateTime>
#include <QStringList>

// What happened, in the user's language. Sentences leave the person out where they can, so that a name or "You" stands
// in front of them.
namespace evencart::storywords {

// A member in the middle of a sentence: "you", "Ben", "somebody".
QString by(const People &people, const MemberId &member);
// "you, Ben and Cem".
QString list(const QStringList &words);

// "added 2 l Milk".
QString happening(const People &people, const Happening &happening);
// The first few of an entry's happenings, each a phrase of its own; "and 12 more" at the end where there are more.
QStringList phrases(const People &people, const HistoryEntry &entry, int most);
// All of it in one: "added 2 l Milk, wrote a note on Milk: fresh".
QString sentence(const People &people, const HistoryEntry &entry);
// "Ben added 2 l Milk".
QString wholeSentence(const People &people, const HistoryEntry &entry);

// Why the server refused it.
QString reason(std::uint8_t reason);
QString fieldName(Field field); // "name", "note"
// The value of a party for a field, as the user reads it.
QString value(const People &people, const LineView &line, const Verdict &verdict, const Party &party);

// At most two lines: what came together and what decided.
QString verdict(const People &people, const LineView &line, const Verdict &verdict);
// The rule behind it, for "Details".
QString rule(Verdict::Rule rule);

QString day(std::uint64_t milliseconds, const QDateTime &now); // "Today", "Yesterday", "Monday, 3 November"
QString exactTime(std::uint64_t milliseconds);                 // "3 November 2026 14:02:11"

} // namespace evencart::storywords
