pragma ComponentBehavior: Bound
import QtQuick
import Evencart
import Evencart.People

// What an owner can do about a member, and everybody about themselves. About the cart that was open when it was opened.
EvMenu {
    id: menu

    required property MembersModel members
    property string cart: ""
    property string member: ""
    property string memberName: ""
    property int memberRole: MembersModel.NotKnown
    property bool isMe: false
    signal removalWanted

    function openFor(at: Item, inCart: string, id: string, name: string, role: int, me: bool): void {
        cart = inCart;
        member = id;
        memberName = name;
        memberRole = role;
        isMe = me;
        popup(at, at.LayoutMirroring.enabled ? Theme.large : at.width - width - Theme.large, at.height);
    }

    EvMenuItem {
        visible: menu.isMe && menu.memberRole === MembersModel.Owner
        text: qsTr("Stop owning this cart, and go on changing it")
        iconName: "pencil"
        onTriggered: menu.members.giveRole(menu.cart, menu.member, MembersModel.Editor)
    }
    EvMenuItem {
        visible: !menu.isMe && menu.memberRole !== MembersModel.Editor
        text: qsTr("Let %1 change the cart").arg(menu.memberName)
        iconName: "pencil"
        onTriggered: menu.members.giveRole(menu.cart, menu.member, MembersModel.Editor)
    }
    EvMenuItem {
        visible: !menu.isMe && menu.memberRole !== MembersModel.Viewer
        text: qsTr("Let %1 only look").arg(menu.memberName)
        iconName: "eye"
        onTriggered: menu.members.giveRole(menu.cart, menu.member, MembersModel.Viewer)
    }
    EvMenuItem {
        text: menu.isMe ? qsTr("Leave this cart…") : qsTr("Show %1 out…").arg(menu.memberName)
        iconName: "door"
        dangerous: true
        onTriggered: menu.removalWanted()
    }
}
