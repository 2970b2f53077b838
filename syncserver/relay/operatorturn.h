#pragma once

#include "relay/turn.h"
#include "shop/operatorcommand.h"

#include <functional>
#include <string>

namespace evencart::relay {

using OperatorAnswer = std::function<void(Result<std::string>)>;

// Runs what the operator asked for as part of the turn; the answer comes once, when the turn has been committed or is
// lost. Where the store, and not what was asked, is at fault in the middle of writing, the turn is lost.
inline void runForOperator(Turn &turn, bool writes, const std::function<Result<std::string>()> &task,
                           OperatorAnswer answer)
{
    if (turn.failure)
        return answer(*turn.failure);
    if (auto begun = writes ? turn.willWrite() : Result<void>(); !begun) {
        turn.failure = begun.error();
        return answer(begun.error());
    }
    auto done = task();
    if (!done && writes && !shop::isOperatorsMistake(done.error()))
        turn.failure = done.error();
    if (!done)
        return answer(done.error());
    turn.afterwards([answer = std::move(answer), said = *std::move(done)](const Result<void> &committed) {
        answer(committed ? Result<std::string>(said) : committed.error());
    });
}

} // namespace evencart::relay
