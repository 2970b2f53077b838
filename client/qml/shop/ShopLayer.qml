pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.Shop

// The shop in the window: its pages stand where the cart stands, its sheets over everything. Lives as long as the window, because
// it also tells what becomes of orders.
Item {
    id: layer

    enum Page {
        None,
        Goods,
        Orders
    }
    required property AppSession session
    required property Item banners // where the cart's page shows what stays until it is dealt with
    readonly property alias shop: shop
    readonly property bool shown: current !== ShopLayer.Page.None
    property int current: ShopLayer.Page.None
    signal cartWanted // back to it
    signal serverWanted
    signal told(sentence: string, action: string, what: var)
    signal failed(sentence: string)

    function showGoods(): void {
        current = ShopLayer.Page.Goods;
        if (shop.state !== Shop.NoServer)
            shop.refresh();
        goodsPage.focusSearch();
    }
    function showOrders(): void {
        current = ShopLayer.Page.Orders;
        shop.orders.read();
    }
    function order(): void {
        sheet.start();
    }
    function showReceipt(key: string): void {
        receipt.show(key);
    }
    function focusSearch(): void {
        goodsPage.focusSearch();
    }
    function close(): void {
        current = ShopLayer.Page.None;
    }
    function leave(): void {
        close();
        cartWanted();
    }

    visible: shown
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Shop")
    Keys.onEscapePressed: leave()

    Shop {
        id: shop
        session: layer.session
        onOrderTold: (sentence, key) => layer.told(sentence, key !== "" ? qsTr("Receipt") : "", () => receipt.show(key))
        onTold: sentence => layer.told(sentence, "", null)
        onFailed: sentence => layer.failed(sentence)
    }
    Connections {
        target: shop.receipt
        function onTold(sentence: string): void {
            layer.told(sentence, "", null);
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.large
        anchors.topMargin: Theme.medium
        anchors.bottomMargin: 0
        spacing: Theme.medium

        ShopHeader {
            Layout.fillWidth: true
            current: layer.current === ShopLayer.Page.Orders ? 1 : 0
            asOf: layer.current === ShopLayer.Page.Goods ? shop.asOf : ""
            waiting: layer.current === ShopLayer.Page.Orders ? shop.orders.reading : shop.refreshing
            mayRefresh: shop.state !== Shop.NoServer
            onPageWanted: index => index === 1 ? layer.showOrders() : layer.showGoods()
            onBackWanted: layer.leave()
            onRefreshWanted: layer.current === ShopLayer.Page.Orders ? shop.orders.read() : shop.refresh()
        }
        GoodsPage {
            id: goodsPage
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: layer.current === ShopLayer.Page.Goods
            session: layer.session
            shop: shop
            onCheckoutWanted: layer.order()
            onServerWanted: layer.serverWanted()
        }
        OrdersPage {
            Layout.fillWidth: true
            Layout.fillHeight: true
            visible: layer.current === ShopLayer.Page.Orders
            shop: shop
            onReceiptWanted: key => receipt.show(key)
        }
    }
    ShopBanner {
        parent: layer.banners
        Layout.fillWidth: true
        shop: shop
        onAction: layer.order()
    }
    CheckoutSheet {
        id: sheet
        shop: shop
        onReceiptWanted: key => receipt.show(key)
        onGoodsWanted: layer.showGoods()
    }
    ReceiptDialog {
        id: receipt
        receipt: shop.receipt
    }
    Connections {
        target: layer.session.cart
        function onCartChanged(): void {
            layer.close();
        }
    }
}
