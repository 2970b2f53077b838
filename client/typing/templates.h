#pragma once

#include "typing/profilefile.h"

#include <QAbstractListModel>

namespace evencart {

// Lists that are used again and again ("barbecue", "first day at the cottage"): a name and items in quick-add text.
// Kept per profile (templates.json), in no cart. To add one, show its text in a PastePreview. By name.
class Templates : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("one for each session: Typing.templates")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        TextRole,   // one item a line
        ItemsRole,  // number
        PreviewRole // "milk, bread, butter and 4 more"
    };
    Q_ENUM(Role)

    static Templates &of(AppSession &session);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_templates.size()); }

    Q_INVOKABLE bool contains(const QString &name) const;
    Q_INVOKABLE QString textAt(int row) const; // empty where there is no such row
    // These lines of the open cart, or all of them for an empty list, as they are but not ticked. One of the same name
    // is replaced. A sentence where it cannot be saved.
    Q_INVOKABLE QString keepLines(const QString &name, const QStringList &ids);
    Q_INVOKABLE QString keep(const QString &name, const QString &text);
    Q_INVOKABLE void remove(int row);

Q_SIGNALS:
    void countChanged();

private:
    struct Template
    {
        QString name;
        QString text;
        int items = 0;
        QString preview;
    };

    explicit Templates(AppSession &session);
    static Template made(const QString &name, const QString &text);
    void load(const QJsonObject &document);
    void save();
    std::vector<Template>::iterator place(const QString &name);

    AppSession &m_session;
    ProfileFile m_file;
    std::vector<Template> m_templates; // by name, each name once
};

} // namespace evencart
