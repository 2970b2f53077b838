#include "laboratory/laboratory.h"
#include "scenes.h"

#include <QTemporaryFile>

namespace evencart::gallery {

namespace {

Laboratory &openLaboratory(Stage &stage)
{
    stage.people().addFor(stage.people().ann(), week);
    stage.open();
    QMetaObject::invokeMethod(&stage.window(), "showPage", Q_ARG(QString, QStringLiteral("laboratory")));
    auto *table = stage.window().findChild<Laboratory *>();
    stage.until("the laboratory", [&] { return table != nullptr; });
    table->setRunning(false); // what is under way stands still in the picture
    return *table;
}

QStringList words(std::initializer_list<const char *> each)
{
    QStringList list;
    for (const char *word : each)
        list << QString::fromUtf8(word);
    return list;
}

void atTheTable(Stage &stage)
{
    Laboratory &table = openLaboratory(stage);
    stage.settle();
    stage.grab(QStringLiteral("empty"));
    table.setDelay(600);
    table.act(0, words({"add", "2x milk"}));
    table.act(1, words({"add", "rye bread"}));
    table.letPass(3500);
    table.act(1, words({"like", "milk"}));
    table.act(0, words({"note", "rye bread", "sliced"}));
    table.letPass(2500);
    table.setOnline(0, false);
    table.act(0, words({"add", "Milk"}));
    table.act(0, words({"add", "6x eggs"}));
    table.letPass(900);
    table.act(1, words({"remove", "milk"}));
    table.letPass(1700);
    table.setLoss(40);
    table.act(1, words({"add", "coffee"}));
    table.letPass(400);
    stage.settle();
    stage.grab();
}

void demonstration(Stage &stage)
{
    Laboratory &table = openLaboratory(stage);
    table.openDemo(QStringLiteral("partition"));
    table.nextStep();
    stage.settle();
    stage.grab();
    table.playToTheEnd();
    stage.settle();
    stage.grab(QStringLiteral("end"));
}

void doesNotHold(Stage &stage)
{
    Laboratory &table = openLaboratory(stage);
    QTemporaryFile file;
    const QByteArray text = "title A trace that does not hold\npeople Ann Ben\ncart Week: Ann Ben\nsay Ann adds milk.\n"
                            "Ann: add Week milk\nBen: inc Week bread => failed\nBen sees milk: quantity 2\n";
    if (!file.open() || file.write(text) != text.size() || !file.flush())
        return;
    table.openTrace(QUrl::fromLocalFile(file.fileName()));
    table.playToTheEnd();
    stage.settle();
    stage.grab();
}

void fourPeople(Stage &stage)
{
    Laboratory &table = openLaboratory(stage);
    table.openDemo(QStringLiteral("likes"));
    table.nextStep();
    stage.settle();
    stage.grab();
}

} // namespace

std::vector<Scene> labScenes()
{
    return {
        {"lab-table", atTheTable}, {"lab-demo", demonstration}, {"lab-four", fourPeople}, {"lab-broken", doesNotHold}};
}

} // namespace evencart::gallery
