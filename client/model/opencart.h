#pragma once

#include "cart/placement.h"
#include "engine/engine.h"
#include "model/carttotals.h"
#include "model/linemodel.h"
#include "model/shownlines.h"
#include "workspace/itemstoadd.h"

namespace evencart {

// The cart that a window shows: its lines, what can be done with them, and how it went. Every action shows at once
// (predicted), goes to the engine, and ends with done() or failed(). Lines are named by their ids as text; ids that are
// not here (any more) are passed over.
class OpenCart : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppSession")
    Q_PROPERTY(QString cartId READ cartId NOTIFY cartChanged) // empty: no cart is open
    Q_PROPERTY(QString name READ name NOTIFY headChanged)
    Q_PROPERTY(QStringList otherNames READ otherNames NOTIFY headChanged) // given at the same time, still in sight
    Q_PROPERTY(bool loading READ isLoading NOTIFY cartChanged)
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY headChanged)
    Q_PROPERTY(evencart::LineModel *lines READ lines CONSTANT)
    Q_PROPERTY(evencart::ShownLines *shown READ shown CONSTANT)
    Q_PROPERTY(QString undoText READ undoText NOTIFY headChanged) // "Tick milk"; empty: nothing to undo
    Q_PROPERTY(QString redoText READ redoText NOTIFY headChanged)
    // Why the last action cannot be undone (redone) any more; empty: it can, or there is none.
    Q_PROPERTY(QString undoBlocked READ undoBlocked NOTIFY headChanged)
    Q_PROPERTY(QString redoBlocked READ redoBlocked NOTIFY headChanged)
    Q_PROPERTY(int openCount READ openCount NOTIFY totalsChanged)
    Q_PROPERTY(int boughtCount READ boughtCount NOTIFY totalsChanged)
    Q_PROPERTY(int markedCount READ markedCount NOTIFY totalsChanged)
    Q_PROPERTY(QString total READ total NOTIFY totalsChanged) // of everything: "12.40 €"; empty without prices
    Q_PROPERTY(QString openTotal READ openTotal NOTIFY totalsChanged)       // of what is not bought yet
    Q_PROPERTY(QStringList categories READ categories NOTIFY totalsChanged) // in use here, by name

