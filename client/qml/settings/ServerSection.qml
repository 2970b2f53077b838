pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.People

// The server of the profile: how it stands, another one, none.
SettingsSection {
    id: section

    required property AppSession session
    required property ServerSettings server
    readonly property bool usable: server.usable
    readonly property bool looked: server.usable || server.state === ServerSettings.Mismatch || server.state === ServerSettings.Away
    property bool editing: session.serverUrl === ""

    title: qsTr("Server")
    details: session.serverUrl === "" ? qsTr("Without a server everything stays on this device. To share carts, set the server that you or somebody you know hosts, or join a cart with an invitation.") : ""

    Connections {
        target: section.server
        function onSaved(): void {
            section.editing = Qt.binding(() => section.session.serverUrl === "");
        }
    }
    RowLayout {
        Layout.fillWidth: true
        visible: section.session.serverUrl !== ""
        spacing: Theme.medium
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: section.session.serverUrl
                strong: true
                elide: Text.ElideMiddle
            }
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("%1. %2").arg(section.session.sync.word).arg(section.session.sync.sentence)
                size: Theme.smallText
                muted: true
                wrapMode: Text.WordWrap
            }
        }
        EvButton {
            visible: !section.editing
            text: qsTr("Change…")
            onClicked: section.editing = true
        }
        EvButton {
            visible: !section.editing
            kind: EvButton.Kind.Danger
            text: qsTr("Remove…")
            onClicked: removing.open()
        }
    }
    FingerprintText {
        Layout.fillWidth: true
        visible: section.session.serverUrl !== ""
        title: qsTr("Fingerprint of its certificate")
        fingerprint: section.server.trustedFingerprint
        otherwise: section.session.serverUrl.startsWith("wss") ? qsTr("A certificate authority vouches for it.") : qsTr("None: nothing is encrypted on this address.")
    }
    ServerForm {
        Layout.fillWidth: true
        visible: section.editing
        session: section.session
        server: section.server
        usable: section.usable
        looked: section.looked
        onCancelled: {
            section.server.forgetLook();
            section.editing = Qt.binding(() => section.session.serverUrl === "");
        }
    }
    EvDialog {
        id: removing
        title: qsTr("Use no server?")
        EvLabel {
            width: removing.availableWidth
            text: qsTr("Your carts stay on this device with everything in them. What you and the others change from then on is no longer exchanged, until you set the server again.")
            wrapMode: Text.WordWrap
        }
        buttons: [
            EvButton {
                text: qsTr("Cancel")
                onClicked: removing.close()
            },
            EvButton {
                kind: EvButton.Kind.Danger
                text: qsTr("Remove the server")
                onClicked: {
                    removing.close();
                    section.server.remove();
                }
            }
        ]
    }
}
