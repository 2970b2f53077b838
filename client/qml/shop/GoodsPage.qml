pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Shop

// What the shop sells: looking for it, and into the open cart with it. Keyboard: Down from the field into the list, Enter adds,
// digits begin an amount.
ColumnLayout {
    id: page

    required property AppSession session
    required property Shop shop
    readonly property GoodsModel goods: shop.goods
    readonly property var categories: goods.categories
    readonly property bool mayAdd: session.cart.cartId !== "" && !session.cart.readOnly
    readonly property bool hasGoods: shop.state === Shop.Open || shop.state === Shop.OldCopy
    signal checkoutWanted
    signal serverWanted

    function focusSearch(): void {
        search.forceActiveFocus();
        search.selectAll();
    }

    spacing: Theme.small

    EvBanner {
        Layout.fillWidth: true
        visible: page.shop.state === Shop.OldCopy
        tone: EvChip.Tone.Warning
        iconName: "cloud-off"
        text: qsTr("The server is not connected. These are its prices and stock %1; things can be put into the cart, and ordering waits for the server.").arg(page.shop.asOf)
    }
    EvBanner {
        Layout.fillWidth: true
        visible: page.hasGoods && page.shop.problem !== ""
        tone: EvChip.Tone.Danger
        iconName: "warning"
        text: qsTr("There was no fresh answer: %1").arg(page.shop.problem)
    }
    RowLayout {
        Layout.fillWidth: true
        visible: page.hasGoods
        spacing: Theme.small
        EvTextField {
            id: search
            Layout.fillWidth: true
            leftPadding: LayoutMirroring.enabled ? Theme.medium : 36
            rightPadding: LayoutMirroring.enabled ? 36 : Theme.medium
            placeholderText: qsTr("Find in the shop")
            text: page.goods.search
            onTextEdited: page.goods.search = text
            Keys.onDownPressed: list.enter()
            Keys.onReturnPressed: list.enter()
            EvIcon {
                x: search.LayoutMirroring.enabled ? search.width - width - Theme.medium : Theme.medium
                anchors.verticalCenter: parent.verticalCenter
                name: "search"
                size: 16
                color: Theme.mutedText
            }
        }
        EvComboBox {
            Layout.preferredWidth: page.width > 560 ? 200 : 130
            visible: page.categories.length > 0
            label: qsTr("Category")
            model: [qsTr("All categories"), ...page.categories]
            currentIndex: page.categories.indexOf(page.goods.category) + 1
            onActivated: index => page.goods.category = index === 0 ? "" : page.categories[index - 1]
        }
        EvChip {
            implicitHeight: Theme.controlHeight
            checkable: true
            checked: page.goods.onlyInStock
            text: qsTr("In stock")
            onClicked: page.goods.onlyInStock = checked
        }
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true

        ListView {
            id: list

            function enter(): void {
                if (count === 0)
                    return;
                if (currentIndex < 0)
                    currentIndex = 0;
                forceActiveFocus();
            }
            function add(row: GoodRow, amount: string): void {
                row.added(page.shop.add(row.sku, amount));
            }

            anchors.fill: parent
            visible: page.hasGoods
            clip: true
            model: page.goods
            currentIndex: -1
            reuseItems: true
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            cacheBuffer: 200
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Goods")
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0 && count > 0)
                    currentIndex = 0;
            }
            Keys.onPressed: event => {
                const row = currentItem as GoodRow;
                if (!row)
                    return;
                event.accepted = true;
                if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter || event.key === Qt.Key_Plus)
                    row.add();
                else if (/^[0-9]$/.test(event.text) && page.mayAdd && !row.narrow)
                    row.editAmount(event.text);
                else if (event.key === Qt.Key_Up && currentIndex === 0)
                    search.forceActiveFocus();
                else
                    event.accepted = false;
            }
            delegate: GoodRow {
                id: good
                width: ListView.view.width
                current: ListView.isCurrentItem
                mayAdd: page.mayAdd
                ListView.onPooled: {
                    good.forgetAmount();
                    visible = false;
                }
                ListView.onReused: visible = true
                onPicked: {
                    list.currentIndex = index;
                    list.forceActiveFocus();
                }
                onAddWanted: amount => list.add(good, amount)
            }
        }
        EvEmptyState {
            anchors.centerIn: parent
            width: Math.min(400, parent.width)
            visible: page.hasGoods && page.goods.count === 0 && !page.goods.searching
            iconName: "search"
            title: qsTr("Nothing fits what you look for")
            actionText: qsTr("Show everything")
            onAction: {
                page.goods.search = "";
                page.goods.category = "";
                page.goods.onlyInStock = false;
            }
        }
        EvEmptyState {
            anchors.centerIn: parent
            width: Math.min(400, parent.width)
            visible: page.shop.state === Shop.NoServer
            iconName: "store"
            title: qsTr("A shop comes with a server")
            details: qsTr("A server can sell things: with prices and stock that everybody sees, and orders that are decided once. Your carts work without one.")
            actionText: qsTr("Set a server…")
            onAction: page.serverWanted()
        }
        EvEmptyState {
            anchors.centerIn: parent
            width: Math.min(400, parent.width)
            visible: page.shop.state === Shop.SellsNothing
            iconName: "store"
            title: qsTr("This server sells nothing")
            details: page.shop.problem !== "" ? page.shop.problem : qsTr("Whoever runs it can bring in a catalogue. What you share on it is not touched by that.")
        }
        EvEmptyState {
            anchors.centerIn: parent
            width: Math.min(400, parent.width)
            visible: page.shop.state === Shop.NothingKnown
            iconName: page.shop.refreshing ? "sync" : "cloud-off"
            title: page.shop.refreshing ? qsTr("Asking the server what it sells …") : qsTr("Nothing is known of the shop yet")
            details: page.shop.refreshing ? "" : page.shop.problem !== "" ? page.shop.problem : qsTr("It has to be reached once; after that its goods are here, off line too.")
            actionText: page.shop.refreshing ? "" : qsTr("Try again")
            onAction: page.shop.refresh()
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.medium
        visible: page.session.cart.cartId !== "" && (page.hasGoods || page.shop.stock.orderable > 0)
        implicitHeight: foot.implicitHeight + 2 * Theme.small
        radius: Theme.radius
        color: Theme.sunken
        RowLayout {
            id: foot
            anchors.fill: parent
            anchors.margins: Theme.small
            anchors.leftMargin: Theme.medium
            spacing: Theme.small
            EvIcon {
                name: "cart"
                color: Theme.mutedText
            }
            EvLabel {
                Layout.fillWidth: true
                text: page.session.cart.readOnly ? qsTr("%1 can only be looked at").arg(page.session.cart.name)
                    : page.shop.stock.orderable > 0 ? qsTr("%1: %n item(s) of the shop", "", page.shop.stock.orderable).arg(page.session.cart.name)
                    : qsTr("Goes into %1").arg(page.session.cart.name)
            }
            EvButton {
                kind: EvButton.Kind.Primary
                text: qsTr("Order…")
                iconName: "shield"
                enabled: page.shop.stock.orderable > 0 && page.mayAdd
                onClicked: page.checkoutWanted()
            }
        }
    }
}
