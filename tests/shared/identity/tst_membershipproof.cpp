#include "identity/membershipproof.h"

#include "protocol/protocollimits.h"
#include "support/seededrandom.h"

#include <QTest>

using namespace evencart;

class TestMembershipProof : public QObject
{
    Q_OBJECT

private:
    test::SeededRandom m_random{1};
    KeyPair m_founder = KeyPair::generate(m_random);
    KeyPair m_owner = KeyPair::generate(m_random);
    KeyPair m_guest = KeyPair::generate(m_random);
    KeyPair m_stranger = KeyPair::generate(m_random);
    KeyPair m_invite = KeyPair::generate(m_random);
    MembershipProof m_founding = foundCart(m_founder.publicKey(), m_random);
    CartId m_cart = cartIdFor(m_founder.publicKey(), m_founding.nonce);

    MembershipStep step(const KeyPair &inviter, Role role, const KeyPair &member) const
    {
        return {role, m_invite.publicKey(), grantInvitation(inviter, m_cart, role, m_invite.publicKey()),
                member.publicKey(), signJoining(m_invite, m_cart, member.publicKey())};
    }
    // Founder, a second owner, and a guest whom the second owner invited.
    MembershipProof chain(Role ofOwner = Role::Owner, Role ofGuest = Role::Viewer) const
    {
        return extendProof(extendProof(m_founding, step(m_founder, ofOwner, m_owner)), step(m_owner, ofGuest, m_guest));
    }
    static bool isRefused(const MembershipProof &proof)
    {
        const auto proven = verifyProof(proof);
        return !proven.ok() && proven.error().code == ErrorCode::Refused;
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(initCrypto().ok()); }

    void theFounderIsAnOwner()
    {
        const auto proven = verifyProof(m_founding);
        QVERIFY(proven.ok());
        QVERIFY((*proven == ProvenMembership{m_cart, m_founder.publicKey(), Role::Owner}));
    }

    void theChainEndsWithTheMember()
    {
        const auto proven = verifyProof(chain());
        QVERIFY(proven.ok());
        QVERIFY((*proven == ProvenMembership{m_cart, m_guest.publicKey(), Role::Viewer}));
        QVERIFY((*verifyProof(chain(Role::Owner, Role::Editor))).role == Role::Editor);
    }

    // Whoever has another key or another nonce has another cart.
    void theCartIsTheFounders()
    {
        MembershipProof claimed = m_founding;
        claimed.founderKey = m_stranger.publicKey();
        QVERIFY(verifyProof(claimed)->cart != m_cart);
        MembershipProof another = m_founding;
        another.nonce[0] ^= 1;
        QVERIFY(verifyProof(another)->cart != m_cart);
    }

    void aForgedGrantIsRefused()
    {
        QVERIFY(isRefused(extendProof(m_founding, step(m_stranger, Role::Editor, m_stranger))));
        MembershipProof changed = chain();
        changed.steps[0].grant[5] ^= 1;
        QVERIFY(isRefused(changed));
    }

    void aForgedJoiningIsRefused()
    {
        MembershipProof changed = chain();
        changed.steps[1].joining[5] ^= 1;
        QVERIFY(isRefused(changed));
    }

    void aStepOfAnotherCartIsRefused()
    {
        MembershipProof moved = chain();
        moved.nonce[0] ^= 1; // same founder, another cart
        QVERIFY(isRefused(moved));
    }

    void onlyOwnersInvite()
    {
        QVERIFY(isRefused(chain(Role::Viewer)));
        QVERIFY(isRefused(chain(Role::Editor)));
    }

    void aRaisedRoleIsRefused()
    {
        MembershipProof raised = chain();
        raised.steps[1].role = Role::Owner;
        QVERIFY(isRefused(raised));
    }

    void swappedKeysAreRefused()
    {
        MembershipProof swapped = chain();
        std::swap(swapped.steps[1].inviteKey, swapped.steps[1].memberKey);
        QVERIFY(isRefused(swapped));
        swapped = chain();
        std::swap(swapped.steps[1].grant, swapped.steps[1].joining);
        QVERIFY(isRefused(swapped));
        swapped = chain();
        std::swap(swapped.steps[0], swapped.steps[1]);
        QVERIFY(isRefused(swapped));
    }

    // Somebody who saw a proof puts in their own key.
    void anotherMemberCannotTakeTheStep()
    {
        MembershipProof taken = chain();
        taken.steps[1].memberKey = m_stranger.publicKey();
        QVERIFY(isRefused(taken));
    }

    void aChainWithAMissingLinkIsRefused()
    {
        MembershipProof truncated = chain();
        truncated.steps.erase(truncated.steps.begin());
        QVERIFY(isRefused(truncated));
    }

    // Without its last step it proves less, for another member: the caller compares the key.
    void aChainCutShortProvesTheInviter()
    {
        MembershipProof cut = chain();
        cut.steps.pop_back();
        QVERIFY(verifyProof(cut)->memberKey == m_owner.publicKey());
    }

    void sixteenStepsAreEnough()
    {
        MembershipProof proof = m_founding;
        for (std::size_t i = 0; i < MembershipProof::mostSteps; ++i)
            proof = extendProof(std::move(proof), step(m_founder, Role::Owner, m_founder));
        QVERIFY(verifyProof(proof).ok());
        QVERIFY(encodeProof(proof).size() <= protocol::proofBytes);
        QVERIFY(*decodeProof(encodeProof(proof)) == proof);
        proof.steps.push_back(step(m_founder, Role::Owner, m_founder));
        QCOMPARE(int(verifyProof(proof).error().code), int(ErrorCode::Limit));
    }

    void proofsRoundTrip()
    {
        QVERIFY(*decodeProof(encodeProof(m_founding)) == m_founding);
        QVERIFY(*decodeProof(encodeProof(chain())) == chain());
    }

    // Not one bit is free: each belongs to a key, a signature, the cart's id or the form.
    void everyBitCounts()
    {
        const Bytes bytes = encodeProof(chain());
        for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
            Bytes changed = bytes;
            changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << bit % 8));
            const auto proof = decodeProof(changed);
            QVERIFY2(!proof || !verifyProof(*proof).ok(), qPrintable(QString::number(bit)));
        }
    }

    void aLaterProofIsNamedAsSuch()
    {
        Bytes bytes = encodeProof(m_founding);
        bytes[1] = 2;
        QCOMPARE(int(decodeProof(bytes).error().code), int(ErrorCode::TooNew));
        QCOMPARE(int(decodeProof(Bytes(protocol::proofBytes + 1, '\0')).error().code), int(ErrorCode::Limit));
    }
};

QTEST_APPLESS_MAIN(TestMembershipProof)
#include "tst_membershipproof.moc"
