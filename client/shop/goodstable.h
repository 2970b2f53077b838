#pragma once

#include "storage/shopcopy.h"

#include <QCollator>
#include <QLocale>
#include <QString>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace evencart {

// All goods of a shop, in the order of their names as this language sorts them, and findable by sku. A value: building
// one of a hundred thousand takes a moment, so it may be done on any thread and handed over.
class GoodsTable
{
public:
    struct Row
    {
        KnownGood good;
        QString name;
        std::string words; // name, category and sku as they are searched
        QCollatorSortKey place;
    };

    // Sorted as `locale` does it.
    explicit GoodsTable(const QLocale &locale, const std::vector<KnownGood> &goods = {});

    int count() const { return static_cast<int>(m_rows.size()); }
    // Stays where it is as long as the table does. REQUIRES: 0 <= row < count()
    const Row &row(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    const Row *find(const std::string &sku) const; // nullptr: there is none

    enum class Change
    {
        None,   // nothing that anybody sees
        Values, // others than before, at the same place
        Place,  // the name is another one
        Added
    };
    Change put(const KnownGood &good);

    static bool isBefore(const Row &a, const Row &b);

private:
    std::shared_ptr<Row> rowFor(const KnownGood &good) const;
    int placeOf(const Row &row) const;

    QCollator m_collator;
    std::vector<std::shared_ptr<Row>> m_rows;
    std::unordered_map<std::string, std::shared_ptr<Row>> m_bySku;
};

} // namespace evencart
