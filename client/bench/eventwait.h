#pragma once

#include <functional>

namespace evencart::bench {

// Runs the event loop until `condition` holds; it is looked at after every event. False: `milliseconds` went by first.
bool waitUntil(const std::function<bool()> &condition, double milliseconds);

// Runs the event loop for that long, to the millisecond.
void waitFor(double milliseconds);

// Lets what is ready happen.
void turnOnce();

} // namespace evencart::bench
