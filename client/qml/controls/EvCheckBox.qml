import QtQuick
import QtQuick.Templates as T
import Evencart

// A box that is ticked or not, with or without a text beside it. `label` names it where there is none.
T.CheckBox {
    id: control

    property string label: text
    property int boxSize: 22

    implicitWidth: implicitIndicatorWidth + (text === "" ? 0 : spacing + implicitContentWidth) + leftPadding + rightPadding
    implicitHeight: Math.max(implicitIndicatorHeight, implicitContentHeight) + topPadding + bottomPadding
    spacing: Theme.small
    padding: Theme.tiny
    opacity: enabled ? 1 : 0.5
    hoverEnabled: true
    Accessible.name: label

    indicator: Rectangle {
        implicitWidth: control.boxSize
        implicitHeight: control.boxSize
        x: control.mirrored ? control.width - width - control.rightPadding : control.leftPadding
        y: (control.height - height) / 2
        radius: Theme.smallRadius
        color: control.checkState === Qt.Unchecked ? (control.hovered ? Theme.accentSoft : Theme.surface) : Theme.accent
        border.width: control.checkState === Qt.Unchecked ? 1 : 0
        border.color: control.hovered ? Theme.accent : Theme.fieldBorder
        EvIcon {
            anchors.centerIn: parent
            visible: control.checkState !== Qt.Unchecked
            name: control.checkState === Qt.PartiallyChecked ? "minus" : "check"
            size: parent.width - 6
            color: Theme.textOnAccent
        }
        EvFocusRing {
            shown: control.visualFocus
        }
    }
    contentItem: EvLabel {
        leftPadding: control.mirrored ? 0 : control.indicator.width + control.spacing
        rightPadding: control.mirrored ? control.indicator.width + control.spacing : 0
        visible: control.text !== ""
        text: control.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }
}
