#pragma once

#include "engine/engine.h"
#include "model/mergepreview.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace evencart {

// Two carts side by side with what merging them would come to under each rule, and the merging itself. Nothing is
// changed before merge(). Each row has a choice of its own; the rules at the top set all of them.
//
// The CRDT union is one undo step. Where a row is to come out differently, a second step types the numbers that were
// chosen, so that what was merged stays known and the next merge still adds nothing twice.
class MergeStudio : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by AppSession")
    Q_PROPERTY(QString from READ from NOTIFY cartsChanged)
    Q_PROPERTY(QString into READ into NOTIFY cartsChanged)
    Q_PROPERTY(bool busy READ isBusy NOTIFY stateChanged)
    Q_PROPERTY(bool nothingNew READ nothingNew NOTIFY stateChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)
    Q_PROPERTY(int count READ count NOTIFY stateChanged)
    Q_PROPERTY(int losses READ losses NOTIFY stateChanged) // rows of which last write wins would throw a number away

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        FromRole, // texts: "2", "500 g"; empty where the cart has none
        IntoRole,
        LastWriteRole,
        UnionRole,
        LosesRole,
        ChoiceRole,
        ResultRole // text: what the choice comes to
    };
    Q_ENUM(Role)
    enum Choice
    {
        Union,
        LastWrite,
        KeepInto,
        TakeFrom
    };
    Q_ENUM(Choice)

    explicit MergeStudio(Engine &engine, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString from() const { return m_from; }
    QString into() const { return m_into; }
    bool isBusy() const { return m_busy; }
    bool nothingNew() const { return m_preview.nothingNew; }
    QString problem() const { return m_problem; }
    int count() const { return static_cast<int>(m_preview.rows.size()); }
    int losses() const;

    Q_INVOKABLE void compare(const QString &from, const QString &into);
    Q_INVOKABLE void choose(int row, int choice);
    Q_INVOKABLE void chooseAll(int choice);
    Q_INVOKABLE void merge();

Q_SIGNALS:
    void cartsChanged();
    void stateChanged();
    void merged(const QString &into, bool adjusted);

private:
    std::int64_t chosen(std::size_t row) const;
    void show(Result<MergePreview> preview);

    Engine &m_engine;
    QString m_from;
    QString m_into;
    MergePreview m_preview;
    std::vector<Choice> m_choices;
    bool m_busy = false;
    QString m_problem;
};

} // namespace evencart
