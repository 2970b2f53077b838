pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart

// One of a few, side by side.
Rectangle {
    id: control

    required property var options // texts
    property int current: 0
    property string label: ""
    signal chosen(index: int)

    implicitWidth: row.implicitWidth + 4
    implicitHeight: Theme.controlHeight
    radius: Theme.radius
    color: Theme.sunken
    border.color: Theme.border
    Accessible.role: Accessible.PageTabList
    Accessible.name: label

    Row {
        id: row
        anchors.centerIn: parent
        Repeater {
            model: control.options
            T.TabButton {
                id: option
                required property string modelData
                required property int index
                implicitWidth: implicitContentWidth + 2 * Theme.medium
                implicitHeight: control.height - 4
                checked: index === control.current
                Accessible.name: modelData
                Accessible.selected: checked
                onClicked: control.chosen(index)
                contentItem: EvLabel {
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    text: option.modelData
                    color: option.checked ? Theme.text : Theme.mutedText
                    font.weight: option.checked ? Font.DemiBold : Font.Normal
                    Accessible.ignored: true
                }
                background: Rectangle {
                    radius: Theme.smallRadius
                    color: option.checked ? Theme.surface : "transparent"
                    border.width: option.checked ? 1 : 0
                    border.color: Theme.border
                    EvFocusRing {
                        shown: option.visualFocus
                    }
                }
            }
        }
    }
}
