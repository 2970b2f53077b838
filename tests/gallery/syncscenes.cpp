#include "scenes.h"

namespace evencart::gallery {

namespace {

constexpr const char *nobody = "ws://127.0.0.1:9"; // the discard port of loopback: nobody answers

void prepare(TwoPeople &people)
{
    people.addFor(people.ann(), week);
    people.meet();
}

void showPage(Stage &stage, const char *name)
{
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QString::fromLatin1(name)));
    stage.settle();
    stage.settle();
}

// The server cannot be reached; three changes wait.
void offline(Stage &stage)
{
    TwoPeople &people = stage.people();
    prepare(people);
    const auto annEdits = [&](const char *label, const CartReplica::Action &action) {
        people.edit(people.ann(), action, label);
    };
    annEdits("Tick butter", [&](Edit &edit) { return edit.check(people.line(people.ann(), "butter")); });
    annEdits("Note on eggs", [&](Edit &edit) { return edit.setNote(people.line(people.ann(), "eggs"), "free-range"); });
    people.addFor(people.ann(), "dark chocolate");
    people.setServer(nobody);
    stage.open();
    stage.until("offline", [&] { return stage.session().sync()->state() == SyncStatus::Offline; });
    stage.grab();
    showPage(stage, "sync");
    stage.grab(QStringLiteral("panel"));
}

void workOffline(Stage &stage)
{
    prepare(stage.people());
    stage.people().setServer(nobody);
    stage.open();
    stage.session().setWorkOffline(true);
    stage.until("offline by choice", [&] { return stage.session().sync()->state() == SyncStatus::WorkOffline; });
    stage.grab();
}

// The server had made Ann a viewer meanwhile.
void refused(Stage &stage)
{
    TwoPeople &people = stage.people();
    prepare(people);
    people.addFor(people.ann(), "dark chocolate\nred wine");
    people.refuseAnns(protocol::VoidReason::NotAllowed);
    people.setServer(nobody);
    stage.open();
    stage.until("the refusal", [&] { return stage.session().sync()->state() != SyncStatus::Connecting; });
    showPage(stage, "sync");
    stage.grab();
}

// The two carts side by side, before anything is done.
void merge(Stage &stage)
{
    TwoPeople &people = stage.people();
    prepare(people);
    people.addCart("Barbecue", "4x milk, semi-skimmed\n24x sausages #meat\n2x rye bread #bakery\ncharcoal #household");
    stage.open();
    showPage(stage, "merge");
    stage.until("the comparison", [&] { return stage.session().studio()->count() > 0; });
    stage.grab();
}

} // namespace

std::vector<Scene> syncScenes()
{
    return {{"sync-offline", offline}, {"sync-work-offline", workOffline}, {"sync-refused", refused}, {"merge", merge}};
}

} // namespace evencart::gallery
