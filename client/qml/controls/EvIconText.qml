import QtQuick
import Evencart

// An icon and a word in one line, in the middle of the space they get: what buttons and chips hold.
Item {
    id: content

    property string iconName: ""
    property string text: ""
    property color color: Theme.text
    property int textSize: Theme.bodyText
    property int iconSize: Theme.iconSize
    property int spacing: Theme.small

    implicitWidth: row.implicitWidth
    implicitHeight: row.implicitHeight

    Row {
        id: row
        anchors.centerIn: parent
        spacing: content.spacing
        EvIcon {
            visible: content.iconName !== ""
            name: content.iconName
            size: content.iconSize
            color: content.color
            anchors.verticalCenter: parent.verticalCenter
        }
        EvLabel {
            visible: content.text !== ""
            text: content.text
            size: content.textSize
            color: content.color
            font.weight: Font.Medium
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
}
