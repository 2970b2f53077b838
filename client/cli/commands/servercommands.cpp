#include "cli/commands/commands.h"
#include "cli/serveraddress.h"
#include "portability/json.h"

#include <QHostAddress>

namespace evencart::cli {

namespace {

Result<ExitCode> answerServer(Invocation &run, Workspace &workspace)
{
    const ProfileRecord &record = workspace.profile().record();
    const std::string text =
        record.serverUrl.empty()
            ? "No server is set."
            : record.serverUrl + (record.serverFingerprint.empty() ? "" : "\nfingerprint " + record.serverFingerprint);
    run.out.answer(
        jsonObject({{"url", jsonText(record.serverUrl)}, {"fingerprint", jsonText(record.serverFingerprint)}}), text);
    return ExitCode::Done;
}

bool isOpenToOthers(const QUrl &url)
{
    const bool loopback = url.host() == QStringLiteral("localhost") || QHostAddress(url.host()).isLoopback();
    return url.scheme() == QStringLiteral("ws") && !loopback;
}

Result<ExitCode> set(Invocation &run)
{
    const auto url = readServerUrl(run.arguments.at(0));
    if (!url)
        return url.error();
    std::string fingerprint;
    if (const auto text = run.arguments.option("fingerprint")) {
        const auto read = readFingerprint(*text);
        if (!read)
            return read.error();
        fingerprint = *read;
    }
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (auto saved = (*workspace)->profile().setServer(url->toString().toStdString(), fingerprint); !saved)
        return saved.error();
    if (isOpenToOthers(*url))
        run.out.warn("Nothing is encrypted on ws://; whoever is on the way can read the carts. Take wss:// outside of "
                     "this machine.");
    return answerServer(run, **workspace);
}

Result<ExitCode> show(Invocation &run)
{
    const auto workspace = run.session.workspace();
    return workspace ? answerServer(run, **workspace) : workspace.error();
}

} // namespace

std::vector<Command> serverCommands()
{
    return {
        {"server set",
         "URL",
         "Says which server to sync with",
         "URL is like wss://cart.example.org:8787; a host alone is wss on port 8787. Without a fingerprint the "
         "system's certificate\n"
         "authorities decide whether the server is the right one.",
         {{"fingerprint", "FP", "the SHA-256 of the server's certificate; the server prints it when it starts"}},
         set},
        {"server show", "", "Shows which server this profile syncs with", "", {}, show},
    };
}

} // namespace evencart::cli
