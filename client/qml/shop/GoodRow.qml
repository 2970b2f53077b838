pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Shop

// Something that the shop sells: what it costs, whether it is there, and how many of it go into the cart.
Item {
    id: row

    // ---- from the model
    required property int index
    required property string sku
    required property string name
    required property string unit
    required property string category
    required property string price
    required property int stock
    required property string stockText
    required property string inCart
    required property string accessibleText

    // ---- from the page
    required property bool current
    required property bool mayAdd
    property bool narrow: width < 520
    signal picked
    signal addWanted(amount: string)

    function add(): void {
        if (mayAdd)
            addWanted(amount.text);
    }
    function editAmount(typed: string): void {
        amount.text = typed;
        amount.forceActiveFocus();
    }
    // The list is a focus scope: it would give the keys back to the field.
    function leaveAmount(): void {
        amount.focus = false;
        row.ListView.view?.forceActiveFocus();
    }
    // What was typed is about this good and no other: rows are taken for other goods when the list scrolls.
    function forgetAmount(): void {
        if (amount.activeFocus)
            leaveAmount();
        amount.focus = false;
        amount.text = "";
        amount.problem = "";
    }
    function added(problem: string): void {
        amount.problem = problem;
        if (problem === "")
            amount.text = "";
    }

    implicitHeight: Math.max(Theme.rowHeight + 4, names.implicitHeight + Theme.medium)
    onSkuChanged: forgetAmount()
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText
    Accessible.focusable: true

    HoverHandler {
        id: hover
    }
    TapHandler {
        // Not where an amount is to be typed: the list would take the keys.
        onTapped: eventPoint => {
            if (!amount.visible || !amount.contains(amount.mapFromItem(row, eventPoint.position)))
                row.picked();
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: Theme.radius
        color: hover.hovered ? Theme.hovered : "transparent"
        border.width: row.current && row.ListView.view && row.ListView.view.activeFocus ? 2 : 0
        border.color: Theme.focusRing
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.medium
        anchors.rightMargin: Theme.medium
        spacing: Theme.medium

        ColumnLayout {
            id: names
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: row.name
                size: Theme.bodyText + 1
            }
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.small
                StockMark {
                    Layout.fillWidth: false
                    mark: row.stock === GoodsModel.SoldOut ? CartStock.SoldOut : row.stock === GoodsModel.Few ? CartStock.Fewer : CartStock.InStock
                    text: row.stockText
                    Accessible.ignored: true
                }
                EvLabel {
                    Layout.fillWidth: true
                    visible: !row.narrow
                    text: row.category
                    size: Theme.smallText
                    muted: true
                    Accessible.ignored: true
                }
            }
        }
        EvChip {
            visible: row.inCart !== "" && !row.narrow
            enabled: false
            opacity: 1
            tone: EvChip.Tone.Accent
            iconName: "cart"
            text: row.inCart
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("%1 in the cart").arg(row.inCart)
        }
        EvLabel {
            text: row.price
            font.weight: Font.Medium
            horizontalAlignment: Text.AlignRight
            Accessible.ignored: true
        }
        EvTextField {
            id: amount
            visible: !row.narrow
            implicitWidth: 64
            implicitHeight: 32
            enabled: row.mayAdd
            leftPadding: Theme.small
            rightPadding: Theme.small
            horizontalAlignment: TextInput.AlignHCenter
            placeholderText: "1"
            label: qsTr("Amount of %1").arg(row.name)
            activeFocusOnTab: false
            Keys.onReturnPressed: {
                row.add();
                row.leaveAmount();
            }
            Keys.onEnterPressed: {
                row.add();
                row.leaveAmount();
            }
            Keys.onEscapePressed: {
                text = "";
                row.leaveAmount();
            }
            onTextEdited: problem = ""
            EvToolTip {
                visible: amount.problem !== ""
                delay: 0
                timeout: -1
                text: amount.problem
            }
        }
        EvButton {
            implicitHeight: 32
            iconName: "plus"
            text: row.narrow ? "" : qsTr("Add")
            implicitWidth: implicitContentWidth + leftPadding + rightPadding
            enabled: row.mayAdd
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("Add %1").arg(row.name)
            onClicked: row.add()
        }
    }
}
