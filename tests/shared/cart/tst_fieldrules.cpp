#include "base/limits.h"
#include "cart/validate.h"
#include "support/people.h"

#include <QTest>

using namespace evencart;
using namespace evencart::test;

namespace {

struct Milk : Three
{
    explicit Milk(double pieces = 1)
    {
        a.add("milk", pieces);
        sync();
    }
    LineId id() const { return a.idOf("milk"); }
    LineView seen()
    {
        sync();
        return c.line("milk");
    }
};

void price(KernelReplica &who, const std::string &name, const std::optional<Money> &value)
{
    who.act([&](Edit &e) { KernelReplica::must(e.setPrice(who.idOf(name), value)); });
}

bool accepted(Field field, const Bytes &body)
{
    Add add = plainAdd(1, number(field), body);
    if (field == Field::CartName || field == Field::MergedFrom || field == Field::Requires)
        add.subject = {};
    return validateContent(plainDelta(1, 1, {add})).ok();
}

} // namespace

// Conformance, "Fields": registers, marks, likes.
class TestFieldRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void c38_theOtherNoteStaysInSightUntilSomebodyWrites()
    {
        Milk p;
        p.a.setWall(1'700'000'001'000);
        p.a.note("milk", "x");
        p.b.note("milk", "y");
        const LineView both = p.seen();
        QVERIFY(p.equal());
        QCOMPARE(both.note, std::string("x"));
        QCOMPARE(both.conflicts, (std::vector<FieldConflict>{{Field::Note, {"y"}}}));
        p.c.note("milk", "x"); // the shown value, written: settles it
        QVERIFY(p.seen().conflicts.empty());
        QCOMPARE(p.seen().note, std::string("x"));
    }
    void c40_equalStampsHaveOneWinner()
    {
        Milk p;
        p.a.clock() = HybridClock();
        p.b.clock() = HybridClock();
        p.a.setWall(2'000'000'000'000);
        p.b.setWall(2'000'000'000'000);
        p.a.note("milk", "of the lower replica");
        p.b.note("milk", "of the higher replica");
        QCOMPARE(p.a.deltas.back().stamp, p.b.deltas.back().stamp);
        p.sync();
        for (KernelReplica *each : p.all())
            QCOMPARE(each->line("milk").note, std::string("of the higher replica"));
    }
    void c41_aNoteBesideARemoveIsNoHusk()
    {
        Milk p;
        p.a.note("milk", "the blue one");
        p.b.remove("milk");
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.pieces("milk"), -1.0);
        p.c.add("milk");
        QCOMPARE(p.seen().note, std::string());
        QCOMPARE(p.a.state().facts().size(), size_t(1));
    }
    void c42_aMarkBesideARemoveIsNoHusk()
    {
        Milk p;
        p.a.check("milk");
        p.b.remove("milk");
        p.sync();
        QCOMPARE(p.c.pieces("milk"), -1.0);
        p.c.add("milk");
        QVERIFY(!p.seen().checked);
    }
    void c44_moreWantedReopensTheLine()
    {
        Milk p;
        p.a.check("milk");
        p.b.increase("milk", 1);
        const LineView line = p.seen();
        QVERIFY(!line.checked);
        QCOMPARE(line.bought(), std::int64_t(1000));
        QCOMPARE(line.quantity, std::int64_t(2000));
        p.c.check("milk");
        QVERIFY(p.seen().checked);
        QCOMPARE(p.seen().boughtBy.size(), size_t(2));
        QVERIFY(!p.seen().boughtTwice);
    }
    void c45_aCheckOutlivesAnUncheck()
    {
        Milk p;
        p.a.check("milk");
        p.sync();
        p.a.uncheck("milk");
        p.b.check("milk");
        QVERIFY(p.seen().checked);
        QVERIFY(p.equal());
    }
    void aFirstCheckOutlivesAnUncheckToo()
    {
        Milk p(2);
        p.a.act([&](Edit &e) { KernelReplica::must(e.check(p.id(), 1000)); });
        p.sync();
        p.a.uncheck("milk");
        p.b.check("milk");
        QCOMPARE(p.seen().bought(), std::int64_t(1000));
        QVERIFY(!p.seen().checked);
    }
    void boughtTwiceNamesBoth()
    {
        Milk p(2);
        p.a.check("milk");
        p.b.check("milk");
        const LineView line = p.seen();
        QVERIFY(line.checked && line.boughtTwice);
        QCOMPARE(line.boughtBy.size(), size_t(2));
        p.c.uncheck("milk");
        QVERIFY(p.seen().boughtBy.empty());
    }
    void partialMarksAddUp()
    {
        Milk p(3);
        p.a.act([&](Edit &e) { KernelReplica::must(e.check(p.id(), 1000)); });
        p.a.act([&](Edit &e) { KernelReplica::must(e.check(p.id(), 1000)); });
        QCOMPARE(p.seen().boughtBy, (std::vector<Share>{{p.a.member(), 2000}}));
        QVERIFY(!p.seen().checked);
        p.b.check("milk"); // what is open
        QCOMPARE(p.seen().boughtBy.size(), size_t(2));
        QVERIFY(p.seen().checked);
        QVERIFY(!p.seen().boughtTwice);
    }
    // One person with two devices buys once.
    void twoDevicesOfOneMemberAreOnePurchase()
    {
        Milk p(2);
        KernelReplica phone(cartNumber(7), 500, "Ann");
        phone.join(p.a);
        phone.check("milk");
        p.a.check("milk");
        p.a.receiveAll(phone);
        QCOMPARE(p.a.line("milk").boughtBy, (std::vector<Share>{{p.a.member(), 2000}}));
        QVERIFY(!p.a.line("milk").boughtTwice);
    }
    void c41_likesAreASetOfPeople()
    {
        Milk p;
        for (KernelReplica *each : p.all())
            each->like("milk");
        p.a.like("milk");
        QCOMPARE(p.seen().likes.size(), size_t(3));
        p.b.unlike("milk");
        QCOMPARE(p.seen().likes.size(), size_t(2));
        QCOMPARE(p.b.unlike("milk").seq, std::uint64_t(0));
    }
    void aLikeOutlivesAnUnlikeOnAnotherDevice()
    {
        Milk p;
        p.a.like("milk");
        p.sync();
        KernelReplica phone(cartNumber(7), 500, "Ann");
        phone.join(p.a);
        phone.like("milk");
        p.a.unlike("milk");
        p.a.receiveAll(phone);
        QCOMPARE(p.a.line("milk").likes.size(), size_t(1));
    }
    // "I take it", said by two at once: both stand there, and each takes back its own.
    void claimsAreASetOfPeople()
    {
        Milk p;
        p.a.claim("milk");
        p.b.claim("milk");
        p.a.claim("milk");
        QCOMPARE(p.seen().claimedBy.size(), size_t(2));
        QVERIFY(p.a.line("milk").conflicts.empty());
        QCOMPARE(p.c.unclaim("milk").seq, std::uint64_t(0)); // not among them
        p.b.unclaim("milk");
        QCOMPARE(p.seen().claimedBy, (std::vector<MemberId>{p.a.member()}));
        QVERIFY(p.a.line("milk").likes.empty() && !p.a.line("milk").assignee);
    }
    void aClaimOutlivesAnUnclaimOnAnotherDevice()
    {
        Milk p;
        p.a.claim("milk");
        p.sync();
        KernelReplica phone(cartNumber(7), 500, "Ann");
        phone.join(p.a);
        phone.claim("milk");
        p.a.unclaim("milk");
        p.a.receiveAll(phone);
        QCOMPARE(p.a.line("milk").claimedBy.size(), size_t(1));
    }
    // What was removed comes back with my claim, and without those of others: they are theirs to make.
    void aRestoreBringsBackMyClaimAlone()
    {
        Milk p;
        p.a.claim("milk");
        p.b.claim("milk");
        p.sync();
        const LineView was = p.a.line("milk");
        p.a.remove("milk");
        p.a.restore(was);
        QCOMPARE(p.seen().claimedBy, (std::vector<MemberId>{p.a.member()}));
    }
    void aLikeDoesNotHoldALine()
    {
        Milk p;
        p.a.like("milk");
        p.b.remove("milk");
        p.sync();
        QCOMPARE(p.c.pieces("milk"), -1.0);
    }
    void descriptiveWritesDoNotHoldALine_data()
    {
        QTest::addColumn<int>("what");
        int what = 0;
        for (const char *name : {"note", "category", "price", "assignee", "check", "claim", "like"})
            QTest::newRow(name) << what++;
    }
    void descriptiveWritesDoNotHoldALine()
    {
        QFETCH(int, what);
        Milk p;
        p.a.act([&](Edit &e) {
            switch (what) {
            case 0:
                KernelReplica::must(e.setNote(p.id(), "x"));
                break;
            case 1:
                KernelReplica::must(e.setCategory(p.id(), "x"));
                break;
            case 2:
                KernelReplica::must(e.setPrice(p.id(), Money{"EUR", 1}));
                break;
            case 3:
                KernelReplica::must(e.assign(p.id(), p.a.member()));
                break;
            case 4:
                KernelReplica::must(e.check(p.id()));
                break;
            case 5:
                KernelReplica::must(e.claim(p.id()));
                break;
            default:
                KernelReplica::must(e.like(p.id()));
                break;
            }
        });
        p.b.remove("milk");
        p.sync();
        QVERIFY(p.equal());
        QVERIFY(p.a.view().lines().empty());
    }
    void priceIsOneValueAndSilent()
    {
        Milk p;
        p.b.setWall(1'700'000'009'000);
        price(p.a, "milk", Money{"EUR", 199});
        price(p.b, "milk", Money{"GBP", 150});
        QCOMPARE(p.seen().price, std::optional(Money{"GBP", 150}));
        QVERIFY(p.seen().conflicts.empty());
        price(p.a, "milk", std::nullopt);
        QVERIFY(!p.seen().price);
        QVERIFY(p.equal());
    }
    void categoryIsSilentAssigneeIsNot()
    {
        Milk p;
        p.a.act([&](Edit &e) {
            KernelReplica::must(e.setCategory(p.id(), "dairy"));
            KernelReplica::must(e.assign(p.id(), p.a.member()));
        });
        p.b.act([&](Edit &e) {
            KernelReplica::must(e.setCategory(p.id(), "drinks"));
            KernelReplica::must(e.assign(p.id(), p.b.member()));
        });
        const LineView line = p.seen();
        QVERIFY(line.category == "dairy" || line.category == "drinks");
        QCOMPARE(line.conflicts.size(), size_t(1));
        QVERIFY(line.conflicts[0].field == Field::Assignee);
        p.c.act([&](Edit &e) { KernelReplica::must(e.assign(p.id(), std::nullopt)); });
        QVERIFY(!p.seen().assignee && p.seen().conflicts.empty());
    }
    void cartNamesAreSiblingsToo()
    {
        Three p;
        p.a.setWall(1'700'000'001'000);
        p.a.act([](Edit &e) { KernelReplica::must(e.renameCart("Party")); });
        p.b.act([](Edit &e) { KernelReplica::must(e.renameCart("Picnic")); });
        p.sync();
        QVERIFY(p.equal());
        QCOMPARE(p.c.view().name(), std::string("Party"));
        QCOMPARE(p.c.view().otherNames(), std::vector<std::string>{"Picnic"});
        p.c.act([](Edit &e) { KernelReplica::must(e.renameCart("Party")); });
        p.sync();
        QVERIFY(p.a.view().otherNames().empty());
    }
    // A wrong clock decides between people who did not know of each other, and never beats a value that it had read.
    void aSlowClockNeverLosesToWhatItHadRead()
    {
        Milk p;
        p.a.setWall(1'900'000'000'000);
        p.a.note("milk", "from the future");
        p.b.receiveAll(p.a);
        p.b.clock() = HybridClock();
        p.b.setWall(1'000'000'000'000);
        p.b.note("milk", "read and replaced");
        QCOMPARE(p.seen().note, std::string("read and replaced"));
        QVERIFY(p.seen().conflicts.empty());
    }
    // A pasted list with an item twice left two notes of one action beside each other.
    void oneActionHasOneLastWord()
    {
        Three p;
        p.a.act([](Edit &e) {
            NewItem item = KernelReplica::item("milk");
            item.note = "first";
            KernelReplica::must(e.add(item));
            item.note = "second";
            KernelReplica::must(e.add(item));
        });
        QCOMPARE(p.a.pieces("milk"), 2.0);
        QCOMPARE(p.a.line("milk").note, std::string("second"));
        QVERIFY(p.a.line("milk").conflicts.empty());
    }
    // A field of a later version was refused on the header, so an old server would have dropped what new clients wrote
    // there.
    void c123_anUnknownFieldTravelsEverywhere_data()
    {
        QTest::addColumn<bool>("onHeader");
        QTest::addColumn<int>("number");
        for (const int number : {21, 40, 63, 64, 1000}) {
            QTest::addRow("%d on a line", number) << false << number;
            QTest::addRow("%d on the cart", number) << true << number;
        }
    }
    void c123_anUnknownFieldTravelsEverywhere()
    {
        QFETCH(bool, onHeader);
        QFETCH(int, number);
        Milk p;
        const LineId subject = onHeader ? LineId() : p.id();
        const Delta made = p.a.act([&](Edit &e) { e.write(subject, static_cast<Field>(number), "\x01later"); });
        QVERIFY(validateContent(made).ok());
        const auto relayed = decodeDelta(encodeDelta(made));
        QVERIFY(relayed.ok());
        p.b.receive(*relayed);
        p.b.add("bread");
        const auto snapshot = decodeState(encodeState(p.b.state()));
        QVERIFY(snapshot.ok());
        p.c.join(*snapshot);
        const Fact *fact = p.c.state().facts().find(made.dotOf(0));
        QVERIFY(fact && fact->body == "\x01later" && fact->field == std::uint32_t(number));
        QCOMPARE(p.c.pieces("milk"), 1.0);
        p.c.remove("milk");
        p.sync();
        QVERIFY(p.equal());
    }
    void boundsOfEveryField()
    {
        const std::string longNote(limits::noteBytes, 'x');
        QVERIFY(accepted(Field::Note, encodeText(longNote)));
        QVERIFY(!accepted(Field::Note, encodeText(longNote + "x")));
        QVERIFY(!accepted(Field::Note, encodeText("")));
        QVERIFY(!accepted(Field::Note, encodeText("\xe2\x80\xae"
                                                  "backwards")));
        QVERIFY(accepted(Field::Category, encodeText(std::string(limits::shortTextBytes, 'x'))));
        QVERIFY(!accepted(Field::Category, encodeText(std::string(limits::shortTextBytes + 1, 'x'))));
        QVERIFY(accepted(Field::CartName, encodeText(std::string(limits::nameBytes, 'x'))));
        QVERIFY(!accepted(Field::CartName, encodeText(std::string(limits::nameBytes + 1, 'x'))));
        QVERIFY(accepted(Field::Title, encodeBody(TitleFact{"x", {dot(1, 1)}})));
        QVERIFY(!accepted(Field::Title, encodeBody(TitleFact{"", {}})));
        for (const std::int64_t sign : {1, -1}) {
            QVERIFY(accepted(Field::Price, encodeBody(Money{"EUR", sign * limits::priceMinor})));
            QVERIFY(!accepted(Field::Price, encodeBody(Money{"EUR", sign * (limits::priceMinor + 1)})));
        }
        QVERIFY(!accepted(Field::Price, encodeBody(Money{"eur", 1})));
        QVERIFY(!accepted(Field::Price, encodeBody(Money{"EU", 1})));
        QVERIFY(accepted(Field::Mark, encodeBody(MarkFact{{}, limits::quantityThousandths})));
        QVERIFY(!accepted(Field::Mark, encodeBody(MarkFact{{}, limits::quantityThousandths + 1})));
        QVERIFY(!accepted(Field::Mark, encodeBody(MarkFact{{}, 0})));
        QVERIFY(accepted(Field::Like, encodeMember({})));
        QVERIFY(!accepted(Field::Like, "short"));
        QVERIFY(accepted(Field::Claim, encodeMember({})));
        QVERIFY(!accepted(Field::Claim, "short"));
        QVERIFY(!accepted(Field::Assignee, ""));
        QVERIFY(accepted(Field::Place, encodePlace("a")));
        QVERIFY(!accepted(Field::Place, encodePlace("")));
        QVERIFY(!accepted(Field::Place, encodePlace(Bytes("a\0", 2))));
        QVERIFY(!accepted(Field::Place, encodePlace(Bytes(1025, 'a'))));
        QVERIFY(accepted(Field::MergedFrom, encodeBody(MergedFromFact{cartNumber(2), 1, {{ReplicaId{1}, 1}}})));
        QVERIFY(!accepted(Field::MergedFrom, "x"));
        QVERIFY(!accepted(Field::Requires, encodeFeature(0)));
        QVERIFY(accepted(Field::Requires, encodeFeature(0xffffffff)));
        Add onHeader = plainAdd(1, number(Field::Note), encodeText("x"));
        onHeader.subject = {};
        QVERIFY(!validateContent(plainDelta(1, 1, {onHeader})).ok());
        QVERIFY(!validateContent(plainDelta(1, 1, {plainAdd(1, number(Field::CartName), encodeText("x"))})).ok());
    }
    void editsRefuseWhatValidateWould()
    {
        Milk p;
        Edit e(p.a.view(), p.a.member());
        QVERIFY(!e.setNote(p.id(), std::string(limits::noteBytes + 1, 'x')).ok());
        QVERIFY(!e.setNote(p.id(), "\xff").ok());
        QVERIFY(!e.rename(p.id(), "").ok());
        QVERIFY(!e.rename(p.id(), " \xe2\x80\x8b").ok());
        QVERIFY(!e.renameCart("").ok());
        QVERIFY(!e.add(KernelReplica::item("  ")).ok());
        QVERIFY(!e.setNote(LineId(), "x").ok());
        QVERIFY(e.take().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFieldRules)
#include "tst_fieldrules.moc"
