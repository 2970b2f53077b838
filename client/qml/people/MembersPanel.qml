pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.People

// Who takes part in the open cart. Content of the side panel.
ColumnLayout {
    id: panel

    required property AppSession session
    required property MembersModel members
    signal inviteWanted

    spacing: Theme.small

    EvLabel {
        Layout.fillWidth: true
        visible: text !== ""
        text: !panel.session.sync.hasServer ? qsTr("This cart is on this device only. Invite somebody to share it.")
            : !panel.members.complete ? qsTr("The server has not been asked yet: these are the members heard of before.") : ""
        muted: true
        size: Theme.smallText
        wrapMode: Text.WordWrap
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        activeFocusOnTab: true
        keyNavigationEnabled: true
        boundsBehavior: Flickable.StopAtBounds
        model: panel.members
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Members")
        T.ScrollBar.vertical: EvScrollBar {}
        currentIndex: -1
        onActiveFocusChanged: {
            if (activeFocus && currentIndex < 0 && count > 0)
                currentIndex = 0;
        }
        Keys.onReturnPressed: (currentItem as MemberEntry)?.openMenu()
        Keys.onEnterPressed: (currentItem as MemberEntry)?.openMenu()
        Keys.onSpacePressed: (currentItem as MemberEntry)?.openMenu()
        Keys.onMenuPressed: (currentItem as MemberEntry)?.openMenu()
        delegate: MemberEntry {
            id: entry
            width: ListView.view.width
            current: ListView.isCurrentItem
            // Nobody can be shown out while the server is away, and a cart needs an owner.
            manageable: panel.members.complete && panel.session.sync.state !== SyncStatus.Offline && panel.members.count > 1
                && (isMe ? !panel.members.canInvite || panel.members.owners > 1 : panel.members.canInvite)
            onMenuWanted: menu.openFor(entry, panel.session.cart.cartId, member, name, memberRole, isMe)
        }
    }
    MemberMenu {
        id: menu
        members: panel.members
        onRemovalWanted: question.open()
    }
    RemovalDialog {
        id: question
        memberName: menu.memberName
        isMe: menu.isMe
        onConfirmed: panel.members.remove(menu.cart, menu.member)
    }
    EvButton {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.medium
        visible: panel.members.canInvite
        iconName: "person-add"
        text: qsTr("Invite somebody")
        onClicked: panel.inviteWanted()
    }
    EvLabel {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.medium
        visible: !panel.members.canInvite
        text: qsTr("Only owners of this cart can invite others.")
        muted: true
        size: Theme.smallText
        wrapMode: Text.WordWrap
    }
}
