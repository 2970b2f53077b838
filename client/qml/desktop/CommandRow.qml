pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart

// A command of the palette: its group, its name, its keys. One that cannot be done now is pale and, where there is a reason to
// tell, says it.
T.ItemDelegate {
    id: root

    required property int index
    required property string name
    required property string group
    required property string shortcut
    required property string obstacle
    required enabled
    readonly property real paleness: enabled ? 1 : 0.5

    implicitHeight: Theme.controlHeight + Theme.tiny + (obstacle === "" ? 0 : reason.implicitHeight)
    padding: Theme.small
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    focusPolicy: Qt.NoFocus
    text: name
    Accessible.role: Accessible.ListItem
    Accessible.name: name
    Accessible.description: obstacle !== "" ? obstacle : shortcut === "" ? group : qsTr("%1, %2").arg(group).arg(shortcut)
    Accessible.selected: highlighted

    contentItem: RowLayout { // qmllint disable deferred-property-id
        spacing: Theme.small
        EvLabel {
            Layout.preferredWidth: 64
            opacity: root.paleness
            text: root.group
            muted: true
            Accessible.ignored: true
        }
        ColumnLayout {
            spacing: 0
            EvLabel {
                Layout.fillWidth: true
                opacity: root.paleness
                text: root.name
                Accessible.ignored: true
            }
            EvLabel {
                id: reason
                Layout.fillWidth: true
                visible: text !== ""
                text: root.obstacle
                muted: true
                size: Theme.smallText
                wrapMode: Text.WordWrap
                maximumLineCount: 2
                Accessible.ignored: true
            }
        }
        ShortcutKeys {
            opacity: root.paleness
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
