pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart

// One cart in the sidebar: its name, how much is left to buy, and small marks for what waits or wants a look.
T.ItemDelegate {
    id: entry

    required property int index
    required property string cartId
    required property string name
    required property int open
    required property int marked
    required property int pending
    required property bool archived
    required property string refused
    required property string accessibleText
    required property bool opened
    required property bool shared // there is a server that changes wait for
    required property bool shownAtAll
    signal chosen
    signal menuWanted

    visible: shownAtAll
    implicitHeight: shownAtAll ? Theme.controlHeight + 4 : 0
    leftPadding: mirrored ? Theme.small : Theme.medium
    rightPadding: mirrored ? Theme.medium : Theme.small
    hoverEnabled: true
    Accessible.name: accessibleText
    onClicked: chosen()

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: entry.menuWanted()
    }
    contentItem: RowLayout {
        spacing: Theme.small
        EvLabel {
            Layout.fillWidth: true
            text: entry.name === "" ? qsTr("Without a name") : entry.name
            font.weight: entry.opened ? Font.DemiBold : Font.Normal
            color: entry.archived ? Theme.mutedText : Theme.text
            Accessible.ignored: true
        }
        EvIcon {
            visible: entry.marked > 0 || entry.refused !== ""
            name: "warning"
            size: 14
            color: Theme.warning
        }
        EvIcon {
            visible: entry.pending > 0 && entry.shared
            name: "cloud-up"
            size: 14
            color: Theme.mutedText
        }
        EvIcon {
            visible: entry.archived
            name: "archive"
            size: 14
            color: Theme.mutedText
        }
        EvIconButton {
            visible: entry.hovered || entry.visualFocus
            iconName: "more"
            size: 24
            text: qsTr("More for %1").arg(entry.name)
            focusPolicy: Qt.NoFocus
            onClicked: entry.menuWanted()
        }
        EvLabel {
            visible: !entry.hovered && entry.open > 0
            text: entry.open
            size: Theme.smallText
            muted: true
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: entry.opened ? Theme.accentSoft : entry.hovered ? Theme.hovered : "transparent"
        EvFocusRing {
            shown: entry.visualFocus || (entry.ListView.isCurrentItem && (entry.ListView.view?.activeFocus ?? false))
        }
    }
}
