#include "cli/commands/commands.h"
#include "demo/demopicture.h"
#include "demo/demoplayer.h"
#include "demo/demos.h"
#include "demo/processstage.h"
#include "portability/json.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

namespace evencart::cli {

namespace {

constexpr std::size_t columns = 100;

std::string wrapped(const std::string &text)
{
    std::string lines;
    std::size_t width = 0;
    for (const QString &word : QString::fromStdString(text).split(QLatin1Char(' '))) {
        const auto length = static_cast<std::size_t>(word.size());
        const bool breaks = width > 0 && width + 1 + length > columns;
        lines += (breaks ? "\n" : width > 0 ? " " : "") + word.toStdString();
        width = breaks || width == 0 ? length : width + 1 + length;
    }
    return lines;
}

std::string indented(const std::string &text)
{
    std::string lines;
    for (const QString &line : QString::fromStdString(text).split(QLatin1Char('\n')))
        lines += "      " + line.toStdString() + "\n";
    return lines;
}

const char *wordsFor(DemoServer::What what)
{
    switch (what) {
    case DemoServer::What::Stop:
        return "The server stops.";
    case DemoServer::What::Start:
        return "The server is back.";
    case DemoServer::What::Keep:
        return "A copy of the server is kept as it is now.";
    case DemoServer::What::PutBack:
        return "The server is the kept copy now, which is behind.";
    }
    return "";
}

// What happened, in text and as JSON.
struct Told
{
    std::string text;
    QJsonObject document;
};

Told tell(const DemoSay &say, const DemoEvent &)
{
    return {"\n" + wrapped(say.text.english) + "\n\n", {{QStringLiteral("say"), jsonText(say.text.english)}}};
}

Told tell(const DemoRace &race, const DemoEvent &event)
{
    std::string text = race.acts.size() > 1 ? "  at the same time:\n" : "";
    QJsonArray acts;
    for (std::size_t n = 0; n < race.acts.size(); ++n) {
        const DemoAct &act = race.acts[n];
        const DemoStage::Answer &answer = event.answers[n];
        text +=
            "  " + act.actor + (act.isOperators() ? " $ evencartd admin " : " $ evencartctl ") + act.toString() + "\n";
        text += answer.said.empty() ? "" : indented(answer.said);
        acts.append(jsonObject({{"who", jsonText(act.actor)},
                                {"does", jsonText(act.toString())},
                                {"outcome", jsonText(nameOf(answer.outcome))},
                                {"said", jsonText(answer.said)}}));
    }
    return {text, {{QStringLiteral("acts"), acts}}};
}

Told tell(const DemoCable &cable, const DemoEvent &)
{
    const std::string sentence = cable.person + (cable.isPlugged ? " is back on line." : " goes off line.");
    return {"  " + sentence + "\n", {{QStringLiteral("network"), jsonText(sentence)}}};
}

Told tell(const DemoServer &server, const DemoEvent &)
{
    const std::string sentence = wordsFor(server.what);
    return {"  " + sentence + "\n", {{QStringLiteral("server"), jsonText(sentence)}}};
}

Told tell(const DemoLook &look, const DemoEvent &)
{
    return {"  " + look.person + " sees " + look.toString() + "\n",
            jsonObject({{"who", jsonText(look.person)}, {"sees", jsonText(look.toString())}})};
}

// Of the laboratory.
Told tell(const DemoAt &, const DemoEvent &)
{
    return {};
}
Told tell(const DemoNetwork &, const DemoEvent &)
{
    return {};
}

Told tell(const DemoSame &same, const DemoEvent &event)
{
    return {"  Everybody has the same \"" + same.cart + "\": " + event.digest.substr(0, 16) + "…\n",
            jsonObject({{"same", jsonText(same.cart)}, {"digest", jsonText(event.digest)}})};
}

Result<ExitCode> list(Invocation &run)
{
    std::string text;
    QJsonArray demos;
    for (const std::string &name : demoNames()) {
        const auto script = readDemo(demoText(name));
        if (!script)
            return script.error();
        text += name + std::string(20 - std::min<std::size_t>(name.size(), 18), ' ') + script->title.english + "\n";
        demos.append(jsonObject({{"name", jsonText(name)}, {"title", jsonText(script->title.english)}}));
    }
    run.out.answer(jsonObject({{"demos", demos}}), text + "\n\"evencartctl demo NAME\" plays one.");
    return ExitCode::Done;
}

Result<std::string> textOf(const std::string &name)
{
    if (const std::string known = demoText(name); !known.empty())
        return known;
    const QString path = QString::fromStdString(name);
    if (!QFileInfo(path).isFile())
        return Error{ErrorCode::NotFound,
                     "There is no demonstration \"" + name + "\"; \"evencartctl demo\" lists them."};
    return demoTextIn(path);
}

Result<void> writePicture(const std::string &name, const std::string &svg)
{
    QSaveFile file(QString::fromStdString(name));
    if (file.open(QIODevice::WriteOnly) && file.write(svg.data(), static_cast<qint64>(svg.size())) >= 0 &&
        file.commit())
        return {};
    return Error{ErrorCode::Io, name + " cannot be written: " + file.errorString().toStdString() + "."};
}

Result<ExitCode> demo(Invocation &run)
{
    if (run.arguments.count() == 0)
        return list(run);
    const std::string &name = run.arguments.at(0);
    const auto text = textOf(name);
    if (!text)
        return text.error();
    const auto script = readDemo(*text);
    if (!script)
        return script.error();
    const QString programs = QCoreApplication::applicationDirPath();
    if (!QFileInfo(programs + QStringLiteral("/evencartd")).isExecutable())
        return run.failed(
            {ErrorCode::NotFound, "A demonstration needs evencartd beside evencartctl; install the server, too."},
            ExitCode::Failed);
    ProcessStage stage(programs);
    DemoPicture picture(*script);
    DemoPlayer player(*script, stage);
    const bool tells = !run.out.isJson();
    if (tells)
        run.out.raw(script->title.english + "\n" + std::string(script->title.english.size(), '=') + "\n");
    if (auto opened = player.open(); !opened)
        return run.failed(opened.error(), ExitCode::Failed);
    QJsonArray steps;
    while (!player.isOver()) {
        const auto event = player.step();
        if (!event)
            return run.failed(event.error(), ExitCode::Failed);
        picture.add(*event);
        const Told told = std::visit([&](const auto &what) { return tell(what, *event); }, event->step.what);
        if (!told.document.isEmpty())
            steps.append(told.document);
        if (tells)
            run.out.raw(told.text);
        run.out.flush();
    }
    if (const auto file = run.arguments.option("picture")) {
        if (auto written = writePicture(*file, picture.toSvg()); !written)
            return run.failed(written.error(), ExitCode::Failed);
    }
    if (!tells)
        run.out.answer(
            jsonObject({{"demo", jsonText(name)}, {"title", jsonText(script->title.english)}, {"steps", steps}}), {});
    return ExitCode::Done;
}

} // namespace

std::vector<Command> demoCommands()
{
    return {
        {"demo",
         "[NAME]",
         "Plays an idea of eventual consistency with real programs, or lists them",
         "Starts a server and clients in a temporary folder, on loopback, and tells step by step what each person does "
         "and sees, compared with what their client shows. NAME may be a file with a demonstration of your own.",
         {{"picture", "FILE", "draw what happened into an SVG file, too"}},
         demo},
    };
}

} // namespace evencart::cli
