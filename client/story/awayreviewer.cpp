#include "story/awayreviewer.h"

#include "model/wording.h"
#include "story/storywords.h"
#include "story/verdictactions.h"
#include "translations/errorsentences.h"

#include <QCoreApplication>

#include <set>

namespace evencart {

void AwayReviewer::setSession(AppSession *session)
{
    if (m_session == session || !session)
        return;
    m_session = session;
    m_events = std::make_unique<CartEvents>(*session);
    connect(m_events.get(), &CartEvents::changed, this, &AwayReviewer::follow);
    connect(m_events.get(), &CartEvents::cartChanged, this, &AwayReviewer::startAnew);
    connect(session->sync(), &SyncStatus::changed, this, &AwayReviewer::follow);
    connect(&session->people(), &People::changed, this, &AwayReviewer::changed);
    Q_EMIT sessionChanged();
    startAnew();
}

void AwayReviewer::setLooking(bool looking)
{
    if (std::exchange(m_looking, looking) == looking)
        return;
    Q_EMIT lookingChanged();
    follow();
}

void AwayReviewer::startAnew()
{
    m_wasThere = false;
    m_until.reset();
    m_review.reset();
    ++m_asked;
    Q_EMIT changed();
    follow();
}

bool AwayReviewer::isConnected() const
{
    const SyncStatus::State state = m_session->sync()->state();
    return state == SyncStatus::Online || state == SyncStatus::Syncing || state == SyncStatus::OnlyHere;
}

// ---- where we stand

QString AwayReviewer::key() const
{
    return QStringLiteral("looked_at/") + m_session->cart()->cartId();
}

std::optional<AwayReviewer::Remembered> AwayReviewer::remembered() const
{
    const QStringList parts = m_session->preferences()->remembered(key()).toString().split(QLatin1Char(' '));
    if (parts.size() != 5)
        return std::nullopt;
    const auto epoch = Epoch::fromString(parts[0].toStdString());
    bool isNumber = false;
    const ReplicaId replica{parts[2].toULongLong(&isNumber, 16)};
    if (!epoch || !isNumber)
        return std::nullopt;
    return Remembered{{*epoch, parts[1].toULongLong(), replica, parts[3].toULongLong()}, parts[4].toLongLong()};
}

void AwayReviewer::remember(const Frontier &frontier)
{
    const QString text = QStringLiteral("%1 %2 %3 %4 %5")
                             .arg(wording::text(frontier.epoch.toString()))
                             .arg(frontier.position)
                             .arg(wording::text(frontier.replica.toString()))
                             .arg(frontier.ownSeq)
                             .arg(QDateTime::currentMSecsSinceEpoch());
    m_session->preferences()->remember(key(), text);
}

// ---- following

void AwayReviewer::follow()
{
    if (!m_session || !m_session->cart()->id())
        return;
    if (!m_looking || !isConnected()) {
        m_wasThere = false; // what comes from now on is news
        return;
    }
    const auto last = remembered();
    const Frontier from = last ? last->frontier : Frontier();
    m_session->engine().ask<Answer>(
        this,
        [cart = *m_session->cart()->id(), from, until = m_until, compare = last && !m_wasThere](EngineRoom &room) {
            Answer answer;
            const auto replica = room.workspace().cart(cart);
            if (!replica) {
                answer.error = replica.error();
                return answer;
            }
            answer.now = frontierOf(**replica);
            answer.inSync = room.workspace().profile().record().serverUrl.empty() || room.client().isCaughtUp(cart);
            if (!compare || !answer.inSync || from == answer.now)
                return answer;
            const auto chronicle = room.chronicle(cart);
            if (!chronicle) {
                answer.error = chronicle.error();
                return answer;
            }
            auto review = reviewBetween(room.workspace(), **replica, **chronicle, from, until.value_or(answer.now));
            if (review)
                answer.review = std::move(*review);
            else
                answer.error = review.error();
            return answer;
        },
        [this, question = ++m_asked](const Answer &answer) {
            if (question == m_asked)
                take(answer);
        });
}

void AwayReviewer::take(const Answer &answer)
{
    if (answer.error || !answer.inSync)
        return; // it is asked again with the next change
    const auto last = remembered();
    const qint64 absence = last ? QDateTime::currentMSecsSinceEpoch() - last->time : 0;
    if (answer.review && (m_until || isWorthALook(*answer.review, absence))) {
        m_until = m_until.value_or(answer.now);
        m_review = answer.review;
        Q_EMIT changed();
        return;
    }
    m_wasThere = true;
    if (!last || !(last->frontier == answer.now))
        remember(answer.now);
}

bool AwayReviewer::isWorthALook(const AwayReview &review, qint64 absence) const
{
    const std::size_t theirs = review.theirs.size() + review.moreTheirs;
    return review.comparable && theirs > 0 && (theirs >= manyChanges || absence >= longAbsence || !review.both.empty());
}

void AwayReviewer::accept()
{
    if (!m_until)
        return;
    remember(*m_until);
    m_until.reset();
    m_review.reset();
    m_wasThere = true; // what came since then was seen as it came
    Q_EMIT changed();
    follow();
}

void AwayReviewer::undoMine()
{
    const auto last = remembered();
    if (!canUndoMine() || !last)
        return;
    const std::string label = tr("Everything done while away").toStdString();
    m_session->engine().ask<Result<void>>(
        this,
        [cart = *m_session->cart()->id(), seq = last->frontier.ownSeq, label](EngineRoom &room) -> Result<void> {
            const auto replica = room.workspace().cart(cart);
            if (!replica)
                return replica.error();
            const auto undone = (*replica)->undoBehind(seq, label);
            if (!undone)
                return undone.error();
            room.cartTouched(cart, undone->touched);
            return {};
        },
        [this](const Result<void> &done) {
            if (done)
                Q_EMIT m_session->notice(tr("Taken back, as one step. Redo brings it all back."), false);
            else
                Q_EMIT m_session->failure(errorSentence(done.error()));
        });
}

void AwayReviewer::act(int row, int action)
{
    if (!m_review || row < 0 || row >= static_cast<int>(m_review->both.size()))
        return;
    const LineStory &story = m_review->both[static_cast<std::size_t>(row)].story;
    if (story.verdicts.empty())
        return;
    const auto actions = actionsFor(m_session->people(), story.view, story.verdicts.front());
    if (action >= 0 && action < static_cast<int>(actions.size()))
        perform(*m_session->cart(), story.view, actions[static_cast<std::size_t>(action)]);
}

// ---- telling

QString AwayReviewer::summary() const
{
    if (!m_review)
        return {};
    std::set<QString> names;
    for (const HistoryEntry &entry : m_review->theirs)
        names.insert(storywords::by(m_session->people(), entry.author));
    return tr("While you were away: %n change(s) by %1", nullptr,
              static_cast<int>(m_review->theirs.size() + m_review->moreTheirs))
        .arg(storywords::list({names.begin(), names.end()}));
}

QVariantList AwayReviewer::rows(const std::vector<HistoryEntry> &entries) const
{
    QVariantList list;
    const People &people = m_session->people();
    const QDateTime now = QDateTime::currentDateTime();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const bool one = entry->lines.size() == 1 && !entry->lines.front().isNull();
        list.append(
            QVariantMap{{QStringLiteral("name"), people.shownName(entry->author)},
                        {QStringLiteral("initials"), people.initials(entry->author)},
                        {QStringLiteral("colour"), people.colourIndex(entry->author)},
                        {QStringLiteral("sentence"), storywords::sentence(people, *entry)},
                        {QStringLiteral("time"), wording::clock(entry->effective.milliseconds(), now)},
                        {QStringLiteral("line"), one ? wording::text(entry->lines.front().toString()) : QString()}});
    }
    return list;
}

