import QtQuick
import Evencart

// A person: initials on the person's colour.
Rectangle {
    id: avatar

    required property string name
    required property string initials
    required property int colour
    property int size: 24
    property string tip: name

    width: size
    height: size
    radius: size / 2
    color: Theme.memberColour(colour)
    Accessible.role: Accessible.Graphic
    Accessible.name: tip
    Accessible.ignored: tip === "" // what stands beside it says who it is

    EvLabel {
        anchors.centerIn: parent
        text: avatar.initials
        color: Theme.textOnMember
        size: Math.max(9, Math.round(avatar.size * 0.42))
        font.weight: Font.DemiBold
        Accessible.ignored: true
    }
    HoverHandler {
        id: hover
    }
    EvToolTip {
        visible: hover.hovered && avatar.tip !== ""
        text: avatar.tip
    }
}
