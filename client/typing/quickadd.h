#pragma once

#include "typing/habits.h"
#include "typing/itemindex.h"
#include "typing/typeditem.h"

#include <QVariantList>

#include <memory>

namespace evencart {

// The state of a quick-add field: what is typed, how it is understood, what adding it would do. One for each field.
class QuickAdd : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(evencart::AppSession *session READ session WRITE setSession NOTIFY sessionChanged REQUIRED)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    // What was recognised, as {kind, label, text, shown, begin, length, usual}. kind: "quantity", "unit", "price",
    // "category", "note", "sku"; label is its name for people, shown what it means: "1.99 €" of "@1.99". usual: it does
    // not stand in the text (begin is -1) but comes along, because this item was in that category before.
    Q_PROPERTY(QVariantList chips READ chips NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)       // what is left: the item; empty while there is none
    Q_PROPERTY(QString problem READ problem NOTIFY changed) // a sentence; empty where all is well or nothing is typed
    Q_PROPERTY(QString hint READ hint NOTIFY changed)       // what adding would do to a line that is here; may be empty
    Q_PROPERTY(bool canAdd READ canAdd NOTIFY changed)
    Q_PROPERTY(QString query READ query NOTIFY changed) // what to suggest items for; empty: nothing

public:
    explicit QuickAdd(QObject *parent = nullptr);

    AppSession *session() const { return m_session; }
    void setSession(AppSession *session);
    QString text() const { return m_typed.text(); }
    void setText(const QString &text);
    QVariantList chips() const { return m_chips; }
    QString name() const;
    QString problem() const;
    QString hint() const { return m_hint; }
    bool canAdd() const;
    QString query() const;
    const TypedItem &typed() const { return m_typed; }
    ItemIndex *index() const { return m_index.get(); } // of the open cart; null without a session

    // Adds what is typed and empties the field. false: it cannot be read, see `problem`.
    Q_INVOKABLE bool add();
    // Backspace at `position`: takes what was recognised there as part of the name. false: there is nothing, so the key
    // does what it does in every field.
    Q_INVOKABLE bool unrecogniseBefore(int position);
    // Without the category that would come along.
    Q_INVOKABLE void dropUsual();

Q_SIGNALS:
    void sessionChanged();
    void changed();

private:
    void update();
    QVariantList describeParts() const;
    QString describeEffect() const;
    QString usualCategory() const;

    AppSession *m_session = nullptr;
    Habits *m_habits = nullptr;
    std::unique_ptr<ItemIndex> m_index;
    TypedItem m_typed;
    QVariantList m_chips;
    QString m_hint;
    QString m_usual;
    bool m_withoutUsual = false;
};

} // namespace evencart
