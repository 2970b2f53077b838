pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.People

// The server shows another certificate than the one we trust: a full stop. Nothing goes on by itself, and nothing goes on by a slip.
EvDialog {
    id: alarm

    required property ServerSettings server

    width: Math.min(560, (parent ? parent.width : 560) - 2 * Theme.large)
    title: qsTr("This is not the server that you trust")
    subtitle: qsTr("It answers under your server's address, but with another certificate. Nothing was sent to it, and the sync is stopped. Everything you do is saved here.")
    closePolicy: EvDialog.NoAutoClose
    Connections {
        target: alarm.server
        function onAlarmChanged(): void {
            if (alarm.server.changed)
                alarm.open();
            else
                alarm.close();
        }
    }
    onAboutToShow: compared.checked = false
    onClosed: server.keepStopped()

    ColumnLayout {
        width: alarm.availableWidth
        spacing: Theme.medium
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: prints.implicitHeight + 2 * Theme.medium
            radius: Theme.radius
            color: Theme.dangerSoft
            ColumnLayout {
                id: prints
                anchors.fill: parent
                anchors.margins: Theme.medium
                spacing: Theme.medium
                FingerprintText {
                    Layout.fillWidth: true
                    title: qsTr("The one that you trust")
                    fingerprint: alarm.server.trustedFingerprint
                }
                FingerprintText {
                    Layout.fillWidth: true
                    title: qsTr("The one that it shows now")
                    fingerprint: alarm.server.changedFingerprint
                    otherwise: qsTr("Asking…")
                }
            }
        }
        EvLabel {
            Layout.fillWidth: true
            text: qsTr("If the server was set up anew, ask whoever hosts it for the new fingerprint, by phone or in person. If nobody knows of it, somebody may be listening in.")
            wrapMode: Text.WordWrap
        }
        EvCheckBox {
            id: compared
            Layout.fillWidth: true
            text: qsTr("I compared the new fingerprint with whoever hosts the server")
            enabled: alarm.server.changedFingerprint !== ""
        }
    }
    buttons: [
        EvButton {
            kind: EvButton.Kind.Danger
            enabled: compared.checked
            text: qsTr("Trust the new certificate")
            onClicked: alarm.server.trustChanged()
        },
        EvButton {
            kind: EvButton.Kind.Primary
            text: qsTr("Stay stopped")
            onClicked: alarm.close()
        }
    ]
}
