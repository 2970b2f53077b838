#pragma once

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QStringList>

namespace evencart::test {

inline QStringList list(std::initializer_list<const char *> words)
{
    QStringList list;
    for (const char *word : words)
        list << QString::fromUtf8(word);
    return list;
}

// Writes down what a list model tells its views, in words: "insert 0", "insert 2-4", "remove 1", "move 0 to 2" (where
// it stands afterwards), "change 3", "reset", "layout". Checks the model's rules all the while
// (QAbstractItemModelTester).
class ModelRecorder : public QObject
{
public:
    explicit ModelRecorder(QAbstractItemModel &model)
        : m_tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        connect(&model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            m_told << QStringLiteral("insert ") + span(first, last);
        });
        connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
            m_told << QStringLiteral("remove ") + span(first, last);
        });
        connect(&model, &QAbstractItemModel::rowsMoved, this,
                [this](const QModelIndex &, int first, int last, const QModelIndex &, int before) {
                    const int to = before > last ? before - (last - first + 1) : before;
                    m_told << QStringLiteral("move %1 to %2").arg(span(first, last)).arg(to);
                });
        connect(&model, &QAbstractItemModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last, const QList<int> &) {
                    m_told << QStringLiteral("change ") + span(first.row(), last.row());
                });
        connect(&model, &QAbstractItemModel::modelReset, this, [this] { m_told << QStringLiteral("reset"); });
        connect(&model, &QAbstractItemModel::layoutChanged, this, [this] { m_told << QStringLiteral("layout"); });
    }

    // Since the last call.
    QStringList take() { return std::exchange(m_told, {}); }

private:
    static QString span(int first, int last)
    {
        return first == last ? QString::number(first) : QStringLiteral("%1-%2").arg(first).arg(last);
    }

    QAbstractItemModelTester m_tester;
    QStringList m_told;
};

} // namespace evencart::test
