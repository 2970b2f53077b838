#pragma once

#include "sync/clientengine.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace evencart {

class EngineRoom;

// The engine's part of reservations: what the server keeps for this member, and asking it to keep more or less. Lives
// in an EngineRoom, on its thread.
//
// Not a memory: a reservation ends by itself, so what holds is asked for after each welcome and after an order. What
// another device of this member reserves meanwhile is not known before that.
class ReservationDesk : public QObject
{
    Q_OBJECT

public:
    explicit ReservationDesk(EngineRoom &room);

    template <typename T>
    using Answer = std::function<void(Result<T>)>;
    using Outcome = ClientEngine::ReserveOutcome;
    // All that is open of the line, for the usual time; in place of what was reserved of its good for that cart.
    // Errors as reservationOf() gives them; Unreachable: nobody could be asked, or the answer was lost, and then the
    // next welcome brings what holds.
    void reserve(const CartId &cart, const LineId &line, Answer<Outcome> answer);
    void release(const CartId &cart, const std::string &sku, Answer<void> answer);

    // What holds now, `remaining` counted from now.
    std::vector<protocol::Reservation> mine() const;
    std::vector<protocol::Reservation> mineFor(const CartId &cart) const;
    // Tells it once more, for who came later.
    void tell();

Q_SIGNALS:
    void reservationsChanged(const std::vector<evencart::protocol::Reservation> &mine);

private:
    struct Held
    {
        protocol::Reservation reservation;
        std::uint64_t ends = 0; // by this machine's monotonic clock
    };

    void read();
    void hold(const std::vector<protocol::Reservation> &reservations);
    void hold(const protocol::Reservation &reservation);
    void endWhatLapsed();
    std::uint64_t now() const;

    EngineRoom &m_room;
    std::vector<Held> m_held;
    QTimer m_lapse; // of the first to end
};

} // namespace evencart
