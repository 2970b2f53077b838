#pragma once

#include "demo/demoscript.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace evencart {

// Where a demonstration happens: real programs (ProcessStage), or engines on a table (the laboratory). Whoever is
// online has heard of everything when a call comes back. Errors are of the stage itself: a program that is missing, a
// full disk; how an act ended is an answer.
class DemoStage
{
public:
    struct Answer
    {
        DemoOutcome outcome = DemoOutcome::Done;
        std::string said; // to the one who acted, in the words of the program
    };

    virtual ~DemoStage() = default;

    // The people with their profiles, the carts that they share, the goods; everybody online.
    virtual Result<void> open(const DemoCast &cast) = 0;

    // At the same time, where they are several; an answer for each.
    virtual Result<std::vector<Answer>> act(const std::vector<DemoAct> &acts) = 0;
    virtual Result<void> plug(const std::string &person, bool on) = 0;
    virtual Result<void> server(DemoServer::What what) = 0;

    // The real time and the real network are what they are: a stage may ignore both.
    virtual Result<void> waitUntil(std::uint64_t) { return {}; }
    virtual Result<void> setNetwork(const DemoNetwork &) { return {}; }

    // What that person sees, as `cart show`, `stock --local`, `members` and `orders` give it in JSON. What is known
    // there; only `people` may ask the server.
    virtual Result<QJsonObject> cart(const std::string &person, const std::string &cart) = 0;
    virtual Result<QJsonObject> goods(const std::string &person) = 0;
    virtual Result<QJsonObject> people(const std::string &person, const std::string &cart) = 0;
    virtual Result<QJsonObject> orders(const std::string &person) = 0;
};

} // namespace evencart
