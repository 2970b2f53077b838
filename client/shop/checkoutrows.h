#pragma once

#include "base/ids.h"
#include "text/money.h"

#include <QAbstractListModel>
#include <QString>
#include <qqmlregistration.h>

#include <optional>
#include <vector>

namespace evencart {

// A line of a checkout as somebody sees it: what is asked for, how far that has come, what stands against it and the
// one thing to do about that.
struct CheckoutRow
{
    enum class State
    {
        Saved,     // in the cart, not asked for
        Foreseen,  // likewise, and it would be refused as far as is known here
        Asked,     // the shop is deciding
        Confirmed, // guaranteed by the shop
        Refused
    };
    enum class Action
    {
        None,
        Take,   // only `left` of it
        Accept, // `price`
        Remove
    };

    LineId line;
    QString name;
    QString amount;
    QString price; // of one
    QString total;
    State state = State::Saved;
    QString reason; // what stands against it; or that a price was accepted
    Action action = Action::None;
    std::int64_t left = 0;            // Take: the line's quantity then, in its own unit
    std::optional<Money> actualPrice; // Accept
    friend bool operator==(const CheckoutRow &, const CheckoutRow &) = default;
};

// The rows of a checkout, in the cart's order.
class CheckoutRows : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        IdRole = Qt::UserRole,
        NameRole,
        AmountRole,
        PriceRole,
        TotalRole,
        StateRole,     // State
        StateTextRole, // "asked", "guaranteed"
        ReasonRole,
        ActionTextRole, // "Take 2", "Accept 2.29 €", "Remove"; empty: nothing to do
        AccessibleTextRole
    };
    Q_ENUM(Role)
    enum State
    {
        Saved = static_cast<int>(CheckoutRow::State::Saved),
        Foreseen = static_cast<int>(CheckoutRow::State::Foreseen),
        Asked = static_cast<int>(CheckoutRow::State::Asked),
        Confirmed = static_cast<int>(CheckoutRow::State::Confirmed),
        Refused = static_cast<int>(CheckoutRow::State::Refused)
    };
    Q_ENUM(State)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_rows.size()); }
    const std::vector<CheckoutRow> &rows() const { return m_rows; }
    const CheckoutRow *find(const QString &line) const; // nullptr: it is not here

    void apply(std::vector<CheckoutRow> rows);

Q_SIGNALS:
    void countChanged();

private:
    static QString stateText(const CheckoutRow &row);
    static QString actionText(const CheckoutRow &row);

    std::vector<CheckoutRow> m_rows;
};

} // namespace evencart
