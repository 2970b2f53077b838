#include "scenes.h"

#include "print/cartpages.h"

#include <QDir>

namespace evencart::gallery {

namespace {

void palette(Stage &stage)
{
    stage.open();
    stage.key(Qt::Key_K, Qt::ControlModifier);
    stage.grab();
    stage.type(QStringLiteral("ca"));
    stage.grab(QStringLiteral("typed"));
    stage.type(QStringLiteral("zzz"));
    stage.grab(QStringLiteral("nothing"));
}

void shortcuts(Stage &stage)
{
    stage.open();
    stage.key(Qt::Key_F1);
    stage.grab();
}

// Not a window: the pages that come out of the printer.
void printed(Stage &stage)
{
    TwoPeople &people = stage.people();
    people.addFor(people.ann(), week);
    people.edit(people.ann(), [&](Edit &edit) {
        const LineId oil = people.line(people.ann(), "olive oil");
        if (auto noted = edit.setNote(oil, "the small bottle, cold pressed, from the shelf by the window"); !noted)
            return noted;
        return edit.assign(oil, people.ben().self());
    });
    const auto cart = people.ann().cart(people.cart());
    const QStringList shop{QStringLiteral("Fruit"), QStringLiteral("Bakery"), QStringLiteral("Dairy")};
    QDir().mkpath(stage.out());
    const auto written = writePages(
        printedCart(people.ann(), **cart, shop, PrintWhat::ToBuy),
        {QStringLiteral("Other"), QStringLiteral("11 things, printed 1/1/26 9:00 AM"), QStringLiteral("Page %1 of %2")},
        stage.out() + QStringLiteral("/printed.pdf"));
    if (!written)
        qFatal("gallery: %s", written.error().message.c_str());
}

} // namespace

std::vector<Scene> desktopScenes()
{
    return {{"palette", palette}, {"printed", printed}, {"shortcuts", shortcuts}};
}

} // namespace evencart::gallery
