import QtQuick
import Evencart

// Shows where the keyboard is. Put into a control's background; the control says when.
Rectangle {
    required property bool shown

    anchors.fill: parent
    anchors.margins: -2
    radius: (parent as Rectangle)?.radius + 2 ?? Theme.radius
    color: "transparent"
    border.color: Theme.focusRing
    border.width: shown ? 2 : 0
    visible: shown
}
