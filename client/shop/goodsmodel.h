#pragma once

#include "shop/goodsfilter.h"

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>
#include <QTimer>
#include <qqmlregistration.h>

#include <memory>
#include <optional>

namespace evencart {

// What the shop sells, as far as it is known here, by name: what is looked for, of a category, in stock. Looking
// through many goods is done in slices between which the window lives on; until a search is through, what was shown
// stays.
class GoodsModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by Shop")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(int total READ total NOTIFY totalChanged) // of all goods
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY filterChanged)
    Q_PROPERTY(QString category READ category WRITE setCategory NOTIFY filterChanged) // empty: all
    Q_PROPERTY(bool onlyInStock READ isOnlyInStock WRITE setOnlyInStock NOTIFY filterChanged)
    Q_PROPERTY(QStringList categories READ categories NOTIFY categoriesChanged) // by name
    Q_PROPERTY(bool searching READ isSearching NOTIFY searchingChanged)

public:
    enum Role
    {
        SkuRole = Qt::UserRole,
        NameRole,
        UnitRole, // word; empty for pieces
        CategoryRole,
        PriceRole, // "1.19 €/l"
        StockRole, // Stock
        StockTextRole,
        InCartRole, // "2 l": so much of it is to be bought in the open cart; empty: none
        AccessibleTextRole
    };
    Q_ENUM(Role)
    enum Stock
    {
        InStock,
        Few,
        SoldOut
    };
    Q_ENUM(Stock)

    explicit GoodsModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(m_shown.size()); }
    int total() const { return m_table->count(); }
    const QString &search() const { return m_search; }
    void setSearch(const QString &text);
    QString category() const { return QString::fromStdString(m_wanted.category); }
    void setCategory(const QString &category);
    bool isOnlyInStock() const { return m_wanted.onlyInStock; }
    void setOnlyInStock(bool only);
    const QStringList &categories() const { return m_categories; }
    bool isSearching() const { return m_searching; }

    // nullptr: it is not sold, as far as is known here. As I see it (shopping/outlook.h): mine is not in `reserved`.
    const KnownGood *good(const std::string &sku) const;

    // ---- driven by Shop
    void setTable(std::shared_ptr<GoodsTable> table);
    void put(const KnownGood &good);
    using Amounts = QHash<QString, QString>; // sku → what InCartRole shows
    void setInCart(const Amounts &amounts);

Q_SIGNALS:
    void countChanged();
    void totalChanged();
    void filterChanged();
    void categoriesChanged();
    void searchingChanged();
    void goodsChanged(); // what good() answers may be another one

private:
    void look();
    void lookOn();
    void show(std::vector<const GoodsTable::Row *> rows);
    void place(const GoodsTable::Row *row, int before, bool isMoved);
    int placeOf(const GoodsTable::Row &row) const;
    int rowOf(const GoodsTable::Row &row) const; // -1: not shown
    void countCategories();

    std::shared_ptr<GoodsTable> m_table;
    std::vector<const GoodsTable::Row *> m_shown;
    GoodsFilter m_showing; // what m_shown went through
    GoodsFilter m_wanted;
    QString m_search;
    std::optional<GoodsSearch> m_running;
    bool m_searching = false;
    QTimer m_slices;
    QStringList m_categories;
    Amounts m_inCart;
};

} // namespace evencart
