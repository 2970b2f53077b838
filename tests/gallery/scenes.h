#pragma once

#include "stage.h"

#include <vector>

namespace evencart::gallery {

// A picture or several: prepare people(), open(), bring the window there, grab(). To add one, write it into a file of
// its area and it stands in allScenes().
struct Scene
{
    const char *name; // of the picture's file
    void (*play)(Stage &stage);
};

std::vector<Scene> startScenes();   // first run, a profile that cannot be opened
std::vector<Scene> cartScenes();    // the cart in its states
std::vector<Scene> desktopScenes(); // palette, shortcuts
std::vector<Scene> errorScenes();   // what went wrong, where it is said
std::vector<Scene> labScenes();     // the laboratory
std::vector<Scene> panelScenes();   // what stands beside and over the cart
std::vector<Scene> syncScenes();    // off line, refused, merging
std::vector<Scene> shopScenes();    // goods, checkout, orders, at a real server

inline std::vector<Scene> allScenes()
{
    std::vector<Scene> scenes;
    for (const auto &area :
         {startScenes(), cartScenes(), desktopScenes(), errorScenes(), labScenes(), panelScenes(), syncScenes(), shopScenes()})
        scenes.insert(scenes.end(), area.begin(), area.end());
    return scenes;
}

} // namespace evencart::gallery
