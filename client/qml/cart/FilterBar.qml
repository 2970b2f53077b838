pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// What is shown of the cart and in which order.
RowLayout {
    id: bar

    required property OpenCart cart
    readonly property ShownLines shown: cart.shown
    spacing: Theme.tiny
    function focusSearch(): void {
        search.forceActiveFocus();
        search.selectAll();
    }

    EvTextField {
        id: search
        Layout.preferredWidth: 190
        implicitHeight: 30
        leftPadding: LayoutMirroring.enabled ? Theme.medium : 32
        rightPadding: LayoutMirroring.enabled ? 32 : Theme.medium
        placeholderText: qsTr("Find in this cart")
        text: bar.shown.search
        onTextEdited: bar.shown.search = text
        Keys.onEscapePressed: {
            bar.shown.search = "";
            focus = false;
        }
        EvIcon {
            x: search.LayoutMirroring.enabled ? search.width - width - Theme.small : Theme.small
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            size: 16
            color: Theme.mutedText
        }
    }
    Repeater {
        model: [
            {
                "filter": ShownLines.OnlyOpen,
                "text": qsTr("To buy")
            },
            {
                "filter": ShownLines.OnlyMine,
                "text": qsTr("Mine")
            },
            {
                "filter": ShownLines.OnlyMarked,
                "text": qsTr("To look at")
            }
        ]
        EvChip {
            id: chip
            required property var modelData
            readonly property bool looking: modelData.filter === ShownLines.OnlyMarked
            visible: !looking || bar.cart.markedCount > 0 || checked
            text: looking && bar.cart.markedCount > 0 ? modelData.text + "  " + bar.cart.markedCount : modelData.text
            tone: looking ? EvChip.Tone.Warning : EvChip.Tone.Plain
            checkable: true
            checked: bar.shown.filter === modelData.filter
            onClicked: bar.shown.filter = checked ? chip.modelData.filter : ShownLines.Everything
        }
    }
    Item {
        Layout.fillWidth: true
    }
    EvIconButton {
        iconName: "sort"
        size: 30
        text: qsTr("Order and groups")
        onClicked: menu.popup(this, 0, height)
        EvMenu {
            id: menu
            EvMenuItem {
                text: qsTr("Group by aisle")
                checkable: true
                checked: bar.shown.grouping === ShownLines.ByCategory
                onTriggered: bar.shown.grouping = bar.shown.grouping === ShownLines.ByCategory ? ShownLines.NoGroups : ShownLines.ByCategory
            }
            EvMenuSeparator {}
            Repeater {
                model: [qsTr("In the order of the cart"), qsTr("By name"), qsTr("Newest first"), qsTr("Most liked first")]
                EvMenuItem {
                    required property string modelData
                    required property int index
                    text: modelData
                    checkable: true
                    checked: bar.shown.sorting === index
                    onTriggered: bar.shown.sorting = index
                }
            }
        }
    }
}
