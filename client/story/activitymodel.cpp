#include "story/activitymodel.h"

#include "model/wording.h"
#include "story/storywords.h"
#include "translations/errorsentences.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

constexpr std::size_t pageRows = 100;
constexpr int phrasesInList = 20;

using Name = std::pair<ReplicaId, std::uint64_t>;

Name nameOf(const ActivityPage::Row &row)
{
    return {row.entry.replica, row.entry.seq};
}

} // namespace

void ActivityModel::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    m_events = std::make_unique<CartEvents>(*session);
    connect(m_events.get(), &CartEvents::changed, this, &ActivityModel::refresh);
    connect(m_events.get(), &CartEvents::cartChanged, this, &ActivityModel::startAnew);
    connect(&session->people(), &People::changed, this, [this] {
        if (count() > 0)
            Q_EMIT dataChanged(index(0), index(count() - 1));
    });
    Q_EMIT sessionChanged();
    startAnew();
}

QString ActivityModel::lineId() const
{
    return m_line ? wording::text(m_line->toString()) : QString();
}

void ActivityModel::setLineId(const QString &line)
{
    if (line == lineId())
        return;
    m_line = LineId::fromString(line.toStdString());
    Q_EMIT lineIdChanged();
    startAnew();
}

void ActivityModel::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged();
    refresh();
}

void ActivityModel::startAnew()
{
    beginResetModel();
    m_rows.clear();
    m_most = pageRows;
    m_more = m_cut = m_loading = m_stale = false;
    m_problem.clear();
    ++m_asked;
    endResetModel();
    Q_EMIT countChanged();
    Q_EMIT loaded();
    refresh();
}

void ActivityModel::refresh()
{
    if (!m_session || !m_active || !m_session->cart()->id())
        return;
    m_stale = m_loading;
    if (m_loading)
        return;
    m_loading = true;
    Q_EMIT loaded();
    m_session->engine().ask<ActivityPage>(
        this,
        [cart = *m_session->cart()->id(), line = m_line, most = m_most](EngineRoom &room) {
            return activityPage(room, cart, line, most);
        },
        [this, question = ++m_asked](ActivityPage page) {
            if (question == m_asked)
                take(std::move(page));
        });
}

// Entries come and go one by one and a waiting one moves to its place in the log: the rows are brought there by exact
// steps. Few rows differ, so looking for them again costs nothing.
void ActivityModel::take(ActivityPage page)
{
    m_loading = false;
    m_more = page.more;
    m_cut = page.cut;
    m_problem = page.error ? errorSentence(*page.error) : QString();
    const int before = count();
    std::map<Name, std::size_t> wanted;
    for (std::size_t i = 0; i < page.rows.size(); ++i)
        wanted[nameOf(page.rows[i])] = i;
    for (int row = count() - 1; row >= 0; --row) {
        if (!wanted.contains(nameOf(m_rows[static_cast<std::size_t>(row)]))) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t i = 0; i < page.rows.size(); ++i) {
        const int at = static_cast<int>(i);
        const auto known = std::find_if(m_rows.begin() + at, m_rows.end(),
                                        [&](const auto &row) { return nameOf(row) == nameOf(page.rows[i]); });
        if (known == m_rows.end()) {
            // All that are new in a row at once: at first that is the whole page.
            std::size_t end = i + 1;
            while (end < page.rows.size() && m_rows.size() == i)
                ++end;
            beginInsertRows({}, at, static_cast<int>(end) - 1);
            m_rows.insert(m_rows.begin() + at, page.rows.begin() + at,
                          page.rows.begin() + static_cast<std::ptrdiff_t>(end));
            endInsertRows();
            i = end - 1;
            continue;
        }
        const int from = static_cast<int>(known - m_rows.begin());
        if (from != at) {
            beginMoveRows({}, from, from, {}, at);
            std::rotate(m_rows.begin() + at, m_rows.begin() + from, m_rows.begin() + from + 1);
            endMoveRows();
        }
        const bool same =
            m_rows[i].entry == page.rows[i].entry && m_rows[i].missed.size() == page.rows[i].missed.size();
        if (!same) {
            m_rows[i] = std::move(page.rows[i]);
            Q_EMIT dataChanged(index(at), index(at));
        }
    }
    if (count() != before)
        Q_EMIT countChanged();
    Q_EMIT loaded();
    if (std::exchange(m_stale, false))
        refresh();
}

