#include "model/intent.h"

#include "base/limits.h"
#include "text/quantity.h"

#include <QCoreApplication>

#include <algorithm>

namespace evencart {

namespace {

class Words // the context of the translations
{
    Q_DECLARE_TR_FUNCTIONS(Intent)
};

// As the line's reader does (cart/linereader.h).
void count(LineView &line)
{
    line.checked = !line.boughtBy.empty() && line.bought() >= line.quantity;
    line.boughtTwice = line.boughtBy.size() > 1 && line.bought() > line.quantity;
}

// As Edit::check() counts: what is open, one more where nothing is; saying it again of a line that is bought changes
// nothing.
void check(LineView &line, const MemberId &self, std::int64_t n)
{
    if (line.checked && n == 0)
        return;
    const std::int64_t open = std::max<std::int64_t>(line.quantity - line.bought(), 0);
    const std::int64_t more = n > 0 ? n : (open > 0 ? open : oneThing);
    auto own = std::lower_bound(line.boughtBy.begin(), line.boughtBy.end(), self,
                                [](const Share &share, const MemberId &member) { return share.member < member; });
    if (own == line.boughtBy.end() || own->member != self)
        own = line.boughtBy.insert(own, {self, 0});
    own->quantity = std::min(saturatingAdd(own->quantity, more), limits::quantityThousandths);
    count(line);
}

void join(std::vector<MemberId> &members, const MemberId &self)
{
    const auto at = std::lower_bound(members.begin(), members.end(), self);
    if (at == members.end() || *at != self)
        members.insert(at, self);
}

void setQuantity(LineView &line, std::int64_t n)
{
    line.rawQuantity = n;
    line.quantity = std::clamp<std::int64_t>(n, 0, limits::quantityThousandths);
    line.checkQuantity = false;
    line.present = n > 0;
    count(line);
}

} // namespace

LineView predicted(LineView line, const Intent &intent, const MemberId &self)
{
    switch (intent.kind) {
    case Intent::Kind::Check:
        check(line, self, intent.n);
        break;
    case Intent::Kind::Uncheck:
        line.boughtBy.clear();
        line.checked = false;
        line.boughtTwice = false;
        break;
    case Intent::Kind::Increase:
        setQuantity(line, saturatingAdd(std::max<std::int64_t>(line.rawQuantity, 0), intent.n));
        break;
    case Intent::Kind::Decrease:
        setQuantity(line, line.rawQuantity - intent.n);
        break;
    case Intent::Kind::SetQuantity:
        setQuantity(line, intent.n);
        break;
    case Intent::Kind::Remove:
        line.present = false;
        break;
    case Intent::Kind::Rename:
        line.name = intent.text;
        break;
    case Intent::Kind::Note:
        line.note = intent.text;
        break;
    case Intent::Kind::Category:
        line.category = intent.text;
        break;
    case Intent::Kind::Price:
        line.price = intent.price;
        break;
    case Intent::Kind::Assign:
        line.assignee = intent.member;
        break;
    case Intent::Kind::Like:
        join(line.likes, self);
        break;
    case Intent::Kind::Unlike:
        std::erase(line.likes, self);
        break;
    case Intent::Kind::Claim:
        join(line.claimedBy, self);
        break;
    case Intent::Kind::Unclaim:
        std::erase(line.claimedBy, self);
        break;
    }
    return line;
}

Result<void> perform(Edit &edit, const Intent &intent)
{
    switch (intent.kind) {
    case Intent::Kind::Check:
        return edit.check(intent.line, intent.n > 0 ? std::optional(intent.n) : std::nullopt);
    case Intent::Kind::Uncheck:
        return edit.uncheck(intent.line);
    case Intent::Kind::Increase:
        return edit.increase(intent.line, intent.n);
    case Intent::Kind::Decrease:
        return edit.decrease(intent.line, intent.n);
    case Intent::Kind::SetQuantity:
        return edit.setQuantity(intent.line, intent.n);
    case Intent::Kind::Remove:
        return edit.remove(intent.line);
    case Intent::Kind::Rename:
        return edit.rename(intent.line, intent.text);
    case Intent::Kind::Note:
        return edit.setNote(intent.line, intent.text);
    case Intent::Kind::Category:
        return edit.setCategory(intent.line, intent.text);
    case Intent::Kind::Price:
        return edit.setPrice(intent.line, intent.price);
    case Intent::Kind::Assign:
        return edit.assign(intent.line, intent.member);
    case Intent::Kind::Like:
        return edit.like(intent.line);
    case Intent::Kind::Unlike:
        return edit.unlike(intent.line);
    case Intent::Kind::Claim:
        return edit.claim(intent.line);
    case Intent::Kind::Unclaim:
        break;
    }
    return edit.unclaim(intent.line);
}

QString labelOf(const Intent &intent, const QString &name)
{
    switch (intent.kind) {
    case Intent::Kind::Check:
        return Words::tr("Tick %1").arg(name);
    case Intent::Kind::Uncheck:
        return Words::tr("Untick %1").arg(name);
    case Intent::Kind::Increase:
        return Words::tr("More %1").arg(name);
    case Intent::Kind::Decrease:
        return Words::tr("Less %1").arg(name);
    case Intent::Kind::SetQuantity:
        return Words::tr("Change the quantity of %1").arg(name);
    case Intent::Kind::Remove:
        return Words::tr("Remove %1").arg(name);
    case Intent::Kind::Rename:
        return Words::tr("Rename %1").arg(name);
    case Intent::Kind::Note:
        return Words::tr("Change the note of %1").arg(name);
    case Intent::Kind::Category:
        return Words::tr("Change the category of %1").arg(name);
    case Intent::Kind::Price:
        return Words::tr("Change the price of %1").arg(name);
    case Intent::Kind::Assign:
        return Words::tr("Assign %1").arg(name);
    case Intent::Kind::Like:
        return Words::tr("Like %1").arg(name);
    case Intent::Kind::Unlike:
        return Words::tr("Take back the like of %1").arg(name);
    case Intent::Kind::Claim:
        return Words::tr("Take %1").arg(name);
    case Intent::Kind::Unclaim:
        break;
    }
    return Words::tr("No longer take %1").arg(name);
}

} // namespace evencart
