#include "story/storywords.h"

#include "model/wording.h"
#include "protocol/message.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace evencart::storywords {

namespace {

class Story // the context of the translations
{
    Q_DECLARE_TR_FUNCTIONS(Story)
};

constexpr int mostInSentence = 3;
constexpr int longestText = 60;

// What a person wrote, cut so that a sentence stays one.
QString quoted(const std::string &text)
{
    QString shown = wording::text(text).simplified();
    if (shown.size() > longestText)
        shown = shown.left(longestText - 1) + QChar(0x2026);
    return Story::tr("“%1”", "something that was typed").arg(shown);
}

// The note, the category and the price that an item is added with are no news beside the adding.
bool comesWithAdding(const std::vector<Happening> &happenings, std::size_t at)
{
    using Kind = Happening::Kind;
    const Kind kind = happenings[at].kind;
    const bool isDetail =
        kind == Kind::NoteWritten || kind == Kind::Categorised || kind == Kind::Priced || kind == Kind::Moved;
    return isDetail && std::any_of(happenings.begin(), happenings.begin() + static_cast<std::ptrdiff_t>(at),
                                   [&](const Happening &other) {
                                       return other.line == happenings[at].line &&
                                              (other.kind == Kind::Added || other.kind == Kind::Restored);
                                   });
}

QString nameOf(const Happening &happening)
{
    return happening.name.empty() ? Story::tr("an item") : wording::text(happening.name).simplified();
}

} // namespace

QString by(const People &people, const MemberId &member)
{
    if (member.isNull())
        return Story::tr("somebody");
    return people.isSelf(member) ? Story::tr("you", "in the middle of a sentence, as in: by you") : people.name(member);
}

QString list(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return Story::tr("%1 and %2", "the end of a list")
        .arg(words.mid(0, words.size() - 1).join(Story::tr(", ")), words.last());
}

QString happening(const People &people, const Happening &what)
{
    using Kind = Happening::Kind;
    const QString name = nameOf(what);
    const QString amount = wording::amount(what.n, what.unit);
    switch (what.kind) {
    case Kind::Added:
        if (what.n == 1000 && what.unit.empty())
            return Story::tr("added %1").arg(name);
        return Story::tr("added %1 %2", "amount, item").arg(amount, name);
    case Kind::Increased:
        return Story::tr("added %1 more %2", "amount, item").arg(amount, name);
    case Kind::Decreased:
        return Story::tr("took %1 off %2", "amount, item").arg(amount, name);
    case Kind::Typed:
        return what.before > 0 ? Story::tr("changed %1 from %2 to %3").arg(name, wording::quantity(what.before), amount)
                               : Story::tr("changed %1 to %2").arg(name, amount);
    case Kind::Restored:
        return Story::tr("brought %1 back").arg(name);
    case Kind::Brought:
        return Story::tr("brought %1 %2 from another cart", "amount, item").arg(amount, name);
    case Kind::TookBack:
        return Story::tr("took an amount of %1 back").arg(name);
    case Kind::Removed:
        return Story::tr("removed %1").arg(name);
    case Kind::Renamed:
        return Story::tr("renamed %1 to %2").arg(name, quoted(what.text));
    case Kind::RenameTakenBack:
        return Story::tr("gave %1 its old name back").arg(name);
    case Kind::NoteWritten:
        return Story::tr("wrote a note on %1: %2").arg(name, quoted(what.text));
    case Kind::NoteCleared:
        return Story::tr("cleared the note on %1").arg(name);
    case Kind::Categorised:
        return Story::tr("sorted %1 under %2").arg(name, quoted(what.text));
    case Kind::CategoryCleared:
        return Story::tr("cleared the category of %1").arg(name);
    case Kind::Priced:
        return what.oldPrice
                   ? Story::tr("changed the price of %1 from %2 to %3")
                         .arg(name, wording::price(*what.oldPrice, what.unit), wording::price(*what.price, what.unit))
                   : Story::tr("priced %1 at %2").arg(name, wording::price(*what.price, what.unit));
    case Kind::PriceCleared:
        return Story::tr("cleared the price of %1").arg(name);
    case Kind::Assigned:
        return Story::tr("assigned %1 to %2").arg(name, by(people, *what.member));
    case Kind::Unassigned:
        return Story::tr("assigned %1 to nobody").arg(name);
    case Kind::Moved:
        return Story::tr("moved %1").arg(name);
    case Kind::Checked:
        return what.n > 1000 || !what.unit.empty() ? Story::tr("bought %1 %2", "amount, item").arg(amount, name)
                                                   : Story::tr("bought %1").arg(name);
    case Kind::Unchecked:
        return Story::tr("unticked %1").arg(name);
    case Kind::Liked:
        return Story::tr("liked %1").arg(name);
    case Kind::Unliked:
        return Story::tr("took back a like of %1").arg(name);
    case Kind::Claimed:
        return Story::tr("said \"I take it\" of %1").arg(name);
    case Kind::Unclaimed:
        return Story::tr("took back the \"I take it\" of %1").arg(name);
    case Kind::CartNamed:
        return Story::tr("named the cart %1").arg(quoted(what.text));
    case Kind::CartMerged:
        return Story::tr("merged another cart into this one");
    case Kind::NewFeature:
        break;
    }
    return Story::tr("used something that only later versions know");
}

