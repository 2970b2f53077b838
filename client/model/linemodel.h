#pragma once

#include "engine/cartupdate.h"
#include "model/intent.h"
#include "model/people.h"

#include <QAbstractListModel>
#include <QTimer>
#include <qqmlregistration.h>

#include <deque>
#include <memory>
#include <unordered_map>
#include <variant>

namespace evencart {

// The lines of one cart, in the cart's order (orderKey, id), each once.
//
// Two layers, like the engine below it: what the engine last said of a line, and on top of it the intents that it has
// not answered yet, predicted (model/intent.h). An answer with ticket n takes away the intents up to n; so a row never
// jumps back while an edit is on its way to the disk, and a refused or failed one falls away by itself.
//
// Emits exact inserts, removals, moves and changes; resets only when another cart is opened. A row that is held (its
// editor is open) keeps showing what it showed; what arrives meanwhile is taken in with release().
class LineModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by OpenCart")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        IdRole = Qt::UserRole, // text: the line's id
        NameRole,
        UnitRole,
        QuantityRole,     // number, thousandths
        AmountRole,       // text with unit: "2", "0.5 l"
        CheckedRole,      // bought, all of it
        BoughtAmountRole, // text: "1 of 2" where part of it is bought, else empty
        NoteRole,
        CategoryRole,  // as typed; empty for none
        PriceRole,     // text: "1.20 €" for one, "1.79 €/kg" for a weight; empty without a price
        PriceUnitRole, // what a price of this line is for (cart/lineview.h): "kg", "l", "can", ""
        LineTotalRole, // text: what all of it costs; empty without a price
        WantedByRole,  // list of {member, name, initials, colour, amount}
        BoughtByRole,  // likewise
        LikesRole,     // number
        LikedByRole,   // text: the names
        LikedByMeRole,
        AssigneeRole,  // {member, name, initials, colour} or empty
        ClaimedByRole, // list of {member, name, initials, colour}: who said "I take it", each of them
        ClaimedByMeRole,
        StateRole,         // State
        StateTextRole,     // a sentence for tooltip and screen reader
        ConflictsRole,     // list of {field, fieldName, values}
        CheckQuantityRole, // steps at once pushed the number to nothing
        BoughtTwiceRole,
        OldNamesRole,         // list of {name, amount}: added under another name, may be split off
        AttentionRole,        // any of the four above
        GlowRole,             // number: grows when somebody else changed the line
        ChangedMeanwhileRole, // text: held, and somebody else changed or removed it; empty otherwise
        RestingRole,          // ticked a moment ago: stays where it is for some seconds
        AccessibleTextRole    // the row in one sentence
    };
    Q_ENUM(Role)

    enum State
    {
        SavedHere,
        OnServer,
        SeenByOthers
    };
    Q_ENUM(State)

    explicit LineModel(const People &people, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_rows.size()); }
    // For models on top of this one, which would pay for a QVariant at each comparison. REQUIRES: 0 <= row < count()
    const LineView &line(int row) const { return m_rows[static_cast<std::size_t>(row)]->shown; }
    bool isResting(int row) const { return m_rows[static_cast<std::size_t>(row)]->resting; }
    // -1 where the line is not here.
    int rowOf(const LineId &id) const;
    const LineView *find(const LineId &id) const;

    // ---- driven by OpenCart
    void clear();
    void apply(const CartUpdate &update);
    // Shows it now. It falls away with the first update whose ticket is `ticket` or a later one.
    void predict(const Intent &intent, Ticket ticket);
    // A line that is being added; `line.id` need not be the id that it will have.
    void predictAdded(LineView line, Ticket ticket);

    Q_INVOKABLE void hold(const QString &id);
    Q_INVOKABLE void release();

    // Whether there is a server that a line can wait for: without one the sentence of a row does not speak of it.
    void setShared(bool shared);
    // How long a ticked line rests where it was before it moves to the bought ones. For tests: 0 moves it at once.
    void setRestMilliseconds(int milliseconds) { m_restMilliseconds = milliseconds; }

Q_SIGNALS:
    void countChanged();
    // Something that totals, counts or groups are made from.
    void contentChanged();

private:
    struct Row
    {
        LineView shown;
        CartReplica::LineState state = CartReplica::LineState::Local;
        int glow = 0;
        bool resting = false;
    };
    // An action that the engine has not answered: an intent, or a line that is being added.
    struct Expected
    {
        Ticket ticket = 0;
        LineId line;
        std::variant<Intent, LineView> what;
    };

    void show(const LineId &id, bool glow);
    std::optional<LineView> expected(const LineId &id) const;
    void insertRow(std::shared_ptr<Row> row);
    void removeRow(int row);
    void changeRow(int row, LineView view, CartReplica::LineState state, bool glow);
    void rest(Row &row);
    void endRest();
    int lowerBound(const LineView &line) const;
    QString changedMeanwhile(const Row &row) const;
    QString stateText(const Row &row) const;
    QString accessibleText(const Row &row) const;

    const People &m_people;
    std::vector<std::shared_ptr<Row>> m_rows; // in the cart's order
    std::unordered_map<LineId, std::shared_ptr<Row>> m_byId;
    std::unordered_map<LineId, LineEntry> m_told; // by the engine
    std::deque<Expected> m_expected;              // by ticket
    std::optional<LineId> m_held;
    bool m_shared = true;
    std::vector<LineId> m_resting;
    QTimer m_restTimer;
    int m_restMilliseconds = 4000;
};

} // namespace evencart
