import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.People

// A link that is ready: to scan, to copy, to send.
ColumnLayout {
    id: card

    required property InviteFlow invite
    signal copied(words: string)

    // The button that asked for it is gone, and had the keys.
    onVisibleChanged: {
        if (visible)
            copyButton.forceActiveFocus();
    }

    spacing: Theme.medium

    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        implicitWidth: 236
        implicitHeight: 236
        radius: Theme.radius
        color: "white" // also in the dark: scanners want dark on light
        border.color: Theme.border
        QrCode {
            anchors.centerIn: parent
            width: 228
            height: 228
            text: card.invite.link
            Accessible.role: Accessible.Graphic
            Accessible.name: qsTr("The invitation as a QR code")
        }
    }
    EvLabel {
        Layout.fillWidth: true
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("%1 Whoever has the link can join.").arg(card.invite.summary)
        muted: true
        size: Theme.smallText
        wrapMode: Text.WordWrap
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small
        EvTextField {
            Layout.fillWidth: true
            label: qsTr("Invitation link")
            text: card.invite.link
            readOnly: true
            onActiveFocusChanged: if (activeFocus)
                selectAll()
        }
        EvButton {
            id: copyButton
            iconName: "link"
            text: qsTr("Copy link")
            onClicked: {
                card.invite.copyLink();
                card.copied(qsTr("The link is copied."));
            }
        }
    }
    EvButton {
        Layout.fillWidth: true
        iconName: "copy"
        text: qsTr("Copy as a message")
        onClicked: {
            card.invite.copyMessage();
            card.copied(qsTr("The message is copied."));
        }
    }
}
