import QtQuick
import QtQuick.Templates as T
import Evencart

// One of several. `details` is a sentence below the text.
T.RadioButton {
    id: control

    property string details: ""

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: implicitContentHeight + topPadding + bottomPadding
    padding: Theme.small
    spacing: Theme.medium
    hoverEnabled: true
    Accessible.name: text
    Accessible.description: details

    indicator: Rectangle {
        implicitWidth: 18
        implicitHeight: 18
        x: control.mirrored ? control.width - width - control.rightPadding : control.leftPadding
        y: control.topPadding + 1
        radius: 9
        color: Theme.surface
        border.width: control.checked ? 5 : 1
        border.color: control.checked ? Theme.accent : Theme.fieldBorder
    }
    contentItem: Column {
        leftPadding: control.mirrored ? 0 : 18 + control.spacing
        rightPadding: control.mirrored ? 18 + control.spacing : 0
        spacing: 2
        EvLabel {
            width: control.availableWidth - 18 - control.spacing
            text: control.text
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        EvLabel {
            visible: control.details !== ""
            width: control.availableWidth - 18 - control.spacing
            text: control.details
            muted: true
            size: Theme.smallText
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.hovered ? Theme.hovered : "transparent"
        EvFocusRing {
            shown: control.visualFocus
        }
    }
}
