#pragma once

#include "model/opencart.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace evencart {

// The lines that went away from the open cart and can be brought back, latest first. Read when it is shown (refresh())
// and after each change while it is.
class RemovedModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppSession")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)

public:
    enum Role
    {
        IdRole = Qt::UserRole,
        NameRole,
        AmountRole,
        NoteRole
    };
    Q_ENUM(Role)

    RemovedModel(Engine &engine, OpenCart &cart, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_lines.size()); }
    bool isActive() const { return m_active; }
    void setActive(bool active);

    Q_INVOKABLE void restore(const QString &id);
    Q_INVOKABLE void restoreAll(); // one undo step

Q_SIGNALS:
    void countChanged();
    void activeChanged();

private:
    void refresh();
    void show(std::vector<LineView> lines);
    void restore(std::vector<LineView> lines, const QString &label);

    Engine &m_engine;
    OpenCart &m_cart;
    std::vector<LineView> m_lines;
    bool m_active = false;
};

} // namespace evencart
