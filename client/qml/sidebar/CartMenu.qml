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
    EvMenuSeparator {}
    EvMenuItem {
        text: menu.archived ? qsTr("Bring back from the archive") : qsTr("Archive")
        iconName: "archive"
        onTriggered: menu.session.archiveCart(menu.cartId, !menu.archived)
    }
}
