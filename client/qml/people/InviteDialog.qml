pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.People

// Invites somebody to the open cart: what they may do, then the link.
EvDialog {
    id: dialog

    required property AppSession session
    readonly property bool ready: invite.state === InviteFlow.Ready
    readonly property bool asking: invite.state === InviteFlow.Asking
    signal serverWanted
    signal copied(words: string)

    title: qsTr("Invite to %1").arg(session.cart.name)
    subtitle: ready ? "" : qsTr("They need no account, only the link and Evencart.")
    onAboutToShow: invite.startOver()

    InviteFlow {
        id: invite
        session: dialog.session
    }
    ColumnLayout {
        width: dialog.availableWidth
        spacing: Theme.medium
        InvitationTerms {
            Layout.fillWidth: true
            visible: !dialog.ready
            enabled: !dialog.asking
            invite: invite
        }
        EvBanner {
            Layout.fillWidth: true
            visible: invite.state === InviteFlow.Failed
            tone: EvChip.Tone.Warning
            iconName: invite.problem === InviteFlow.Offline ? "cloud-off" : "warning"
            text: invite.problemText
            actionText: invite.problem === InviteFlow.NoServer ? qsTr("Set a server…") : ""
            onAction: {
                dialog.close();
                dialog.serverWanted();
            }
        }
        InvitationCard {
            Layout.fillWidth: true
            visible: dialog.ready
            invite: invite
            onCopied: words => dialog.copied(words)
        }
    }
    buttons: [
        EvButton {
            visible: dialog.ready
            text: qsTr("Another invitation")
            onClicked: invite.startOver()
        },
        EvButton {
            visible: dialog.ready
            kind: EvButton.Kind.Primary
            text: qsTr("Done")
            onClicked: dialog.close()
        },
        EvButton {
            visible: !dialog.ready
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        EvButton {
            visible: !dialog.ready
            enabled: !dialog.asking
            kind: EvButton.Kind.Primary
            text: dialog.asking ? qsTr("Asking the server…") : invite.state === InviteFlow.Failed ? qsTr("Try again") : qsTr("Make the link")
            onClicked: invite.ask()
        }
    ]
}
