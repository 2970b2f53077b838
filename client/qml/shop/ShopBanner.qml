import QtQuick
import Evencart
import Evencart.Shop

// On the cart that it is about: an order of it waits for the server, or nobody knows yet what came of it.
EvBanner {
    id: banner

    required property Shop shop
    readonly property bool unknown: shop.waiting === Shop.ForAnswer

    visible: shop.waiting !== Shop.Settled
    tone: unknown ? EvChip.Tone.Warning : EvChip.Tone.Info
    iconName: unknown ? "warning" : "clock"
    text: unknown ? qsTr("It is not known yet whether this cart was ordered; the shop is asked when it can be reached.")
        : qsTr("This cart is to be ordered when the server is back, as it was when you said so.")
    actionText: qsTr("Look at it")
}
