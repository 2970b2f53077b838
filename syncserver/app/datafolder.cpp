#include "app/datafolder.h"

#include <filesystem>

namespace evencart::app {

Result<void> makeDataFolder(const std::string &folder, const char *option)
{
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return Error{ErrorCode::Io, "Cannot make the folder " + folder + "; choose another one with " + option + "."};
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, failed); // not always ours to set
    return {};
}

} // namespace evencart::app
