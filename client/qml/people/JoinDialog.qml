pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.People

// Joins a cart with an invitation link. What the link says is shown before anything is sent.
EvDialog {
    id: dialog

    required property AppSession session
    readonly property bool known: flow.server !== ""
    readonly property bool joining: flow.state === JoinFlow.Joining
    signal joined
    signal becameAdministrator

    // A link from the command line, a click elsewhere, a drop.
    function openLink(link: string): void {
        open();
        flow.text = link;
    }

    title: qsTr("Join a cart")
    subtitle: qsTr("Paste the invitation that somebody sent you.")
    closePolicy: joining ? EvDialog.NoAutoClose : EvDialog.CloseOnEscape
    onAboutToShow: {
        flow.startOver();
        flow.pasteFromClipboard();
    }
    onOpened: link.forceActiveFocus()

    JoinFlow {
        id: flow
        session: dialog.session
        onChanged: {
            if (flow.state === JoinFlow.Joined)
                dialog.close();
        }
        onJoined: dialog.joined()
        onBecameAdministrator: dialog.becameAdministrator()
    }
    ColumnLayout {
        width: dialog.availableWidth
        spacing: Theme.medium
        EvField {
            id: link
            Layout.fillWidth: true
            label: qsTr("Invitation link")
            placeholder: "evencart://…"
            readOnly: dialog.joining
            text: flow.text
            problem: flow.state === JoinFlow.Unreadable ? flow.problem : ""
            onTextChanged: flow.text = text
            onAccepted: flow.join()
        }
        InvitationFacts {
            Layout.fillWidth: true
            visible: dialog.known
            flow: flow
        }
        EvBanner {
            Layout.fillWidth: true
            visible: flow.state === JoinFlow.Failed || flow.state === JoinFlow.OtherServer
            tone: EvChip.Tone.Warning
            iconName: "warning"
            text: flow.state === JoinFlow.OtherServer ? flow.serverNote : flow.problem
        }
    }
    buttons: [
        EvButton {
            text: qsTr("Cancel")
            onClicked: {
                flow.startOver();
                dialog.close();
            }
        },
        EvButton {
            kind: EvButton.Kind.Primary
            enabled: flow.canJoin
            text: dialog.joining ? qsTr("Joining…") : flow.state === JoinFlow.Failed ? qsTr("Try again") : qsTr("Join")
            onClicked: flow.join()
        }
    ]
}
