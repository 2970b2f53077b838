pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// Over the pages of the shop: back to the cart, which of them, how old what they show is, and asking for it anew.
RowLayout {
    id: header

    required property int current // 0: goods, 1: orders
    required property string asOf // empty: nothing is known
    required property bool waiting
    required property bool mayRefresh
    signal pageWanted(index: int)
    signal backWanted
    signal refreshWanted

    spacing: Theme.small

    EvIconButton {
        iconName: Application.layoutDirection === Qt.RightToLeft ? "chevron-right" : "chevron-left"
        text: qsTr("Back to the cart")
        onClicked: header.backWanted()
    }
    EvLabel {
        visible: header.width > 560
        text: qsTr("Shop")
        size: Theme.titleText
        strong: true
        Accessible.role: Accessible.Heading
    }
    EvSegments {
        Layout.leftMargin: Theme.small
        label: qsTr("Shop")
        options: [qsTr("Goods"), qsTr("My orders")]
        current: header.current
        onChosen: index => header.pageWanted(index)
    }
    Item {
        Layout.fillWidth: true
    }
    EvLabel {
        visible: text !== "" && header.width > 460
        text: header.asOf
        muted: true
        size: Theme.smallText
    }
    EvButton {
        visible: header.mayRefresh
        iconName: "sync"
        text: header.waiting ? qsTr("Asking …") : qsTr("Refresh")
        enabled: !header.waiting
        onClicked: header.refreshWanted()
    }
}
