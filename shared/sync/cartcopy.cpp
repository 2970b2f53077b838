#include "sync/cartcopy.h"

namespace evencart {

State baseOf(const CartCopy &copy)
{
    State base;
    base.reserve(copy.shown.facts().size());
    for (const auto &[line, facts] : copy.shown.facts().bySubject()) {
        for (const Fact &fact : facts) {
            if (!copy.isPending(fact.dot))
                base.restoreFact(fact);
        }
    }
    for (const auto &[dot, hidden] : copy.hidden.all()) {
        if (!copy.isPending(dot))
            base.restoreFact(hidden.fact);
    }
    CausalContext context;
    for (const auto &[replica, seq] : copy.base.entries())
        context.advance(replica, seq);
    base.restoreContext(std::move(context));
    return base;
}

} // namespace evencart
