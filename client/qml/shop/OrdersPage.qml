pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Shop

// My orders: what waits, what is not known, what was placed.
ColumnLayout {
    id: page

    required property Shop shop
    readonly property OrdersModel orders: shop.orders
    signal receiptWanted(key: string)

    spacing: Theme.small

    EvBanner {
        Layout.fillWidth: true
        visible: page.orders.problem !== "" && page.orders.count > 0
        tone: EvChip.Tone.Warning
        iconName: "cloud-off"
        text: qsTr("This is what is known here: %1").arg(page.orders.problem)
    }
    Item {
        Layout.fillWidth: true
        Layout.fillHeight: true
        ListView {
            id: list
            anchors.fill: parent
            clip: true
            spacing: Theme.tiny
            model: page.orders
            currentIndex: -1
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("My orders")
            onActiveFocusChanged: {
                if (activeFocus && currentIndex < 0 && count > 0)
                    currentIndex = 0;
            }
            Keys.onReturnPressed: (currentItem as OrderRow)?.open()
            Keys.onEnterPressed: (currentItem as OrderRow)?.open()
            Keys.onSpacePressed: (currentItem as OrderRow)?.open()
            Keys.onDeletePressed: (currentItem as OrderRow)?.takeBack()
            delegate: OrderRow {
                width: ListView.view.width
                current: ListView.isCurrentItem
                onReceiptWanted: page.receiptWanted(key)
                onForgetWanted: page.shop.forgetKept(key)
                onAskWanted: page.shop.askAgain()
            }
        }
        EvEmptyState {
            anchors.centerIn: parent
            width: Math.min(400, parent.width)
            visible: page.orders.count === 0
            iconName: "receipt"
            title: page.orders.reading ? qsTr("Asking the shop for your orders …") : qsTr("No orders yet")
            details: page.orders.reading ? "" : page.orders.problem !== "" ? qsTr("None is known here, and the shop could not be asked: %1").arg(page.orders.problem) : qsTr("What you order from a cart is kept here, with its receipt.")
        }
    }
    EvButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.bottomMargin: Theme.medium
        visible: page.orders.hasMore
        enabled: !page.orders.reading
        kind: EvButton.Kind.Quiet
        text: page.orders.reading ? qsTr("Asking …") : qsTr("Older orders")
        onClicked: page.orders.readMore()
    }
}
