import QtQuick
import Evencart

// Asks before somebody is shown out of a cart, or leaves it.
EvDialog {
    id: dialog

    property string memberName: ""
    property bool isMe: false
    signal confirmed

    title: isMe ? qsTr("Leave this cart?") : qsTr("Show %1 out?").arg(memberName)
    subtitle: isMe ? qsTr("What you have put into it stays with the others, and what you have of it stays on this device. To come back you need a new invitation.")
        : qsTr("What %1 has put into the cart stays, and so does %1's own copy as it is now. To come back %1 needs a new invitation.").arg(memberName)
    buttons: [
        EvButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        EvButton {
            kind: EvButton.Kind.Danger
            text: dialog.isMe ? qsTr("Leave") : qsTr("Show out")
            onClicked: {
                dialog.close();
                dialog.confirmed();
            }
        }
    ]
}
