#include "story/verdictactions.h"

#include "model/wording.h"
#include "story/storywords.h"

#include <QCoreApplication>

#include <algorithm>

namespace evencart {

namespace {

class Actions // the context of the translations
{
    Q_DECLARE_TR_FUNCTIONS(VerdictActions)
};

using Kind = VerdictAction::Kind;

VerdictAction quantityAction(const QString &text, std::int64_t n)
{
    VerdictAction action;
    action.kind = Kind::SetQuantity;
    action.text = text;
    action.n = n;
    return action;
}

VerdictAction plainAction(Kind kind, const QString &text)
{
    VerdictAction action;
    action.kind = kind;
    action.text = text;
    return action;
}

std::int64_t largestShare(const std::vector<Party> &parties)
{
    std::int64_t largest = 0;
    for (const Party &party : parties)
        largest = std::max(largest, party.n);
    return largest;
}

std::vector<VerdictAction> valueActions(const People &people, const LineView &line, const Verdict &verdict)
{
    std::vector<VerdictAction> actions;
    for (const Party &party : verdict.parties) {
        const QString value = storywords::value(people, line, verdict, party);
        const QString text = party.shown ? Actions::tr("Keep %1").arg(value) : Actions::tr("Use %1").arg(value);
        actions.push_back({Kind::KeepValue, text, verdict.field, party, 0});
    }
    return actions;
}

} // namespace

std::vector<VerdictAction> actionsFor(const People &people, const LineView &line, const Verdict &verdict)
{
    using Rule = Verdict::Rule;
    std::vector<VerdictAction> actions;
    const auto amount = [&](std::int64_t n) { return wording::amount(n, line.unit); };
    switch (verdict.rule) {
    case Rule::BoughtTwice: {
        const auto mine = std::find_if(verdict.parties.begin(), verdict.parties.end(),
                                       [&](const Party &party) { return people.isSelf(party.member); });
        actions.push_back(
            quantityAction(Actions::tr("Both are fine: make it %1").arg(amount(line.bought())), line.bought()));
        if (mine != verdict.parties.end())
            actions.push_back(plainAction(Kind::TakeMineBack, Actions::tr("One was enough: mine goes back")));
        break;
    }
    case Rule::CheckQuantity:
        actions.push_back(quantityAction(Actions::tr("Make it %1").arg(amount(1000)), 1000));
        actions.push_back(plainAction(Kind::Remove, Actions::tr("None is needed")));
        break;
    case Rule::LaterShows:
        return valueActions(people, line, verdict);
    case Rule::OldName:
        actions.push_back(plainAction(Kind::Split, Actions::tr("Give it a line of its own")));
        break;
    case Rule::AddingWins:
        actions.push_back(plainAction(Kind::Remove, Actions::tr("Remove it")));
        break;
    case Rule::BuyingCounts:
        if (!line.boughtBy.empty())
            actions.push_back(plainAction(Kind::Uncheck, Actions::tr("Untick it")));
        break;
    case Rule::TypedAtOnce:
        for (const Party &party : verdict.parties) {
            if (party.n != line.quantity && party.n > 0)
                actions.push_back(quantityAction(Actions::tr("Make it %1").arg(amount(party.n)), party.n));
        }
        break;
    case Rule::StepsOnTop:
        if (verdict.parties.front().n > 0 && verdict.parties.front().n != line.quantity)
            actions.push_back(quantityAction(Actions::tr("Make it %1").arg(amount(verdict.parties.front().n)),
                                             verdict.parties.front().n));
        break;
    case Rule::StepsAddUp: {
        const std::int64_t one = largestShare(verdict.parties);
        if (one > 0 && one < line.quantity)
            actions.push_back(quantityAction(Actions::tr("Make it %1").arg(amount(one)), one));
        break;
    }
    case Rule::Removed:
        actions.push_back(plainAction(Kind::BringBack, Actions::tr("Bring it back")));
        break;
    case Rule::NothingCollided:
        break;
    }
    return actions;
}

void perform(OpenCart &cart, const LineView &line, const VerdictAction &action)
{
    const QString id = wording::text(line.id.toString());
    const QString name = wording::text(line.name);
    const LineId at = line.id;
    switch (action.kind) {
    case Kind::KeepValue:
        cart.perform(Actions::tr("Settle the %1 of %2").arg(storywords::fieldName(action.field), name),
                     [at, field = action.field, party = action.party](Edit &edit) -> Result<void> {
                         switch (field) {
                         case Field::Title:
                             return edit.rename(at, party.text);
                         case Field::Note:
                             return edit.setNote(at, party.text);
                         case Field::Category:
                             return edit.setCategory(at, party.text);
                         case Field::Price:
                             return edit.setPrice(at, party.price);
                         default:
                             return edit.assign(at, party.other);
                         }
                     });
        break;
    case Kind::SetQuantity:
        cart.perform(Actions::tr("Change the quantity of %1").arg(name),
                     [at, n = action.n](Edit &edit) { return edit.setQuantity(at, n); });
        break;
    case Kind::TakeMineBack:
        cart.perform(Actions::tr("Take back my purchase of %1").arg(name), [at](Edit &edit) -> Result<void> {
            if (const auto present = edit.present(at); !present)
                return present.error();
            edit.removeAll(at, [&](const Fact &fact) {
                const auto mark = fact.field == number(Field::Mark) ? decodeMark(fact.body) : std::nullopt;
                return mark && mark->member == edit.self();
            });
            return {};
        });
        break;
    case Kind::Split:
        cart.splitOff(id);
        break;
    case Kind::Remove:
        cart.remove({id});
        break;
    case Kind::Uncheck:
        cart.uncheck({id});
        break;
    case Kind::BringBack:
        cart.perform(Actions::tr("Bring back %1").arg(name), [was = line](Edit &edit) { return edit.restore(was); });
        break;
    }
}

} // namespace evencart
