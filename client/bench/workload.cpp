#include "bench/workload.h"

#include "base/sha256.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace evencart::bench {

namespace {

constexpr std::int64_t thousand = 1000;

std::optional<Op::Kind> kindOf(const QString &type)
{
    if (type == QStringLiteral("add"))
        return Op::Kind::Add;
    if (type == QStringLiteral("qty"))
        return Op::Kind::Quantity;
    if (type == QStringLiteral("check"))
        return Op::Kind::Check;
    if (type == QStringLiteral("note"))
        return Op::Kind::Note;
    if (type == QStringLiteral("rm"))
        return Op::Kind::Remove;
    return std::nullopt;
}

std::optional<Op> parseOp(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    const auto kind = kindOf(object[QStringLiteral("t")].toString());
    if (!kind)
        return std::nullopt;
    const QJsonValue value = object[QStringLiteral("v")];
    Op op;
    op.kind = *kind;
    op.key = object[QStringLiteral("k")].toString().toStdString();
    if (op.kind == Op::Kind::Quantity)
        op.quantity = value.toInteger();
    else if (op.kind == Op::Kind::Check)
        op.checked = value.toBool();
    else if (op.kind == Op::Kind::Note)
        op.note = value.toString().toStdString();
    else if (op.kind == Op::Kind::Add) {
        op.name = value[QStringLiteral("name")].toString().toStdString();
        op.quantity = value[QStringLiteral("qty")].toInteger();
        op.checked = value[QStringLiteral("checked")].toBool();
        op.category = value[QStringLiteral("category")].toString().toStdString();
        op.note = value[QStringLiteral("note")].toString().toStdString();
        op.price = value[QStringLiteral("price")].toInteger();
    }
    return op;
}

} // namespace

Result<std::vector<Op>> readOps(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io,
                     "Cannot read " + path.toStdString() + ": " + file.errorString().toStdString() + "."};
    std::vector<Op> ops;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        auto op = parseOp(line);
        if (!op)
            return Error{ErrorCode::InvalidInput, path.toStdString() + " is not an op stream."};
        ops.push_back(std::move(*op));
    }
    return ops;
}

const LineView *WorkloadCart::item(const std::string &key) const
{
    if (const auto known = m_lines.find(key); known != m_lines.end()) {
        if (const LineView *line = m_cart.view().line(known->second))
            return line;
        m_lines.erase(known);
    }
    return nullptr;
}

void WorkloadCart::adoptLines()
{
    for (const LineView *line : m_cart.view().lines())
        m_lines[line->sku] = line->id;
}

Result<void> WorkloadCart::apply(const Op &op)
{
    static const std::string label = "bench";
    LineId added;
    const LineView *line = item(op.key);
    if (!line && op.kind != Op::Kind::Add)
        return {};
    const auto done = m_cart.edit(label, [&](Edit &edit) -> Result<void> {
        if (line)
            return change(edit, *line, op);
        NewItem item;
        item.name = op.name;
        item.sku = op.key;
        item.quantity = op.quantity * thousand;
        item.note = op.note;
        item.category = op.category;
        item.price = Money{"EUR", op.price};
        item.bought = op.checked;
        const auto id = edit.add(item);
        if (!id)
            return id.error();
        added = *id;
        return {};
    });
    if (!done)
        return done.error();
    if (!added.isNull())
        m_lines[op.key] = added;
    return {};
}

Result<void> WorkloadCart::change(Edit &edit, const LineView &line, const Op &op) const
{
    switch (op.kind) {
    case Op::Kind::Remove:
        return edit.remove(line.id);
    case Op::Kind::Note:
        return edit.setNote(line.id, op.note);
    case Op::Kind::Check:
        return op.checked == line.checked ? Result<void>() : op.checked ? edit.check(line.id) : edit.uncheck(line.id);
    case Op::Kind::Quantity: {
        // In the workload an item stays checked when its quantity changes; here a mark says how many were bought, so it
        // follows.
        if (line.checked && op.quantity * thousand != line.quantity) {
            edit.removeAll(line.id, [](const Fact &fact) { return fact.field == number(Field::Mark); });
            edit.write(line.id, Field::Mark, encodeBody(MarkFact{edit.self(), op.quantity * thousand}));
        }
        return edit.setQuantity(line.id, op.quantity * thousand);
    }
    case Op::Kind::Add:
        return replace(edit, line, op);
    }
    return {};
}

Result<void> WorkloadCart::replace(Edit &edit, const LineView &line, const Op &op) const
{
    if (auto done = edit.rename(line.id, op.name); !done)
        return done;
    if (auto done = edit.setQuantity(line.id, op.quantity * thousand); !done)
        return done;
    if (auto done = edit.setNote(line.id, op.note); !done)
        return done;
    if (auto done = edit.setCategory(line.id, op.category); !done)
        return done;
    edit.removeAll(line.id, [](const Fact &fact) { return fact.field == number(Field::Mark); });
    if (op.checked)
        edit.write(line.id, Field::Mark, encodeBody(MarkFact{edit.self(), op.quantity * thousand}));
    return edit.setPrice(line.id, Money{"EUR", op.price});
}

std::string WorkloadCart::stateHash() const
{
    std::map<std::string, const LineView *> byKey;
    for (const LineView *line : m_cart.view().lines())
        byKey[line->sku] = line;
    Sha256 hash;
    for (const auto &[key, line] : byKey) {
        hash.add(key + '\t' + line->name + '\t' + std::to_string(piecesOf(line->quantity)) + '\t' +
                 (line->checked ? '1' : '0') + '\t' + line->category + '\t' + line->note + '\t' +
                 std::to_string(line->price ? line->price->minor : 0) + '\n');
    }
    return toHex(asBytes(hash.finish()));
}

std::int64_t WorkloadCart::totalMinor() const
{
    std::int64_t sum = 0;
    for (const LineView *line : m_cart.view().lines())
        sum = saturatingAdd(sum, lineTotalMinor(*line));
    return sum;
}

} // namespace evencart::bench
