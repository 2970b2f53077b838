import QtQuick
import QtQuick.Layouts
import Evencart

// A member in the list: avatar, name, what they may do, whether they are here, on how many devices.
Rectangle {
    id: entry

    required property string name
    required property string initials
    required property int colour
    required property string roleText
    required property int devices
    required property bool online
    required property string presence
    required property string accessibleText
    required property string member
    required property int memberRole
    required property bool isMe
    property bool manageable: false
    property bool current: false
    signal menuWanted

    function openMenu(): void {
        if (manageable)
            menuWanted();
    }

    implicitHeight: 56
    radius: Theme.radius
    color: "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText
    Accessible.focusable: true
    Accessible.onPressAction: openMenu()

    EvFocusRing {
        shown: entry.current && entry.ListView.view !== null && entry.ListView.view.activeFocus
    }
    RowLayout {
        anchors.fill: parent
        spacing: Theme.medium
        PresenceAvatar {
            name: entry.name
            initials: entry.initials
            colour: entry.colour
            online: entry.online
            size: 34
            tip: ""
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: entry.name
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                text: entry.devices > 0 ? qsTr("%1 · %2").arg(entry.presence).arg(qsTr("%n device(s)", "", entry.devices)) : entry.presence
                size: Theme.smallText
                muted: true
                Accessible.ignored: true
            }
        }
        EvLabel {
            text: entry.roleText
            size: Theme.smallText
            muted: true
            Accessible.ignored: true
        }
        EvIconButton {
            visible: entry.manageable
            iconName: "more"
            text: qsTr("What to do about %1").arg(entry.name)
            onClicked: entry.menuWanted()
        }
    }
}
