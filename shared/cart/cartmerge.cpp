#include "cart/cartmerge.h"

#include "base/limits.h"
#include "cart/linereader.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

std::optional<MergedFromFact> lastMerge(const State &target, const CartId &origin)
{
    std::optional<MergedFromFact> furthest;
    for (const Fact *fact : siblings(target.facts().of({}), Field::MergedFrom)) {
        auto merge = decodeMergedFrom(fact->body);
        if (merge && merge->origin == origin && (!furthest || merge->position > furthest->position))
            furthest = std::move(merge);
    }
    return furthest;
}

// What one line of the source holds, by the cart that it came from first.
struct Export
{
    std::map<CartId, Contribution> parts;
    std::int64_t newlyOwn = 0; // of the own part: what came after the last merge
    bool changed = false;      // something on it came after the last merge
};

class Exporter
{
public:
    Exporter(const CartView &source, const CartId &target, const std::optional<MergedFromFact> &last)
        : m_source(source), m_target(target), m_position(source.state().vector().weight())
    {
        if (last) {
            for (const auto &[replica, seq] : last->vector)
                m_known.advance(replica, seq);
        }
    }

    Export exportLine(const LineView &line) const
    {
        Export result;
        std::int64_t imported = 0;
        for (const Fact &fact : m_source.state().facts().of(line.id)) {
            const bool isNew = fact.dot.seq > m_known.seen(fact.dot.replica);
            result.changed = result.changed || isNew;
            const auto body = fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
            if (!body)
                continue;
            if (const auto *part = std::get_if<Contribution>(&body->what))
                keepFurthest(result, *part);
            else if (isNew)
                result.newlyOwn = saturatingAdd(result.newlyOwn, ownAmount(body->what));
        }
        for (const auto &[origin, part] : result.parts)
            imported = saturatingAdd(imported, part.n);
        const std::int64_t own = std::clamp<std::int64_t>(line.quantity - imported, 0, limits::quantityThousandths);
        result.parts.erase(m_target);
        if (own > 0)
            result.parts[m_source.cart()] = {m_source.cart(), m_position, own};
        return result;
    }

    std::uint64_t position() const { return m_position; }

private:
    static std::int64_t ownAmount(const std::variant<Inc, Set, Keep, Contribution> &what)
    {
        if (const auto *inc = std::get_if<Inc>(&what))
            return inc->n;
        if (const auto *set = std::get_if<Set>(&what))
            return set->n;
        return 0;
    }

    static void keepFurthest(Export &result, const Contribution &part)
    {
        const auto known = result.parts.find(part.origin);
        if (known == result.parts.end() || known->second.position < part.position)
            result.parts[part.origin] = part;
    }

    const CartView &m_source;
    CartId m_target;
    std::uint64_t m_position;
    VersionVector m_known;
};

class Importer
{
public:
    Importer(Edit &edit, const CartId &source, bool mergedBefore) : m_edit(edit), m_source(source), m_mergedBefore(mergedBefore) {}

    // Whether the line gave anything.
    bool import(const LineView &line, const Export &exported)
    {
        const LineId id = m_edit.view().lineFor({line.name, line.unit, line.sku});
        const LineView *there = m_edit.view().line(id);
        // Nothing new on it since the last merge. If it is gone from the target, it was removed there on purpose.
        if (m_mergedBefore && !exported.changed)
            return false;
        const Descriptor descriptor = there ? descriptorOf(*there) : Descriptor{line.name, line.unit, line.sku, {}};
        bool gave = false;
        for (auto [origin, part] : exported.parts) {
            if (!there && m_mergedBefore)
                part.n = origin == m_source ? std::min(part.n, exported.newlyOwn) : 0;
            gave = contribute(id, part, descriptor) || gave;
        }
        if (gave || there)
            gave = importDetails(id, there, line) || gave;
        return gave;
    }

private:
    bool contribute(const LineId &id, const Contribution &part, const Descriptor &descriptor)
    {
        if (part.n <= 0)
            return false;
        bool known = false;
        m_edit.removeAll(id, [&](const Fact &fact) {
            const auto body = fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
            if (!body)
                return false;
            if (const auto *typed = std::get_if<Set>(&body->what)) {
                for (const Absorbed &absorbed : typed->absorbed)
                    known = known || (absorbed.origin == part.origin && absorbed.n >= part.n);
                return false;
            }
            const auto *earlier = std::get_if<Contribution>(&body->what);
            if (!earlier || earlier->origin != part.origin)
                return false;
            known = known || earlier->position >= part.position;
            return !known;
        });
        if (!known)
            m_edit.writeQuantity(id, {part, descriptor});
        return !known;
    }

    bool importDetails(const LineId &id, const LineView *there, const LineView &line)
    {
        bool gave = false;
        const auto write = [&](Field field, Bytes body) {
            m_edit.write(id, field, std::move(body));
            gave = true;
        };
        const bool noteKnown = there && (there->note == line.note || hasConflictValue(*there, line.note));
        if (!line.note.empty() && !noteKnown)
            write(Field::Note, encodeText(line.note));
        if (!line.category.empty() && (!there || there->category.empty()))
            write(Field::Category, encodeText(line.category));
        if (line.price && (!there || !there->price))
            write(Field::Price, encodeBody(*line.price));
        for (const Share &share : line.boughtBy) {
            if (!there || !hasMember(there->boughtBy, share.member))
                write(Field::Mark, encodeBody(MarkFact{share.member, share.quantity}));
        }
        for (const MemberId &member : line.likes) {
            if (!there || !std::binary_search(there->likes.begin(), there->likes.end(), member))
                write(Field::Like, encodeMember(member));
        }
        return gave;
    }

    static bool hasConflictValue(const LineView &line, const std::string &value)
    {
        return std::any_of(line.conflicts.begin(), line.conflicts.end(), [&](const FieldConflict &conflict) {
            return conflict.field == Field::Note && std::find(conflict.values.begin(), conflict.values.end(), value) != conflict.values.end();
        });
    }

    static bool hasMember(const std::vector<Share> &shares, const MemberId &member)
    {
        return std::any_of(shares.begin(), shares.end(), [&](const Share &share) { return share.member == member; });
    }

    Edit &m_edit;
    CartId m_source;
    bool m_mergedBefore;
};

void recordMerge(Edit &edit, const CartView &source, std::uint64_t position)
{
    edit.removeAll({}, [&](const Fact &fact) {
        const auto merge = fact.field == number(Field::MergedFrom) ? decodeMergedFrom(fact.body) : std::nullopt;
        return merge && merge->origin == source.cart();
    });
    edit.write({}, Field::MergedFrom, encodeBody(MergedFromFact{source.cart(), position, source.state().vector().entries()}));
}

} // namespace

Result<MergeReport> mergeCart(Edit &edit, const CartView &source)
{
    if (source.cart() == edit.view().cart())
        return Error{ErrorCode::InvalidInput, "A cart cannot be merged into itself."};
    const auto last = lastMerge(edit.view().state(), source.cart());
    const Exporter exporter(source, edit.view().cart(), last);
    MergeReport report;
    if (last && last->position >= exporter.position()) {
        report.nothingNew = true;
        return report;
    }
    Importer importer(edit, source.cart(), last.has_value());
    for (const LineView *line : source.lines()) {
        if (importer.import(*line, exporter.exportLine(*line)))
            ++report.lines;
    }
    report.nothingNew = report.lines == 0;
    // A merge that brought nothing leaves no delta behind; the same question has the same answer next time.
    if (!report.nothingNew)
        recordMerge(edit, source, exporter.position());
    return report;
}

} // namespace evencart
