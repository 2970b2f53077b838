#include "cli/application.h"

#include "cli/usage.h"

#include <QCoreApplication>

namespace evencart::cli {

ExitCode Application::run(const std::vector<std::string> &words)
{
    Output out(m_environment.out, m_environment.err);
    CommandLine line;
    const auto parsed = parseCommandLine(m_commands, words, line);
    out.setJson(line.arguments.has("json"));
    out.setQuiet(line.arguments.has("quiet"));
    const ExitCode code = parsed ? execute(out, line) : reject(out, line, parsed.error());
    if (out.flush())
        return code;
    m_environment.err << "evencartctl: The answer could not be written; look for space where it goes." << std::endl;
    return code == ExitCode::Done ? ExitCode::Failed : code;
}

ExitCode Application::reject(Output &out, const CommandLine &line, const Error &error)
{
    out.fail(error);
    const std::string usage =
        line.command ? usageLine(*line.command) : "evencartctl [--profile DIR] [--json] [--quiet] COMMAND [ARGUMENTS]";
    m_environment.err << "Usage: " << usage << std::endl;
    return ExitCode::WrongUse;
}

ExitCode Application::execute(Output &out, const CommandLine &line)
{
    if (line.arguments.has("help")) {
        out.raw(line.name.empty() ? helpText(m_commands) : helpText(m_commands, line.name));
        return ExitCode::Done;
    }
    if (line.arguments.has("version")) {
        out.raw("evencartctl " + QCoreApplication::applicationVersion().toStdString() + "\n");
        return ExitCode::Done;
    }
    const auto directory = line.arguments.option("profile");
    Session session(m_environment, directory ? QString::fromStdString(*directory) : m_environment.defaultDirectory);
    Invocation invocation{m_commands, m_environment, line.arguments, out, session};
    const auto ended = line.command->run(invocation);
    if (ended)
        return *ended;
    const ExitCode code = exitCodeOf(ended.error());
    if (code == ExitCode::WrongUse)
        return reject(out, line, ended.error());
    out.fail(ended.error());
    return code;
}

} // namespace evencart::cli
