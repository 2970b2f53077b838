// The part of ShopService that takes catalogues in.
#include "relay/shopservice.h"

#include <algorithm>
#include <span>
#include <utility>

namespace evencart::relay {

namespace {

constexpr std::size_t goodsPerTurn = 1000; // some hundredths of a second

} // namespace

void ShopService::beginImport(const shop::OperatorCommand &command, OperatorAnswer answer)
{
    if (m_context.turn.failure)
        return answer(*m_context.turn.failure);
    if (m_import)
        return answer(Error{ErrorCode::InUse, "Another catalogue is being imported: try again when it is done."});
    auto rows = command.rows();
    const auto checked =
        rows ? shop::checkCatalog(m_context.log.shop(), *rows) : Result<shop::CheckedCatalog>(rows.error());
    if (!checked)
        return answer(checked.error());
    const std::size_t atOnce = checked->changesCurrency ? rows->size() : goodsPerTurn;
    m_import = Import{*std::move(rows), 0, atOnce, {}, std::move(answer)};
    if (auto begun = continueImport(); !begun)
        m_context.turn.failure = begun.error();
}

Result<void> ShopService::continueImport()
{
    m_context.turn.afterwards([this](const Result<void> &committed) { partCommitted(committed); });
    if (auto begun = m_context.turn.willWrite(); !begun)
        return begun;
    Import &import = *m_import;
    const std::size_t count = std::min(import.atOnce, import.rows.size() - import.next);
    const auto part = std::span<const shop::CatalogRow>(import.rows).subspan(import.next, count);
    import.next += count;
    return shop::importRows(m_context.log.shop(), part, now(), import.imported);
}

void ShopService::partCommitted(const Result<void> &committed)
{
    const bool isLast = m_import->next == m_import->rows.size();
    if (committed && !isLast)
        return;
    const Import import = *std::exchange(m_import, std::nullopt);
    if (committed)
        return import.answer(shop::wordsFor(import.imported));
    const bool isFirst = import.next <= import.atOnce;
    import.answer(isFirst ? committed.error()
                          : Error{committed.error().code,
                                  "A part of the goods was imported, then this failed: " + committed.error().message +
                                      " Import the file again when that is mended."});
}

} // namespace evencart::relay
