pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.People

// Another server: typed, looked at, and only then used.
ColumnLayout {
    id: form

    required property AppSession session
    required property ServerSettings server
    required property bool usable
    required property bool looked
    readonly property int seen: server.state
    signal cancelled

    spacing: Theme.medium
    function look(): void {
        form.server.look(address.text, fingerprint.text);
    }

    EvField {
        id: address
        Layout.fillWidth: true
        label: qsTr("Address")
        placeholder: qsTr("cart.example.org, or wss://192.168.1.5:8787")
        onTextChanged: form.server.forgetLook()
        onAccepted: form.look()
    }
    EvField {
        id: fingerprint
        Layout.fillWidth: true
        label: qsTr("Fingerprint of its certificate, if you have it")
        placeholder: qsTr("64 digits; the server prints them when it starts")
        onTextChanged: form.server.forgetLook()
        onAccepted: form.look()
    }
    EvBanner {
        Layout.fillWidth: true
        visible: text !== ""
        tone: form.seen === ServerSettings.Mismatch ? EvChip.Tone.Danger : form.usable && form.seen !== ServerSettings.FirstUse && form.server.problem === "" ? EvChip.Tone.Accent : EvChip.Tone.Warning
        iconName: form.seen === ServerSettings.Mismatch ? "warning" : form.usable ? "shield" : "info"
        text: form.seen === ServerSettings.FirstUse ? qsTr("Nobody vouches for this server. Compare the fingerprint below with the one that it prints when it starts, or ask whoever hosts it.")
            : form.seen === ServerSettings.Matches ? qsTr("This is the server with that fingerprint.")
            : form.seen === ServerSettings.VouchedFor ? qsTr("A certificate authority vouches for this server.")
            : form.seen === ServerSettings.Mismatch ? qsTr("This server has another certificate than the one that you named. Do not use it; ask whoever hosts it.")
            : form.seen === ServerSettings.Plain && form.server.problem === "" ? qsTr("A server on this machine, without encryption.")
            : form.server.problem
    }
    FingerprintText {
        Layout.fillWidth: true
        visible: form.server.fingerprint !== ""
        title: qsTr("The server at %1 shows this fingerprint").arg(form.server.address)
        fingerprint: form.server.fingerprint
    }
    RowLayout {
        spacing: Theme.small
        EvButton {
            visible: form.session.serverUrl !== ""
            text: qsTr("Cancel")
            onClicked: {
                address.text = "";
                fingerprint.text = "";
                form.cancelled();
            }
        }
        EvButton {
            visible: !form.usable
            kind: EvButton.Kind.Primary
            enabled: address.text.trim() !== "" && form.seen !== ServerSettings.Looking
            text: form.seen === ServerSettings.Looking ? qsTr("Looking…") : form.looked ? qsTr("Test again") : qsTr("Test the connection")
            onClicked: form.look()
        }
        EvButton {
            visible: form.usable
            kind: EvButton.Kind.Primary
            text: form.seen === ServerSettings.FirstUse ? qsTr("It is the same: use this server") : qsTr("Use this server")
            onClicked: form.server.use()
        }
    }
}
