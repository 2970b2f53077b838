import QtQuick
import Evencart
import Evencart.Model

// How far a line has come: a ring (saved here), a ring with a dot (on the server), nothing once everybody has it. A shape, not a colour.
Item {
    id: mark

    required property int syncState
    required property string description

    implicitWidth: 14
    implicitHeight: 14
    Accessible.role: Accessible.Graphic
    Accessible.name: description
    Accessible.ignored: syncState === LineModel.SeenByOthers

    Rectangle {
        anchors.centerIn: parent
        visible: mark.syncState !== LineModel.SeenByOthers
        width: 10
        height: 10
        radius: 5
        color: "transparent"
        border.width: 1.5
        border.color: Theme.mutedText
        Rectangle {
            visible: mark.syncState === LineModel.OnServer
            width: 6
            height: 6
            radius: 3
            anchors.centerIn: parent
            color: Theme.mutedText
        }
    }
    HoverHandler {
        id: hover
    }
    EvToolTip {
        visible: hover.hovered && mark.syncState !== LineModel.SeenByOthers
        text: mark.description
    }
}
