#pragma once

#include "engine/engineroom.h"

#include <QPointer>
#include <QThread>

#include <functional>

namespace evencart {

// A profile at work, for a program with a window: storage and network live on a thread of their own, and nothing here
// waits for them. Lives on the interface's thread; asks go over in the order in which they are made, answers and
// signals come back through the event loop.
//
// Not a model: it knows nothing of rows, words or what is selected.
class Engine : public QObject
{
    Q_OBJECT

public:
    // `clock` and `random` are used from the engine's thread and outlive this.
    Engine(const Clock &clock, RandomSource &random, QObject *parent = nullptr);
    ~Engine() override; // after everything that was asked for is done

    // The desktop's keychain, before open(). Used from the engine's thread and outlives this.
    void setKeyVault(KeyVault *vault);
    // Answers with opened() or openFailed(). May be called again after a failure.
    void open(const QString &directory, const QString &name);

    // From now on cartUpdated() tells of this cart's lines, all of them first.
    void watch(const CartId &cart);
    void unwatch(const CartId &cart);

    // `action` runs on the engine's thread and must not touch what belongs to the interface.
    Ticket edit(const CartId &cart, const QString &label, CartReplica::Action action);
    Ticket undo(const CartId &cart);
    Ticket redo(const CartId &cart);
    Ticket lastTicket() const { return m_lastTicket; } // of what was asked for so far

    void setWorkOffline(bool offline);
    void syncNow();

    // Runs `work` on the engine's thread and gives its answer to `answer` here, unless `context` is gone by then.
    template <typename T>
    void ask(QObject *context, std::function<T(EngineRoom &)> work, std::function<void(T)> answer);
    // The same for work whose answer comes later: it is called with a function that takes the answer, once.
    template <typename T>
    using Reply = std::function<void(T)>;
    template <typename T>
    void askLater(QObject *context, std::function<void(EngineRoom &, Reply<T>)> work, std::function<void(T)> answer);

Q_SIGNALS:
    void opened(const evencart::ProfileInfo &profile);
    void openFailed(const evencart::Error &reason);
    void profileChanged(const evencart::ProfileInfo &profile);
    void cartUpdated(const evencart::CartUpdate &update);
    void cartsChanged(const std::vector<evencart::CartSummary> &carts);
    void connectionChanged(const evencart::ConnectionState &state);
    void editEnded(const evencart::EditOutcome &outcome);
    void editsRejected(const evencart::CartId &cart, const std::vector<std::uint64_t> &seqs);
    void membersUpdated(const evencart::CartId &cart, const std::vector<evencart::protocol::Member> &members);
    void presenceUpdated(const evencart::CartId &cart, const std::vector<evencart::protocol::MemberCursor> &cursors);
    void cartSettled(const evencart::CartId &cart);
    void newsArrived(const evencart::CartNews &news);       // what others did, in any cart
    void goodsUpdated(const evencart::GoodsUpdate &update); // after ShopDesk::followGoods()
    void openOrdersChanged(const evencart::OpenOrders &orders);
    void orderEnded(const evencart::OrderNews &news);
    void reservationsChanged(const std::vector<evencart::protocol::Reservation> &mine);
    void storageBroken(const evencart::Error &reason);

private:
    // Queues work for the engine's thread; nothing is done while no profile is open.
    void post(std::function<void(EngineRoom &)> work);

    QThread m_thread;
    EngineRoom *m_room; // lives on m_thread, deleted there
    Ticket m_lastTicket = 0;
};

template <typename T>
void Engine::ask(QObject *context, std::function<T(EngineRoom &)> work, std::function<void(T)> answer)
{
    askLater<T>(
        context, [work = std::move(work)](EngineRoom &room, Reply<T> reply) { reply(work(room)); }, std::move(answer));
}

template <typename T>
void Engine::askLater(QObject *context, std::function<void(EngineRoom &, Reply<T>)> work, std::function<void(T)> answer)
{
    const QPointer<QObject> asker(context);
    const Reply<T> reply = [this, asker, answer = std::move(answer)](T value) {
        QMetaObject::invokeMethod(
            this,
            [asker, answer, value = std::move(value)] {
                if (asker)
                    answer(value);
            },
            Qt::QueuedConnection);
    };
    post([work = std::move(work), reply](EngineRoom &room) { work(room, reply); });
}

} // namespace evencart
