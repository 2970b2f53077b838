#pragma once

#include "model/appsession.h"
#include "shop/checkoutrows.h"

#include <QStringList>
#include <QTimer>

#include <map>

namespace evencart {

// Ordering what is in the open cart: what would be asked for and what stands against it as far as is known here, then
// the shop's answer, line by line. As long as it is open it follows the cart and the goods; what is asked for is what
// its rows show.
//
// Two kinds of promise meet here and are never mixed: a row that is saved (here, at once) and one that is guaranteed
// (by the shop, decided once).
class CheckoutFlow : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(evencart::CheckoutRows *rows READ rows CONSTANT)
    Q_PROPERTY(QString cartName READ cartName NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY changed) // empty where no price is known
    Q_PROPERTY(
        QString others READ others NOTIFY changed) // of the cart, that are no part of the order; the first of them
    // What is to be said above the rows, in a sentence; empty: nothing.
    Q_PROPERTY(QString message READ message NOTIFY changed)
    Q_PROPERTY(int foreseen READ foreseen NOTIFY changed)   // rows that would be refused as far as is known here
    Q_PROPERTY(int undecided READ undecided NOTIFY changed) // rows that need something to be done first
    Q_PROPERTY(bool mayAsk READ mayAsk NOTIFY changed)
    Q_PROPERTY(double orderNumber READ orderNumber NOTIFY changed) // Ordered; to be shown
    Q_PROPERTY(QString orderKey READ orderKey NOTIFY changed)      // Ordered; names it

public:
    enum State
    {
        Closed,
        Looking,
        Review,
        Asking,
        Ordered,
        Refused,     // line by line, or as a whole (message)
        Unknown,     // it was asked, and the answer did not come
        NeedsServer, // refused at once: it cannot be reached
        Kept,        // to be asked when the server is back
        Nothing      // in the cart that could be ordered, or it must not be (message)
    };
    Q_ENUM(State)

    explicit CheckoutFlow(QObject *parent = nullptr);
    void setSession(AppSession *session);

    State state() const { return m_state; }
    CheckoutRows *rows() { return &m_rows; }
    const QString &cartName() const { return m_cartName; }
    const QString &total() const { return m_total; }
    const QString &others() const { return m_others; }
    const QString &message() const { return m_message; }
    int foreseen() const;
    int undecided() const;
    bool mayAsk() const;
    double orderNumber() const { return m_order ? static_cast<double>(m_order->number) : 0; }
    QString orderKey() const { return m_order ? QString::fromStdString(m_order->key) : QString(); }
    // Whether what becomes of that order is seen here already.
    bool isShowing(const std::string &key) const { return m_state != Closed && m_key == key; }

    Q_INVOKABLE void start(); // on the open cart
    Q_INVOKABLE void close();
    Q_INVOKABLE void ask();
    Q_INVOKABLE void act(const QString &line); // the one thing that its row offers
    Q_INVOKABLE void keep();                   // ask when the server is back
    Q_INVOKABLE void forget();                 // what was kept
    Q_INVOKABLE void askAgain();               // what became of it

Q_SIGNALS:
    void changed();

private:
    void enter(State state, const QString &message = {});
    void look();
    void take(const CartLook &look);
    QString keptMessage() const;
    QString unknownMessage() const;
    void forgetOldRefusals();
    void hear(const OrderNews &news);
    void build();
    CheckoutRow rowFor(std::size_t line) const;
    void judge(CheckoutRow &row, std::size_t line) const;
    Money seenPrice(std::size_t line) const;
    std::optional<Money> actualPrice(std::size_t line) const;
    SeenCart seen() const;
    void change(std::function<Result<void>(ShopDesk &)> work);

    struct Refusal
    {
        protocol::NotOrdered::Line line;
        protocol::Checkout::Line asked; // what was refused; another one is another question
    };

    AppSession *m_session = nullptr;
    State m_state = Closed;
    CheckoutRows m_rows;
    std::optional<CartId> m_cart;
    std::string m_key; // of the order that this is about; empty: none was asked for or kept
    QString m_cartName;
    QString m_total;
    QString m_others;
    QString m_message;
    CartLook m_look;
    std::map<LineId, Money> m_firstSeen; // prices that lines without one of their own were shown with at first
    std::map<LineId, Money> m_accepted;
    std::map<LineId, Refusal> m_refused;
    std::vector<CheckoutRow> m_goneRows; // refused lines that are not in the cart
    std::optional<protocol::Order> m_order;
    std::vector<protocol::Checkout::Line> m_asked;
    QTimer m_lookSoon; // a burst of changes is looked at once
    int m_looks = 0;   // answers to earlier ones are passed over
};

} // namespace evencart
