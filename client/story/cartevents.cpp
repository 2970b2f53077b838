#include "story/cartevents.h"

namespace evencart {

namespace {

constexpr int burstMilliseconds = 60;

} // namespace

CartEvents::CartEvents(AppSession &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_burst.setSingleShot(true);
    m_burst.setInterval(burstMilliseconds);
    connect(&m_burst, &QTimer::timeout, this, &CartEvents::changed);
    Engine &engine = session.engine();
    connect(&engine, &Engine::cartUpdated, this, [this](const CartUpdate &update) { touched(update.cart); });
    connect(&engine, &Engine::editsRejected, this, [this](const CartId &cart) { touched(cart); });
    connect(&engine, &Engine::presenceUpdated, this, [this](const CartId &cart) { touched(cart); });
    connect(&engine, &Engine::cartSettled, this, [this](const CartId &cart) { touched(cart); });
    connect(session.cart(), &OpenCart::cartChanged, this, [this] {
        Q_EMIT cartChanged();
        m_burst.start();
    });
}

void CartEvents::touched(const CartId &cart)
{
    // Not started anew while it runs: a cart that is edited all the time is told of too.
    if (m_session.cart()->id() == cart && !m_burst.isActive())
        m_burst.start();
}

} // namespace evencart
