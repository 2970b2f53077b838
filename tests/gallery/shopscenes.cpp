#include "scenes.h"

#include "client/shop/livetill.h"
#include "shop/shop.h"

namespace evencart::gallery {

namespace {

constexpr const char *catalogue = "milk-1,Milk semi-skimmed,l,1.19,EUR,24,dairy\n"
                                  "milk-2,Oat drink,l,1.89,EUR,12,dairy\n"
                                  "butter-1,Butter,,2.49,EUR,2,dairy\n"
                                  "egg-6,Eggs free-range,,3.29,EUR,40,dairy\n"
                                  "bread-1,Rye bread,,3.20,EUR,9,bakery\n"
                                  "bread-2,Rolls,,0.45,EUR,0,bakery\n"
                                  "flour-1,Wheat flour type 405,kg,1.98,EUR,30,pantry\n"
                                  "oil-1,Olive oil,bottle,7.90,EUR,6,pantry\n"
                                  "banana-1,Bananas,kg,1.79,EUR,18.5,fruit\n"
                                  "tomato-1,Tomatoes,kg,3.49,EUR,1.2,fruit\n"
                                  "coffee-1,Coffee filters,,1.59,EUR,15,household\n"
                                  "powder-1,Washing powder,,8.95,EUR,3,household\n";

// Ann at a shop that is open: a real server with a catalogue.
class AtTheShop
{
public:
    explicit AtTheShop(Stage &stage) : m_stage(stage)
    {
        must(m_till.start(catalogue), "a shop");
        stage.people().setServer(m_till.server().url.toUtf8().constData(),
                                 m_till.server().fingerprint.toUtf8().constData());
        stage.open();
        stage.until("the shop", [&] { return shop().state() == Shop::Open && shop().goods()->total() > 0; });
        stage.until("the sync", [&] { return stage.session().sync()->state() == SyncStatus::Online; });
    }

    Shop &shop()
    {
        auto *shop = m_stage.window().findChild<Shop *>();
        must(shop, "the shop's models");
        return *shop;
    }
    CheckoutFlow &checkout() { return *shop().checkout(); }
    test::LiveTill &till() { return m_till; }
    void add(const char *sku, const char *amount)
    {
        const int before = shop().stock()->orderable();
        (void)shop().add(QLatin1String(sku), QLatin1String(amount));
        m_stage.until("the item", [&] { return shop().stock()->orderable() == before + 1; });
    }
    void change(const char *goods) // of the catalogue; waits until it is known here
    {
        const auto before = revision();
        must(m_till.import(goods), "a new catalogue");
        m_stage.until("the news", [&] { return revision() != before; });
        m_stage.settle();
    }
    void page(const char *name)
    {
        QMetaObject::invokeMethod(&m_stage.window(), "showPage", Q_ARG(QString, QString::fromLatin1(name)));
        m_stage.settle();
        m_stage.settle();
    }
    void order()
    {
        page("order");
        reach(CheckoutFlow::Review);
    }
    void reach(CheckoutFlow::State state)
    {
        m_stage.until("the next state of the checkout", [&] { return checkout().state() == state; });
    }
    void leave() // the server is gone
    {
        m_till.stop();
        m_stage.until("being off line", [&] { return shop().state() == Shop::OldCopy; });
    }

    static void must(bool isThere, const char *what)
    {
        if (!isThere)
            qFatal("gallery: no %s", what);
    }
    static void must(const void *isThere, const char *what) { must(isThere != nullptr, what); }

private:
    std::uint64_t revision()
    {
        std::uint64_t sum = 0;
        for (const char *sku : {"milk-1", "butter-1", "bread-1", "egg-6", "oil-1"})
            sum += shop().goods()->good(sku)->revision;
        return sum;
    }

    Stage &m_stage;
    test::LiveTill m_till;
};

void fill(AtTheShop &there)
{
    there.add("milk-1", "2");
    there.add("bread-1", "1");
    there.add("egg-6", "2");
    there.add("oil-1", "1");
}

void shopOpen(Stage &stage)
{
    AtTheShop there(stage);
    there.add("milk-1", "2");
    there.add("bread-1", "1");
    there.page("shop");
    stage.until("a fresh copy", [&] { return !there.shop().isRefreshing(); });
    stage.grab();
}

void shopSearch(Stage &stage)
{
    AtTheShop there(stage);
    there.page("shop");
    there.shop().goods()->setSearch(QStringLiteral("bread"));
    stage.grab(QStringLiteral("found"));
    there.shop().goods()->setSearch(QStringLiteral("caviar"));
    stage.grab(QStringLiteral("nothing-found"));
    there.shop().goods()->setSearch({});
    there.leave();
    stage.grab(QStringLiteral("offline"));
}

void noServer(Stage &stage)
{
    stage.people();
    stage.open();
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QStringLiteral("shop")));
    stage.settle();
    stage.grab();
}

