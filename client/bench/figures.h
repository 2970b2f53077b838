#pragma once

#include "base/error.h"

#include <QJsonObject>

#include <cstdint>
#include <string>
#include <vector>

namespace evencart::bench {

// One line of JSON on stdout, at once: the harness stops its clock on it.
void print(const QJsonObject &object);
void printError(const Error &error);

double nowMilliseconds();    // CLOCK_MONOTONIC
QString nowNanosecondText(); // likewise, as the harness wants it

// rss_kb and peak_rss_kb of this process.
void addMemory(QJsonObject &object);

// The p-th percentile (nearest rank); 0 of nothing. REQUIRES: sorted.
double percentile(const std::vector<double> &sorted, double p);

} // namespace evencart::bench
