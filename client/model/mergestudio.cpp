#include "model/mergestudio.h"

#include "cart/cartmerge.h"
#include "model/wording.h"
#include "translations/errorsentences.h"

#include <algorithm>

namespace evencart {

MergeStudio::MergeStudio(Engine &engine, QObject *parent) : QAbstractListModel(parent), m_engine(engine) {}

int MergeStudio::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QHash<int, QByteArray> MergeStudio::roleNames() const
{
    return {{NameRole, "name"},           {FromRole, "fromAmount"},   {IntoRole, "intoAmount"},
            {LastWriteRole, "lastWrite"}, {UnionRole, "unionAmount"}, {LosesRole, "loses"},
            {ChoiceRole, "choice"},       {ResultRole, "result"}};
}

int MergeStudio::losses() const
{
    return static_cast<int>(std::ranges::count_if(m_preview.rows, &MergeRow::loses));
}

void MergeStudio::compare(const QString &from, const QString &into)
{
    m_from = from;
    m_into = into;
    Q_EMIT cartsChanged();
    const auto source = CartId::fromString(from.toStdString());
    const auto target = CartId::fromString(into.toStdString());
    if (!source || !target || *source == *target)
        return show(MergePreview());
    m_busy = true;
    Q_EMIT stateChanged();
    m_engine.ask<Result<MergePreview>>(
        this,
        [source = *source, target = *target](EngineRoom &room) -> Result<MergePreview> {
            const auto a = room.workspace().cart(source);
            if (!a)
                return a.error();
            const auto b = room.workspace().cart(target);
            if (!b)
                return b.error();
            return previewMerge((*a)->view(), (*b)->view(), room.workspace().self());
        },
        [this, from, into](const Result<MergePreview> &preview) {
            if (from == m_from && into == m_into) // not overtaken by another choice
                show(preview);
        });
}

void MergeStudio::show(Result<MergePreview> preview)
{
    beginResetModel();
    m_busy = false;
    m_problem = preview ? QString() : errorSentence(preview.error());
    m_preview = preview ? std::move(*preview) : MergePreview();
    m_choices.assign(m_preview.rows.size(), Union);
    endResetModel();
    Q_EMIT stateChanged();
}

void MergeStudio::choose(int row, int choice)
{
    if (row < 0 || row >= count() || choice < Union || choice > TakeFrom)
        return;
    m_choices[static_cast<std::size_t>(row)] = static_cast<Choice>(choice);
    Q_EMIT dataChanged(index(row), index(row), {ChoiceRole, ResultRole});
}

void MergeStudio::chooseAll(int choice)
{
    if (choice < Union || choice > TakeFrom || m_choices.empty())
        return;
    std::ranges::fill(m_choices, static_cast<Choice>(choice));
    Q_EMIT dataChanged(index(0), index(count() - 1), {ChoiceRole, ResultRole});
}

std::int64_t MergeStudio::chosen(std::size_t row) const
{
    const MergeRow &line = m_preview.rows[row];
    switch (m_choices[row]) {
    case LastWrite:
        return line.lastWriteWins;
    case KeepInto:
        return line.into;
    case TakeFrom:
        return line.from;
    case Union:
        break;
    }
    return line.merged;
}

void MergeStudio::merge()
{
    const auto source = CartId::fromString(m_from.toStdString());
    const auto target = CartId::fromString(m_into.toStdString());
    if (!source || !target || m_preview.rows.empty())
        return;
    std::vector<std::pair<MergeRow, std::int64_t>> adjusted;
    for (std::size_t row = 0; row < m_preview.rows.size(); ++row) {
        if (chosen(row) != m_preview.rows[row].merged)
            adjusted.push_back({m_preview.rows[row], chosen(row)});
    }
    const std::string mergeLabel = tr("Merge two carts").toStdString();
    const std::string adjustLabel = tr("Choose the amounts of the merge").toStdString();
    m_busy = true;
    Q_EMIT stateChanged();
    m_engine.ask<Result<void>>(
        this,
        [source = *source, target = *target, adjusted, mergeLabel, adjustLabel](EngineRoom &room) -> Result<void> {
            const auto a = room.workspace().cart(source);
            if (!a)
                return a.error();
            const auto b = room.workspace().cart(target);
            if (!b)
                return b.error();
            const auto merged = (*b)->edit(mergeLabel, [&](Edit &edit) -> Result<void> {
                const auto report = mergeCart(edit, (*a)->view());
                return report ? Result<void>() : report.error();
            });
            if (!merged)
                return merged.error();
            room.cartTouched(target, merged->touched);
            if (adjusted.empty())
                return {};
            const auto typed = (*b)->edit(adjustLabel, [&](Edit &edit) -> Result<void> {
                for (const auto &[row, quantity] : adjusted) {
                    const LineId line = edit.view().lineFor({row.name, row.unit, row.sku});
                    if (!edit.view().line(line))
                        continue;
                    if (auto set = edit.setQuantity(line, quantity); !set)
                        return set;
                }
                return {};
            });
            if (!typed)
                return typed.error();
            room.cartTouched(target, typed->touched);
            return {};
        },
        [this, adjusted = !adjusted.empty()](const Result<void> &done) {
            m_busy = false;
            m_problem = done ? QString() : errorSentence(done.error());
            Q_EMIT stateChanged();
            if (done)
                Q_EMIT merged(m_into, adjusted);
        });
}

QVariant MergeStudio::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto at = static_cast<std::size_t>(index.row());
    const MergeRow &row = m_preview.rows[at];
    const auto amount = [&](std::int64_t n) { return n > 0 ? wording::amount(n, row.unit) : QString(); };
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return wording::text(row.name);
    case FromRole:
        return amount(row.from);
    case IntoRole:
        return amount(row.into);
    case LastWriteRole:
        return amount(row.lastWriteWins);
    case UnionRole:
        return amount(row.merged);
    case LosesRole:
        return row.loses;
    case ChoiceRole:
        return m_choices[at];
    case ResultRole:
        return chosen(at) > 0 ? wording::amount(chosen(at), row.unit) : tr("not there");
    default:
        return {};
    }
}

} // namespace evencart
