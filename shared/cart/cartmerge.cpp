#include "cart/cartmerge.h"

#include "base/limits.h"
#include "cart/linereader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

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
    std::map<CartId, Absorbed> parts;
    std::set<CartId> newOrigins;           // of the parts: those that came in after the last merge
    std::set<std::uint32_t> newFields;     // fields that were written after the last merge
    std::optional<std::int64_t> ownGrowth; // of the own part since the last merge; empty where a number was typed since
};

// The source as the target knows it: where it stands, and what of it came after the last merge.
class Exporter
{
public:
    Exporter(const CartView &source, const CartId &target, const std::optional<MergedFromFact> &last)
        : m_source(source), m_target(target), m_vector(source.state().vector())
    {
        if (last) {
            for (const auto &[replica, seq] : last->vector)
                m_known.advance(replica, seq);
        }
        m_vector.merge(m_known);
    }

    Export exportLine(const LineView &line) const
    {
        Export result;
        result.ownGrowth = 0;
        const auto &facts = m_source.state().facts().of(line.id);
        for (const Fact &fact : facts) {
            if (fact.dot.seq > m_known.seen(fact.dot.replica))
                noteNew(result, fact);
        }
        std::int64_t left = line.quantity;
        for (Absorbed part : absorbedIn(facts)) {
            // What was taken away since may be anybody's; the parts give way so that their sum is what people see.
            part.n = std::clamp<std::int64_t>(part.n, 0, left);
            left -= part.n;
            result.parts[part.origin] = part;
        }
        result.parts.erase(m_target);
        if (left > 0)
            result.parts[m_source.cart()] = {m_source.cart(), position(), left};
        return result;
    }

    // How many deltas of the source the target has seen after this merge. Two people who merge different copies of the
    // source at once may reach the same number; the next merge after that makes up for it.
    std::uint64_t position() const { return m_vector.weight(); }
    const VersionVector &vector() const { return m_vector; }
    const CartId &source() const { return m_source.cart(); }
    bool hasNews() const { return !m_known.covers(m_source.state().vector()); }
    // Nobody else merged what this copy of the source has not seen.
    bool isAhead() const { return m_source.state().vector().covers(m_known); }

private:
    static void noteNew(Export &result, const Fact &fact)
    {
        result.newFields.insert(fact.field);
        const auto body = fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        if (!body)
            return;
        if (const auto *part = std::get_if<Contribution>(&body->what))
            result.newOrigins.insert(part->origin);
        else if (std::holds_alternative<Set>(body->what))
            result.ownGrowth.reset();
        else if (const auto *inc = std::get_if<Inc>(&body->what); inc && result.ownGrowth)
            result.ownGrowth = saturatingAdd(*result.ownGrowth, inc->n);
    }

    const CartView &m_source;
    CartId m_target;
    VersionVector m_known;
    VersionVector m_vector;
};

class Importer
{
public:
    Importer(Edit &edit, const Exporter &exporter, bool mergedBefore)
        : m_edit(edit), m_exporter(exporter), m_mergedBefore(mergedBefore)
    {
    }

    // Whether the line gave anything.
    bool import(const LineView &line)
    {
        const Export exported = m_exporter.exportLine(line);
        const LineId id = m_edit.view().lineFor({line.name, line.unit, line.sku});
        const LineView *there = m_edit.view().line(id);
        const auto known = absorbedIn(m_edit.view().state().facts().of(id));
        const Descriptor descriptor = there ? descriptorOf(*there) : Descriptor{line.name, line.unit, line.sku, {}};
        bool gave = false;
        for (const auto &[origin, part] : exported.parts) {
            const auto base = std::find_if(known.begin(), known.end(),
                                           [&from = part.origin](const Absorbed &one) { return one.origin == from; });
            gave = contribute(id, part, base == known.end() ? nullptr : &*base, exported, descriptor) || gave;
        }
        if (gave || there)
            gave = importDetails(id, there, line, exported) || gave;
        return gave;
    }

private:
    // The amount that the target is to have of this part. Where it is gone from the target, it was removed there on
    // purpose, and only what grew since comes back.
    std::int64_t wanted(const Absorbed &part, const Absorbed *base, const Export &exported) const
    {
        if (!m_mergedBefore)
            return part.n;
        if (part.origin != m_exporter.source())
            return base || exported.newOrigins.contains(part.origin) ? part.n : 0;
        if (!exported.ownGrowth)
            return part.n;
        const std::int64_t grown = saturatingAdd(base ? base->n : 0, *exported.ownGrowth);
        return m_exporter.isAhead() ? std::min(part.n, grown) : grown;
    }

