#pragma once

#include "desktop/launchrequest.h"

namespace evencart {

// What the command line of `evencart` says. Reading it needs no display.
struct CommandLine
{
    QString profile; // the data directory; the platform's where none is given
    QString name;    // of the member, for a profile that is new
    LaunchRequest request;
    bool selfTest = false;
    bool help = false;
    bool version = false;

    // `folder`: what relative paths are relative to. InvalidInput: a sentence about what is wrong.
    static Result<CommandLine> parse(const QStringList &arguments, const QString &folder);
    static QString helpText();
};

} // namespace evencart
