#include "bench/orderscenario.h"

#include "bench/benchclient.h"
#include "bench/eventwait.h"
#include "bench/figures.h"
#include "cart/orderable.h"

#include <algorithm>

namespace evencart::bench {

namespace {

constexpr double openMilliseconds = 60'000;
constexpr double runMilliseconds = 600'000;

// One who orders, over and over.
class Buyer
{
public:
    Buyer(std::unique_ptr<BenchClient> client, std::string name, const std::string &sku)
        : m_client(std::move(client)), m_name(std::move(name)), m_sku(sku)
    {
    }

    BenchClient &client() { return *m_client; }
    const std::vector<double> &waits() const { return m_waits; }
    std::size_t refused() const { return m_refused; }

    // Takes the next step where there is one; true while an order is under way or can begin.
    Result<void> go(std::size_t &left)
    {
        if (m_isAsked || !m_client->isLive() || !m_client->isAcknowledged())
            return {};
        if (!m_client->count()) {
            if (left == 0)
                return {};
            --left;
            return m_client->want(m_sku);
        }
        m_isAsked = true;
        const double asked = nowMilliseconds();
        m_client->order(m_name + " " + std::to_string(++m_number),
                        [this, asked](const Result<ClientEngine::OrderOutcome> &outcome) {
                            m_isAsked = false;
                            if (outcome && std::holds_alternative<protocol::Ordered>(*outcome))
                                m_waits.push_back(nowMilliseconds() - asked);
                            else
                                ++m_refused;
                        });
        return {};
    }
    bool isDone() const { return !m_isAsked && m_client->count() == 0 && m_client->isAcknowledged(); }

private:
    std::unique_ptr<BenchClient> m_client;
    std::string m_name;
    const std::string &m_sku;
    bool m_isAsked = false;
    std::uint64_t m_number = 0;
    std::vector<double> m_waits;
    std::size_t m_refused = 0;
};

Result<std::vector<std::unique_ptr<Buyer>>> open(const OrderRun &run)
{
    std::vector<std::unique_ptr<Buyer>> buyers;
    for (std::size_t n = 0; n < run.buyers; ++n) {
        // Of this run: a cart and keys that were used before would meet what they left.
        const std::string name = std::to_string(n) + " of " + nowNanosecondText().toStdString();
        auto client = BenchClient::connect(run.url, QString::fromStdString("orders " + name));
        if (!client)
            return client.error();
        buyers.push_back(std::make_unique<Buyer>(std::move(*client), name, run.sku));
    }
    const bool opened =
        waitUntil([&] { return std::ranges::all_of(buyers, [](const auto &each) { return each->client().isLive(); }); },
                  openMilliseconds);
    if (!opened)
        return Error{ErrorCode::Unreachable, "The server took too long: not everybody was let in."};
    return buyers;
}

} // namespace

Result<void> placeOrders(const OrderRun &run)
{
    auto buyers = open(run);
    if (!buyers)
        return buyers.error();
    std::size_t left = run.orders;
    std::optional<Error> failure;
    const double began = nowMilliseconds();
    const bool ended = waitUntil(
        [&] {
            bool done = true;
            for (const auto &buyer : *buyers) {
                if (auto gone = buyer->go(left); !gone)
                    failure = gone.error();
                if (buyer->client().failure())
                    failure = buyer->client().failure();
                done = done && buyer->isDone();
            }
            return failure || (done && left == 0);
        },
        runMilliseconds);
    const double seconds = (nowMilliseconds() - began) / 1000;
    if (failure)
        return *failure;
    if (!ended)
        return Error{ErrorCode::Unreachable, "The server took too long: not everything was ordered."};
    std::vector<double> waits;
    std::size_t refused = 0;
    for (const auto &buyer : *buyers) {
        waits.insert(waits.end(), buyer->waits().begin(), buyer->waits().end());
        refused += buyer->refused();
    }
    std::ranges::sort(waits);
    print({{QStringLiteral("buyers"), qint64(run.buyers)},
           {QStringLiteral("orders"), qint64(waits.size())},
           {QStringLiteral("refused"), qint64(refused)},
           {QStringLiteral("orders_per_second"), static_cast<double>(waits.size()) / seconds},
           {QStringLiteral("p50_ms"), percentile(waits, 50)},
           {QStringLiteral("p99_ms"), percentile(waits, 99)}});
    return {};
}

} // namespace evencart::bench
