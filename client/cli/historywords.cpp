#include "cli/historywords.h"

#include "cli/texttable.h"
#include "cli/values.h"
#include "history/historyreader.h"
#include "portability/json.h"

#include <algorithm>

namespace evencart::cli {

namespace {

constexpr std::size_t mostParts = 4;

class Words
{
public:
    Words(const Environment &environment, const Workspace &workspace)
        : m_environment(environment), m_workspace(workspace)
    {
    }

    std::string of(const Happening &happening) const
    {
        const std::string name = nameOf(happening);
        const auto amount = [&] { return amountText(m_environment, happening.n, happening.unit); };
        const auto text = [&] { return happening.text.empty() ? "" : ": " + shortName(oneLine(happening.text)); };
        switch (happening.kind) {
        case Happening::Kind::Added:
        case Happening::Kind::Increased:
            return "add " + amount() + " " + name;
        case Happening::Kind::Decreased:
            return "take " + amount() + " " + name;
        case Happening::Kind::Typed:
        case Happening::Kind::Restored:
            return "set " + name + " to " + amount();
        case Happening::Kind::Brought:
            return "bring " + amount() + " " + name + " from another cart";
        case Happening::Kind::TookBack:
            return "take an amount of " + name + " back";
        case Happening::Kind::Removed:
            return "remove " + name;
        case Happening::Kind::Renamed:
            return "rename " + name + (happening.text.empty() ? "" : " to " + shortName(happening.text));
        case Happening::Kind::RenameTakenBack:
            return "take the new name of " + name + " back";
        case Happening::Kind::NoteWritten:
            return "write a note on " + name + text();
        case Happening::Kind::NoteCleared:
            return "clear the note on " + name;
        case Happening::Kind::Categorised:
            return "sort " + name + text();
        case Happening::Kind::CategoryCleared:
            return "clear the category of " + name;
        case Happening::Kind::Priced:
            return "price " + name + ": " + moneyText(m_environment, *happening.price);
        case Happening::Kind::PriceCleared:
            return "clear the price of " + name;
        case Happening::Kind::Assigned:
            return "assign " + name + " to " + m_workspace.memberName(*happening.member);
        case Happening::Kind::Unassigned:
            return "assign " + name + " to nobody";
        case Happening::Kind::Moved:
            return "move " + name;
        case Happening::Kind::Checked:
            return "check " + name;
        case Happening::Kind::Unchecked:
            return "uncheck " + name;
        case Happening::Kind::Liked:
            return "like " + name;
        case Happening::Kind::Unliked:
            return "unlike " + name;
        case Happening::Kind::Claimed:
            return "claim " + name;
        case Happening::Kind::Unclaimed:
            return "unclaim " + name;
        case Happening::Kind::CartNamed:
            return "name the cart " + shortName(happening.text);
        case Happening::Kind::CartMerged:
            return "merge another cart";
        case Happening::Kind::NewFeature:
            break;
        }
        return "use something that only later versions know";
    }

private:
    static std::string nameOf(const Happening &happening)
    {
        return shortName(oneLine(happening.name.empty() ? happening.line.toString().substr(0, 8) : happening.name));
    }

    const Environment &m_environment;
    const Workspace &m_workspace;
};

} // namespace

std::string deltaName(ReplicaId replica, std::uint64_t seq)
{
    return replica.toString() + ":" + std::to_string(seq);
}

const char *reasonName(std::uint8_t reason)
{
    switch (static_cast<protocol::VoidReason>(reason)) {
    case protocol::VoidReason::NotAllowed:
        return "not_allowed";
    case protocol::VoidReason::Malformed:
        return "malformed";
    case protocol::VoidReason::TooLarge:
        return "too_large";
    case protocol::VoidReason::CartFull:
        return "cart_full";
    case protocol::VoidReason::CartClosed:
        return "cart_closed";
    }
    return "unknown";
}

std::string reasonText(std::uint8_t reason)
{
    switch (static_cast<protocol::VoidReason>(reason)) {
    case protocol::VoidReason::NotAllowed:
        return "your role in this cart does not allow it";
    case protocol::VoidReason::Malformed:
        return "the server could not make sense of it";
    case protocol::VoidReason::TooLarge:
        return "it was larger than the server takes";
    case protocol::VoidReason::CartFull:
        return "the cart is full";
    case protocol::VoidReason::CartClosed:
        return "the cart is closed";
    }
    return "the server gave no reason";
}

std::string wordsFor(const Environment &environment, const Workspace &workspace, const HistoryEntry &entry)
{
    if (!entry.hasBytes)
        return "something that the server refused";
    if (entry.kind == StoredDelta::Kind::Rejected)
        return entry.label; // it never happened
    if (entry.happenings.empty())
        return entry.removes ? "change something older than this history" : "change nothing that shows";
    const Words words(environment, workspace);
    std::string sentence;
    std::size_t parts = 0; // one a line
    const LineId *line = nullptr;
    for (const Happening &happening : entry.happenings) {
        const bool sameLine = line && *line == happening.line;
        line = &happening.line;
        parts += sameLine ? 0 : 1;
        if (parts <= mostParts)
            sentence += (sentence.empty() ? "" : sameLine ? ", " : "; ") + words.of(happening);
    }
    if (parts > mostParts)
        sentence += "; and " + std::to_string(parts - mostParts) + " more";
    return sentence;
}

Result<std::vector<HistoryEntry>> rejectedEdits(Workspace &workspace, CartReplica &cart)
{
    const auto deltas = workspace.profile().store().rejected(cart.record().id);
    if (!deltas)
        return deltas.error();
    return HistoryReader(cart.view(), cart.record().epoch).read(*deltas);
}

QJsonObject rejectedJson(const CartId &cart, const HistoryEntry &entry)
{
    return jsonObject({{"delta", jsonText(deltaName(entry.replica, entry.seq))},
                       {"cart", jsonId(cart)},
                       {"reason", jsonText(reasonName(entry.reason))},
                       {"what", jsonText(entry.label)}});
}

} // namespace evencart::cli
