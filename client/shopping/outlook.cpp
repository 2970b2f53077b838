#include "shopping/outlook.h"

#include <algorithm>
#include <map>

namespace evencart {

namespace {

LineOutlook outlookOf(const OrderableLine &line, const std::optional<KnownGood> &good, std::int64_t &left)
{
    LineOutlook outlook;
    outlook.good = good;
    const auto wanted = good ? wantedOf(line, good->unit) : std::nullopt;
    if (!wanted)
        return outlook;
    outlook.wanted = *wanted;
    outlook.left = left;
    outlook.stock = left >= *wanted ? LineOutlook::Stock::Enough
                    : left > 0      ? LineOutlook::Stock::Fewer
                                    : LineOutlook::Stock::SoldOut;
    outlook.priceDiffers = line.price && *line.price != Money{good->currency, good->price};
    if (outlook.stock == LineOutlook::Stock::Enough)
        left -= *wanted;
    return outlook;
}

} // namespace

KnownGood seenWith(KnownGood good, const std::vector<protocol::Reservation> &mine)
{
    for (const protocol::Reservation &reservation : mine)
        good.reserved -= reservation.sku == good.sku ? reservation.quantity : 0;
    return good;
}

std::int64_t availableOf(const KnownGood &good)
{
    return std::clamp<std::int64_t>(good.stock - good.reserved, 0, std::max<std::int64_t>(good.stock, 0));
}

std::vector<LineOutlook> outlookOf(const std::vector<OrderableLine> &lines, const FindGood &find)
{
    std::map<std::string, std::int64_t> left;
    std::vector<LineOutlook> outlooks;
    for (const OrderableLine &line : lines) {
        const auto good = find(line.sku);
        const auto entry = left.try_emplace(line.sku, good ? availableOf(*good) : 0).first;
        outlooks.push_back(outlookOf(line, good, entry->second));
    }
    return outlooks;
}

std::int64_t costOf(const KnownGood &good, std::int64_t wanted)
{
    return saleTotalMinor({good.currency, good.price}, good.unit, wanted);
}

} // namespace evencart