public:
    OpenCart(Engine &engine, const People &people, QObject *parent = nullptr);

    QString cartId() const;
    const std::optional<CartId> &id() const { return m_cart; }
    QString name() const { return m_name; }
    QStringList otherNames() const { return m_otherNames; }
    bool isLoading() const { return m_loading; }
    bool isReadOnly() const { return m_readOnly; }
    LineModel *lines() { return &m_lines; }
    ShownLines *shown() { return &m_shown; }
    QString undoText() const;
    QString redoText() const;
    QString undoBlocked() const;
    QString redoBlocked() const;
    int openCount() const { return m_totals.open; }
    int boughtCount() const { return m_totals.bought; }
    int markedCount() const { return m_totals.marked; }
    QString total() const { return m_totals.all; }
    QString openTotal() const { return m_totals.left; }
    QStringList categories() const { return m_totals.categories; }

    void open(const CartId &cart);
    void close();
    void setReadOnly(bool readOnly);

    // ---- adding

    // One item as typed. Empty where it was understood; otherwise a sentence that says what is wrong with it.
    Q_INVOKABLE QString addText(const QString &text);
    // Several lines at once, one undo step.
    Q_INVOKABLE QString addList(const QString &text);
    // What was parsed already; `label` names it for undo.
    void addItems(std::vector<NewItem> items, const QString &label);
    // The same for items of a file, which know who bought them. A line that is ticked is wanted again: un-ticked.
    void addWanted(std::vector<ItemToAdd> items, const QString &label);

    // ---- one or several lines, one undo step

    Q_INVOKABLE void check(const QStringList &ids);
    Q_INVOKABLE void uncheck(const QStringList &ids);
    Q_INVOKABLE void remove(const QStringList &ids);
    Q_INVOKABLE void setCategory(const QStringList &ids, const QString &category);
    Q_INVOKABLE void assign(const QStringList &ids, const QString &member); // empty: nobody
    Q_INVOKABLE void claim(const QStringList &ids);                         // "I take it", beside who says so, too
    Q_INVOKABLE void unclaim(const QStringList &ids);

    // ---- one line

    Q_INVOKABLE void toggle(const QString &id);
    Q_INVOKABLE void checkSome(const QString &id, const QString &amount); // "1": bought one of them
    Q_INVOKABLE void increase(const QString &id); // by one; by the usual step of weights and volumes
    Q_INVOKABLE void decrease(const QString &id);
    Q_INVOKABLE QString setQuantity(const QString &id, const QString &amount); // as typed; a sentence where it is none
    Q_INVOKABLE void rename(const QString &id, const QString &name);
    Q_INVOKABLE void setNote(const QString &id, const QString &note);
    Q_INVOKABLE QString setPrice(const QString &id, const QString &price); // likewise; empty clears
    Q_INVOKABLE void like(const QString &id);
    Q_INVOKABLE void unlike(const QString &id);
    Q_INVOKABLE void move(const QStringList &ids, const QString &neighbour, bool before);
    Q_INVOKABLE void moveFirst(const QStringList &ids);
    Q_INVOKABLE void moveLast(const QStringList &ids);
    // Settles a field on one of the values that lost ("name", "note", "assignee"), as a new change.
    Q_INVOKABLE void keepValue(const QString &id, const QString &field, const QString &value);
    Q_INVOKABLE void makeItOne(const QString &id); // two people wanted it: once is enough
    Q_INVOKABLE void splitOff(const QString &id);  // adds made under the old name go back to a line of that name

    // ---- the cart

    Q_INVOKABLE void rename(const QString &name);
    Q_INVOKABLE void clearBought();
    Q_INVOKABLE void undo();
    Q_INVOKABLE void redo();

    // For slices with actions of their own: runs `action` as one undo step and reports like the others.
    void perform(const QString &label, CartReplica::Action action);

Q_SIGNALS:
    void cartChanged();
    void headChanged();
    void totalsChanged();
    // Something was done here; `what` is in the user's words. A toast offers to undo it where that is `undoable`.
    void done(const QString &what, bool undoable);
    // It could not be done; a sentence.
    void failed(const QString &sentence);
    // An item was added (again): the window shows it. `summary`: "Milk 2 → 4" or "Milk".
    void added(const QStringList &ids, const QString &summary);

private:
    void act(Intent::Kind kind, const QStringList &ids, const std::function<void(Intent &)> &fill, bool tell);
    void act(const Intent &intent);
    QString predictAdd(const NewItem &item, Ticket ticket);
    void placeLines(const QStringList &ids, const Placement &placement);
    void applyUpdate(const CartUpdate &update);
    void editEnded(const EditOutcome &outcome);
    void countAgain();
    // False and a word about it where the cart may only be looked at; false where none is open.
    bool mayChange();
    QString readOnlySentence() const;
    QString memberShownAs(const QString &id, const QString &name) const;
    std::vector<LineId> present(const QStringList &ids) const;
    const LineView *line(const QString &id) const;

    Engine &m_engine;
    const People &m_people;
    LineModel m_lines;
    ShownLines m_shown;
    std::optional<CartId> m_cart;
    QString m_name;
    QStringList m_otherNames;
    UndoState m_undo;
    bool m_loading = false;
    bool m_readOnly = false;
    std::map<Ticket, QString> m_told;   // actions that are confirmed with a toast when they are done
    std::map<Ticket, QString> m_adding; // likewise with added()
    std::map<Ticket, QString> m_steps;  // undo and redo: "Undone: %1"
    QTimer m_counting;                  // a burst is counted once
    CartTotals m_totals;
};

} // namespace evencart
