pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart

// One entry: icon or tick, text, shortcut.
T.MenuItem {
    id: control

    property string iconName: ""
    property bool dangerous: false
    property string shortcutText: ""
    readonly property color contentColour: dangerous ? Theme.danger : Theme.text

    implicitWidth: 240
    implicitHeight: visible ? Theme.controlHeight : 0
    padding: Theme.small
    opacity: enabled ? 1 : 0.45
    Accessible.name: text

    contentItem: RowLayout {
        spacing: Theme.small
        EvIcon {
            name: control.checkable ? (control.checked ? "check" : "") : control.subMenu ? (control.subMenu as EvMenu).iconName : control.iconName
            color: control.checkable ? Theme.accent : control.dangerous ? Theme.danger : Theme.mutedText
        }
        EvLabel {
            Layout.fillWidth: true
            text: control.text
            color: control.contentColour
            Accessible.ignored: true
        }
        EvLabel {
            visible: text !== ""
            text: control.shortcutText
            muted: true
            size: Theme.smallText
            Accessible.ignored: true
        }
        EvIcon {
            visible: control.subMenu !== null
            name: control.mirrored ? "chevron-left" : "chevron-right"
            size: 16
            color: Theme.mutedText
        }
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: control.highlighted ? Theme.hovered : "transparent"
    }
}
