#include "cli/carttext.h"

#include "cli/texttable.h"
#include "cli/values.h"
#include "portability/cartdocument.h"

namespace evencart::cli {

namespace {

std::string sharesText(const Environment &environment, const Workspace &workspace, const std::vector<Share> &shares)
{
    std::string text;
    for (const Share &share : shares)
        text += (text.empty() ? "" : ", ") + workspace.memberName(share.member) + " " +
                amountText(environment, share.quantity, {});
    return text;
}

std::string namesText(const Workspace &workspace, const std::vector<MemberId> &members)
{
    std::string text;
    for (const MemberId &member : members)
        text += (text.empty() ? "" : ", ") + workspace.memberName(member);
    return text;
}

void append(std::string &text, const std::string &part)
{
    if (!part.empty())
        text += (text.empty() ? "" : " · ") + part;
}

std::string detailsOf(const Environment &environment, const Workspace &workspace, const LineView &line, bool local)
{
    std::string text;
    append(text, line.category.empty() ? "" : "#" + line.category);
    const bool mineAlone = line.wantedBy.size() == 1 && line.wantedBy.front().member == workspace.self();
    append(text, line.wantedBy.empty() || mineAlone ? "" : "for " + sharesText(environment, workspace, line.wantedBy));
    const bool partly = !line.boughtBy.empty() && (!line.checked || line.boughtBy.size() > 1);
    append(text, partly ? "bought by " + sharesText(environment, workspace, line.boughtBy) : "");
    append(text, line.assignee ? "→ " + workspace.memberName(*line.assignee) : "");
    append(text, line.claimedBy.empty() ? "" : "taken by " + namesText(workspace, line.claimedBy));
    append(text, line.likes.empty() ? "" : "♥ " + std::to_string(line.likes.size()));
    append(text, marksText(workspace, line));
    append(text, local ? "not sent yet" : "");
    return text;
}

std::string headingOf(const CartReplica &cart)
{
    std::string text = cart.view().name() + "  (" + cart.record().id.toString().substr(0, 8) + ")";
    for (const std::string &other : cart.view().otherNames())
        text += "\nAlso named at the same time: " + other;
    return text + "\n";
}

} // namespace

std::string marksText(const Workspace &workspace, const LineView &line)
{
    std::string text;
    append(text, line.checkQuantity ? "check quantity" : "");
    append(text, line.boughtTwice ? "bought twice?" : "");
    for (const OldNameAdds &adds : line.oldNameAdds)
        append(text, "some were added as " + adds.name);
    for (const FieldConflict &conflict : line.conflicts) {
        std::string values;
        for (const std::string &value : conflict.values) {
            const auto member = conflict.field == Field::Assignee ? MemberId::fromString(value) : std::nullopt;
            values += (values.empty() ? "" : " | ") + (member ? workspace.memberName(*member) : oneLine(value));
        }
        append(text, std::string(fieldName(conflict.field)) + " differs: " + values);
    }
    return text;
}

std::string shutOutText(const CartReplica &cart)
{
    const std::size_t waiting = cart.pendingCount();
    const std::string changes = waiting == 0   ? std::string()
                                : waiting == 1 ? " 1 change stays here."
                                               : " " + std::to_string(waiting) + " changes stay here.";
    return "The server has no such cart, or does not let you into it any more." + changes +
           " Ask one of its owners for an invitation.";
}

std::string cartText(const Environment &environment, const Workspace &workspace, const CartReplica &cart)
{
    TextTable table;
    table.alignRight(3);
    for (const LineView *line : cart.view().lines()) {
        const bool local = cart.stateOf(line->id) == CartReplica::LineState::Local && !cart.record().epoch.isNull();
        table.addRow({line->checked ? "[x]" : "[ ]", amountText(environment, line->quantity, line->unit),
                      oneLine(line->name) + (line->note.empty() ? "" : ", " + oneLine(line->note)),
                      line->price ? moneyText(environment, *line->price) : std::string(),
                      detailsOf(environment, workspace, *line, local)});
    }
    std::string text = headingOf(cart) + (table.isEmpty() ? "Nothing in it.\n" : table.toString());
    for (const Total &total : cart.view().totals())
        text += "Total: " + moneyText(environment, {total.currency, total.minor}) + "\n";
    if (cart.record().isShutOut())
        text += shutOutText(cart) + "\n";
    else if (const auto may = cart.mayEdit(); !may)
        text += may.error().message + "\n";
    else if (const std::size_t waiting = cart.pendingCount())
        text += std::to_string(waiting) + (waiting == 1 ? " change waits" : " changes wait") + " for the server.\n";
    text.pop_back();
    return text;
}

} // namespace evencart::cli