    bool contribute(const LineId &id, const Absorbed &part, const Absorbed *base, const Export &exported,
                    const Descriptor &descriptor)
    {
        const std::int64_t n = std::min(wanted(part, base, exported), limits::quantityThousandths);
        if (n <= 0 || (base && (base->position >= part.position || base->n == n)))
            return false;
        const auto &facts = m_edit.view().state().facts().of(id);
        const bool live =
            std::any_of(facts.begin(), facts.end(), [&](const Fact &fact) { return isPartOf(fact, part.origin); });
        if (base && !live && n < base->n)
            return false; // inside of a number that somebody typed: that one holds
        m_edit.removeAll(id, [&](const Fact &fact) { return isPartOf(fact, part.origin); });
        m_edit.writeQuantity(id, {Contribution{part.origin, part.position, n}, descriptor});
        return true;
    }

    static bool isPartOf(const Fact &fact, const CartId &origin)
    {
        const auto body = fact.field == number(Field::Quantity) ? decodeQuantity(fact.body) : std::nullopt;
        const auto *part = body ? std::get_if<Contribution>(&body->what) : nullptr;
        return part && part->origin == origin;
    }

    bool importDetails(const LineId &id, const LineView *there, const LineView &line, const Export &exported)
    {
        bool gave = false;
        const auto isNews = [&](Field field) { return !m_mergedBefore || exported.newFields.contains(number(field)); };
        const auto write = [&](Field field, Bytes body) {
            m_edit.write(id, field, std::move(body));
            gave = true;
        };
        const bool noteKnown = there && (there->note == line.note || hasConflictValue(*there, line.note));
        if (!line.note.empty() && !noteKnown && isNews(Field::Note))
            write(Field::Note, encodeText(line.note));
        if (!line.category.empty() && (!there || there->category.empty()) && isNews(Field::Category))
            write(Field::Category, encodeText(line.category));
        if (line.price && (!there || !there->price) && isNews(Field::Price))
            write(Field::Price, encodeBody(*line.price));
        for (const Share &share : line.boughtBy) {
            if (isNews(Field::Mark) && (!there || !hasMember(there->boughtBy, share.member)))
                write(Field::Mark, encodeBody(MarkFact{share.member, share.quantity}));
        }
        const auto unite = [&](Field set, std::vector<MemberId> LineView::*members) {
            for (const MemberId &member : line.*members) {
                const bool isThere =
                    there && std::binary_search((there->*members).begin(), (there->*members).end(), member);
                if (isNews(set) && !isThere)
                    write(set, encodeMember(member));
            }
        };
        unite(Field::Like, &LineView::likes);
        unite(Field::Claim, &LineView::claimedBy);
        return gave;
    }

    static bool hasConflictValue(const LineView &line, const std::string &value)
    {
        return std::any_of(line.conflicts.begin(), line.conflicts.end(), [&](const FieldConflict &conflict) {
            return conflict.field == Field::Note &&
                   std::find(conflict.values.begin(), conflict.values.end(), value) != conflict.values.end();
        });
    }

    static bool hasMember(const std::vector<Share> &shares, const MemberId &member)
    {
        return std::any_of(shares.begin(), shares.end(), [&](const Share &share) { return share.member == member; });
    }

    Edit &m_edit;
    const Exporter &m_exporter;
    bool m_mergedBefore;
};

void recordMerge(Edit &edit, const Exporter &exporter)
{
    edit.removeAll({}, [&](const Fact &fact) {
        const auto merge = fact.field == number(Field::MergedFrom) ? decodeMergedFrom(fact.body) : std::nullopt;
        return merge && merge->origin == exporter.source();
    });
    edit.write({}, Field::MergedFrom,
               encodeBody(MergedFromFact{exporter.source(), exporter.position(), exporter.vector().entries()}));
}

} // namespace

Result<MergeReport> mergeCart(Edit &edit, const CartView &source)
{
    if (source.cart() == edit.view().cart())
        return Error{ErrorCode::InvalidInput, "A cart cannot be merged into itself."};
    const auto last = lastMerge(edit.view().state(), source.cart());
    const Exporter exporter(source, edit.view().cart(), last);
    MergeReport report;
    if (!exporter.hasNews()) {
        report.nothingNew = true;
        return report;
    }
    Importer importer(edit, exporter, last.has_value());
    for (const LineView *line : source.lines()) {
        if (importer.import(*line))
            ++report.lines;
    }
    report.nothingNew = report.lines == 0;
    // A merge that brought nothing leaves no delta behind; the same question has the same answer next time.
    if (!report.nothingNew)
        recordMerge(edit, exporter);
    return report;
}

} // namespace evencart
