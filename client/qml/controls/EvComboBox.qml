pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart

// One of several, in a list that opens.
T.ComboBox {
    id: control

    property string label: ""

    implicitWidth: 200
    implicitHeight: Theme.controlHeight
    leftPadding: mirrored ? 36 : Theme.medium
    rightPadding: mirrored ? Theme.medium : 36
    Accessible.name: label

    contentItem: EvLabel {
        text: control.displayText
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    indicator: EvIcon {
        x: control.mirrored ? Theme.small : control.width - width - Theme.small
        y: (control.height - height) / 2
        name: "chevron-down"
        color: Theme.mutedText
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.hovered ? Theme.hovered : Theme.surface
        border.color: Theme.fieldBorder
        EvFocusRing {
            shown: control.visualFocus
        }
    }
    delegate: T.ItemDelegate {
        id: option
        required property var model
        required property int index
        width: ListView.view ? ListView.view.width : 0
        height: Theme.controlHeight
        padding: Theme.small
        highlighted: control.highlightedIndex === index
        text: control.textAt(index)
        Accessible.name: text
        contentItem: EvLabel {
            text: option.text
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
        background: Rectangle {
            radius: Theme.smallRadius
            color: option.highlighted ? Theme.hovered : "transparent"
        }
    }
    popup: T.Popup {
        y: control.height + 2
        width: control.width
        implicitHeight: Math.min(contentItem.implicitHeight + 2 * padding, 320)
        padding: Theme.tiny
        contentItem: ListView {
            clip: true
            implicitHeight: contentHeight
            model: control.popup.visible ? control.delegateModel : null
            currentIndex: control.highlightedIndex
            T.ScrollBar.vertical: EvScrollBar {}
        }
        background: Rectangle {
            radius: Theme.radius
            color: Theme.raised
            border.color: Theme.border
        }
    }
}
