#include "model/linevalues.h"

#include "model/wording.h"

#include <algorithm>

namespace evencart {

namespace {

QVariantMap personOf(const MemberId &member, const People &people)
{
    return {{QStringLiteral("member"), wording::text(member.toString())},
            {QStringLiteral("name"), people.shownName(member)},
            {QStringLiteral("self"), people.isSelf(member)},
            {QStringLiteral("initials"), people.initials(member)},
            {QStringLiteral("colour"), people.colourIndex(member)}};
}

QVariantList sharesOf(const std::vector<Share> &shares, const std::string &unit, const People &people)
{
    QVariantList list;
    for (const Share &share : shares) {
        QVariantMap person = personOf(share.member, people);
        person.insert(QStringLiteral("amount"), wording::amount(share.quantity, unit));
        list.append(person);
    }
    return list;
}

QVariantList peopleOf(const std::vector<MemberId> &members, const People &people)
{
    QVariantList list;
    for (const MemberId &member : members)
        list.append(personOf(member, people));
    return list;
}

QString namesOf(const std::vector<MemberId> &members, const People &people)
{
    QStringList names;
    for (const MemberId &member : members)
        names << people.shownName(member);
    return names.join(QStringLiteral(", "));
}

const char *fieldKey(Field field)
{
    switch (field) {
    case Field::Title:
        return "name";
    case Field::Note:
        return "note";
    case Field::Assignee:
        return "assignee";
    default:
        return "value";
    }
}

QVariantList conflictsOf(const LineView &line, const People &people)
{
    QVariantList conflicts;
    for (const FieldConflict &conflict : line.conflicts) {
        QStringList values;
        for (const std::string &value : conflict.values) {
            const auto member = conflict.field == Field::Assignee ? MemberId::fromString(value) : std::nullopt;
            values << (member ? people.shownName(*member) : wording::text(value));
        }
        conflicts.append(QVariantMap{{QStringLiteral("field"), QLatin1String(fieldKey(conflict.field))},
                                     {QStringLiteral("values"), values}});
    }
    return conflicts;
}

QVariantList oldNamesOf(const LineView &line)
{
    QVariantList names;
    for (const OldNameAdds &adds : line.oldNameAdds)
        names.append(QVariantMap{{QStringLiteral("name"), wording::text(adds.name)},
                                 {QStringLiteral("amount"), wording::amount(adds.quantity, line.unit)}});
    return names;
}

} // namespace

QVariant lineValue(const LineView &line, int role, const People &people)
{
    switch (role) {
    case LineModel::IdRole:
        return wording::text(line.id.toString());
    case Qt::DisplayRole:
    case LineModel::NameRole:
        return wording::text(line.name);
    case LineModel::UnitRole:
        return wording::text(line.unit);
    case LineModel::QuantityRole:
        return QVariant::fromValue<qlonglong>(line.quantity);
    case LineModel::AmountRole:
        return wording::amount(line.quantity, line.unit);
    case LineModel::CheckedRole:
        return line.checked;
    case LineModel::BoughtAmountRole:
        return line.bought() > 0 && !line.checked
                   ? LineModel::tr("%1 of %2")
                         .arg(wording::quantity(line.bought()), wording::amount(line.quantity, line.unit))
                   : QString();
    case LineModel::NoteRole:
        return wording::text(line.note);
    case LineModel::CategoryRole:
        return wording::text(line.category);
    case LineModel::PriceRole:
        return line.price ? wording::price(*line.price, line.unit) : QString();
    case LineModel::PriceUnitRole:
        return wording::text(std::string(priceUnit(line.unit)));
    case LineModel::LineTotalRole:
        return line.price ? wording::money({line.price->currency, lineTotalMinor(line)}) : QString();
    case LineModel::WantedByRole:
        return sharesOf(line.wantedBy, line.unit, people);
    case LineModel::BoughtByRole:
        return sharesOf(line.boughtBy, line.unit, people);
    case LineModel::LikesRole:
        return static_cast<int>(line.likes.size());
    case LineModel::LikedByRole:
        return namesOf(line.likes, people);
    case LineModel::LikedByMeRole:
        return std::binary_search(line.likes.begin(), line.likes.end(), people.self());
    case LineModel::AssigneeRole:
        return line.assignee ? personOf(*line.assignee, people) : QVariantMap();
    case LineModel::ClaimedByRole:
        return peopleOf(line.claimedBy, people);
    case LineModel::ClaimedByMeRole:
        return std::binary_search(line.claimedBy.begin(), line.claimedBy.end(), people.self());
    case LineModel::ConflictsRole:
        return conflictsOf(line, people);
    case LineModel::CheckQuantityRole:
        return line.checkQuantity;
    case LineModel::BoughtTwiceRole:
        return line.boughtTwice;
    case LineModel::OldNamesRole:
        return oldNamesOf(line);
    case LineModel::AttentionRole:
        return wantsALook(line);
    default:
        return {};
    }
}

} // namespace evencart
