#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <QVariantList>
#include <qqmlregistration.h>

#include <vector>

namespace evencart {

// The actions of the window as a searchable list: what the command palette and the sheet of shortcuts show. An action
// is any object with `text`, `enabled`, `shortcut` and trigger(), as QML's Action; `group` and `keys` (shown, handled
// elsewhere) and `obstacle` (why it is not enabled) are optional. They are asked when they are shown, so that a row
// says what is so now. Interface thread.
class CommandList : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList actions READ actions WRITE setActions NOTIFY actionsChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(bool onlyWithShortcut READ onlyWithShortcut WRITE setOnlyWithShortcut NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        GroupRole,    // "Cart", "Item" ...; empty where the action has none
        ShortcutRole, // as this platform writes it: "Ctrl+N"; empty for none
        EnabledRole,
        ObstacleRole // a sentence: why it cannot be done now; empty where that goes without saying
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QVariantList actions() const { return m_actions; }
    void setActions(const QVariantList &actions);
    QString search() const { return m_search; }
    void setSearch(const QString &search);
    bool onlyWithShortcut() const { return m_onlyWithShortcut; }
    void setOnlyWithShortcut(bool only);
    int count() const { return static_cast<int>(m_rows.size()); }

    // Asks every action again, before the list is shown.
    Q_INVOKABLE void refresh();
    // False where there is no such row or it cannot be done now.
    Q_INVOKABLE bool run(int row);

Q_SIGNALS:
    void actionsChanged();
    void searchChanged();
    void countChanged();

private:
    struct Row
    {
        QPointer<QObject> action;
        QString name;
        QString group;
        QString shortcut;
        QString obstacle;
        bool enabled = false;
        int score = 0;
    };

    QVariantList m_actions;
    QString m_search;
    bool m_onlyWithShortcut = false;
    std::vector<Row> m_rows;
};

} // namespace evencart
