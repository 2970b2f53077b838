pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Shop

// One order: placed, of which nobody knows yet, or waiting for the server; a shape and a word for each, and the one thing to do.
Rectangle {
    id: row

    required property int index
    required property string key
    required property int kind
    required property string title
    required property string when
    required property string cartName
    required property string total
    required property string summary
    required property string accessibleText
    required property bool current
    readonly property bool placed: kind === OrdersModel.Placed
    readonly property bool unknown: kind === OrdersModel.Unknown
    signal receiptWanted
    signal forgetWanted
    signal askWanted

    function open(): void {
        if (placed)
            receiptWanted();
        else if (unknown)
            askWanted();
        else
            forgetWanted();
    }
    function takeBack(): void {
        if (!placed && !unknown)
            forgetWanted();
    }

    implicitHeight: content.implicitHeight + 2 * Theme.medium
    radius: Theme.radius
    color: placed ? (hover.hovered ? Theme.hovered : Theme.surface) : unknown ? Theme.warningSoft : Theme.infoSoft
    border.width: current && ListView.view && ListView.view.activeFocus ? 2 : placed ? 1 : 0
    border.color: current && ListView.view && ListView.view.activeFocus ? Theme.focusRing : Theme.border
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText
    Accessible.focusable: true

    HoverHandler {
        id: hover
    }
    TapHandler {
        enabled: row.placed
        onTapped: row.receiptWanted()
    }
    RowLayout {
        id: content
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.medium
        EvIcon {
            name: row.placed ? "shield" : row.unknown ? "warning" : "clock"
            color: row.placed ? Theme.accent : row.unknown ? Theme.warning : Theme.info
            size: 20
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: row.title
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("%1 · %2 · %3", "an order: when, from which cart, what").arg(row.when).arg(row.cartName).arg(row.summary)
                size: Theme.smallText
                muted: true
                Accessible.ignored: true
            }
        }
        EvLabel {
            visible: text !== ""
            text: row.total
            font.weight: Font.Medium
            Accessible.ignored: true
        }
        EvButton {
            implicitHeight: 32
            iconName: row.placed ? "receipt" : row.unknown ? "sync" : "undo"
            text: row.placed ? qsTr("Receipt") : row.unknown ? qsTr("Ask again") : qsTr("Take it back")
            focusPolicy: Qt.NoFocus
            Accessible.name: row.placed ? qsTr("Receipt of %1").arg(row.title)
                : row.unknown ? qsTr("Ask again about the order of %1 from %2", "an order: when, which cart").arg(row.when).arg(row.cartName)
                : qsTr("Take back the order of %1 from %2", "an order: when, which cart").arg(row.when).arg(row.cartName)
            onClicked: row.open()
        }
    }
}