bool ActivityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more && !m_loading;
}

void ActivityModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_most = m_rows.size() + pageRows;
    refresh();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> ActivityModel::roleNames() const
{
    return {{IdRole, "entryId"},        {MemberRole, "member"},    {NameRole, "name"},
            {InitialsRole, "initials"}, {ColourRole, "colour"},    {SentenceRole, "sentence"},
            {PhrasesRole, "phrases"},   {TimeRole, "time"},        {ExactTimeRole, "exactTime"},
            {DayRole, "day"},           {StateRole, "entryState"}, {StateTextRole, "stateText"},
            {MissedRole, "missed"},     {LineRole, "line"},        {AccessibleTextRole, "accessibleText"}};
}

QString ActivityModel::stateText(const HistoryEntry &entry) const
{
    switch (entry.kind) {
    case StoredDelta::Kind::Pending:
        return tr("Saved here, not on the server yet");
    case StoredDelta::Kind::Rejected:
        return tr("Refused: %1").arg(storywords::reason(entry.reason));
    case StoredDelta::Kind::Accepted:
        break;
    }
    return {};
}

QString ActivityModel::missedText(const ActivityPage::Row &row) const
{
    const People &people = m_session->people();
    QStringList parts;
    for (const Missed &missed : row.missed)
        parts << tr("%1 %2", "who did what")
                     .arg(people.shownName(missed.member), storywords::happening(people, missed.happening));
    return parts.isEmpty() ? QString() : tr("Had not seen: %1").arg(parts.join(tr("; ")));
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ActivityPage::Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const HistoryEntry &entry = row.entry;
    const People &people = m_session->people();
    const std::uint64_t time = entry.effective.milliseconds();
    switch (role) {
    case IdRole:
        return wording::text(entry.replica.toString() + ":" + std::to_string(entry.seq));
    case MemberRole:
        return wording::text(entry.author.toString());
    case NameRole:
        return people.shownName(entry.author);
    case InitialsRole:
        return people.initials(entry.author);
    case ColourRole:
        return people.colourIndex(entry.author);
    case Qt::DisplayRole:
    case SentenceRole:
        return storywords::sentence(people, entry);
    case PhrasesRole: {
        QStringList phrases = storywords::phrases(people, entry, phrasesInList);
        if (row.happenings > entry.happenings.size())
            phrases << tr("%n more", nullptr, static_cast<int>(row.happenings - entry.happenings.size()));
        return phrases;
    }
    case TimeRole:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(time)).time(),
                                  QLocale::ShortFormat);
    case ExactTimeRole:
        return storywords::exactTime(time);
    case DayRole:
        return storywords::day(time, QDateTime::currentDateTime());
    case StateRole:
        return entry.kind == StoredDelta::Kind::Accepted  ? Settled
               : entry.kind == StoredDelta::Kind::Pending ? (m_session->sync()->hasServer() ? Waiting : Settled)
                                                          : Refused;
    case StateTextRole:
        return entry.kind == StoredDelta::Kind::Pending && !m_session->sync()->hasServer() ? QString()
                                                                                           : stateText(entry);
    case MissedRole:
        return missedText(row);
    case LineRole:
        return entry.lines.size() == 1 && !entry.lines.front().isNull() ? wording::text(entry.lines.front().toString())
                                                                        : QString();
    case AccessibleTextRole: {
        QStringList parts{storywords::wholeSentence(people, entry), storywords::exactTime(time)};
        parts << data(index, StateTextRole).toString() << missedText(row);
        parts.removeAll(QString());
        return parts.join(QStringLiteral(". "));
    }
    default:
        return {};
    }
}

} // namespace evencart
