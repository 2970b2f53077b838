import QtQuick.Templates as T

// An action as menus, the command palette and the sheet of shortcuts know it.
T.Action {
    property string group: ""
    property string iconName: ""
    property string page: "" // it asks for this page of the window
    property string keys: "" // what the list of lines itself listens to; `shortcut` works everywhere in the window
    property string obstacle: "" // why it cannot be done now, where that does not go without saying
}
