#pragma once

#include <QStringList>

namespace evencart::bench {

// `evencartctl bench`: one scenario, its figures as JSON on stdout, one object a line; {"error": "…"} when it did not work.
// `arguments`: the scenario's name and its --flag value pairs. Returns the exit code. REQUIRES: a QCoreApplication.
int runBench(const QStringList &arguments);

// What `evencartctl bench --help` says.
QString benchHelp();

} // namespace evencart::bench
