pragma ComponentBehavior: Bound
import QtQuick
import Evencart
import Evencart.Model

// What can be done with one line, or with those that are selected.
EvMenu {
    id: menu

    required property OpenCart cart
    required property LineList list
    property string lineId: ""
    property string lineName: ""
    readonly property var ids: list.selection.length > 1 && list.selection.includes(lineId) ? list.selection : [lineId]
    readonly property bool one: ids.length === 1
    signal editWanted
    signal historyWanted(id: string, name: string)
    signal splitWanted
    signal stapleWanted(id: string)

    EvMenuItem {
        text: qsTr("Edit…")
        iconName: "pencil"
        shortcutText: "F2"
        visible: menu.one
        enabled: !menu.cart.readOnly
        onTriggered: menu.editWanted()
    }
    EvMenuItem {
        text: qsTr("I take it")
        iconName: "person-add"
        enabled: !menu.cart.readOnly
        onTriggered: menu.cart.assign(menu.ids, menu.list.selfId)
    }
    EvMenuItem {
        text: qsTr("Nobody in particular takes it")
        iconName: "people"
        enabled: !menu.cart.readOnly
        onTriggered: menu.cart.assign(menu.ids, "")
    }
    EvMenuItem {
        text: qsTr("Why is it like this?")
        iconName: "history"
        visible: menu.one
        onTriggered: menu.historyWanted(menu.lineId, menu.lineName)
    }
    EvMenuItem {
        text: qsTr("Make it a staple")
        iconName: "clock"
        visible: menu.one
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
