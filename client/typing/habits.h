#pragma once

#include "model/appsession.h"
#include "typing/knownitems.h"

#include <set>

namespace evencart {

// What the people of a profile usually buy, kept in memory for as long as the session lives. Read cart by cart on the
// engine's thread when the profile opens and when a cart comes in; what happens in the open cart is added as it
// happens. Nothing of it is stored or sent: it is all in the carts. Interface thread.
class Habits : public QObject
{
    Q_OBJECT

public:
    // The one of this session, made when it is first asked for.
    static Habits &of(AppSession &session);

    const KnownItems &known() const { return m_known; }

Q_SIGNALS:
    void changed();

private:
    explicit Habits(AppSession &session);
    void readNewCarts();
    void learn(const CartUpdate &update);

    AppSession &m_session;
    KnownItems m_known;
    std::set<CartId> m_read; // or being read
};

} // namespace evencart
