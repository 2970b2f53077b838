#pragma once

#include "engine/engineroom.h"

namespace evencart {

// Waits for the server, on the engine's thread and without blocking it: until it knows us, until what was done here to
// a cart is there and the other way round (caught up), or until both have found that their copies of it are the same
// (settled; while edits keep coming that is compared at longer intervals). Answers once and goes away: at once where
// there is nothing to wait for; Unreachable after the first attempt that does not reach the server, or when the time is
// up; Untrusted, TooNew; Refused where the server does not let us into the cart. Goes without an answer when the
// profile is closed.
class ServerWait : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<void>)>;

    static void untilWelcome(EngineRoom &room, Answer answer);
    static void untilCaughtUp(EngineRoom &room, const CartId &cart, Answer answer);
    static void untilSettled(EngineRoom &room, const CartId &cart, Answer answer);

private:
    enum class Until
    {
        Welcome,
        CaughtUp,
        Settled
    };
    ServerWait(EngineRoom &room, Until until, const CartId &cart, Answer answer);
    bool isReached() const;
    void begin();
    void check();
    void finish(const Result<void> &result);

    EngineRoom &m_room;
    Until m_until;
    CartId m_cart; // of no meaning for Welcome
    Answer m_answer;
    QTimer m_deadline;
    bool m_wasWelcome = false;
};

} // namespace evencart
