#include "typing/habits.h"

#include "text/normalize.h"
#include "typing/occurrences.h"

namespace evencart {

Habits &Habits::of(AppSession &session)
{
    if (auto *known = session.findChild<Habits *>(QString(), Qt::FindDirectChildrenOnly))
        return *known;
    return *new Habits(session); // the session owns it
}

Habits::Habits(AppSession &session) : QObject(&session), m_session(session)
{
    connect(session.carts(), &CartListModel::countChanged, this, &Habits::readNewCarts);
    connect(&session.engine(), &Engine::cartUpdated, this, &Habits::learn);
    readNewCarts();
}

void Habits::readNewCarts()
{
    for (const CartSummary &cart : m_session.carts()->carts()) {
        if (!m_read.insert(cart.id).second)
            continue;
        m_session.engine().ask<std::vector<Occurrence>>(
            this, [id = cart.id](EngineRoom &room) { return occurrencesIn(room.workspace(), id); },
            [this](const std::vector<Occurrence> &occurrences) {
                for (const Occurrence &occurrence : occurrences)
                    m_known.add(occurrence);
                if (!occurrences.empty())
                    Q_EMIT changed();
            });
    }
}

void Habits::learn(const CartUpdate &update)
{
    if (update.source != CartUpdate::Source::Own && update.source != CartUpdate::Source::Others)
        return;
    bool news = false;
    for (const LineEntry &entry : update.lines) {
        const Occurrence occurrence = occurrenceOf(update.cart, entry.view);
        const KnownItems::Item *known = m_known.find(normalizedName(occurrence.name));
        // A line that came in since; or one that has a category and a price by now.
        const bool isNew = !known || occurrence.when > known->last;
        const bool tellsMore = known && occurrence.when == known->last &&
                               ((!occurrence.category.empty() && known->category != occurrence.category) ||
                                (occurrence.price && known->price != occurrence.price));
        if (isNew)
            m_known.add(occurrence);
        else if (tellsMore)
            m_known.amend(occurrence);
        news = news || isNew || tellsMore;
    }
    if (news)
        Q_EMIT changed();
}

} // namespace evencart
