import QtQuick
import Evencart
import Evencart.Model

// The face of a profile that cannot be opened: what happened, that nothing was changed, and what to do.
Item {
    id: page

    required property AppSession session
    readonly property string kind: session.problemKind

    EvEmptyState {
        anchors.centerIn: parent
        bad: true
        width: Math.min(520, parent.width - 2 * Theme.huge)
        iconName: page.kind === "in_use" ? "people" : page.kind === "too_new" ? "download" : page.kind === "keys" ? "key" : "warning"
        title: page.kind === "in_use" ? qsTr("Another program has your carts open")
             : page.kind === "damaged" ? qsTr("The file with your carts is damaged")
             : page.kind === "too_new" ? qsTr("Your carts were saved by a newer Evencart")
             : page.kind === "keys" ? qsTr("The keys to your carts are out of reach")
             : qsTr("Your carts cannot be opened")
        details: (page.kind === "in_use" ? qsTr("Close the other program and try again.")
             : page.kind === "damaged" ? qsTr("Nothing was changed. What had reached the server can be fetched again: move the folder %1 away, start Evencart, and join your carts with a new invitation. \"evencartctl doctor\" tells more.").arg(page.session.directory)
             : page.kind === "too_new" ? qsTr("Nothing was changed. Install the newer version again to go on.")
             : page.kind === "keys" ? qsTr("Nothing was changed. If they are in the keychain, unlock it, then try again.")
             : qsTr("Look whether the disk is full or the folder %1 cannot be written, then try again.").arg(page.session.directory)) + "\n\n" + page.session.problem
        actionText: qsTr("Try again")
        onAction: page.session.retryOpening()
    }
}
