#include "cli/commands/commands.h"
#include "demo/demopicture.h"
#include "demo/demoplayer.h"
#include "demo/demos.h"
#include "demo/processstage.h"
#include "portability/json.h"
#include "process/signalwatcher.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QSaveFile>

#include <memory>
#include <optional>

namespace evencart::cli {

namespace {

constexpr std::size_t columns = 100;
const char *const untimed =
    "Times, delay and loss of this text are the laboratory's. With real programs each step waits until everybody who "
    "is connected has everything, so that what was under way there has arrived here: it may end differently.";

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

// Where the picture goes; made sure of before the demonstration, which takes its time.
class PictureFile
{
public:
    static Error refused(const QSaveFile &file)
    {
        return {ErrorCode::Io,
                file.fileName().toStdString() + " cannot be written: " + file.errorString().toStdString() + "."};
    }
    explicit PictureFile(const std::optional<std::string> &name)
    {
        if (name)
            m_file = std::make_unique<QSaveFile>(QString::fromStdString(*name));
    }
    Result<void> open() { return !m_file || m_file->open(QIODevice::WriteOnly) ? Result<void>() : refused(*m_file); }
    Result<void> write(const std::string &svg)
    {
        if (!m_file || (m_file->write(svg.data(), static_cast<qint64>(svg.size())) >= 0 && m_file->commit()))
            return {};
        return refused(*m_file);
    }

private:
    std::unique_ptr<QSaveFile> m_file; // nullptr: nobody asked for a picture
};

// One demonstration on the stage of real programs, told while it happens, or in the end as JSON.
class Telling
{
public:
    Telling(Invocation &run, const DemoScript &script, const QString &programs)
        : m_run(run), m_script(script), m_stage(programs), m_picture(script), m_player(script, m_stage),
          m_isLoud(!run.out.isJson() && !run.out.isQuiet())
    {
        QObject::connect(&m_signals, &SignalWatcher::asked, &m_signals, [this] { m_stage.giveUp(); });
    }

    Result<void> play()
    {
        const std::string &title = m_script.title.english;
        say(title + "\n" + std::string(title.size(), '=') + "\n");
        if (m_script.isTimed())
            say("\n" + wrapped(untimed) + "\n\n");
        if (auto opened = m_player.open(); !opened)
            return opened;
        while (!m_player.isOver()) {
            const auto event = m_player.step();
            if (!event)
                return event.error();
            m_picture.add(*event);
            const Told told = std::visit([&](const auto &what) { return tell(what, *event); }, event->step.what);
            if (!told.document.isEmpty())
                m_steps.append(told.document);
            say(told.text);
        }
        return {};
    }
    std::string picture() const { return m_picture.toSvg(); }
    // As far as it came.
    QJsonObject document() const
    {
        QJsonObject document = jsonObject({{"demo", jsonText(m_run.arguments.at(0))},
                                           {"title", jsonText(m_script.title.english)},
                                           {"steps", m_steps}});
        if (m_script.isTimed())
            document.insert(QStringLiteral("note"), jsonText(untimed));
        return document;
    }

private:
    void say(const std::string &text)
    {
        if (!m_isLoud)
            return;
        m_run.out.raw(text);
        m_run.out.flush();
    }

    Invocation &m_run;
    const DemoScript &m_script;
    SignalWatcher m_signals;
    ProcessStage m_stage;
    DemoPicture m_picture;
    DemoPlayer m_player;
    QJsonArray m_steps;
    const bool m_isLoud;
};

Result<ExitCode> demo(Invocation &run)
{
    const auto pictureName = run.arguments.option("picture");
    if (run.arguments.count() == 0 && pictureName)
        return Error{ErrorCode::InvalidInput, "A picture is of one demonstration: say its NAME, too."};
    if (run.arguments.count() == 0)
        return list(run);
    const auto text = textOf(run.arguments.at(0));
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
    PictureFile picture(pictureName);
    if (auto opened = picture.open(); !opened)
        return run.failed(opened.error(), ExitCode::Failed);
    Telling telling(run, *script, programs);
    if (auto played = telling.play(); !played) {
        run.out.fail(played.error(), telling.document());
        return ExitCode::Failed;
    }
    if (auto written = picture.write(telling.picture()); !written)
        return run.failed(written.error(), ExitCode::Failed);
    run.out.answer(telling.document(), {});
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