QVariantList AwayReviewer::theirs() const
{
    return m_review ? rows(m_review->theirs) : QVariantList();
}

QVariantList AwayReviewer::mine() const
{
    return m_review ? rows(m_review->mine) : QVariantList();
}

namespace {

// What these entries did to one line.
QString deedsOn(const People &people, const LineId &line, const std::vector<HistoryEntry> &entries)
{
    QStringList deeds;
    for (const HistoryEntry &entry : entries) {
        for (const Happening &happening : entry.happenings) {
            if (happening.line == line)
                deeds << QCoreApplication::translate("AwayReviewer", "%1 %2", "who did what")
                             .arg(people.shownName(entry.author), storywords::happening(people, happening));
        }
    }
    return deeds.mid(0, 4).join(QStringLiteral("\n"));
}

} // namespace

QVariantList AwayReviewer::both() const
{
    QVariantList list;
    if (!m_review)
        return list;
    const People &people = m_session->people();
    for (const AwayReview::Both &both : m_review->both) {
        const LineView &line = both.story.view;
        const Verdict &verdict = both.story.verdicts.front();
        QStringList actions;
        for (const VerdictAction &action : actionsFor(people, line, verdict))
            actions << action.text;
        const QString now = both.gone ? tr("It is gone now.")
                                      : tr("It reads %1 %2 now.", "amount, item")
                                            .arg(wording::amount(line.quantity, line.unit), wording::text(line.name));
        const bool collided = verdict.rule != Verdict::Rule::NothingCollided;
        list.append(QVariantMap{{QStringLiteral("line"), wording::text(line.id.toString())},
                                {QStringLiteral("name"), wording::text(line.name)},
                                {QStringLiteral("gone"), both.gone},
                                {QStringLiteral("mine"), deedsOn(people, line.id, both.mine)},
                                {QStringLiteral("theirs"), deedsOn(people, line.id, both.theirs)},
                                {QStringLiteral("result"), collided ? storywords::verdict(people, line, verdict) : now},
                                {QStringLiteral("actions"), actions}});
    }
    return list;
}

} // namespace evencart
