import QtQuick
import Evencart

// A person and whether they are online: a filled dot, or a hollow one. Words say it beside.
Item {
    id: presence

    required property string name
    required property string initials
    required property int colour
    required property bool online
    property int size: 32
    property string tip: name
    readonly property int dot: Math.round(size * 0.34)

    width: size
    height: size

    EvAvatar {
        size: presence.size
        name: presence.name
        initials: presence.initials
        colour: presence.colour
        tip: presence.tip
    }
    Rectangle {
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: -2
        width: presence.dot + 3
        height: width
        radius: width / 2
        color: Theme.surface
        Rectangle {
            anchors.centerIn: parent
            width: presence.dot
            height: width
            radius: width / 2
            color: presence.online ? Theme.accent : Theme.surface
            border.width: presence.online ? 0 : 2
            border.color: Theme.fieldBorder
        }
    }
}
