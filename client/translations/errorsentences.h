#pragma once

#include "base/error.h"

#include <QString>

#include <string>

// What went wrong, in the language of the app. Libraries say it in English (base/error.h), servers too, and some of it
// has been kept on the disk: so a sentence is known by its words (translations/errorforms.h), and names, paths and
// numbers in it are taken over as they are. In English everything stays word for word. Any thread.
namespace evencart {

// One that is not known, of a later server for example, is shown in English, behind a sentence of the app's own that
// says by the error's code what it is about.
QString errorSentence(const Error &error);
// Where in a file or text something is wrong: "line 3". What is not known stays as it is.
QString errorPlace(const std::string &english);

} // namespace evencart
