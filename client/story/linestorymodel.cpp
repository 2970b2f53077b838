#include "story/linestorymodel.h"

#include "model/wording.h"
#include "story/storywords.h"
#include "translations/errorsentences.h"

#include <algorithm>

namespace evencart {

void LineStoryModel::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    m_events = std::make_unique<CartEvents>(*session);
    connect(m_events.get(), &CartEvents::changed, this, &LineStoryModel::refresh);
    connect(m_events.get(), &CartEvents::cartChanged, this, [this] { setLineId({}); });
    connect(&session->people(), &People::changed, this, [this] {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1));
        Q_EMIT told();
    });
    Q_EMIT sessionChanged();
    refresh();
}

QString LineStoryModel::lineId() const
{
    return m_line ? wording::text(m_line->toString()) : QString();
}

void LineStoryModel::setLineId(const QString &line)
{
    if (line == lineId())
        return;
    m_line = LineId::fromString(line.toStdString());
    m_view = {};
    m_present = false;
    m_receipts.clear();
    m_problem.clear();
    setVerdicts({});
    Q_EMIT lineIdChanged();
    Q_EMIT told();
    refresh();
}

LineStoryModel::Answer LineStoryModel::ask(EngineRoom &room, const CartId &cart, const LineId &line)
{
    Answer answer;
    const auto replica = room.workspace().cart(cart);
    const auto chronicle = room.chronicle(cart);
    if (!replica || !chronicle) {
        answer.error = replica ? chronicle.error() : replica.error();
        return answer;
    }
    auto story = storyOf(room.workspace(), **replica, **chronicle, line);
    if (!story) {
        answer.error = story.error();
        return answer;
    }
    answer.story = std::move(*story);
    answer.present = (*replica)->view().line(line) != nullptr;
    answer.receipts = receiptsOf(room, **replica, line);
    return answer;
}

void LineStoryModel::refresh()
{
    if (!m_session || !m_line || !m_session->cart()->id())
        return;
    m_session->engine().ask<Answer>(
        this, [cart = *m_session->cart()->id(), line = *m_line](EngineRoom &room) { return ask(room, cart, line); },
        [this, question = ++m_asked](Answer answer) {
            if (question == m_asked)
                take(std::move(answer));
        });
}

void LineStoryModel::take(Answer answer)
{
    m_problem = answer.error ? errorSentence(*answer.error) : QString();
    m_present = answer.present;
    m_receipts = std::move(answer.receipts);
    if (answer.story) {
        m_view = std::move(answer.story->view);
        setVerdicts(std::move(answer.story->verdicts));
    } else {
        setVerdicts({});
    }
    Q_EMIT told();
}

// A handful of rows: those that begin and end alike stay, what is between is changed.
void LineStoryModel::setVerdicts(std::vector<Verdict> verdicts)
{
    const int before = count();
    const int after = static_cast<int>(verdicts.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_verdicts.resize(verdicts.size());
        endRemoveRows();
    }
    const int kept = std::min(before, after);
    std::copy(verdicts.begin(), verdicts.begin() + kept, m_verdicts.begin());
    if (kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1)); // their words may name the line's amount
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_verdicts = std::move(verdicts);
        endInsertRows();
    }
    if (before != after)
        Q_EMIT countChanged();
}

QString LineStoryModel::name() const
{
    return wording::text(m_view.name);
}

QString LineStoryModel::amount() const
{
    return wording::amount(m_view.quantity, m_view.unit);
}

QVariantList LineStoryModel::receipts() const
{
    QVariantList list;
    const People &people = m_session->people();
    const QDateTime now = QDateTime::currentDateTime();
    for (const Receipt &receipt : m_receipts) {
        QString name = people.isSelf(receipt.member) ? tr("Your other device") : people.name(receipt.member);
        if (!receipt.only)
            name = tr("%1 (device %2)", "name, short id")
                       .arg(name, wording::text(receipt.device.toString().substr(0, 4)).toUpper());
        QString text = receipt.has ? tr("has it") : tr("not yet");
        if (receipt.online)
            text = tr("%1; online now").arg(text);
        else if (receipt.heard > 0)
            text = tr("%1; last heard %2").arg(text, wording::clock(receipt.heard, now));
        list.append(QVariantMap{{QStringLiteral("name"), name},
                                {QStringLiteral("initials"), people.initials(receipt.member)},
                                {QStringLiteral("colour"), people.colourIndex(receipt.member)},
                                {QStringLiteral("has"), receipt.has},
                                {QStringLiteral("online"), receipt.online},
                                {QStringLiteral("text"), text}});
    }
    return list;
}

