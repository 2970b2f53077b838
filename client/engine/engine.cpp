#include "engine/engine.h"

namespace evencart {

Engine::Engine(const Clock &clock, RandomSource &random, QObject *parent)
    : QObject(parent), m_room(new EngineRoom(clock, random))
{
    m_thread.setObjectName(QStringLiteral("engine"));
    m_room->moveToThread(&m_thread);
    connect(m_room, &EngineRoom::profileChanged, this, &Engine::profileChanged);
    connect(m_room, &EngineRoom::cartUpdated, this, &Engine::cartUpdated);
    connect(m_room, &EngineRoom::cartsChanged, this, &Engine::cartsChanged);
    connect(m_room, &EngineRoom::connectionChanged, this, &Engine::connectionChanged);
    connect(m_room, &EngineRoom::editEnded, this, &Engine::editEnded);
    connect(m_room, &EngineRoom::editsRejected, this, &Engine::editsRejected);
    connect(m_room, &EngineRoom::membersUpdated, this, &Engine::membersUpdated);
    connect(m_room, &EngineRoom::presenceUpdated, this, &Engine::presenceUpdated);
    connect(m_room, &EngineRoom::cartSettled, this, &Engine::cartSettled);
    connect(m_room, &EngineRoom::newsArrived, this, &Engine::newsArrived);
    connect(m_room, &EngineRoom::goodsUpdated, this, &Engine::goodsUpdated);
    connect(m_room, &EngineRoom::openOrdersChanged, this, &Engine::openOrdersChanged);
    connect(m_room, &EngineRoom::orderEnded, this, &Engine::orderEnded);
    connect(m_room, &EngineRoom::reservationsChanged, this, &Engine::reservationsChanged);
    connect(m_room, &EngineRoom::storageBroken, this, &Engine::storageBroken);
    connect(&m_thread, &QThread::finished, m_room, &QObject::deleteLater);
    m_thread.start();
}

Engine::~Engine()
{
    // Behind everything that was asked for, because the queue is in order.
    QMetaObject::invokeMethod(
        m_room, [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void Engine::setKeyVault(KeyVault *vault)
{
    QMetaObject::invokeMethod(
        m_room, [room = m_room, vault] { room->setKeyVault(vault); }, Qt::QueuedConnection);
}

void Engine::open(const QString &directory, const QString &name)
{
    QMetaObject::invokeMethod(
        m_room,
        [this, directory, name] {
            const auto opened = m_room->open(directory, name);
            QMetaObject::invokeMethod(
                this,
                [this, opened] {
                    if (opened)
                        Q_EMIT this->opened(*opened);
                    else
                        Q_EMIT openFailed(opened.error());
                },
                Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

void Engine::post(std::function<void(EngineRoom &)> work)
{
    QMetaObject::invokeMethod(
        m_room,
        [room = m_room, work = std::move(work)] {
            if (room->isOpen())
                work(*room);
        },
        Qt::QueuedConnection);
}

void Engine::watch(const CartId &cart)
{
    post([cart](EngineRoom &room) { room.watch(cart); });
}

void Engine::unwatch(const CartId &cart)
{
    post([cart](EngineRoom &room) { room.unwatch(cart); });
}

Ticket Engine::edit(const CartId &cart, const QString &label, CartReplica::Action action)
{
    const Ticket ticket = ++m_lastTicket;
    post([ticket, cart, label = label.toStdString(), action = std::move(action)](EngineRoom &room) {
        room.edit(ticket, cart, label, action);
    });
    return ticket;
}

Ticket Engine::undo(const CartId &cart)
{
    const Ticket ticket = ++m_lastTicket;
    post([ticket, cart](EngineRoom &room) { room.step(ticket, cart, EngineRoom::Step::Undo); });
    return ticket;
}

Ticket Engine::redo(const CartId &cart)
{
    const Ticket ticket = ++m_lastTicket;
    post([ticket, cart](EngineRoom &room) { room.step(ticket, cart, EngineRoom::Step::Redo); });
    return ticket;
}

void Engine::setWorkOffline(bool offline)
{
    post([offline](EngineRoom &room) { room.setWorkOffline(offline); });
}

void Engine::syncNow()
{
    post([](EngineRoom &room) { room.syncNow(); });
}

} // namespace evencart
