#pragma once

#include "story/activitypage.h"
#include "story/cartevents.h"

#include <QAbstractListModel>

namespace evencart {

// What happened in the open cart, or on one of its lines, newest first. Reads a page on the engine's thread and more
// when a view asks for it (fetchMore); follows new edits while it is `active`. Emits exact changes, so that a list
// stays where it is scrolled to.
class ActivityModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString lineId READ lineId WRITE setLineId NOTIFY lineIdChanged) // empty: the whole cart
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loaded)
    Q_PROPERTY(bool cut READ isCut NOTIFY loaded)          // it goes back further than this list does
    Q_PROPERTY(QString problem READ problem NOTIFY loaded) // why there is nothing to read; empty: there is
    Q_PROPERTY(bool more READ hasMore NOTIFY loaded)       // there are older ones: fetchOlder(), or a view by itself
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        IdRole = Qt::UserRole,
        MemberRole,
        NameRole, // "You"
        InitialsRole,
        ColourRole,
        SentenceRole, // "added 2 l Milk"
        PhrasesRole,  // list: all that it did
        TimeRole,     // "14:02"
        ExactTimeRole,
        DayRole,       // for ListView.section
        StateRole,     // State
        StateTextRole, // a sentence; empty where it is settled
        MissedRole,    // "Had not seen: Ben removed Milk"; empty
        LineRole,      // the line that it is about; empty for several or for the cart
        AccessibleTextRole
    };
    Q_ENUM(Role)
    enum State
    {
        Settled,
        Waiting,
        Refused
    };
    Q_ENUM(State)

    explicit ActivityModel(QObject *parent = nullptr) : QAbstractListModel(parent) {}

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    QString lineId() const;
    void setLineId(const QString &line);
    bool isActive() const { return m_active; }
    void setActive(bool active);
    bool isLoading() const { return m_loading; }
    bool isCut() const { return m_cut; }
    bool hasMore() const { return m_more; }
    Q_INVOKABLE void fetchOlder() { fetchMore({}); }
    QString problem() const { return m_problem; }
    int count() const { return static_cast<int>(m_rows.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void sessionChanged();
    void lineIdChanged();
    void activeChanged();
    void loaded();
    void countChanged();

private:
    void startAnew();
    void refresh();
    void take(ActivityPage page);
    QString stateText(const HistoryEntry &entry) const;
    QString missedText(const ActivityPage::Row &row) const;

    AppSession *m_session = nullptr;
    std::unique_ptr<CartEvents> m_events;
    std::optional<LineId> m_line;
    bool m_active = true;
    bool m_loading = false;
    bool m_stale = false; // something happened while a page was on its way
    bool m_more = false;
    bool m_cut = false;
    QString m_problem;
    std::size_t m_most = 0;
    quint64 m_asked = 0; // answers to older questions are thrown away
    std::vector<ActivityPage::Row> m_rows;
};

} // namespace evencart
