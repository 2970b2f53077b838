#include "cart/lineid.h"

#include "base/cbor.h"
#include "base/sha256.h"
#include "text/normalize.h"

namespace evencart {

LineId lineIdFor(const CartId &cart, const LineIdentity &identity, std::uint32_t suffix)
{
    cbor::Writer out;
    out.array(6);
    out.bytes(cart.bytes());
    out.unsignedInteger(normalizerVersion);
    out.text(normalizedName(identity.name));
    out.text(normalizedName(identity.unit));
    out.text(identity.sku);
    out.unsignedInteger(suffix);
    return LineId::fromBytes(asBytes(sha256(out.view())).substr(0, 16));
}

bool sameItem(const LineIdentity &a, const LineIdentity &b)
{
    return a.sku == b.sku && normalizedName(a.name) == normalizedName(b.name) &&
           normalizedName(a.unit) == normalizedName(b.unit);
}

} // namespace evencart
