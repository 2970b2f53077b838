import QtQuick
import Evencart.Model

// Everything that the window can do, once: menus, the command palette and the sheet of shortcuts read it from here.
// What needs a page or a field of the window becomes a signal; the rest is done at once.
Item {
    id: root

    required property AppSession session
    property var selected: [] // ids of lines, set by the window

    readonly property bool hasCart: session.phase === AppSession.Ready && session.cart.cartId !== ""
    readonly property bool canEdit: hasCart && !session.cart.readOnly
    readonly property bool hasSelection: canEdit && selected.length > 0

    signal pageWanted(page: string)
    signal quitWanted

    function isTicked(): bool {
        const model = root.session.cart.shown;
        return root.selected.every(id => model.data(model.index(model.rowOfId(id), 0), LineModel.CheckedRole) === true);
    }
    function openNext(step: int) {
        const carts = root.session.carts;
        const row = carts.rowOf(root.session.cart.cartId) + step;
        root.session.openCart(carts.idAt((row + carts.count) % carts.count));
    }

    readonly property Command addItem: Command {
        group: qsTr("Items")
        text: qsTr("Add an item")
        iconName: "plus"
        shortcut: "Ctrl+L"
        page: "add"
        enabled: root.canEdit
        onTriggered: root.pageWanted(page)
    }
    readonly property Command find: Command {
        group: qsTr("Items")
        text: qsTr("Find")
        iconName: "search"
        shortcut: StandardKey.Find // qmllint disable unqualified
        page: "find"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command tick: Command {
        group: qsTr("Items")
        text: qsTr("Tick or untick")
        iconName: "check"
        keys: "Space"
        enabled: root.hasSelection
        onTriggered: root.isTicked() ? root.session.cart.uncheck(root.selected) : root.session.cart.check(root.selected)
    }
    readonly property Command rename: Command {
        group: qsTr("Items")
        text: qsTr("Rename")
        iconName: "pencil"
        keys: "F2"
        page: "rename"
        enabled: root.canEdit && root.selected.length === 1
        onTriggered: root.pageWanted(page)
    }
    readonly property Command remove: Command {
        group: qsTr("Items")
        text: qsTr("Remove")
        iconName: "trash"
        keys: "Del"
        enabled: root.hasSelection
        onTriggered: root.session.cart.remove(root.selected)
    }
    readonly property Command increase: Command {
        group: qsTr("Items")
        text: qsTr("One more")
        iconName: "plus"
        keys: "+"
        enabled: root.canEdit && root.selected.length === 1
        onTriggered: root.session.cart.increase(root.selected[0])
    }
    readonly property Command decrease: Command {
        group: qsTr("Items")
        text: qsTr("One less")
        iconName: "minus"
        keys: "-"
        enabled: root.canEdit && root.selected.length === 1
        onTriggered: root.session.cart.decrease(root.selected[0])
    }
    readonly property Command moveFirst: Command {
        group: qsTr("Items")
        text: qsTr("Move to the top")
        iconName: "chevron-up"
        enabled: root.hasSelection
        onTriggered: root.session.cart.moveFirst(root.selected)
    }
    readonly property Command moveLast: Command {
        group: qsTr("Items")
        text: qsTr("Move to the end")
        iconName: "chevron-down"
        enabled: root.hasSelection
        onTriggered: root.session.cart.moveLast(root.selected)
    }
    readonly property Command undo: Command {
        group: qsTr("Items")
        text: root.session.cart.undoText !== "" ? qsTr("Undo: %1").arg(root.session.cart.undoText) : qsTr("Undo")
        iconName: "undo"
        shortcut: StandardKey.Undo // qmllint disable unqualified
        obstacle: root.canEdit ? root.session.cart.undoBlocked : ""
        enabled: root.canEdit && root.session.cart.undoText !== ""
        onTriggered: root.session.cart.undo()
    }
    readonly property Command redo: Command {
        group: qsTr("Items")
        text: root.session.cart.redoText !== "" ? qsTr("Redo: %1").arg(root.session.cart.redoText) : qsTr("Redo")
        iconName: "redo"
        shortcut: "Ctrl+Shift+Z" // the standard one is another on each desktop, and an action has only one
        obstacle: root.canEdit ? root.session.cart.redoBlocked : ""
        enabled: root.canEdit && root.session.cart.redoText !== ""
        onTriggered: root.session.cart.redo()
    }
    readonly property Command clearBought: Command {
        group: qsTr("Items")
        text: qsTr("Clear what is bought")
        iconName: "bag"
        shortcut: "Ctrl+Shift+Del"
        enabled: root.canEdit && root.session.cart.boughtCount > 0
        onTriggered: root.session.cart.clearBought()
    }
    readonly property Command pasteList: Command {
        group: qsTr("Items")
        text: qsTr("Add a whole list…")
        iconName: "list"
        shortcut: "Ctrl+Shift+V"
        page: "list"
        enabled: root.canEdit
        onTriggered: root.pageWanted(page)
    }
    readonly property Command staples: Command {
        group: qsTr("Items")
        text: qsTr("Staples…")
        iconName: "star"
        page: "staples"
        enabled: root.canEdit
        onTriggered: root.pageWanted(page)
    }
    readonly property Command templates: Command {
        group: qsTr("Items")
        text: qsTr("Templates…")
        iconName: "copy"
        page: "templates"
        enabled: root.canEdit
        onTriggered: root.pageWanted(page)
    }
    readonly property Command removedLines: Command {
        group: qsTr("Items")
        text: qsTr("Removed lines")
        iconName: "trash"
        page: "removed"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command money: Command {
        group: qsTr("Carts")
        text: qsTr("Budget and bill")
        iconName: "wallet"
        page: "money"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command shop: Command {
        group: qsTr("Shop")
        text: qsTr("Shop")
        iconName: "store"
        shortcut: "Ctrl+B"
        page: "shop"
        enabled: root.session.phase === AppSession.Ready
        onTriggered: root.pageWanted(page)
    }
    readonly property Command order: Command {
        group: qsTr("Shop")
        text: qsTr("Order from this cart…")
        iconName: "shield"
        shortcut: "Ctrl+Shift+B"
        page: "order"
        enabled: root.canEdit
        onTriggered: root.pageWanted(page)
    }
    readonly property Command orders: Command {
        group: qsTr("Shop")
        text: qsTr("My orders")
        iconName: "receipt"
        shortcut: "Ctrl+Shift+H"
        page: "orders"
        enabled: root.session.phase === AppSession.Ready
        onTriggered: root.pageWanted(page)
    }
    readonly property Command newCart: Command {
        group: qsTr("Carts")
        text: qsTr("New cart…")
        iconName: "cart"
        shortcut: StandardKey.New // qmllint disable unqualified
        page: "new-cart"
        enabled: root.session.phase === AppSession.Ready
        onTriggered: root.pageWanted(page)
    }
    readonly property Command join: Command {
        group: qsTr("Carts")
        text: qsTr("Join a cart…")
        iconName: "link"
        shortcut: "Ctrl+J"
        page: "join"
        enabled: root.session.phase === AppSession.Ready
        onTriggered: root.pageWanted(page)
    }
    readonly property Command share: Command {
        group: qsTr("Carts")
        text: qsTr("Share this cart…")
        iconName: "share"
        shortcut: "Ctrl+Shift+S"
        page: "share"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command members: Command {
        group: qsTr("Carts")
        text: qsTr("Who takes part")
        iconName: "people"
        page: "members"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command shopping: Command {
        group: qsTr("Carts")
        text: qsTr("Go shopping")
        iconName: "bag"
        shortcut: "Ctrl+G"
        page: "shopping"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command nextCart: Command {
        group: qsTr("Carts")
        text: qsTr("Next cart")
        shortcut: "Ctrl+PgDown"
        enabled: root.hasCart && root.session.carts.count > 1
        onTriggered: root.openNext(1)
    }
    readonly property Command previousCart: Command {
        group: qsTr("Carts")
        text: qsTr("Previous cart")
        shortcut: "Ctrl+PgUp"
        enabled: root.hasCart && root.session.carts.count > 1
        onTriggered: root.openNext(-1)
    }
    readonly property Command history: Command {
        group: qsTr("Carts")
        text: qsTr("History of this cart")
        iconName: "history"
        shortcut: "Ctrl+H"
        page: "history"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command merge: Command {
        group: qsTr("Carts")
        text: qsTr("Merge this cart into another…")
        iconName: "merge"
        page: "merge"
        enabled: root.canEdit && root.session.carts.count > 1
        onTriggered: root.pageWanted(page)
    }
    readonly property Command importFile: Command {
        group: qsTr("Carts")
        text: qsTr("Bring in a file…")
        iconName: "download"
        shortcut: StandardKey.Open // qmllint disable unqualified
        page: "import"
        enabled: root.canEdit
        onTriggered: root.pageWanted(page)
    }
    readonly property Command exportFile: Command {
        group: qsTr("Carts")
        text: qsTr("Export…")
        iconName: "upload"
        shortcut: "Ctrl+E"
        page: "export"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command printCart: Command {
        group: qsTr("Carts")
        text: qsTr("Print…")
        iconName: "print"
        shortcut: StandardKey.Print // qmllint disable unqualified
        page: "print"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command saveAsPdf: Command {
        group: qsTr("Carts")
        text: qsTr("Save as PDF…")
        iconName: "note"
        page: "pdf"
        enabled: root.hasCart
        onTriggered: root.pageWanted(page)
    }
    readonly property Command syncNow: Command {
        group: qsTr("Sync")
        text: qsTr("Sync now")
        iconName: "sync"
        shortcut: StandardKey.Refresh // qmllint disable unqualified
        enabled: root.session.sync.hasServer && !root.session.sync.workOffline
        onTriggered: root.session.syncNow()
    }
    readonly property Command workOffline: Command {
        group: qsTr("Sync")
        text: qsTr("Work offline")
        iconName: "cloud-off"
        shortcut: "Ctrl+Shift+O"
        enabled: root.session.sync.hasServer
        checkable: true
        checked: root.session.sync.workOffline
        onTriggered: root.session.setWorkOffline(!root.session.sync.workOffline)
    }
    readonly property Command syncDetails: Command {
        group: qsTr("Sync")
        text: qsTr("How the sync stands")
        iconName: "cloud-check"
        shortcut: "Ctrl+Shift+I"
        page: "sync"
        enabled: root.session.phase === AppSession.Ready
        onTriggered: root.pageWanted(page)
    }
    readonly property Command palette: Command {
        group: qsTr("Window")
        text: qsTr("All commands")
        iconName: "search"
        shortcut: "Ctrl+K"
        page: "palette"
        onTriggered: root.pageWanted(page)
    }
    readonly property Command shortcuts: Command {
        group: qsTr("Window")
        text: qsTr("Keyboard shortcuts")
        iconName: "keyboard"
        shortcut: StandardKey.HelpContents // qmllint disable unqualified
        page: "shortcuts"
        onTriggered: root.pageWanted(page)
    }
    readonly property Command settings: Command {
        group: qsTr("Window")
        text: qsTr("Settings")
        iconName: "settings"
        shortcut: "Ctrl+,"
        page: "settings"
        onTriggered: root.pageWanted(page)
    }
    readonly property Command laboratory: Command {
        group: qsTr("Window")
        text: qsTr("Laboratory")
        iconName: "compare"
        page: "laboratory"
        onTriggered: root.pageWanted(page)
    }
    readonly property Command quit: Command {
        group: qsTr("Window")
        text: qsTr("Quit")
        iconName: "door"
        shortcut: StandardKey.Quit // qmllint disable unqualified
        onTriggered: root.quitWanted()
    }

    // In the order of the palette and the sheet.
    readonly property var all: [addItem, find, tick, rename, increase, decrease, remove, moveFirst, moveLast, undo, redo, clearBought,
        pasteList, staples, templates, removedLines, newCart, join, share, members, shopping, nextCart, previousCart, history, merge, money, importFile,
        exportFile, printCart, saveAsPdf, shop, order, orders, syncNow, workOffline, syncDetails, palette, shortcuts, settings, laboratory, quit]

    // A command that is greyed does not hear its keys. These ask all the same, and are refused in words.
    Shortcut {
        sequences: [StandardKey.Undo] // qmllint disable unqualified
        enabled: root.undo.obstacle !== ""
        onActivated: root.session.cart.undo()
    }
    Shortcut {
        sequence: root.redo.shortcut
        enabled: root.redo.obstacle !== ""
        onActivated: root.session.cart.redo()
    }
    Shortcut {
        sequence: "Ctrl+Y"
        enabled: root.redo.enabled || root.redo.obstacle !== ""
        onActivated: root.session.cart.redo()
    }
    // "?" where nothing is being typed: a field takes the key before a shortcut does.
    Shortcut {
        sequence: "?"
        onActivated: root.shortcuts.trigger()
    }
}
