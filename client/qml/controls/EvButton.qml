pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart

// A button with a text and perhaps an icon. `kind` says how much it matters.
T.Button {
    id: control

    enum Kind {
        Normal,
        Primary,
        Quiet,
        Danger
    }
    property int kind: EvButton.Kind.Normal
    property string iconName: ""
    readonly property color contentColour: kind === EvButton.Kind.Primary ? Theme.textOnAccent : kind === EvButton.Kind.Danger ? Theme.danger : Theme.text

    implicitWidth: Math.max(implicitContentWidth + leftPadding + rightPadding, 64)
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    spacing: Theme.small
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: text

    contentItem: EvIconText {
        iconName: control.iconName
        text: control.text
        color: control.contentColour
        spacing: control.spacing
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.kind === EvButton.Kind.Primary ? (control.hovered || control.down ? Theme.accentHovered : Theme.accent)
             : control.down ? Theme.pressed : control.hovered ? Theme.hovered : control.kind === EvButton.Kind.Quiet ? "transparent" : Theme.surface
        border.color: Theme.border
        border.width: control.kind === EvButton.Kind.Primary || control.kind === EvButton.Kind.Quiet ? 0 : 1
        EvFocusRing {
            shown: control.visualFocus
        }
    }
}
