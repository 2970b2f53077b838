#include "cli/commandtable.h"
#include "demo/demoacts.h"

#include <QTest>

using namespace evencart;

// The words of demonstrations are those of evencartctl: what is read of them here is what the program makes of them.
class TestDemoActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theyAreCommandsOfTheProgram_data()
    {
        QTest::addColumn<QString>("name");
        for (const DemoCommand &command : personsCommands()) {
            const QString name = QString::fromUtf8(command.name.data(), static_cast<qsizetype>(command.name.size()));
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void theyAreCommandsOfTheProgram()
    {
        QFETCH(QString, name);
        const auto mine = std::ranges::find(personsCommands(), name.toStdString(), &DemoCommand::name);
        const auto table = cli::CommandTable::standard();
        const cli::Command *command = table.find(name.toStdString());
        QVERIFY(command);
        QCOMPARE(std::string(mine->arguments), command->arguments);
        std::string options;
        for (const cli::Option &option : command->options)
            options += (options.empty() ? "" : " ") + option.name + (option.placeholder.empty() ? "" : "=");
        QCOMPARE(std::string(mine->options), options);
    }
};

QTEST_GUILESS_MAIN(TestDemoActs)
#include "tst_demoacts.moc"
