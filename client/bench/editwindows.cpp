#include "bench/editwindows.h"

#include "bench/eventwait.h"
#include "bench/figures.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace evencart::bench {

namespace {

constexpr double rateGraceMilliseconds = 6000;
constexpr double maxGraceMilliseconds = 30'000;
constexpr std::size_t stride = 7; // over the cart's keys
constexpr std::size_t mostSamples = 20'000;

Op quantityOp(const std::string &key, std::int64_t quantity)
{
    Op op;
    op.kind = Op::Kind::Quantity;
    op.key = key;
    op.quantity = quantity;
    return op;
}

Op noteOp(const std::string &key, std::string note)
{
    Op op;
    op.kind = Op::Kind::Note;
    op.key = key;
    op.note = std::move(note);
    return op;
}

} // namespace

EditWindows::EditWindows(std::vector<Cart> carts, std::vector<std::string> keys)
    : m_carts(std::move(carts)), m_keys(std::move(keys))
{
    for (const Cart &cart : m_carts) {
        QObject::connect(cart.writer, &BenchClient::failed, cart.writer,
                         [this](const Error &reason) { m_failure = reason; });
        for (BenchClient *reader : cart.readers)
            listenTo(*reader, reader == m_carts.front().readers.back());
    }
}

void EditWindows::listenTo(BenchClient &reader, bool last)
{
    QObject::connect(&reader, &BenchClient::failed, &reader, [this](const Error &reason) { m_failure = reason; });
    reader.onRemote([this, last](const BenchClient::RemoteChange &change) {
        if (change.quantity)
            sawQuantity(*change.quantity, last);
        if (change.note && change.note->starts_with('~'))
            ++m_markers;
    });
}

void EditWindows::obey(StandardInput &input)
{
    while (const auto line = input.waitForLine()) {
        const QList<QByteArray> words = line->split(' ');
        if (words.first() == "quit")
            return;
        if (words.size() == 4 && words.first() == "rate")
            rate(words[1].toDouble(), words[2].toDouble());
        else if (words.size() == 4 && words.first() == "max")
            max(words[1].toDouble(), words[2].toULongLong(), words[3]);
        else
            printError({ErrorCode::InvalidInput, "A window is \"rate R S ID\", \"max S W ID\" or \"quit\"."});
    }
}

void EditWindows::begin()
{
    m_sent.clear();
    m_samples.clear();
    m_seenByLast = 0;
    m_markers = 0;
}

Result<void> EditWindows::edit(std::size_t cart)
{
    const std::string &key = m_keys[static_cast<std::size_t>(m_quantity) * stride % m_keys.size()];
    ++m_quantity;
    m_sent[m_quantity] = nowMilliseconds();
    return m_carts[cart].writer->apply(quantityOp(key, m_quantity));
}

void EditWindows::sawQuantity(std::int64_t quantity, bool lastReader)
{
    const auto sent = m_sent.find(quantity);
    if (sent == m_sent.end())
        return;
    m_samples.push_back(nowMilliseconds() - sent->second);
    if (lastReader)
        ++m_seenByLast;
}

void EditWindows::rate(double perSecond, double seconds)
{
    begin();
    Outcome outcome;
    outcome.start = nowNanosecondText();
    outcome.edits = static_cast<std::size_t>(std::lround(perSecond * seconds));
    const double start = nowMilliseconds();
    for (std::size_t i = 0; i < outcome.edits; ++i) {
        waitFor(start + static_cast<double>(i) * 1000 / perSecond - nowMilliseconds());
        if (auto edited = edit(m_turn++ % m_carts.size()); !edited)
            return printError(edited.error());
    }
    const std::size_t wanted = outcome.edits * m_carts.front().readers.size();
    outcome.timedOut = !waitUntil([&] { return m_samples.size() >= wanted || m_failure; }, rateGraceMilliseconds);
    report(outcome, true);
}

Result<std::size_t> EditWindows::editAtMost(double seconds, std::size_t window)
{
    const double end = nowMilliseconds() + seconds * 1000;
    std::size_t edits = 0;
    while (nowMilliseconds() < end && !m_failure) {
        if (edits - m_seenByLast >= window) {
            waitUntil([&] { return edits - m_seenByLast < window || m_failure; }, 50);
            continue;
        }
        if (auto edited = edit(0); !edited)
            return edited.error();
        if (++edits % 8 == 0)
            turnOnce();
    }
    waitUntil([&] { return m_seenByLast >= edits || m_failure; }, maxGraceMilliseconds);
    return edits;
}

void EditWindows::max(double seconds, std::size_t window, const QByteArray &id)
{
    begin();
    Outcome outcome;
    outcome.start = nowNanosecondText();
    const auto edits = editAtMost(seconds, window);
    if (!edits)
        return printError(edits.error());
    const Cart &cart = m_carts.front();
    if (auto marked = cart.writer->apply(noteOp(m_keys.front(), "~M" + id.toStdString() + "~")); !marked)
        return printError(marked.error());
    outcome.edits = *edits + 1;
    outcome.timedOut = !waitUntil([&] { return m_markers >= cart.readers.size() || m_failure; }, maxGraceMilliseconds);
    report(outcome, false);
}

void EditWindows::report(const Outcome &outcome, bool withSamples)
{
    if (m_failure)
        return printError(*m_failure);
    std::sort(m_samples.begin(), m_samples.end());
    QJsonObject figures{{QStringLiteral("edits"), qint64(outcome.edits)},
                        {QStringLiteral("timeout"), outcome.timedOut},
                        {QStringLiteral("samples"), qint64(m_samples.size())},
                        {QStringLiteral("p50_us"), percentile(m_samples, 50) * 1000},
                        {QStringLiteral("p99_us"), percentile(m_samples, 99) * 1000},
                        {QStringLiteral("max_us"), m_samples.empty() ? 0 : m_samples.back() * 1000},
                        {QStringLiteral("t0"), outcome.start},
                        {QStringLiteral("t1"), nowNanosecondText()}};
    if (withSamples && m_samples.size() <= mostSamples) {
        QJsonArray samples;
        for (const double sample : m_samples)
            samples.append(std::round(sample * 1000));
        figures[QStringLiteral("samples_us")] = samples;
    }
    print(figures);
}

} // namespace evencart::bench
