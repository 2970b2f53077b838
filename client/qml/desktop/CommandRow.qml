pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart

// A command of the palette: its group, its name, its keys. One that cannot be done now is pale and says so to readers.
T.ItemDelegate {
    id: root

    required property int index
    required property string name
    required property string group
    required property string shortcut
    required enabled

    implicitHeight: Theme.controlHeight + Theme.tiny
    padding: Theme.small
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: shortcut === "" ? group : qsTr("%1, %2").arg(group).arg(shortcut)
    Accessible.selected: highlighted

    contentItem: RowLayout {
        spacing: Theme.small
        opacity: root.enabled ? 1 : 0.5
        EvLabel {
            Layout.preferredWidth: 64
            text: root.group
            muted: true
            Accessible.ignored: true
        }
        EvLabel {
            Layout.fillWidth: true
            text: root.name
            Accessible.ignored: true
        }
        ShortcutKeys {
            keys: root.shortcut
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: root.highlighted ? Theme.hovered : "transparent"
        border.color: Theme.focusRing
        border.width: root.highlighted ? 1 : 0
    }
}
