#pragma once

#include "story/cartevents.h"
#include "story/receipts.h"
#include "story/verdictactions.h"

#include <QAbstractListModel>

namespace evencart {

// Why a line of the open cart is as it is: one row for each rule that decided something on it, what wants a look first,
// with what can be done about it. Also who has received it. Follows the cart.
class LineStoryModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString lineId READ lineId WRITE setLineId NOTIFY lineIdChanged)
    Q_PROPERTY(QString name READ name NOTIFY told)
    Q_PROPERTY(QString amount READ amount NOTIFY told)
    Q_PROPERTY(bool present READ isPresent NOTIFY told) // false: it was removed
    Q_PROPERTY(bool readOnly READ isReadOnly NOTIFY told)
    Q_PROPERTY(QString problem READ problem NOTIFY told) // why nothing can be told; empty: it can
    // list of {name, initials, colour, has, online, text}: one for each device of the others
    Q_PROPERTY(QVariantList receipts READ receipts NOTIFY told)
    Q_PROPERTY(
        QString receiptSummary READ receiptSummary NOTIFY told) // "On 2 of 3 devices"; empty where nobody else is
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        SentenceRole = Qt::UserRole, // two lines at most
        RuleRole,                    // the rule, for "Details"
        PartiesRole,                 // list of {name, initials, colour, value, time}
        ActionsRole,                 // texts of buttons, for act()
        AttentionRole,               // somebody should look at it
        AsksAmountRole,              // it is settled by typing a number: setQuantity()
        IconRole                     // the name of an icon
    };
    Q_ENUM(Role)

    explicit LineStoryModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    QString lineId() const;
    void setLineId(const QString &line);
    QString name() const;
    QString amount() const;
    bool isPresent() const { return m_present; }
    bool isReadOnly() const { return m_session && m_session->cart()->isReadOnly(); }
    QString problem() const { return m_problem; }
    QVariantList receipts() const;
    QString receiptSummary() const;
    int count() const { return static_cast<int>(m_verdicts.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    // The button `action` of a row.
    Q_INVOKABLE void act(int row, int action);
    // Empty where the amount was understood; otherwise a sentence.
    Q_INVOKABLE QString setQuantity(const QString &amount);

Q_SIGNALS:
    void sessionChanged();
    void lineIdChanged();
    void told();
    void countChanged();

private:
    struct Answer
    {
        std::optional<LineStory> story;
        bool present = false;
        std::vector<Receipt> receipts;
        std::optional<Error> error;
    };

    static Answer ask(EngineRoom &room, const CartId &cart, const LineId &line);
    void refresh();
    void take(Answer answer);
    void setVerdicts(std::vector<Verdict> verdicts);

    AppSession *m_session = nullptr;
    std::unique_ptr<CartEvents> m_events;
    std::optional<LineId> m_line;
    LineView m_view;
    bool m_present = false;
    QString m_problem;
    std::vector<Verdict> m_verdicts;
    std::vector<Receipt> m_receipts;
    quint64 m_asked = 0;
};

} // namespace evencart
