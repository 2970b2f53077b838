#pragma once

#include "engine/engineroom.h"

namespace evencart {

// Waits for the server, on the engine's thread and without blocking it: until it knows us, or until it has the same of
// a cart as this machine. Answers once and goes away: at once where there is nothing to wait for; Unreachable after the
// first attempt that does not reach the server, or when the time is up; Untrusted, TooNew; Refused where the server
// does not let us into the cart. Goes without an answer when the profile is closed.
class ServerWait : public QObject
{
    Q_OBJECT

public:
    using Answer = std::function<void(Result<void>)>;

    static void untilWelcome(EngineRoom &room, Answer answer);
    static void untilSettled(EngineRoom &room, const CartId &cart, Answer answer);

private:
    ServerWait(EngineRoom &room, std::optional<CartId> cart, Answer answer);
    void begin();
    void check();
    void finish(const Result<void> &result);

    EngineRoom &m_room;
    std::optional<CartId> m_cart;
    Answer m_answer;
    QTimer m_deadline;
    bool m_wasWelcome = false;
};

} // namespace evencart
