#pragma once

#include "typing/habits.h"
#include "typing/quickadd.h"

#include <QAbstractListModel>

namespace evencart {

// What a quick-add field offers while something is typed, or for an empty field when it is asked to (`offerUnasked`):
// items that were bought before, best first. Works without a server. Rows are replaced as a whole on each key press: a
// list of at most eight, which nobody has scrolled.
class Suggestions : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::QuickAdd *field READ field WRITE setField NOTIFY fieldChanged REQUIRED)
    Q_PROPERTY(bool offerUnasked READ offerUnasked WRITE setOfferUnasked NOTIFY fieldChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        DetailRole, // "2 l · Dairy · 1.99 €": what comes along; may be empty
        HereRole,   // "2 in the cart", "ticked"; empty where it is not in the cart
        BeginRole,  // where in the name the typed text begins, and how long it is there; -1 where it is not in there
        LengthRole,
        FillTextRole // the field's text when this is taken: what is typed already stays
    };
    Q_ENUM(Role)

    explicit Suggestions(QObject *parent = nullptr);

    QuickAdd *field() const { return m_field; }
    void setField(QuickAdd *field);
    bool offerUnasked() const { return m_offerUnasked; }
    void setOfferUnasked(bool offer);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_rows.size()); }

    Q_INVOKABLE QString fillText(int row) const; // empty where there is no such row

Q_SIGNALS:
    void fieldChanged();
    void countChanged();

private:
    struct Row
    {
        QString name;
        QString detail;
        QString here;
        int begin = -1;
        int length = 0;
        QString fillText;
        friend bool operator==(const Row &, const Row &) = default;
    };

    void connectSession();
    void update();
    Row rowOf(const KnownItems::Item &item) const;
    LineView filled(const KnownItems::Item &item) const;

    QuickAdd *m_field = nullptr;
    Habits *m_habits = nullptr;
    bool m_offerUnasked = false;
    std::vector<Row> m_rows;
};

} // namespace evencart
