import QtQuick
import QtQuick.Templates as T
import Evencart

// On or off, at once.
T.Switch {
    id: control

    implicitWidth: implicitIndicatorWidth + (text === "" ? 0 : spacing + implicitContentWidth)
    implicitHeight: Math.max(implicitIndicatorHeight, implicitContentHeight, Theme.controlHeight)
    spacing: Theme.medium
    hoverEnabled: true
    opacity: enabled ? 1 : 0.5
    Accessible.name: text

    indicator: Rectangle {
        implicitWidth: 38
        implicitHeight: 22
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2
        radius: 11
        color: control.checked ? Theme.accent : Theme.sunken
        border.width: control.checked ? 0 : 1
        border.color: Theme.fieldBorder
        Rectangle {
            x: control.visualPosition * (parent.width - width - 6) + 3
            y: 3
            width: 16
            height: 16
            radius: 8
            color: control.checked ? Theme.textOnAccent : Theme.fieldBorder
            Behavior on x {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
        EvFocusRing {
            shown: control.visualFocus
        }
    }
    contentItem: EvLabel {
        leftPadding: control.mirrored ? 0 : control.indicator.width + control.spacing
        rightPadding: control.mirrored ? control.indicator.width + control.spacing : 0
        text: control.text
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }
}
