pragma ComponentBehavior: Bound
import QtQuick
import Evencart
import Evencart.Model
import Evencart.People
import Evencart.Shop

// What can be done with one line, or with those that are selected. What is not visible is not enabled either: the arrow
// keys pass over disabled entries alone.
EvMenu {
    id: menu

    required property OpenCart cart
    required property LineList list
    required property MembersModel members
    property string lineId: ""
    property string lineName: ""
    property bool claimed: false // by me
    property string assignee: ""
    readonly property var shelf: list.stock && list.stock.revision >= 0 ? list.stock.of(lineId) : ({})
    readonly property bool sold: one && shelf.text !== undefined // the shop has, or had, a word to say about it
    readonly property var ids: list.selection.length > 1 && list.selection.includes(lineId) ? list.selection : [lineId]
    readonly property bool one: ids.length === 1
    signal editWanted
    signal historyWanted(id: string, name: string)
    signal splitWanted
    signal stapleWanted(id: string)
    signal reserveWanted(id: string)
    signal releaseWanted(id: string)
    signal freshWanted(id: string)

    EvMenuItem {
        text: qsTr("Edit…")
        iconName: "pencil"
        shortcutText: "F2"
        visible: menu.one
        enabled: visible && !menu.cart.readOnly
        onTriggered: menu.editWanted()
    }
    EvMenuItem {
        text: qsTr("I take it")
        iconName: "person-add"
        visible: !menu.one || !menu.claimed
        enabled: visible && !menu.cart.readOnly
        onTriggered: menu.cart.claim(menu.ids)
    }
    EvMenuItem {
        text: qsTr("I do not take it after all")
        iconName: "close"
        visible: !menu.one || menu.claimed
        enabled: visible && !menu.cart.readOnly
        onTriggered: menu.cart.unclaim(menu.ids)
    }
    AssignMenu {
        members: menu.members
        assignee: menu.assignee
        enabled: !menu.cart.readOnly
        onChosen: member => menu.cart.assign(menu.ids, member)
    }
    EvMenuItem {
        text: menu.shelf.kept ? qsTr("Reserve it anew") : qsTr("Reserve it for my order")
        iconName: "shield"
        visible: menu.sold
        enabled: visible && !menu.cart.readOnly
        onTriggered: menu.reserveWanted(menu.lineId)
    }
    EvMenuItem {
        text: qsTr("Give the reservation back")
        iconName: "undo"
        visible: menu.sold && !!menu.shelf.kept
        enabled: visible
        onTriggered: menu.releaseWanted(menu.lineId)
    }
    EvMenuItem {
        text: qsTr("Ask the shop for price and stock")
        iconName: "sync"
        visible: menu.sold
        enabled: visible
        onTriggered: menu.freshWanted(menu.lineId)
    }
    EvMenuItem {
        text: qsTr("Why is it like this?")
        iconName: "history"
        visible: menu.one
        enabled: visible
        onTriggered: menu.historyWanted(menu.lineId, menu.lineName)
    }
    EvMenuItem {
        text: qsTr("Make it a staple")
        iconName: "clock"
        visible: menu.one
        enabled: visible
        onTriggered: menu.stapleWanted(menu.lineId)
    }
    EvMenuSeparator {}
    EvMenuItem {
        text: qsTr("Move to the top")
        iconName: "chevron-up"
        enabled: !menu.cart.readOnly
        onTriggered: menu.cart.moveFirst(menu.ids)
    }
    EvMenuItem {
        text: qsTr("Move to the end")
        iconName: "chevron-down"
        enabled: !menu.cart.readOnly
        onTriggered: menu.cart.moveLast(menu.ids)
    }
    EvMenuSeparator {}
    EvMenuItem {
        text: menu.one ? qsTr("Remove") : qsTr("Remove %n lines", "", menu.ids.length)
        iconName: "trash"
        dangerous: true
        shortcutText: qsTr("Del")
        enabled: !menu.cart.readOnly
        onTriggered: menu.cart.remove(menu.ids)
    }
}
