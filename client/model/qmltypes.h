#pragma once

#include "settings/preferences.h"

#include <QtQml/qqml.h>

// Types of other folders that QML sees through this module.
namespace evencart {

struct PreferencesForQml
{
    Q_GADGET
    QML_FOREIGN(evencart::Preferences)
    QML_NAMED_ELEMENT(Preferences)
    QML_UNCREATABLE("made by the program")
};

} // namespace evencart
