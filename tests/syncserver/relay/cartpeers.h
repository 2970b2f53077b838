#pragma once

#include "serverbench.h"

// People who share a cart on a Bench.
namespace evencart::test {

// An owner, an editor and a viewer of one cart, all live.
struct Three
{
    explicit Three(Bench &bench) : ann(bench, 0xA), ben(bench, 0xB), vic(bench, 0xC)
    {
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.letIn(vic, Role::Viewer);
        for (TestPeer *peer : {&ann, &ben, &vic})
            peer->connectAndOpen();
    }
    void read()
    {
        for (TestPeer *peer : {&ann, &ben, &vic})
            peer->read();
    }
    bool isEverybodyEqual()
    {
        read();
        return ann.digest() == ben.digest() && ben.digest() == vic.digest() && ann.isEqualToServer();
    }
    TestPeer ann, ben, vic;
};

// An owner and an editor, both live.
struct Pair
{
    explicit Pair(Bench &bench) : ann(bench, 0xA), ben(bench, 0xB)
    {
        ann.found();
        ann.letIn(ben, Role::Editor);
        ann.connectAndOpen();
        ben.connectAndOpen();
    }
    void read()
    {
        ann.read();
        ben.read();
    }
    TestPeer ann, ben;
};

// A note that replaces the one before it.
inline void rewrite(TestPeer &peer, const std::string &text)
{
    std::vector<Dot> old;
    for (const auto &[line, facts] : peer.state.facts().bySubject()) {
        for (const Fact &fact : facts)
            old.push_back(fact.dot);
    }
    std::sort(old.begin(), old.end());
    peer.push({encodeDelta(peer.makeDelta(text, old))});
    peer.read();
    peer.bench.tick();
    peer.read();
}

} // namespace evencart::test
