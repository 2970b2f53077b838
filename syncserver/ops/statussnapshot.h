#pragma once

#include <string>
#include <utility>
#include <vector>

namespace evencart::ops {

// What the admin pages say about the server at one moment; a plain value. Texts are UTF-8 and are escaped by the page.
struct StatusSnapshot
{
    struct Section
    {
        std::string title;
        std::vector<std::pair<std::string, std::string>> rows; // what, value
    };

    bool isHealthy = true; // false: restart me
    bool isReady = false;  // false: send nobody here for now
    std::string reason;    // why one of them is not so, or empty
    std::string version;
    std::vector<Section> sections;
};

// Where it comes from. Called in the admin server's thread for every request, so it reads numbers that are at hand and
// waits for nobody.
class StatusProvider
{
public:
    virtual ~StatusProvider() = default;
    virtual StatusSnapshot status() = 0;
};

} // namespace evencart::ops
