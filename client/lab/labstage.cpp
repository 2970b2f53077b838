#include "lab/labstage.h"

#include "portability/cartdocument.h"
#include "portability/json.h"

namespace evencart {

namespace {

Error noSuch(const std::string &what)
{
    return {ErrorCode::InvalidInput, "There is no " + what + " in the laboratory."};
}

} // namespace

Result<void> LabStage::open(const DemoCast &cast)
{
    if (!cast.goods.empty()) {
        if (const auto imported = m_hands.import(cast.catalogue()); imported.outcome != DemoOutcome::Done)
            return Error{ErrorCode::InvalidInput, imported.said};
    }
    for (const std::string &person : cast.people)
        m_people[person] = &m_world.add(person);
    for (const auto &cart : cast.carts) {
        LabPerson &owner = *m_people.at(cart.people.front());
        if (auto founded = owner.found(cart.name); !founded)
            return founded;
        for (auto guest = cart.people.begin() + 1; guest != cart.people.end(); ++guest) {
            if (auto adopted = m_people.at(*guest)->adopt(cart.name, owner); !adopted)
                return adopted;
        }
    }
    return settle();
}

Result<void> LabStage::settle()
{
    if (m_isTimed || m_world.settle())
        return {};
    return Error{ErrorCode::Unreachable, "The laboratory did not come to rest."};
}

LabPerson *LabStage::find(const std::string &person)
{
    const auto found = m_people.find(person);
    return found == m_people.end() ? nullptr : found->second;
}

Result<std::vector<DemoStage::Answer>> LabStage::act(const std::vector<DemoAct> &acts)
{
    const auto answers = std::make_shared<std::vector<Answer>>(acts.size());
    for (std::size_t n = 0; n < acts.size(); ++n) {
        const auto take = [answers, n](const Answer &answer) { (*answers)[n] = answer; };
        if (acts[n].isOperators()) {
            take(m_hands.operate(acts[n].words));
            continue;
        }
        LabPerson *person = find(acts[n].actor);
        if (!person)
            return noSuch(acts[n].actor);
        if (!m_isTimed)
            take({DemoOutcome::Unreachable, "The server gave no answer."});
        m_hands.act(*person, acts[n].words, take);
    }
    if (auto settled = settle(); !settled)
        return settled.error();
    return *answers;
}

Result<void> LabStage::plug(const std::string &person, bool on)
{
    if (!find(person))
        return noSuch(person);
    m_world.plug(*find(person), on);
    return settle();
}

Result<void> LabStage::server(DemoServer::What what)
{
    switch (what) {
    case DemoServer::What::Stop:
        m_world.stopServer();
        break;
    case DemoServer::What::Start:
        m_world.startServer();
        break;
    case DemoServer::What::Keep:
        m_world.keepServer();
        break;
    case DemoServer::What::PutBack:
        m_world.putServerBack();
        break;
    }
    return settle();
}

Result<void> LabStage::waitUntil(std::uint64_t milliseconds)
{
    m_isTimed = true;
    m_world.advanceTo(milliseconds);
    return {};
}

Result<void> LabStage::setNetwork(const DemoNetwork &network)
{
    m_world.network = {network.delay, network.lossPercent};
    return {};
}

Result<QJsonObject> LabStage::cart(const std::string &person, const std::string &cart)
{
    LabPerson *viewer = find(person);
    const CartReplica *replica = viewer ? viewer->cartNamed(cart) : nullptr;
    if (!replica)
        return noSuch(cart);
    return cartDocument(viewer->store(), *replica, [viewer](const MemberId &member) { return viewer->nameOf(member); });
}

Result<QJsonObject> LabStage::goods(const std::string &person)
{
    LabPerson *viewer = find(person);
    const auto goods = viewer ? viewer->shop()->goods() : Result<std::vector<KnownGood>>(noSuch(person));
    if (!goods)
        return goods.error();
    QJsonArray array;
    for (const KnownGood &good : *goods)
        array.append(jsonObject({{"sku", jsonText(good.sku)}, {"stock", jsonQuantity(good.stock)}}));
    return jsonObject({{"goods", array}});
}

Result<QJsonObject> LabStage::people(const std::string &person, const std::string &cart)
{
    LabPerson *viewer = find(person);
    const CartReplica *replica = viewer ? viewer->cartNamed(cart) : nullptr;
    if (!replica)
        return noSuch(cart);
    QJsonArray array;
    for (const protocol::Member &member : viewer->membersOf(replica->record().id)) {
        array.append(jsonObject({{"name", jsonText(member.name)}, {"role", jsonText(roleName(member.role))}}));
    }
    return jsonObject({{"members", array}});
}

Result<QJsonObject> LabStage::orders(const std::string &person)
{
    LabPerson *viewer = find(person);
    if (!viewer)
        return noSuch(person);
    QJsonArray array;
    for (const protocol::Order &order : viewer->orders)
        array.append(jsonObject({{"ledger", jsonNumber(order.number)}}));
    return jsonObject({{"orders", array}});
}

} // namespace evencart
