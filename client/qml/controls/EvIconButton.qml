import QtQuick
import QtQuick.Templates as T
import Evencart

// A button that is an icon. `text` names it, for the tooltip and for screen readers.
T.Button {
    id: control

    required property string iconName
    property color iconColour: Theme.mutedText
    property int size: Theme.controlHeight
    property int iconSize: Theme.iconSize
    property bool shown: true // false: it keeps its place, is not seen and takes no clicks

    implicitWidth: size
    implicitHeight: size
    opacity: !shown ? 0 : enabled ? 1 : 0.4
    enabled: shown
    hoverEnabled: true
    Accessible.name: text

    contentItem: Item {
        EvIcon {
            anchors.centerIn: parent
            name: control.iconName
            size: control.iconSize
            color: control.checked ? Theme.accent : control.hovered ? Theme.text : control.iconColour
        }
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: control.checked ? Theme.accentSoft : control.down ? Theme.pressed : control.hovered ? Theme.hovered : "transparent"
        EvFocusRing {
            shown: control.visualFocus
        }
    }
    EvToolTip {
        visible: control.hovered && control.text !== ""
        text: control.text
    }
}
