#pragma once

#include "model/appsession.h"
#include "portability/cartfile.h"
#include "typing/itemindex.h"

#include <QAbstractListModel>
#include <QUrl>

#include <memory>

namespace evencart {

// A list of items before it is added: pasted, dropped, from a file or a template. Each row says what would happen; what
// cannot be read stands first, with its line and the reason. Reading runs on the engine's thread, an older answer never
// replaces a newer one. Nothing is in the cart before add().
class PastePreview : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    // A list as a person may still change it; empty while a file of another kind is shown.
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    Q_PROPERTY(QString source READ source NOTIFY textChanged) // the file's name; empty for pasted text
    Q_PROPERTY(bool editable READ isEditable NOTIFY textChanged)
    Q_PROPERTY(QString label READ label WRITE setLabel NOTIFY labelChanged) // for undo; empty: "Add 12 items"
    Q_PROPERTY(bool reading READ isReading NOTIFY readingChanged)
    Q_PROPERTY(int count READ count NOTIFY summaryChanged)
    Q_PROPERTY(int itemCount READ itemCount NOTIFY summaryChanged)
    Q_PROPERTY(int badCount READ badCount NOTIFY summaryChanged)
    Q_PROPERTY(QString summary READ summary NOTIFY summaryChanged) // "10 new, 2 more of what is here, 1 cannot be read"

public:
    enum Role
    {
        NameRole = Qt::UserRole,
        AmountRole,
        DetailRole,     // category, price, note; may be empty
        EffectRole,     // Effect
        EffectTextRole, // "new", "2 → 4", or why it cannot be read
        WhereRole       // "line 3"; of bad rows, may be empty
    };
    Q_ENUM(Role)

    enum Effect
    {
        Bad,
        New,
        More,  // the number of a line here grows
        Again, // a ticked line is wanted again
        Bought // comes in ticked
    };
    Q_ENUM(Effect)

    explicit PastePreview(QObject *parent = nullptr);

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    QString text() const { return m_text; }
    void setText(const QString &text);
    QString source() const { return m_source; }
    bool isEditable() const { return m_source.isEmpty() || !m_text.isEmpty(); }
    QString label() const { return m_label; }
    void setLabel(const QString &label);
    bool isReading() const { return m_reading; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(m_rows.size()); }
    int itemCount() const { return static_cast<int>(m_items.size()); }
    int badCount() const { return count() - itemCount(); }
    QString summary() const;

    // A local file: CSV, JSON, Markdown or text, told by its name and how it begins.
    Q_INVOKABLE void openFile(const QUrl &file);
    // What can be read, as one undo step. false: there is nothing.
    Q_INVOKABLE bool add();
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void sessionChanged();
    void textChanged();
    void labelChanged();
    void readingChanged();
    void summaryChanged();

private:
    struct Row
    {
        QString name;
        QString amount;
        QString detail;
        Effect effect = New;
        QString effectText;
        QString where;
    };
    struct Reading // what came back from the engine's thread
    {
        ImportedFile file;
        QString text; // of a file that is a plain list
    };

    void read(std::function<Reading(EngineRoom &)> work);
    void show(Reading reading);
    void describe();
    Row badRow(const BadRow &bad) const;
    Row rowOf(const ItemToAdd &item, std::map<LineId, std::int64_t> &added) const;

    AppSession *m_session = nullptr;
    std::unique_ptr<ItemIndex> m_index;
    QString m_text;
    QString m_source;
    QString m_label;
    bool m_reading = false;
    std::uint64_t m_asked = 0; // readings begun
    std::vector<ItemToAdd> m_items;
    std::vector<BadRow> m_bad;
    std::vector<Row> m_rows; // bad ones, then one for each item
};

} // namespace evencart
