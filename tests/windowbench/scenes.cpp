#include "scenes.h"

#include "app/application.h"
#include "base/systemclock.h"
#include "identity/systemrandom.h"
#include "measure.h"
#include "support/serverprocess.h"
#include "twopeople.h"

#include <QQuickItem>
#include <QTest>
#include <QTimer>

#include <cstdio>

namespace evencart::windowbench {

namespace {

void row(const std::string &what, const std::string &figures)
{
    std::printf("| %s | %s |\n", what.c_str(), figures.c_str());
    std::fflush(stdout);
}

std::string formatted(const char *format, double a, double b = 0)
{
    char text[160];
    std::snprintf(text, sizeof text, format, a, b);
    return text;
}

// A profile with the program's window over it.
struct Shown
{
    explicit Shown(const QString &directory)
    {
        qputenv("XDG_STATE_HOME", (directory + QStringLiteral("-state")).toUtf8());
        QDir().mkpath(directory);
        Preferences(directory + QStringLiteral("/app.ini"))
            .remember(QStringLiteral("geometry"), QRect(0, 0, 1120, 780));
        CommandLine commandLine;
        commandLine.profile = directory;
        commandLine.name = QStringLiteral("Ann");
        program = std::make_unique<Application>(commandLine, clock, random, nullptr);
        if (const auto started = program->start(); !started)
            qFatal("windowbench: %s", started.error().message.c_str());
    }
    QQuickWindow &window() { return *qobject_cast<QQuickWindow *>(program->window()); }
    OpenCart &cart() { return *program->session().cart(); }
    // The window with the cart's lines in it has been painted.
    void shown()
    {
        untilPainted(
            window(), [] {},
            [this] { return !cart().cartId().isEmpty() && !cart().isLoading() && cart().shown()->rowCount() > 0; });
        window().requestActivate();
        until("the focus", [this] { return window().isActive(); });
    }
    QQuickItem &list()
    {
        for (auto *item : window().findChildren<QQuickItem *>()) {
            if (QByteArray(item->metaObject()->className()).startsWith("LineList_"))
                return *item;
        }
        qFatal("windowbench: there is no list");
    }

    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Application> program;
};

void fill(gallery::TwoPeople &people, int lines)
{
    static constexpr std::array names{"milk",  "butter", "rye bread", "tomatoes", "olive oil", "coffee",
                                      "paper", "soap",   "bananas",   "rice",     "noodles",   "cheese"};
    static constexpr std::array aisles{"dairy", "bakery", "fruit", "pantry", "household"};
    std::string text;
    for (int i = 0; i < lines; ++i) {
        text += std::to_string(1 + i % 9) + "x " + names[static_cast<std::size_t>(i) % names.size()] + ' ' + "no." +
                std::to_string(i) + " #" + aisles[static_cast<std::size_t>(i) % aisles.size()] + " 1." +
                std::to_string(10 + i % 90) + "EUR\n";
        if (i % 400 == 399 || i + 1 == lines) {
            people.addFor(people.ann(), text.c_str());
            text.clear();
        }
    }
    people.meet();
}

QByteArray runTool(const QString &profile, QStringList arguments)
{
    QProcess tool;
    tool.start(QStringLiteral(EVENCARTCTL),
               QStringList{QStringLiteral("--profile"), profile, QStringLiteral("--json")} + arguments);
    if (!tool.waitForFinished(120'000) || tool.exitCode() != 0)
        qFatal("windowbench: %s: %s", qPrintable(arguments.join(QLatin1Char(' '))),
               (tool.readAllStandardOutput() + tool.readAllStandardError()).constData());
    return tool.readAllStandardOutput();
}

} // namespace

int firstFrameHere(const QString &profile, qint64 startNanoseconds)
{
    Shown app(profile);
    auto firstPaint = std::chrono::nanoseconds(0);
    const QObject context;
    QObject::connect(
        &app.window(), &QQuickWindow::frameSwapped, &context,
        [&firstPaint] {
            if (firstPaint.count() == 0)
                firstPaint = now();
        },
        Qt::DirectConnection);
    app.shown();
    const auto lines = now();
    std::printf("%lld %lld %.1f %.1f\n", static_cast<long long>(firstPaint.count() - startNanoseconds),
                static_cast<long long>(lines.count() - startNanoseconds), residentMegabytes(), mostMegabytes());
    return 0;
}

void firstFrame(const QString &program, int runs)
{
    for (const int lines : {30, 10'000}) {
        const QTemporaryDir directory;
        QString profile;
        {
            gallery::TwoPeople people(directory.path());
            fill(people, lines);
            profile = people.annsDirectory();
        }
        std::vector<Microseconds> frames;
        std::vector<Microseconds> complete;
        double resident = 0;
        for (int i = 0; i < runs; ++i) {
            QProcess child;
            const auto start = now();
            child.start(program, {QStringLiteral("--first-frame-of"), profile, QStringLiteral("--started"),
                                  QString::number(start.count())});
            child.waitForFinished(60'000);
            const QList<QByteArray> said = child.readAllStandardOutput().simplified().split(' ');
            if (said.size() != 4)
                qFatal("windowbench: a start failed: %s", child.readAllStandardError().constData());
            frames.emplace_back(std::chrono::nanoseconds(said[0].toLongLong()));
            complete.emplace_back(std::chrono::nanoseconds(said[1].toLongLong()));
            resident = std::max(resident, said[2].toDouble());
        }
        const std::string size = std::to_string(lines) + " lines";
        row("process start to first frame, " + size, summary(frames));
        row("process start to the cart's lines painted, " + size, summary(complete));
        row("memory then, " + size, formatted("%.0f MB resident", resident));
    }
}

void keysToPaintedRow(int lines, int runs)
{
    const QTemporaryDir directory;
    QString profile;
    {
        gallery::TwoPeople people(directory.path());
        fill(people, lines);
        profile = people.annsDirectory();
    }
    Shown app(profile);
    app.shown();
    const std::string size = ", " + std::to_string(lines) + " lines";

    std::vector<Microseconds> letters;
    std::vector<Microseconds> added;
    QTest::keyClick(&app.window(), Qt::Key_L, Qt::ControlModifier); // to the field
    for (int i = 0; i < runs; ++i) {
        const QString name = QStringLiteral("zz%1").arg(i);
        for (const QChar letter : name) {
            letters.push_back(untilPainted(
                app.window(), [&] { QTest::keyClick(&app.window(), letter.toLatin1()); }, [] { return true; }));
        }
        const int before = app.cart().lines()->count();
        added.push_back(untilPainted(
            app.window(), [&] { QTest::keyClick(&app.window(), Qt::Key_Return); },
            [&] { return app.cart().lines()->count() == before + 1; }));
    }
    row("a letter in the field to its frame" + size, summary(letters));
    row("Enter to the frame with the new row" + size, summary(added));

    app.list().forceActiveFocus();
    QTest::keyClick(&app.window(), Qt::Key_Home);
    QTest::keyClick(&app.window(), Qt::Key_Down);
    std::vector<Microseconds> typed;
    for (int i = 0; i < runs; ++i) {
        bool changed = false;
        const QObject context;
        QObject::connect(app.cart().shown(), &QAbstractItemModel::dataChanged, &context,
                         [&changed] { changed = true; });
        typed.push_back(untilPainted(
            app.window(), [&] { QTest::keyClick(&app.window(), i % 2 == 0 ? Qt::Key_Plus : Qt::Key_Minus); },
            [&changed] { return changed; }));
    }
    row("plus or minus to the frame with the new quantity" + size, summary(typed));
    row("memory after it" + size, formatted("%.0f MB resident, %.0f at most", residentMegabytes(), mostMegabytes()));
}

void scrolling(int lines, int frames)
{
    const QTemporaryDir directory;
    QString profile;
    {
        gallery::TwoPeople people(directory.path());
        fill(people, lines);
        profile = people.annsDirectory();
    }
    Shown app(profile);
    app.shown();
    QQuickItem &list = app.list();
    for (const double pixels : {40.0, 700.0}) {
        std::vector<Microseconds> times;
        list.setProperty("contentY", 0.0);
        paintOnce(app.window());
        for (int i = 1; i <= frames; ++i) {
            times.push_back(untilPainted(
                app.window(), [&] { list.setProperty("contentY", i * pixels); }, [] { return true; }));
        }
        row(formatted("one frame of scrolling by %.0f pixels, %.0f lines", pixels, lines),
            summary(times) + formatted("; %.0f longer than 16.7 ms", static_cast<double>(longerThan(times, frame))));
    }
}

void othersEdits(int lines, int editsPerSecond, int seconds)
{
    const QTemporaryDir directory;
    const test::ServerProcess server;
    const QString ann = directory.filePath(QStringLiteral("ann"));
    const QString ben = directory.filePath(QStringLiteral("ben"));
    {
        gallery::TwoPeople people(directory.path() + QStringLiteral("/source"));
        fill(people, lines);
    }
    runTool(ann, {QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Ann")});
    runTool(ben, {QStringLiteral("init"), QStringLiteral("--name"), QStringLiteral("Ben")});
    runTool(ann, {QStringLiteral("server"), QStringLiteral("set"), QString::fromStdString(server.url),
                  QStringLiteral("--fingerprint"), QString::fromStdString(server.fingerprint)});
    runTool(ann, {QStringLiteral("cart"), QStringLiteral("create"), QStringLiteral("Groceries")});
    const QString exported = directory.filePath(QStringLiteral("list.json"));
    {
        QFile file(exported);
        if (!file.open(QIODevice::WriteOnly))
            qFatal("windowbench: no room for the list");
        file.write(runTool(directory.path() + QStringLiteral("/source/ann"),
                           {QStringLiteral("export"), QStringLiteral("Groceries"), QStringLiteral("--format"),
                            QStringLiteral("json")}));
    }
    runTool(ann, {QStringLiteral("import"), QStringLiteral("Groceries"), exported});
    runTool(ann, {QStringLiteral("sync")});
    const QString link = QJsonDocument::fromJson(runTool(ann, {QStringLiteral("invite"), QStringLiteral("Groceries")}))
                             .object()[QStringLiteral("link")]
                             .toString();
    runTool(ben, {QStringLiteral("join"), link});
    runTool(ben, {QStringLiteral("sync")});

    Shown app(ann);
    app.shown();
    SystemClock clock;
    SystemRandom random;
    Engine other(clock, random);
    Preferences preferences(directory.filePath(QStringLiteral("ben.ini")));
    AppSession session(other, preferences);
    session.open(ben, QStringLiteral("Ben"));
    const auto online = [](AppSession &who) { return who.sync()->state() == SyncStatus::Online; };
    until("both on line", [&] {
        return online(app.program->session()) && online(session) && session.cart()->lines()->count() >= lines;
    });

    const auto id = CartId::fromString(session.cart()->cartId().toStdString());
    std::vector<LineId> targets;
    for (int i = 0; i < 40; ++i) // what is in sight, so that it has to be painted
        targets.push_back(
            app.cart()
                .lines()
                ->line(app.cart().lines()->rowOf(*LineId::fromString(app.cart().shown()->idAt(i).toStdString())))
                .id);
    int sent = 0;
    int frames = 0;
    const QObject context;
    QObject::connect(
        &app.window(), &QQuickWindow::frameSwapped, &context, [&frames] { ++frames; }, Qt::DirectConnection);
    QTimer writer;
    writer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&writer, &QTimer::timeout, &context, [&] {
        const LineId line = targets[static_cast<std::size_t>(sent) % targets.size()];
        ++sent;
        other.edit(*id, QStringLiteral("more"), [line](Edit &edit) { return edit.increase(line, 1000); });
    });
    const EventWaits waits;
    writer.start(1000 / editsPerSecond);
    const int wanted = editsPerSecond * seconds;
    until("half of the edits", [&] { return sent >= wanted / 2; });
    until("the edits", [&] { return sent >= wanted; });
    writer.stop();
    row(formatted("an event's wait while another person makes %.0f edits a second, %.0f lines", editsPerSecond, lines),
        summary(waits.times()) + formatted("; %.0f longer than 16.7 ms; %.0f frames painted",
                                           static_cast<double>(longerThan(waits.times(), frame)), frames));
}

} // namespace evencart::windowbench
