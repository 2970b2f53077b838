#pragma once

#include "workspace/workspace.h"

#include "support/seededrandom.h"

#include <QString>

#include <memory>

namespace evencart::gallery {

// A week of groceries, as typed.
inline constexpr const char *week =
    "2x milk, semi-skimmed #dairy 1.29EUR\nbutter #dairy 2.49EUR\n6x eggs #dairy\nrye bread #bakery 3.20EUR\n"
    "4x rolls #bakery\n1 kg bananas #fruit 1.79EUR\n500 g tomatoes #fruit\nolive oil #pantry\n"
    "0.5 kg flour #pantry 1.98EUR\nwashing powder #household\n2x coffee filters #household";

// Wall time that starts at the same moment in every run and then goes on as usual.
class StoryClock final : public Clock
{
public:
    StoryClock();
    std::uint64_t wallMilliseconds() const override;
    std::uint64_t monotonicMilliseconds() const override;

private:
    std::uint64_t m_start;
};

// Ann's and Ben's profiles and a cart that both are in. They edit apart; meet() passes everything on, as a server
// would. The same keys, ids and colours in every run.
class TwoPeople
{
public:
    explicit TwoPeople(const QString &directory);

    QString annsDirectory() const { return m_directory + QStringLiteral("/ann"); }
    Workspace &ann() { return *m_ann; }
    Workspace &ben() { return *m_ben; }
    const CartId &cart() const { return m_cart; }

    void addFor(Workspace &who, const char *text); // as typed, one item a line
    LineId line(Workspace &who, const char *name);
    void edit(Workspace &who, const CartReplica::Action &action, const char *label = "story");
    void meet();
    // The server refuses what Ann has not passed on.
    void refuseAnns(protocol::VoidReason reason);
    void addCart(const char *name, const char *text);              // another one, of Ann's alone
    void setServer(const char *url, const char *fingerprint = ""); // of both profiles
    // Closes both; Ann's profile is then free for the window.
    void leave();

private:
    CartReplica &replica(Workspace &who);
    void passOn(Workspace &from, Workspace &to);

    QString m_directory;
    StoryClock m_clock;
    test::SeededRandom m_annsRandom{11};
    test::SeededRandom m_bensRandom{23};
    std::unique_ptr<Workspace> m_ann;
    std::unique_ptr<Workspace> m_ben;
    CartId m_cart;
    std::uint64_t m_logged = 0; // positions that the log would have
};

} // namespace evencart::gallery
