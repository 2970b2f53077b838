pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Shop

// Ordering what is in the cart: what is asked for, what stands against it, and what the shop answered, line by line.
EvDialog {
    id: sheet

    required property Shop shop
    readonly property CheckoutFlow flow: shop.checkout
    readonly property int step: flow.state
    readonly property bool deciding: step === CheckoutFlow.Review || step === CheckoutFlow.Refused || step === CheckoutFlow.NeedsServer
    readonly property bool bad: step === CheckoutFlow.Refused
    signal receiptWanted(key: string)
    signal goodsWanted

    function start(): void {
        flow.start();
        open();
    }

    width: Math.min(640, (parent ? parent.width : 640) - 2 * Theme.large)
    title: {
        switch (step) {
        case CheckoutFlow.Asking:
            return qsTr("Asking the shop …");
        case CheckoutFlow.Ordered:
            return qsTr("Ordered: it is guaranteed");
        case CheckoutFlow.Refused:
            return qsTr("Not ordered");
        case CheckoutFlow.Unknown:
            return qsTr("Not known yet");
        case CheckoutFlow.NeedsServer:
            return qsTr("This needs the server");
        case CheckoutFlow.Kept:
            return qsTr("Waits for the server");
        case CheckoutFlow.Nothing:
            return qsTr("Nothing to order");
        default:
            return qsTr("Order from %1").arg(flow.cartName);
        }
    }
    subtitle: step === CheckoutFlow.Ordered ? qsTr("Order %1 from %2").arg(flow.orderNumber).arg(flow.cartName) : ""
    closePolicy: T.Popup.CloseOnEscape
    onClosed: flow.close()

    ColumnLayout {
        width: sheet.availableWidth
        spacing: Theme.medium

        PromiseLegend {
            Layout.fillWidth: true
            columns: sheet.availableWidth > 480 ? 2 : 1
            visible: sheet.step === CheckoutFlow.Review || sheet.step === CheckoutFlow.Looking || sheet.step === CheckoutFlow.NeedsServer
        }
        EvBanner {
            Layout.fillWidth: true
            visible: text !== ""
            tone: sheet.bad ? EvChip.Tone.Danger : sheet.step === CheckoutFlow.Unknown || sheet.step === CheckoutFlow.NeedsServer ? EvChip.Tone.Warning : EvChip.Tone.Info
            iconName: sheet.bad ? "close" : sheet.step === CheckoutFlow.NeedsServer ? "cloud-off" : sheet.step === CheckoutFlow.Kept ? "clock" : sheet.step === CheckoutFlow.Unknown ? "warning" : "info"
            text: sheet.flow.message
        }
        EvButton {
            visible: sheet.step === CheckoutFlow.NeedsServer
            iconName: "clock"
            text: qsTr("Order when the server is back")
            enabled: sheet.flow.mayAsk
            onClicked: sheet.flow.keep()
        }
        // No ListView: how high one wants to be is known only after it was given a height.
        Flickable {
            id: list
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(lines.implicitHeight, Math.max(96, (sheet.parent?.height ?? 760) - 430))
            visible: sheet.flow.rows.count > 0 && sheet.step !== CheckoutFlow.Nothing
            clip: true
            contentHeight: lines.implicitHeight
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What is ordered")
            EvFocusFollower {
                page: list
            }
            Column {
                id: lines
                width: list.width
                spacing: 2
                Repeater {
                    model: sheet.flow.rows
                    CheckoutLine {
                        width: lines.width
                        onActionWanted: sheet.flow.act(lineId)
                    }
                }
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: sheet.flow.others !== "" && sheet.deciding
            text: qsTr("Stays in the cart, not part of the order: %1").arg(sheet.flow.others)
            size: Theme.smallText
            muted: true
            wrapMode: Text.WordWrap
        }
        RowLayout {
            Layout.fillWidth: true
            visible: list.visible && sheet.flow.total !== ""
            spacing: Theme.small
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2
                EvLabel {
                    Layout.fillWidth: true
                    text: qsTr("Total")
                    strong: true
                }
                EvLabel {
                    Layout.fillWidth: true
                    visible: sheet.deciding
                    text: sheet.flow.foreseen > 0 ? qsTr("Prices and stock %1. Only the shop decides.").arg(sheet.shop.asOf) : qsTr("Prices %1").arg(sheet.shop.asOf)
                    size: Theme.smallText
                    muted: true
                    wrapMode: Text.WordWrap
                }
            }
            EvLabel {
                text: sheet.flow.total
                size: Theme.strongText
                strong: true
                Accessible.name: qsTr("Total %1").arg(text)
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: sheet.deciding && sheet.flow.undecided > 0
            text: qsTr("%n line(s) need your decision first.", "", sheet.flow.undecided)
            color: Theme.warning
            wrapMode: Text.WordWrap
        }
    }
    buttons: [
        EvButton {
            text: sheet.step === CheckoutFlow.Ordered ? qsTr("Done") : sheet.deciding ? qsTr("Not now") : qsTr("Close")
            kind: sheet.step === CheckoutFlow.Ordered ? EvButton.Kind.Primary : EvButton.Kind.Normal
            onClicked: sheet.close()
        },
        EvButton {
            visible: sheet.step === CheckoutFlow.Ordered
            iconName: "receipt"
            text: qsTr("Receipt")
            onClicked: {
                const key = sheet.flow.orderKey;
                sheet.close();
                sheet.receiptWanted(key);
            }
        },
        EvButton {
            visible: sheet.step === CheckoutFlow.Unknown
            iconName: "sync"
            text: qsTr("Ask again")
            onClicked: sheet.flow.askAgain()
        },
        EvButton {
            visible: sheet.step === CheckoutFlow.Kept
            iconName: "undo"
            text: qsTr("Take it back")
            onClicked: sheet.flow.forget()
        },
        EvButton {
            visible: sheet.step === CheckoutFlow.Nothing
            kind: EvButton.Kind.Primary
            iconName: "store"
            text: qsTr("To the shop")
            onClicked: {
                sheet.close();
                sheet.goodsWanted();
            }
        },
        EvButton {
            visible: sheet.deciding || sheet.step === CheckoutFlow.Asking
            kind: EvButton.Kind.Primary
            iconName: "shield"
            text: sheet.step === CheckoutFlow.Asking ? qsTr("Asking …") : sheet.step === CheckoutFlow.NeedsServer ? qsTr("Try again")
                : sheet.flow.total !== "" ? qsTr("Order for %1").arg(sheet.flow.total) : qsTr("Order")
            enabled: sheet.flow.mayAsk
            onClicked: sheet.flow.ask()
        }
    ]
}
