#include "scenes.h"

namespace evencart::gallery {

namespace {

// Ann and Ben have been shopping together; all is settled.
void shareCart(TwoPeople &people)
{
    people.addFor(people.ann(), week);
    people.meet();
    people.edit(people.ben(), [&](Edit &edit) { return edit.check(people.line(people.ben(), "butter")); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.check(people.line(people.ben(), "rolls")); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.like(people.line(people.ben(), "bananas")); });
    people.edit(people.ann(),
                [&](Edit &edit) { return edit.assign(people.line(people.ann(), "olive oil"), people.ben().self()); });
    people.addFor(people.ben(), "milk, semi-skimmed");
    people.meet();
}

void empty(Stage &stage)
{
    stage.people();
    stage.open();
    stage.grab();
}

void shared(Stage &stage)
{
    shareCart(stage.people());
    stage.open();
    stage.grab();
}

void pending(Stage &stage)
{
    shareCart(stage.people());
    stage.open();
    stage.session().cart()->addText(QStringLiteral("dark chocolate"));
    stage.session().cart()->check({stage.lineId("eggs")});
    stage.until("the edit", [&] { return stage.session().cart()->boughtCount() >= 3; });
    stage.grab();
}

// Who takes what: one alone, both of them, somebody who was asked to.
void claims(Stage &stage)
{
    TwoPeople &people = stage.people();
    shareCart(people);
    const LineId bread = people.line(people.ann(), "rye bread");
    people.edit(people.ann(), [&](Edit &edit) { return edit.claim(bread); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.claim(bread); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.claim(people.line(people.ben(), "bananas")); });
    people.meet();
    stage.open();
    stage.grab();
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QStringLiteral("shop")));
    stage.settle();
    stage.key(Qt::Key_Escape); // back, into the list
    stage.key(Qt::Key_Home);
    stage.key(Qt::Key_Down);
    stage.key(Qt::Key_Menu);
    stage.settle();
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Down, Qt::Key_Right})
        stage.key(key);
    stage.settle();
    stage.grab(QStringLiteral("menu"));
}

// Both renamed and noted the same line while they were apart.
void conflict(Stage &stage)
{
    TwoPeople &people = stage.people();
    shareCart(people);
    const LineId bread = people.line(people.ann(), "rye bread");
    people.edit(people.ann(), [&](Edit &edit) { return edit.setNote(bread, "sliced, please"); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.setNote(bread, "the dark one"); });
    people.edit(people.ann(), [&](Edit &edit) { return edit.rename(bread, "sourdough bread"); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.rename(bread, "spelt bread"); });
    const LineId oil = people.line(people.ann(), "olive oil");
    people.edit(people.ann(), [&](Edit &edit) { return edit.check(oil); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.check(oil); });
    people.meet();
    stage.open();
    stage.grab();
}

void nothingFound(Stage &stage)
{
    shareCart(stage.people());
    stage.open();
    stage.session().cart()->shown()->setSearch(QStringLiteral("caviar"));
    stage.grab();
}

void allBought(Stage &stage)
{
    TwoPeople &people = stage.people();
    people.addFor(people.ann(), "milk\nbread");
    for (const char *item : {"milk", "bread"})
        people.edit(people.ann(), [&](Edit &edit) { return edit.check(people.line(people.ann(), item)); });
    people.meet();
    stage.open();
    stage.grab();
}

void longNames(Stage &stage)
{
    TwoPeople &people = stage.people();
    people.addFor(
        people.ann(),
        "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhänger aus gebürstetem Edelstahl mit Gravur\n"
        "<b>not bold</b>\n1000000x screws\nمثال\nđậu phụ\n🥦 broccoli");
    people.meet();
    stage.open();
    stage.grab();
}

} // namespace

std::vector<Scene> cartScenes()
{
    return {{"cart-empty", empty},          {"cart-shared", shared},       {"cart-pending", pending},
            {"cart-claims", claims},        {"cart-conflict", conflict},   {"cart-nothing-found", nothingFound},
            {"cart-all-bought", allBought}, {"cart-long-names", longNames}};
}

} // namespace evencart::gallery