QStringList phrases(const People &people, const HistoryEntry &entry, int most)
{
    if (!entry.hasBytes)
        return {Story::tr("made a change that the server refused")};
    if (entry.kind == StoredDelta::Kind::Rejected)
        return {wording::text(entry.label)};
    if (entry.happenings.empty())
        return {entry.removes && entry.lines.empty() ? Story::tr("changed something older than this history")
                                                     : Story::tr("changed nothing that shows")};
    QStringList phrases;
    int left = 0;
    for (std::size_t i = 0; i < entry.happenings.size(); ++i) {
        if (comesWithAdding(entry.happenings, i))
            continue;
        if (phrases.size() < most)
            phrases << happening(people, entry.happenings[i]);
        else
            ++left;
    }
    if (left > 0)
        phrases << Story::tr("%n more", nullptr, left);
    return phrases;
}

namespace {

// "added Milk, 2 Onions and 3 more": one verb for many items. Empty where it was not the same with all of them.
QString together(const HistoryEntry &entry)
{
    using Kind = Happening::Kind;
    QStringList items;
    int left = 0;
    std::optional<Kind> kind;
    for (std::size_t i = 0; i < entry.happenings.size(); ++i) {
        const Happening &each = entry.happenings[i];
        if (comesWithAdding(entry.happenings, i))
            continue;
        if (kind.value_or(each.kind) != each.kind)
            return {};
        kind = each.kind;
        const bool counted = each.kind == Kind::Added && (each.n != 1000 || !each.unit.empty());
        if (items.size() == mostInSentence)
            ++left;
        else
            items << (counted ? Story::tr("%1 %2", "amount, item").arg(wording::amount(each.n, each.unit), nameOf(each))
                              : nameOf(each));
    }
    if (items.size() < 2)
        return {};
    if (left > 0)
        items << Story::tr("%n more", nullptr, left);
    switch (*kind) {
    case Kind::Added:
        return Story::tr("added %1").arg(list(items));
    case Kind::Removed:
        return Story::tr("removed %1").arg(list(items));
    case Kind::Checked:
        return Story::tr("bought %1").arg(list(items));
    case Kind::Moved:
        return Story::tr("moved %1").arg(list(items));
    default:
        return {};
    }
}

} // namespace

QString sentence(const People &people, const HistoryEntry &entry)
{
    const QString same = together(entry);
    return same.isEmpty() ? list(phrases(people, entry, mostInSentence)) : same;
}

QString wholeSentence(const People &people, const HistoryEntry &entry)
{
    if (entry.kind == StoredDelta::Kind::Rejected && entry.hasBytes)
        return sentence(people, entry);
    return Story::tr("%1 %2", "who did what: Ben added Milk")
        .arg(people.shownName(entry.author), sentence(people, entry));
}

QString reason(std::uint8_t reason)
{
    switch (static_cast<protocol::VoidReason>(reason)) {
    case protocol::VoidReason::NotAllowed:
        return Story::tr("Your role in this cart does not allow it.");
    case protocol::VoidReason::Malformed:
        return Story::tr("The server could not make sense of it.");
    case protocol::VoidReason::TooLarge:
        return Story::tr("It was larger than the server takes.");
    case protocol::VoidReason::CartFull:
        return Story::tr("The cart is full.");
    case protocol::VoidReason::CartClosed:
        return Story::tr("The cart is closed.");
    }
    return Story::tr("The server gave no reason.");
}

QString fieldName(Field field)
{
    switch (field) {
    case Field::Title:
        return Story::tr("name");
    case Field::Note:
        return Story::tr("note");
    case Field::Category:
        return Story::tr("category");
    case Field::Price:
        return Story::tr("price");
    case Field::Assignee:
        return Story::tr("person who gets it");
    default:
        return Story::tr("amount");
    }
}

QString value(const People &people, const LineView &line, const Verdict &verdict, const Party &party)
{
    switch (verdict.field) {
    case Field::Price:
        return party.price ? wording::price(*party.price, line.unit) : Story::tr("no price");
    case Field::Assignee:
        if (party.other && people.isSelf(*party.other))
            return Story::tr("you", "standing alone: who is to get something");
        return party.other ? by(people, *party.other) : Story::tr("nobody");
    case Field::Title:
    case Field::Note:
    case Field::Category:
        return quoted(party.text);
    default:
        return wording::quantity(party.n);
    }
}

namespace {

// "you (1) and Ben (2)".
QString shares(const People &people, const LineView &line, const std::vector<Party> &parties, std::size_t from = 0)
{
    QStringList words;
    for (std::size_t i = from; i < parties.size(); ++i)
        words << Story::tr("%1 (%2)", "who, how many")
                     .arg(by(people, parties[i].member), wording::amount(parties[i].n, line.unit));
    return list(words);
}

QString names(const People &people, const std::vector<Party> &parties, std::size_t from = 0)
{
    QStringList words;
    for (std::size_t i = from; i < parties.size(); ++i)
        words << by(people, parties[i].member);
    return list(words);
}

} // namespace

