#pragma once

#include "typing/habits.h"
#include "typing/profilefile.h"

#include <QAbstractListModel>
#include <QTimer>

namespace evencart {

// Things that are usual every so many days ("milk, every 4 days"). A staple that is due is offered, never added by
// itself. Kept per profile (staples.json), in no cart. Due first, then by when they will be.
//
// A staple counts from when it was last put into any cart or put off (skip). One that stands open in the cart that is
// shown is not due: it is on its way.
class Staples : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("one for each session: Typing.staples")
    Q_PROPERTY(int count READ count NOTIFY dueChanged)
    Q_PROPERTY(int dueCount READ dueCount NOTIFY dueChanged)   // these are the first rows
    Q_PROPERTY(QString dueText READ dueText NOTIFY dueChanged) // "Due: milk, bread and 2 more"; empty for none

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        TextRole,  // the item in quick-add text
        DaysRole,  // number
        EveryRole, // "every 4 days"
        DueRole,
        DueTextRole // "due", "in 3 days", "in the cart"
    };
    Q_ENUM(Role)

    static Staples &of(AppSession &session);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_staples.size()); }
    int dueCount() const { return m_due; }
    QString dueText() const;

    // A staple from quick-add text; one of the same name is replaced. A sentence where it cannot be read.
    Q_INVOKABLE QString keep(const QString &text, int days);
    Q_INVOKABLE QString keepLine(const QString &id, int days); // a line of the open cart
    Q_INVOKABLE int daysOf(const QString &name) const;         // 0: no staple
    Q_INVOKABLE void setDays(int row, int days);
    Q_INVOKABLE void remove(int row);
    Q_INVOKABLE void add(int row);  // into the open cart
    Q_INVOKABLE void addDue();      // all that is due, one undo step
    Q_INVOKABLE void skip(int row); // not this time

    // For tests: what time it is, in milliseconds since 1970.
    void setNow(std::function<std::uint64_t()> now);

Q_SIGNALS:
    void dueChanged();

private:
    struct Staple
    {
        std::string key;
        NewItem item;
        int days = 7;
        std::uint64_t since = 0; // kept or put off
        // Worked out from the above:
        std::uint64_t dueAt = 0;
        bool inCart = false;
    };

    explicit Staples(AppSession &session);
    void load(const QJsonObject &document);
    void save();
    std::vector<Staple>::iterator find(const std::string &key);
    void arrange();
    void addItems(const std::vector<std::size_t> &rows);
    bool isDue(const Staple &staple) const { return !staple.inCart && staple.dueAt <= m_now(); }
    QString dueTextOf(const Staple &staple) const;

    AppSession &m_session;
    Habits &m_habits;
    ProfileFile m_file;
    QTimer m_refresh; // edits in a burst, and the passing of time
    std::function<std::uint64_t()> m_now;
    std::vector<Staple> m_staples; // in the order shown
    int m_due = 0;
};

} // namespace evencart
