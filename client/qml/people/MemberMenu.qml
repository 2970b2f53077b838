pragma ComponentBehavior: Bound
import QtQuick
import Evencart
import Evencart.People

// What an owner can do about a member, and everybody about themselves.
EvMenu {
    id: menu

    required property MembersModel members
    property string member: ""
    property string memberName: ""
    property int memberRole: 0
    property bool isMe: false
    signal removalWanted

    function openFor(id: string, name: string, role: int, me: bool): void {
        member = id;
        memberName = name;
        memberRole = role;
        isMe = me;
        popup();
    }

    EvMenuItem {
        visible: !menu.isMe && menu.memberRole !== 2
        text: qsTr("Let %1 change the cart").arg(menu.memberName)
        iconName: "pencil"
        onTriggered: menu.members.giveRole(menu.member, 2)
    }
    EvMenuItem {
        visible: !menu.isMe && menu.memberRole !== 1
        text: qsTr("Let %1 only look").arg(menu.memberName)
        iconName: "eye"
        onTriggered: menu.members.giveRole(menu.member, 1)
    }
    EvMenuItem {
        text: menu.isMe ? qsTr("Leave this cart…") : qsTr("Show %1 out…").arg(menu.memberName)
        iconName: "door"
        dangerous: true
        onTriggered: menu.removalWanted()
    }
}