QString verdict(const People &people, const LineView &line, const Verdict &verdict)
{
    using Rule = Verdict::Rule;
    const auto &parties = verdict.parties;
    const QString amount = wording::amount(verdict.n, line.unit);
    switch (verdict.rule) {
    case Rule::BoughtTwice:
        return Story::tr("Bought by %1, but only %2 wanted.").arg(shares(people, line, parties), amount);
    case Rule::CheckQuantity:
        return parties.empty()
                   ? Story::tr("Nobody can tell how many are wanted.")
                   : Story::tr("Taken off at once by %1, until nothing was left.").arg(shares(people, line, parties));
    case Rule::LaterShows:
        return Story::tr("Two values for the %1 at once. The later one shows, by %2.")
            .arg(fieldName(verdict.field), by(people, parties.front().member));
    case Rule::OldName:
        return Story::tr("%1 added under the old name %2 by %3, who had not seen the new one.")
            .arg(amount, quoted(verdict.text), names(people, parties));
    case Rule::AddingWins:
        return Story::tr("Removed by %1, while it was added or changed by %2. Adding wins, so it stays.")
            .arg(by(people, parties.front().member), names(people, parties, 1));
    case Rule::BuyingCounts:
        return Story::tr("Unticked by %1, while it was bought by %2. What was bought counts.")
            .arg(by(people, parties.front().member), names(people, parties, 1));
    case Rule::TypedAtOnce: {
        QStringList typed;
        for (const Party &party : parties)
            typed << Story::tr("%1 by %2", "value, who").arg(wording::quantity(party.n), by(people, party.member));
        return Story::tr("Typed at the same time: %1. The later number counts, %2.")
            .arg(list(typed), wording::quantity(parties.front().n));
    }
    case Rule::StepsOnTop:
        return Story::tr("%1 typed by %2. On top of it by %3; together %4.")
            .arg(wording::amount(parties.front().n, line.unit), by(people, parties.front().member),
                 shares(people, line, parties, 1), amount);
    case Rule::StepsAddUp:
        return Story::tr("Wanted by %1. Amounts add up, together %2.").arg(shares(people, line, parties), amount);
    case Rule::Removed:
        return Story::tr("Removed by %1, %2.")
            .arg(by(people, parties.front().member),
                 wording::clock(parties.front().when, QDateTime::currentDateTime()));
    case Rule::NothingCollided:
        break;
    }
    return Story::tr("Last changed by %1, %2. Nobody changed it at the same time.")
        .arg(by(people, parties.front().member), wording::clock(parties.front().when, QDateTime::currentDateTime()));
}

QString rule(Verdict::Rule rule)
{
    using Rule = Verdict::Rule;
    switch (rule) {
    case Rule::BoughtTwice:
        return Story::tr(
            "Each of them ticked it without having seen the other's tick, so there may be two of it now. Nothing is "
            "taken away by itself.");
    case Rule::CheckQuantity:
        return Story::tr(
            "Steps up and down add up. Made at the same time they can take more than there was; the item stays "
            "until somebody says how many.");
    case Rule::LaterShows:
        return Story::tr(
            "Neither had seen the other's value. The later one shows and the other one is kept until somebody "
            "writes again.");
    case Rule::OldName:
        return Story::tr("Whoever added it did not know of the new name and may have meant something else.");
    case Rule::AddingWins:
        return Story::tr(
            "Who removed it had not seen the other change. What somebody wants is never lost that way; remove it "
            "again if it should go.");
    case Rule::BuyingCounts:
        return Story::tr("Who unticked it had not seen that it was bought at the same time.");
    case Rule::TypedAtOnce:
        return Story::tr(
            "Neither had seen the other's number. A typed number replaces what its author saw; of two at once the "
            "later counts.");
    case Rule::StepsOnTop:
        return Story::tr(
            "The amount is the last typed number and everything that was added or taken since, or at the same "
            "time.");
    case Rule::StepsAddUp:
        return Story::tr(
            "Whoever adds an item that is there already wants more of it, also without knowing of the other.");
    case Rule::Removed:
        return Story::tr("Removed items are kept and can be brought back.");
    case Rule::NothingCollided:
        break;
    }
    return Story::tr("Every change was made by somebody who had seen the one before.");
}

QString day(std::uint64_t milliseconds, const QDateTime &now)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds)).date();
    const qint64 days = date.daysTo(now.date());
    if (days <= 0)
        return Story::tr("Today"); // a clock that runs ahead
    if (days == 1)
        return Story::tr("Yesterday");
    const QLocale locale;
    return days < 300 ? locale.toString(date, Story::tr("dddd, d MMMM", "a day without its year, as Qt writes dates"))
                      : locale.toString(date, QLocale::LongFormat);
}

QString exactTime(std::uint64_t milliseconds)
{
    const QLocale locale;
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds));
    return Story::tr("%1 %2", "date, time")
        .arg(locale.toString(time.date(), QLocale::LongFormat),
             locale.toString(time.time(), QStringLiteral("HH:mm:ss")));
}

} // namespace evencart::storywords
