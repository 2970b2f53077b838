pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart
import Evencart.People

// Who else is here now, quietly: their avatars with a dot. A click opens the list of members; alone, it is a small icon.
T.AbstractButton {
    id: row

    required property MembersModel members
    readonly property var others: members.onlineOthers
    readonly property int most: 4
    readonly property string names: others.map(person => person.name).join(", ")

    implicitWidth: Math.max(22 * Math.min(others.length, most) + (others.length > most ? 30 : 0) + 2 * Theme.small, Theme.controlHeight)
    implicitHeight: Theme.controlHeight
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: others.length > 0 ? qsTr("Members. Here now: %1").arg(names) : qsTr("Members")

    contentItem: Item {
        EvIcon {
            anchors.centerIn: parent
            visible: row.others.length === 0
            name: "people"
            color: row.hovered ? Theme.text : Theme.mutedText
        }
        Row {
            anchors.centerIn: parent
            spacing: -4
            Repeater {
                model: row.others.slice(0, row.most)
                PresenceAvatar {
                    required property var modelData
                    name: modelData.name
                    initials: modelData.initials
                    colour: modelData.colour
                    online: true
                    size: 26
                    tip: ""
                }
            }
            EvLabel {
                visible: row.others.length > row.most
                leftPadding: Theme.small
                anchors.verticalCenter: parent.verticalCenter
                text: qsTr("+%n", "so many more people", row.others.length - row.most)
                size: Theme.smallText
                muted: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: row.down ? Theme.pressed : row.hovered ? Theme.hovered : "transparent"
        EvFocusRing {
            shown: row.visualFocus
        }
    }
    EvToolTip {
        visible: row.hovered
        text: row.others.length > 0 ? qsTr("Here now: %1").arg(row.names) : qsTr("Members of this cart")
    }
}