QString LineStoryModel::receiptSummary() const
{
    if (m_receipts.empty())
        return {};
    const auto have = std::count_if(m_receipts.begin(), m_receipts.end(), [](const auto &each) { return each.has; });
    return tr("Received by %1 of %n other device(s)", nullptr, static_cast<int>(m_receipts.size())).arg(have);
}

// ---- rows

int LineStoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> LineStoryModel::roleNames() const
{
    return {{SentenceRole, "sentence"}, {RuleRole, "rule"},           {PartiesRole, "parties"},
            {ActionsRole, "actions"},   {AttentionRole, "attention"}, {AsksAmountRole, "asksAmount"},
            {IconRole, "icon"}};
}

namespace {

QString iconOf(Verdict::Rule rule)
{
    using Rule = Verdict::Rule;
    switch (rule) {
    case Rule::BoughtTwice:
        return QStringLiteral("bag");
    case Rule::CheckQuantity:
        return QStringLiteral("warning");
    case Rule::LaterShows:
    case Rule::TypedAtOnce:
        return QStringLiteral("compare");
    case Rule::OldName:
        return QStringLiteral("split");
    case Rule::AddingWins:
    case Rule::BuyingCounts:
        return QStringLiteral("merge");
    case Rule::StepsOnTop:
    case Rule::StepsAddUp:
        return QStringLiteral("people");
    case Rule::Removed:
        return QStringLiteral("trash");
    case Rule::NothingCollided:
        break;
    }
    return QStringLiteral("check");
}

bool wantsALook(Verdict::Rule rule)
{
    using Rule = Verdict::Rule;
    return rule == Rule::BoughtTwice || rule == Rule::CheckQuantity || rule == Rule::LaterShows ||
           rule == Rule::OldName;
}

} // namespace

QVariant LineStoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Verdict &verdict = m_verdicts[static_cast<std::size_t>(index.row())];
    const People &people = m_session->people();
    switch (role) {
    case Qt::DisplayRole:
    case SentenceRole:
        return storywords::verdict(people, m_view, verdict);
    case RuleRole:
        return storywords::rule(verdict.rule);
    case PartiesRole: {
        QVariantList parties;
        for (const Party &party : verdict.parties) {
            const bool hasValue = verdict.field != Field::Quantity && verdict.field != Field::Mark;
            const QString value = hasValue       ? storywords::value(people, m_view, verdict, party)
                                  : party.n != 0 ? wording::amount(party.n, m_view.unit)
                                                 : QString();
            parties.append(
                QVariantMap{{QStringLiteral("name"), people.shownName(party.member)},
                            {QStringLiteral("initials"), people.initials(party.member)},
                            {QStringLiteral("colour"), people.colourIndex(party.member)},
                            {QStringLiteral("value"), value},
                            {QStringLiteral("time"), party.when == 0 ? QString() : storywords::exactTime(party.when)}});
        }
        return parties;
    }
    case ActionsRole: {
        QStringList texts;
        if (!isReadOnly()) {
            for (const VerdictAction &action : actionsFor(people, m_view, verdict))
                texts << action.text;
        }
        return texts;
    }
    case AttentionRole:
        return wantsALook(verdict.rule);
    case AsksAmountRole:
        return verdict.rule == Verdict::Rule::CheckQuantity && !isReadOnly();
    case IconRole:
        return iconOf(verdict.rule);
    default:
        return {};
    }
}

void LineStoryModel::act(int row, int action)
{
    if (row < 0 || row >= count())
        return;
    const auto actions = actionsFor(m_session->people(), m_view, m_verdicts[static_cast<std::size_t>(row)]);
    if (action >= 0 && action < static_cast<int>(actions.size()))
        perform(*m_session->cart(), m_view, actions[static_cast<std::size_t>(action)]);
}

QString LineStoryModel::setQuantity(const QString &amount)
{
    return m_session->cart()->setQuantity(lineId(), amount);
}

} // namespace evencart
