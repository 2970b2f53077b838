#pragma once

#include "model/linemodel.h"

#include <QCollator>
#include <QHash>
#include <QSortFilterProxyModel>
#include <QStringList>

namespace evencart {

// A cart's lines as a window shows them: searched, filtered, sorted and in sections. Changes nothing in the cart. What
// is bought stands last, in a section of its own, after it has rested (LineModel::RestingRole).
class ShownLines : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by OpenCart")
    Q_PROPERTY(Grouping grouping READ grouping WRITE setGrouping NOTIFY arrangementChanged)
    Q_PROPERTY(Sorting sorting READ sorting WRITE setSorting NOTIFY arrangementChanged)
    Q_PROPERTY(Filter filter READ filter WRITE setFilter NOTIFY arrangementChanged)
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY arrangementChanged)
    // The categories in the order of the shop; others come behind them by name, lines without one last.
    Q_PROPERTY(QStringList shopOrder READ shopOrder WRITE setShopOrder NOTIFY arrangementChanged)
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    enum Grouping
    {
        ByCategory,
        NoGroups
    };
    Q_ENUM(Grouping)
    enum Sorting
    {
        CartOrder, // as the members arranged it, else as it came in
        ByName,
        NewestFirst,
        MostLiked
    };
    Q_ENUM(Sorting)
    enum Filter
    {
        Everything,
        OnlyOpen,
        OnlyBought,
        OnlyMine, // what I take or am to take; wanted by me where nobody does
        OnlyMarked
    };
    Q_ENUM(Filter)
    enum Role
    {
        SectionRole = Qt::UserRole + 1000 // text, for ListView.section
    };

    ShownLines(LineModel &lines, const People &people, QObject *parent = nullptr);

    Grouping grouping() const { return m_grouping; }
    void setGrouping(Grouping grouping);
    Sorting sorting() const { return m_sorting; }
    void setSorting(Sorting sorting);
    Filter filter() const { return m_filter; }
    void setFilter(Filter filter);
    QString search() const { return m_search; }
    void setSearch(const QString &search);
    QStringList shopOrder() const { return m_shopOrder; }
    void setShopOrder(const QStringList &categories);

    int count() const { return rowCount(); }
    Q_INVOKABLE int sectionCount(const QString &section) const;
    Q_INVOKABLE QString idAt(int row) const; // empty where there is no such row
    Q_INVOKABLE int rowOfId(const QString &id) const;

    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void arrangementChanged();
    void countChanged();

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    // Where the lines of a category stand.
    struct Aisle
    {
        int rank; // its place in the shop's order, or behind all of them
        QString section;
    };

    bool standsWithBought(int sourceRow) const;
    const Aisle &aisleOf(const std::string &category) const;
    bool isRanked(int rank) const;
    QString sectionOf(int sourceRow) const;
    void rearrange();

    LineModel &m_lines;
    const People &m_people;
    QCollator m_collator;
    Grouping m_grouping = ByCategory;
    Sorting m_sorting = CartOrder;
    Filter m_filter = Everything;
    QString m_search;
    std::string m_foldedSearch;
    QStringList m_shopOrder;
    std::unordered_map<std::string, int> m_ranks; // place in m_shopOrder, by normalised category
    // What was asked for, kept: there are few categories and thousands of lines.
    mutable std::unordered_map<std::string, Aisle> m_aisles;    // by category as typed
    mutable std::optional<QHash<QString, int>> m_sectionCounts; // of the rows as they are
};

} // namespace evencart
