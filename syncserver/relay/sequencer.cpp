#include "relay/sequencer.h"

#include "base/cbor.h"
#include "base/limits.h"
#include "cart/validate.h"

#include <algorithm>

namespace evencart::relay {

namespace {

using protocol::PushProblem;
using protocol::VoidReason;

struct Header
{
    ReplicaId replica;
    std::uint64_t seq = 0;
};

// The first elements of a delta, readable also where the rest is not.
std::optional<Header> readHeader(ByteView bytes)
{
    constexpr std::size_t mostElements = 16;
    cbor::Reader in(bytes);
    in.array(mostElements);
    in.unsignedInteger(); // the version
    const Header header{ReplicaId{in.unsignedInteger()}, in.unsignedInteger()};
    if (in.failed() || header.replica.value == 0 || header.seq == 0)
        return std::nullopt;
    return header;
}

bool covers(const LogPicture &log, const Delta &delta)
{
    return std::all_of(delta.removes.begin(), delta.removes.end(), [&](const Dot &dot) {
        return (dot.replica == delta.replica && dot.seq == delta.seq) || dot.seq <= log.seen(dot.replica);
    });
}

std::optional<Hlc> clamped(Hlc stamp, std::uint64_t now)
{
    const std::uint64_t latest = now + limits::clockAheadMilliseconds;
    return stamp.milliseconds() > latest ? std::optional(Hlc::fromMilliseconds(latest)) : std::nullopt;
}

using Verdict = decltype(Judgement::verdict);

Verdict judgeContent(const LogPicture &log, const Author &author, ByteView bytes, std::uint64_t now)
{
    if (author.role < protocol::Role::Editor)
        return Void{VoidReason::NotAllowed};
    if (log.cart.isClosed)
        return Void{VoidReason::CartClosed};
    auto delta = decodeDelta(bytes);
    if (!delta)
        return Void{delta.error().code == ErrorCode::Limit ? VoidReason::TooLarge : VoidReason::Malformed};
    if (delta->author != author.member)
        return Void{VoidReason::NotAllowed};
    if (!validateContent(*delta))
        return Void{VoidReason::Malformed};
    if (delta->base.epochTag == epochTag(log.cart.epoch) && delta->base.head > log.cart.head)
        return Refuse{PushProblem::RetryLater};
    if (!covers(log, *delta))
        return Void{VoidReason::Malformed};
    const auto clampedTo = clamped(delta->stamp, now);
    return Accept{*std::move(delta), clampedTo};
}

// Rules 3 and 4.
std::optional<Verdict> judgeNumber(const LogPicture &log, const Header &header)
{
    const std::uint64_t seen = log.seen(header.replica);
    if (header.seq <= seen)
        return Known{};
    if (header.seq > seen + 1)
        return Refuse{PushProblem::Gap};
    if (seen == 0 && log.vector.size() >= limits::cartReplicas)
        return Refuse{PushProblem::RetryLater};
    return std::nullopt;
}

Judgement cutOff(net::CloseCode code, const char *reason)
{
    return {{}, 0, {}, CutOff{code, reason}};
}

} // namespace

std::uint64_t LogPicture::seen(ReplicaId replica) const
{
    const auto row = vector.find(replica);
    return row == vector.end() ? 0 : row->second.seq;
}

Judgement judgePush(const LogPicture &log, const Author &author, ByteView bytes, std::uint64_t now)
{
    const auto header = readHeader(bytes);
    if (!header)
        return cutOff(net::CloseCode::Malformed, "a change without a number");
    const auto row = log.vector.find(header->replica);
    if (row != log.vector.end() && row->second.member && *row->second.member != author.member)
        return cutOff(net::CloseCode::Forbidden, "a change under another member's replica");
    Judgement judgement{header->replica, header->seq, deltaHash(log.cart.cart, bytes), Known{}};
    const auto number = judgeNumber(log, *header);
    judgement.verdict = number ? *number : judgeContent(log, author, bytes, now);
    return judgement;
}

Judgement judgeRepair(const LogPicture &log, ByteView bytes, std::uint64_t now)
{
    auto delta = decodeDelta(bytes);
    if (!delta)
        return cutOff(net::CloseCode::Malformed, "a damaged change in a repair");
    Judgement judgement{delta->replica, delta->seq, deltaHash(log.cart.cart, bytes), Refuse{PushProblem::Gap}};
    if (const auto number = judgeNumber(log, {delta->replica, delta->seq}))
        judgement.verdict = *number;
    else if (!log.cart.isClosed && validateContent(*delta) && covers(log, *delta)) {
        const auto clampedTo = clamped(delta->stamp, now);
        judgement.verdict = Accept{*std::move(delta), clampedTo};
    }
    return judgement;
}

std::uint32_t epochTag(const Epoch &epoch)
{
    return std::uint32_t(epoch.raw[0]) << 24 | std::uint32_t(epoch.raw[1]) << 16 | std::uint32_t(epoch.raw[2]) << 8 |
           epoch.raw[3];
}

} // namespace evencart::relay
