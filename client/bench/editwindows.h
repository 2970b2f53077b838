#pragma once

#include "bench/benchclient.h"
#include "bench/standardinput.h"

#include <deque>
#include <string>
#include <unordered_map>
#include <vector>

namespace evencart::bench {

// Measures edits from the writer's call to the readers' change event, in windows that are asked for on standard input:
//   rate R S ID   R edits a second for S seconds, spread over the carts in turn
//   max S W ID    for S seconds as many edits of the first cart as go, at most W of them not yet seen by its last
//   reader; then a note "~MID~" quit
// Each window prints one line. An edit sets a quantity that was not used before, so a reader's change says which edit
// it was.
class EditWindows
{
public:
    struct Cart
    {
        BenchClient *writer = nullptr;
        std::vector<BenchClient *> readers;
    };
    // REQUIRES: a cart, keys, and readers that outlive this.
    EditWindows(std::vector<Cart> carts, std::vector<std::string> keys);

    void obey(StandardInput &input);

private:
    struct Outcome
    {
        std::size_t edits = 0;
        bool timedOut = false;
        QString start;
    };
    void begin();
    Result<void> edit(std::size_t cart);
    void sawQuantity(std::int64_t quantity, bool lastReader);
    void rate(double perSecond, double seconds);
    void max(double seconds, std::size_t window, const QByteArray &id);
    Result<std::size_t> editAtMost(double seconds, std::size_t window);
    void report(const Outcome &outcome, bool withSamples);
    void listenTo(BenchClient &reader, bool last);

    std::vector<Cart> m_carts;
    std::vector<std::string> m_keys;
    std::int64_t m_quantity = 1000;
    std::size_t m_turn = 0;
    std::unordered_map<std::int64_t, double> m_sent; // quantity to when, in this window
    std::vector<double> m_samples;                   // milliseconds
    std::size_t m_seenByLast = 0;
    std::size_t m_markers = 0;
    std::optional<Error> m_failure; // of a client
};

} // namespace evencart::bench
