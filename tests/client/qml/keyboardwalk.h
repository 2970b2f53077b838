#pragma once

#include "appwindow.h"

namespace evencart::test {

// What somebody without a mouse and without eyes meets in a part of the window: Tab from control to control, until it
// goes round. Each complaint is a sentence; none: every control there has a name and is reached, and whatever has the
// focus is in sight. `part`: a dialog or a pane that has the keys for itself; empty: the whole window.
//
// Not asked for: controls in a row of a list (the list has the keys, and what they do is in its tests), the button
// inside of a field.
// Whether what has the focus is in the part that is called so.
bool hasFocusInside(AppWindow &window, Part role, const QString &part);

QStringList walkByKeys(AppWindow &window, Part role, const QString &part);

} // namespace evencart::test
