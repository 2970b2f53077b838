#include "cli/commands/commands.h"
#include "portability/json.h"

namespace evencart::cli {

namespace {

Result<ExitCode> answerProfile(Invocation &run, Workspace &workspace)
{
    const Profile &profile = workspace.profile();
    const std::string member = profile.memberId().toString();
    const std::string device = profile.credentials().deviceId().toString();
    const std::string replica = profile.record().replica.toString();
    run.out.answer(jsonObject({{"member", jsonText(member)},
                               {"device", jsonText(device)},
                               {"replica", jsonText(replica)},
                               {"name", jsonText(profile.record().memberName)}}),
                   "name     " + profile.record().memberName + "\nmember   " + member + "\ndevice   " + device +
                       "\nreplica  " + replica + "\nfolder   " + profile.directory().toStdString());
    return ExitCode::Done;
}

Result<ExitCode> init(Invocation &run)
{
    const auto name = run.arguments.option("name");
    if (!name)
        return Error{ErrorCode::InvalidInput, "Say who you are: init --name NAME."};
    if (run.session.profileExists())
        return run.failed({ErrorCode::Refused, "There is a profile in " + run.session.directory().toStdString() +
                                                   " already; \"profile --name\" gives it another name."},
                          ExitCode::Failed);
    const auto workspace = run.session.make(QString::fromStdString(*name));
    return workspace ? answerProfile(run, **workspace) : workspace.error();
}

Result<ExitCode> profile(Invocation &run)
{
    const auto workspace = run.session.workspace();
    if (!workspace)
        return workspace.error();
    if (const auto name = run.arguments.option("name")) {
        if (auto renamed = (*workspace)->setName(QString::fromStdString(*name)); !renamed)
            return renamed.error();
    }
    return answerProfile(run, **workspace);
}

} // namespace

std::vector<Command> profileCommands()
{
    return {
        {"init",
         "",
         "Makes the profile and its member",
         "Every other command makes a profile under the login name where there is none.",
         {{"name", "NAME", "what the others see"}},
         init},
        {"profile",
         "",
         "Shows who this installation is, or renames the member",
         "",
         {{"name", "NEW", "the new name"}},
         profile},
    };
}

} // namespace evencart::cli
