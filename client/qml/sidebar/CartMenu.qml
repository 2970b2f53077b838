pragma ComponentBehavior: Bound
import QtQuick
import Evencart
import Evencart.Model

// What can be done with a whole cart.
EvMenu {
    id: menu

    required property AppSession session
    property string cartId: ""
    property string cartName: ""
    property bool archived: false
    readonly property bool isOpen: cartId === session.cart.cartId
    signal renameWanted(id: string, name: string)
    signal listWanted
    signal importWanted
    signal exportWanted(ending: string)
    signal copyWanted
    signal staplesWanted
    signal templatesWanted
    signal mergeWanted(id: string)
    signal removedWanted
    signal moneyWanted
    signal orderWanted

    EvMenuItem {
        text: qsTr("Rename…")
        iconName: "pencil"
        enabled: !menu.archived
        onTriggered: menu.renameWanted(menu.cartId, menu.cartName)
    }
    EvMenuItem {
        text: qsTr("Clear what is bought")
        iconName: "check"
        visible: menu.isOpen
        enabled: menu.session.cart.boughtCount > 0 && !menu.session.cart.readOnly
        onTriggered: menu.session.cart.clearBought()
    }
    EvMenuItem {
        text: qsTr("Removed lines")
        iconName: "undo"
        visible: menu.isOpen
        onTriggered: menu.removedWanted()
    }
    EvMenuItem {
        text: qsTr("Budget and bill")
        iconName: "wallet"
        visible: menu.isOpen
        onTriggered: menu.moneyWanted()
    }
    EvMenuItem {
        text: qsTr("Order…")
        iconName: "shield"
        visible: menu.isOpen
        enabled: !menu.session.cart.readOnly
        onTriggered: menu.orderWanted()
    }
    EvMenuItem {
        text: qsTr("Merge into another cart…")
        iconName: "merge"
        enabled: menu.session.carts.count > 1
        onTriggered: menu.mergeWanted(menu.cartId)
    }
    EvMenuSeparator {}
    EvMenuItem {
        text: qsTr("Add a list…")
        iconName: "list"
        visible: menu.isOpen
        enabled: !menu.session.cart.readOnly
        onTriggered: menu.listWanted()
    }
    EvMenuItem {
        text: qsTr("Add from a file…")
        iconName: "download"
        visible: menu.isOpen
        enabled: !menu.session.cart.readOnly
        onTriggered: menu.importWanted()
    }
    EvMenuItem {
        text: qsTr("Templates…")
        iconName: "star"
        visible: menu.isOpen
        onTriggered: menu.templatesWanted()
    }
    EvMenuItem {
        text: qsTr("Staples…")
        iconName: "clock"
        visible: menu.isOpen
        onTriggered: menu.staplesWanted()
    }
    EvMenuItem {
        text: qsTr("Copy as text")
        iconName: "copy"
        visible: menu.isOpen
        onTriggered: menu.copyWanted()
    }
    EvMenu {
        title: qsTr("Save as a file")
        iconName: "upload"
        enabled: menu.isOpen
        EvMenuItem {
            text: qsTr("Spreadsheet (CSV)…")
            onTriggered: menu.exportWanted("csv")
        }
        EvMenuItem {
            text: qsTr("Markdown list…")
            onTriggered: menu.exportWanted("md")
        }
        EvMenuItem {
            text: qsTr("Text…")
            onTriggered: menu.exportWanted("txt")
        }
        EvMenuItem {
            text: qsTr("Everything (JSON)…")
            onTriggered: menu.exportWanted("json")
        }
    }
    EvMenuSeparator {}
    EvMenuItem {
        text: menu.archived ? qsTr("Bring back from the archive") : qsTr("Archive")
        iconName: "archive"
        onTriggered: menu.session.archiveCart(menu.cartId, !menu.archived)
    }
}
