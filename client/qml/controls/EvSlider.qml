import QtQuick
import QtQuick.Templates as T
import Evencart

// A number on a line. `label` names it for screen readers.
T.Slider {
    id: control

    property string label: ""

    implicitWidth: 140
    implicitHeight: Theme.controlHeight
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: label

    background: Rectangle {
        x: control.leftPadding
        y: (control.height - height) / 2
        width: control.availableWidth
        height: 4
        radius: 2
        color: Theme.border
        Rectangle {
            x: control.mirrored ? parent.width - width : 0
            width: control.position * parent.width
            height: parent.height
            radius: 2
            color: Theme.accent
        }
    }
    handle: Rectangle {
        x: control.leftPadding + control.visualPosition * (control.availableWidth - width)
        y: (control.height - height) / 2
        width: 16
        height: 16
        radius: 8
        color: control.pressed || control.hovered ? Theme.accentHovered : Theme.accent
        border.width: 2
        border.color: Theme.surface
        EvFocusRing {
            shown: control.visualFocus
        }
    }
}
