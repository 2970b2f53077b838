pragma ComponentBehavior: Bound
import QtQuick
import Evencart
import Evencart.People

// Who is to take something: one of the members, or nobody in particular. A wish of whoever says it; a claim ("I take
// it") is the word of the one who takes it.
EvMenu {
    id: menu

    required property MembersModel members
    property string assignee: "" // who is to take it now
    signal chosen(member: string)

    title: qsTr("Who is to take it")
    iconName: "people"

    Instantiator {
        model: menu.members
        delegate: EvMenuItem {
            required property string member
            required property string name
            text: name
            checkable: true
            checked: menu !== null && member === menu.assignee // gone before its entries are
            onTriggered: menu.chosen(member)
        }
        onObjectAdded: (index, object) => menu.insertItem(index, object as EvMenuItem)
        onObjectRemoved: (index, object) => menu.removeItem(object as EvMenuItem)
    }
    EvMenuSeparator {}
    EvMenuItem {
        text: qsTr("Nobody in particular")
        checkable: true
        checked: menu.assignee === ""
        onTriggered: menu.chosen("")
    }
}
