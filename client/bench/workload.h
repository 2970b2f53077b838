#pragma once

#include "base/result.h"
#include "sync/cartreplica.h"

#include <QString>

#include <string>
#include <unordered_map>
#include <vector>

namespace evencart::bench {

// One operation of the benchmark's op streams (one JSON object a line, see `evencartctl bench --help`).
struct Op
{
    enum class Kind
    {
        Add,
        Quantity,
        Check,
        Note,
        Remove
    };
    Kind kind = Kind::Add;
    std::string key;
    std::string name;          // Add
    std::int64_t quantity = 0; // Add, Quantity: pieces
    bool checked = false;      // Add, Check
    std::string category;      // Add
    std::string note;          // Add, Note
    std::int64_t price = 0;    // Add: minor units
};

Result<std::vector<Op>> readOps(const QString &path);

// A shown quantity (thousandths) in the workload's unit.
inline std::int64_t piecesOf(std::int64_t quantity)
{
    return quantity / 1000;
}

// A cart driven by op streams: the stream's item keys are catalogue ids here. Each op is one user action, so one delta
// and one commit.
class WorkloadCart
{
public:
    explicit WorkloadCart(CartReplica &cart) : m_cart(cart) {}

    Result<void> apply(const Op &op);
    // Learns the keys of lines that came in some other way than by apply().
    void adoptLines();
    // The line of an item key; null where the item is not live.
    const LineView *item(const std::string &key) const;
    std::size_t count() const { return m_cart.view().count(); }
    // The workload's reference hash: SHA-256 over key, name, quantity, checked, category, note, price of each live
    // item, by key.
    std::string stateHash() const;
    std::int64_t totalMinor() const; // quantity times price, summed

    CartReplica &cart() { return m_cart; }

private:
    Result<void> replace(Edit &edit, const LineView &line, const Op &op) const;
    Result<void> change(Edit &edit, const LineView &line, const Op &op) const;

    CartReplica &m_cart;
    mutable std::unordered_map<std::string, LineId> m_lines; // of keys that were live once
};

} // namespace evencart::bench