// Each mark that a row of the cart can have.
void stockOnRows(Stage &stage)
{
    stage.people().addFor(stage.people().ann(), "candles #household\nbirthday cake #bakery");
    AtTheShop there(stage);
    fill(there);
    there.add("butter-1", "3");
    there.change("butter-1,Butter,,2.49,EUR,2,dairy\nbread-1,Rye bread,,3.40,EUR,9,bakery\n");
    AtTheShop::must(there.till().setStock("egg-6", "0"), "an empty shelf");
    stage.until("the empty shelf", [&] { return there.shop().goods()->good("egg-6")->stock == 0; });
    const QString milk = stage.lineId("Milk semi-skimmed");
    there.shop().reservations()->reserve(milk);
    stage.until("what is kept", [&] {
        return !there.shop().stock()->of(milk).value(QStringLiteral("kept")).isNull() &&
               !there.shop().reservations()->forOpenCart().empty();
    });
    stage.session().cart()->claim({stage.lineId("candles")});
    stage.settle();
    stage.grab();
    there.page("shop");
    stage.key(Qt::Key_Escape); // back into the list
    stage.key(Qt::Key_Home);
    stage.key(Qt::Key_Down);
    stage.key(Qt::Key_Down);
    stage.key(Qt::Key_Menu);
    stage.settle();
    stage.grab(QStringLiteral("menu"));
}

void review(Stage &stage)
{
    stage.people().addFor(stage.people().ann(), "candles #household");
    AtTheShop there(stage);
    fill(there);
    there.order();
    stage.grab();
}

// The bread costs more by now, and there is less butter than is wanted.
void bringUpProblems(Stage &stage, AtTheShop &there)
{
    fill(there);
    there.add("butter-1", "3");
    there.change("bread-1,Rye bread,,3.40,EUR,9,bakery\nbutter-1,Butter,,2.49,EUR,2,dairy\n");
    there.order();
    stage.until("the problems", [&] { return there.checkout().foreseen() == 2; });
}

void foreseen(Stage &stage)
{
    AtTheShop there(stage);
    bringUpProblems(stage, there);
    stage.grab();
}

void act(AtTheShop &there, CheckoutRow::Action action)
{
    for (const CheckoutRow &row : std::vector(there.checkout().rows()->rows())) {
        if (row.action == action)
            there.checkout().act(QString::fromStdString(row.line.toString()));
    }
}

void answers(Stage &stage)
{
    AtTheShop there(stage);
    bringUpProblems(stage, there);
    act(there, CheckoutRow::Action::Accept);
    there.checkout().ask();
    there.reach(CheckoutFlow::Refused);
    stage.grab(QStringLiteral("refused"));
    act(there, CheckoutRow::Action::Take);
    stage.until("less butter", [&] { return there.checkout().mayAsk(); });
    stage.until("the sync", [&] { return stage.session().sync()->state() == SyncStatus::Online; });
    there.till().freeze();
    there.checkout().ask();
    stage.grab(QStringLiteral("asking"));
    there.till().stop();
    there.reach(CheckoutFlow::Unknown);
    stage.grab(QStringLiteral("unknown"));
}

void ordered(Stage &stage)
{
    AtTheShop there(stage);
    fill(there);
    there.order();
    there.checkout().ask();
    there.reach(CheckoutFlow::Ordered);
    stage.grab();
}

void needsServer(Stage &stage)
{
    AtTheShop there(stage);
    fill(there);
    there.leave();
    there.order();
    there.checkout().ask();
    there.reach(CheckoutFlow::NeedsServer);
    stage.grab();
    there.checkout().keep();
    there.reach(CheckoutFlow::Kept);
    stage.grab(QStringLiteral("kept"));
    stage.key(Qt::Key_Escape);
    stage.grab(QStringLiteral("kept-cart"));
}

void nothingToOrder(Stage &stage)
{
    stage.people().addFor(stage.people().ann(), "candles #household");
    stage.open();
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QStringLiteral("order")));
    stage.settle();
    stage.grab();
}

void orders(Stage &stage)
{
    AtTheShop there(stage);
    const auto buy = [&] {
        there.order();
        there.checkout().ask();
        there.reach(CheckoutFlow::Ordered);
        stage.key(Qt::Key_Escape);
        stage.until("the empty cart", [&] { return there.shop().stock()->orderable() == 0; });
    };
    fill(there);
    buy();
    there.add("banana-1", "1.5");
    buy();
    there.add("coffee-1", "2");
    there.leave();
    there.order();
    there.checkout().ask();
    there.reach(CheckoutFlow::NeedsServer);
    there.checkout().keep();
    there.reach(CheckoutFlow::Kept);
    stage.key(Qt::Key_Escape);
    there.page("orders");
    stage.until("the answer", [&] { return !there.shop().orders()->isReading(); });
    stage.grab();
    OrdersModel &orders = *there.shop().orders();
    const QModelIndex oldest = orders.index(orders.count() - 1);
    QMetaObject::invokeMethod(&stage.window(), "showReceipt",
                              Q_ARG(QString, oldest.data(OrdersModel::KeyRole).toString()));
    stage.settle();
    stage.grab(QStringLiteral("receipt"));
}

} // namespace

std::vector<Scene> shopScenes()
{
    return {{"shop-open", shopOpen},
            {"shop-search", shopSearch},
            {"shop-no-server", noServer},
            {"cart-stock", stockOnRows},
            {"checkout-review", review},
            {"checkout-foreseen", foreseen},
            {"checkout-answers", answers},
            {"checkout-ordered", ordered},
            {"checkout-needs-server", needsServer},
            {"checkout-nothing", nothingToOrder},
            {"orders", orders}};
}

} // namespace evencart::gallery
