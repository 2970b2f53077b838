#include "portability/cartdocument.h"

#include "portability/json.h"

#include <algorithm>

namespace evencart {

namespace {

QJsonArray sharesJson(const MemberNames &nameOf, const std::vector<Share> &shares)
{
    QJsonArray array;
    for (const Share &share : shares)
        array.append(jsonObject({{"member", jsonId(share.member)},
                                 {"name", jsonText(nameOf(share.member))},
                                 {"quantity", jsonQuantity(share.quantity)}}));
    return array;
}

QJsonArray textsJson(const std::vector<std::string> &texts)
{
    QJsonArray array;
    for (const std::string &text : texts)
        array.append(jsonText(text));
    return array;
}

QJsonArray membersJson(const std::vector<MemberId> &members)
{
    QJsonArray array;
    for (const MemberId &member : members)
        array.append(jsonId(member));
    return array;
}

QJsonArray namedMembersJson(const MemberNames &nameOf, const std::vector<MemberId> &members)
{
    QJsonArray array;
    for (const MemberId &member : members)
        array.append(jsonObject({{"member", jsonId(member)}, {"name", jsonText(nameOf(member))}}));
    return array;
}

const char *stateName(CartReplica::LineState state)
{
    switch (state) {
    case CartReplica::LineState::Local:
        return "local";
    case CartReplica::LineState::Server:
        return "server";
    case CartReplica::LineState::Seen:
        break;
    }
    return "seen";
}

QJsonObject lineJson(const MemberNames &nameOf, const LineView &line, CartReplica::LineState state)
{
    return jsonObject({{"id", jsonId(line.id)},
                       {"name", jsonText(line.name)},
                       {"unit", jsonText(line.unit)},
                       {"quantity", jsonQuantity(line.quantity)},
                       {"raw_quantity", jsonQuantity(line.rawQuantity)},
                       {"checked", line.checked},
                       {"wanted_by", sharesJson(nameOf, line.wantedBy)},
                       {"bought_by", sharesJson(nameOf, line.boughtBy)},
                       {"note", jsonText(line.note)},
                       {"category", jsonText(line.category)},
                       {"price", jsonMoney(line.price)},
                       {"assignee", line.assignee ? jsonId(*line.assignee) : QJsonValue(QJsonValue::Null)},
                       {"sku", line.sku.empty() ? QJsonValue(QJsonValue::Null) : jsonText(line.sku)},
                       {"likes", membersJson(line.likes)},
                       {"conflicts", conflictsJson(line)},
                       {"attention", textsJson(attentionOf(line))},
                       {"state", jsonText(stateName(state))},
                       {"created", jsonTime(line.birth.stamp.milliseconds())},
                       {"changed", jsonTime(line.changed.milliseconds())},
                       {"claimed_by", namedMembersJson(nameOf, line.claimedBy)}});
}

QJsonArray totalsJson(const std::vector<Total> &totals)
{
    QJsonArray array;
    for (const Total &total : totals)
        array.append(jsonObject({{"currency", jsonText(total.currency)}, {"minor", static_cast<qint64>(total.minor)}}));
    return array;
}

} // namespace

const char *fieldName(Field field)
{
    switch (field) {
    case Field::Title:
    case Field::CartName:
        return "name";
    case Field::Note:
        return "note";
    case Field::Category:
        return "category";
    case Field::Price:
        return "price";
    case Field::Assignee:
        return "assignee";
    case Field::Place:
        return "place";
    case Field::Quantity:
        return "quantity";
    case Field::Mark:
        return "bought";
    case Field::Like:
        return "likes";
    case Field::Claim:
        return "claims";
    case Field::Requires:
        return "requires";
    case Field::MergedFrom:
        break;
    }
    return "merge";
}

QJsonArray conflictsJson(const LineView &line)
{
    QJsonArray array;
    for (const FieldConflict &conflict : line.conflicts)
        array.append(
            jsonObject({{"field", jsonText(fieldName(conflict.field))}, {"values", textsJson(conflict.values)}}));
    return array;
}

std::vector<std::string> attentionOf(const LineView &line)
{
    std::vector<std::string> marks;
    if (line.checkQuantity)
        marks.push_back("check_quantity");
    if (line.boughtTwice)
        marks.push_back("bought_twice");
    if (!line.oldNameAdds.empty())
        marks.push_back("old_name");
    return marks;
}

QJsonArray unknownFeaturesJson(const CartReplica &cart)
{
    QJsonArray numbers;
    for (const std::uint32_t feature : cart.unknownFeatures())
        numbers.append(jsonNumber(feature));
    return numbers;
}

std::string digestText(const CartReplica &cart)
{
    return toHex(asBytes(cart.baseDigest()));
}

Result<std::size_t> countRejected(ProfileStore &store, const CartId &cart)
{
    const auto history = store.history(cart);
    if (!history)
        return history.error();
    return static_cast<std::size_t>(std::count_if(history->begin(), history->end(), [](const StoredDelta &delta) {
        return delta.kind == StoredDelta::Kind::Rejected && !delta.bytes.empty();
    }));
}

Result<QJsonObject> cartDocument(Workspace &workspace, const CartReplica &cart)
{
    return cartDocument(workspace.profile().store(), cart,
                        [&](const MemberId &member) { return workspace.memberName(member); });
}

Result<QJsonObject> cartDocument(ProfileStore &store, const CartReplica &cart, const MemberNames &nameOf)
{
    const auto rejected = countRejected(store, cart.record().id);
    if (!rejected)
        return rejected.error();
    const CartRecord &record = cart.record();
    QJsonArray lines;
    for (const LineView *line : cart.view().lines())
        lines.append(lineJson(nameOf, *line, cart.stateOf(line->id)));
    QJsonObject document = jsonObject({{"id", jsonId(record.id)},
                                       {"name", jsonText(cart.view().name())},
                                       {"name_conflicts", textsJson(cart.view().otherNames())},
                                       {"archived", record.archived},
                                       {"epoch", record.epoch.isNull() ? jsonText("") : jsonId(record.epoch)},
                                       {"head", jsonNumber(record.cursor)},
                                       {"digest", jsonText(digestText(cart))},
                                       {"pending", jsonNumber(cart.pendingCount())},
                                       {"rejected", jsonNumber(*rejected)},
                                       {"last_synced", jsonTime(record.lastSynced)},
                                       {"totals", totalsJson(cart.view().totals())},
                                       {"lines", lines}});
    if (const QJsonArray unknown = unknownFeaturesJson(cart); !unknown.isEmpty())
        document.insert(QLatin1String("unknown_features"), unknown);
    return document;
}

} // namespace evencart
