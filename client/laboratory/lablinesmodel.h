#pragma once

#include "lab/labperson.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace evencart {

// The lines of one person's cart in the laboratory. A picture that is taken anew with show(); it follows nothing.
class LabLinesModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Of a seat in the laboratory.")

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        QuantityRole, // text, with the unit
        NoteRole,
        StateRole, // number: 0 saved here, 1 on the server, 2 with everybody
        LikesRole, // number
        LikedRole, // by this person
        CheckedRole,
        ConflictRole, // text: the other values; empty where there are none
        WantedByRole, // text: "Ann 1, Ben 2"; empty where it is one person
        LineIdRole    // text, as Laboratory::act() takes it
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void show(const LabPerson &person, const CartReplica &cart);

private:
    struct Row
    {
        LineId id;
        QString name;
        QString quantity;
        QString note;
        int state = 0;
        int likes = 0;
        bool isLiked = false;
        bool isChecked = false;
        QString conflict;
        QString wantedBy;
        friend bool operator==(const Row &, const Row &) = default;
    };
    std::vector<Row> m_rows;
};

} // namespace evencart
