#pragma once

#include "demo/demostage.h"
#include "lab/labhands.h"

namespace evencart {

// A demonstration on the laboratory's table. Without times in its text, each step waits until whoever is connected has
// everything; with them, steps happen when they are due, and what is under way stays so.
class LabStage final : public DemoStage
{
public:
    // The world is new, and outlives the stage.
    explicit LabStage(LabWorld &world) : m_world(world), m_hands(world) {}

    Result<void> open(const DemoCast &cast) override;
    Result<std::vector<Answer>> act(const std::vector<DemoAct> &acts) override;
    Result<void> plug(const std::string &person, bool on) override;
    Result<void> server(DemoServer::What what) override;
    Result<void> waitUntil(std::uint64_t milliseconds) override;
    Result<void> setNetwork(const DemoNetwork &network) override;
    Result<QJsonObject> cart(const std::string &person, const std::string &cart) override;
    Result<QJsonObject> goods(const std::string &person) override;
    Result<QJsonObject> people(const std::string &person, const std::string &cart) override;
    Result<QJsonObject> orders(const std::string &person) override;

private:
    LabPerson *find(const std::string &person);
    Result<void> settle();

    LabWorld &m_world;
    LabHands m_hands;
    std::map<std::string, LabPerson *> m_people; // by the name in the text; they may go by another since
    bool m_isTimed = false;
};

} // namespace evencart
