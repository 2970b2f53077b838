#include "scenes.h"

#include "identity/invitelink.h"

#include <QQuickItem>

namespace evencart::gallery {

namespace {

// Two people who disagree about the bread and both bought the oil, so that every panel has something to say.
void story(TwoPeople &people)
{
    people.addFor(people.ann(), week);
    people.meet();
    const LineId bread = people.line(people.ann(), "rye bread");
    people.edit(people.ann(), [&](Edit &edit) { return edit.setNote(bread, "sliced, please"); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.setNote(bread, "the dark one"); });
    const LineId oil = people.line(people.ann(), "olive oil");
    people.edit(people.ann(), [&](Edit &edit) { return edit.check(oil); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.check(oil); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.check(people.line(people.ben(), "butter")); });
    people.edit(people.ben(), [&](Edit &edit) { return edit.remove(people.line(people.ben(), "rolls")); });
    people.meet();
}

void page(Stage &stage, const char *name)
{
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QString::fromLatin1(name)));
    stage.settle();
    stage.settle();
    stage.grab();
}

template <const char *Name>
void panel(Stage &stage)
{
    story(stage.people());
    stage.open();
    page(stage, Name);
}

void why(Stage &stage, const char *item)
{
    story(stage.people());
    stage.open();
    QMetaObject::invokeMethod(&stage.window(), "showWhy", Q_ARG(QString, stage.lineId(item)));
    stage.settle();
    stage.settle();
    stage.grab();
}
void whyNote(Stage &stage)
{
    why(stage, "rye bread");
}
void whyBoughtTwice(Stage &stage)
{
    why(stage, "olive oil");
}

void quickAdd(Stage &stage)
{
    story(stage.people());
    stage.open();
    page(stage, "add");
    stage.type(QStringLiteral("2x mi"));
    stage.grab(QStringLiteral("suggestions"));
    stage.type(QStringLiteral("nt tea, fresh #drinks @2.49EUR"));
    stage.grab(QStringLiteral("chips"));
}

// What an administrator's link says before anything is sent.
void joinAsAdministrator(Stage &stage)
{
    story(stage.people());
    stage.open();
    page(stage, "join");
    const KeyPair key = KeyPair::fromSeed(Bytes(KeyPair::seedBytes, 'k'));
    stage.type(QString::fromStdString(toString(InviteLink{"cart.example.org", 8787, true, {}, Role::Owner, key, {}})));
    stage.grab();
}

constexpr char members[] = "members";
constexpr char share[] = "share";
constexpr char join[] = "join";
constexpr char settings[] = "settings";
constexpr char history[] = "history";
constexpr char sync[] = "sync";
constexpr char money[] = "money";
constexpr char removed[] = "removed";
constexpr char shopping[] = "shopping";
constexpr char staples[] = "staples";
constexpr char templates[] = "templates";
constexpr char list[] = "list";
constexpr char newCart[] = "new-cart";

} // namespace

std::vector<Scene> panelScenes()
{
    return {{"panel-members", panel<members>},
            {"panel-share", panel<share>},
            {"panel-join", panel<join>},
            {"panel-settings", panel<settings>},
            {"panel-history", panel<history>},
            {"panel-sync", panel<sync>},
            {"panel-money", panel<money>},
            {"panel-removed", panel<removed>},
            {"panel-shopping", panel<shopping>},
            {"panel-staples", panel<staples>},
            {"panel-templates", panel<templates>},
            {"panel-list", panel<list>},
            {"panel-new-cart", panel<newCart>},
            {"why-note", whyNote},
            {"why-bought-twice", whyBoughtTwice},
            {"quick-add", quickAdd},
            {"join-administrator", joinAsAdministrator}};
}

} // namespace evencart::gallery
