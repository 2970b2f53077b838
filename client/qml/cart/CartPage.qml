pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.People
import Evencart.Shop

// The open cart: header, quick add, lines. What else there is to a cart opens beside it or over it and is asked for by signals.
Item {
    id: page

    required property AppSession session
    required property MembersModel members
    readonly property OpenCart cart: session.cart
    readonly property alias list: list
    readonly property alias header: header
    readonly property alias banners: banners // where other parts put what stays until it is solved
    property bool shopping: false
    property CartStock stock: null
    property string stockAge: ""
    signal inviteWanted
    signal cartMenuWanted
    signal historyWanted
    signal moneyWanted
    signal whyWanted(id: string, name: string)
    signal copyWanted(ids: var)
    signal listPasted(text: string)
    signal stapleWanted(id: string)
    signal reserveWanted(id: string)
    signal releaseWanted(id: string)
    signal freshWanted(id: string)

    // What is left, by aisle, in large rows; back to what was shown before.
    property int filterBefore: ShownLines.Everything
    property int groupingBefore: ShownLines.ByCategory
    function goShopping(on: bool): void {
        if (on === shopping)
            return;
        if (on) {
            filterBefore = cart.shown.filter;
            groupingBefore = cart.shown.grouping;
            cart.shown.search = "";
            cart.shown.grouping = ShownLines.ByCategory;
            cart.shown.filter = ShownLines.OnlyOpen;
        } else {
            cart.shown.grouping = groupingBefore;
            cart.shown.filter = filterBefore;
        }
        shopping = on;
    }
    function focusQuickAdd(): void {
        quickAdd.forceActiveFocus();
    }
    function focusSearch(): void {
        filters.focusSearch();
    }
    function focusList(): void {
        list.forceActiveFocus();
        if (list.currentIndex < 0)
            list.currentIndex = 0;
    }
    function editCurrent(): void {
        if (list.currentItem)
            list.editWanted(list.currentItem as LineRow);
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.large
        anchors.topMargin: Theme.medium
        anchors.bottomMargin: 0
        spacing: Theme.small

        CartHeader {
            id: header
            Layout.fillWidth: true
            session: page.session
            shopping: page.shopping
            onInviteWanted: page.inviteWanted()
            onHistoryWanted: page.historyWanted()
            onMenuWanted: page.cartMenuWanted()
            onMoneyWanted: page.moneyWanted()
            onShoppingToggled: page.goShopping(!page.shopping)
        }
        ColumnLayout {
            id: banners
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.bottomMargin: implicitHeight > 0 ? 0 : -Theme.small // no gap where there is none
            spacing: Theme.tiny
        }
        QuickAddField {
            id: quickAdd
            Layout.fillWidth: true
            visible: !page.shopping
            enabled: !page.cart.readOnly
            session: page.session
            onListPasted: text => page.listPasted(text)
        }
        FilterBar {
            id: filters
            Layout.fillWidth: true
            visible: !page.shopping
            cart: page.cart
        }
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.leftMargin: -Theme.small
            Layout.rightMargin: -Theme.small

            LineList {
                id: list
                anchors.fill: parent
                cart: page.cart
                shopping: page.shopping
                shared: page.session.sync.hasServer
                stock: page.stock
                stockAge: page.stockAge
                bottomMargin: 72
                onEditWanted: row => editor.edit(row.lineId, {
                    "name": row.name,
                    "note": row.note,
                    "category": row.category,
                    "price": row.price,
                    "priceUnit": row.priceUnit
                })
                onMenuWanted: row => {
                    menu.lineId = row.lineId;
                    menu.lineName = row.name;
                    menu.claimed = row.claimedByMe;
                    menu.assignee = row.assignee.member ?? "";
                    menu.popup(row, row.LayoutMirroring.enabled ? Theme.large : row.width - menu.width - Theme.large, row.height);
                }
                onWhyWanted: row => page.whyWanted(row.lineId, row.name)
            }
            EvEmptyState {
                anchors.centerIn: parent
                visible: !page.cart.loading && page.cart.lines.count === 0
                iconName: "cart"
                title: qsTr("Nothing in this cart yet")
                details: qsTr("Type what you need, like \"2x milk\" or \"500 g flour, type 405 #bakery\", and press Enter. A pasted list works too.")
                actionText: page.cart.readOnly ? "" : qsTr("Add the first item")
                onAction: page.focusQuickAdd()
            }
            EvEmptyState {
                anchors.centerIn: parent
                visible: !page.shopping && !page.cart.loading && page.cart.lines.count > 0 && page.cart.shown.count === 0
                iconName: "search"
                title: qsTr("Nothing fits what you look for")
                actionText: qsTr("Show everything")
                onAction: {
                    page.cart.shown.search = "";
                    page.cart.shown.filter = ShownLines.Everything;
                }
            }
            EvEmptyState {
                anchors.centerIn: parent
                visible: page.shopping && page.cart.lines.count > 0 && page.cart.shown.count === 0
                iconName: "check"
                title: qsTr("Everything is bought")
                actionText: qsTr("Done shopping")
                onAction: page.goShopping(false)
            }
            EvLabel {
                anchors.centerIn: parent
                visible: page.cart.loading
                text: qsTr("Opening the cart …")
                muted: true
            }
            SelectionBar {
                anchors.bottom: parent.bottom
                anchors.bottomMargin: Theme.large
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(620, parent.width - 2 * Theme.large)
                visible: list.selection.length > 1
                cart: page.cart
                ids: list.selection
                onCleared: list.clearSelection()
                onCopyWanted: page.copyWanted(list.selection)
                onCategoryWanted: categories.open()
            }
        }
    }
    LineMenu {
        id: menu
        cart: page.cart
        list: list
        members: page.members
        onEditWanted: page.editCurrent()
        onHistoryWanted: (id, name) => page.whyWanted(id, name)
        onStapleWanted: id => page.stapleWanted(id)
        onReserveWanted: id => page.reserveWanted(id)
        onReleaseWanted: id => page.releaseWanted(id)
        onFreshWanted: id => page.freshWanted(id)
    }
    LineEditor {
        id: editor
        cart: page.cart
        meanwhile: heldRow.text
    }
    NameDialog {
        id: categories
        title: qsTr("Category")
        label: qsTr("Aisle or kind of thing")
        actionText: qsTr("Set")
        emptyAllowed: true
        onNamed: name => page.cart.setCategory(list.selection, name)
    }
    // What others did to the line whose editor is open.
    QtObject {
        id: heldRow
        readonly property string text: editor.opened && list.currentItem ? (list.currentItem as LineRow).changedMeanwhile : ""
    }
    Connections {
        target: page.cart
        function onAdded(ids: var, summary: string): void {
            if (ids.length > 0)
                list.show(ids[0]);
        }
        function onCartChanged(): void {
            list.clearSelection();
            list.currentIndex = -1;
        }
    }
}
