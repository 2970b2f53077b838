pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Shop

// A line of the checkout: how far it has come, what stands against it, and the one thing to do about that.
Rectangle {
    id: row

    required property int index
    required property string lineId
    required property string name
    required property string amount
    required property string price
    required property string total
    required property int rowState
    required property string stateText
    required property string reason
    required property string actionText
    required property string accessibleText
    property bool narrow: width < 440
    readonly property bool refused: rowState === CheckoutRows.Refused
    readonly property bool confirmed: rowState === CheckoutRows.Confirmed
    readonly property bool warns: rowState === CheckoutRows.Foreseen
    readonly property color tone: refused ? Theme.danger : confirmed ? Theme.accent : warns ? Theme.warning : rowState === CheckoutRows.Asked ? Theme.info : Theme.mutedText
    signal actionWanted

    implicitHeight: content.implicitHeight + 2 * Theme.small
    radius: Theme.smallRadius
    color: refused ? Theme.dangerSoft : warns ? Theme.warningSoft : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText

    RowLayout {
        id: content
        anchors.fill: parent
        anchors.margins: Theme.small
        spacing: Theme.small
        EvIcon {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 1
            name: row.refused ? "close" : row.confirmed ? "shield" : row.warns ? "warning" : row.rowState === CheckoutRows.Asked ? "clock" : "device"
            color: row.tone
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: row.amount !== "" ? qsTr("%1 %2", "amount, name").arg(row.amount).arg(row.name) : row.name
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                text: row.reason !== "" ? qsTr("%1: %2", "how far a line has come, and why").arg(row.stateText).arg(row.reason) : row.stateText
                size: Theme.smallText
                color: row.tone
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
        EvButton {
            visible: text !== ""
            implicitHeight: 32
            text: row.actionText
            Accessible.name: qsTr("%1: %2", "what to do about a line: \"Milk: Take 2\"").arg(row.name).arg(row.actionText)
            onClicked: row.actionWanted()
        }
        ColumnLayout {
            Layout.minimumWidth: row.narrow ? 0 : 76
            spacing: 2
            EvLabel {
                Layout.alignment: Qt.AlignRight
                text: row.total
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            EvLabel {
                Layout.alignment: Qt.AlignRight
                visible: row.price !== "" && row.price !== row.total && !row.narrow
                text: row.price
                size: Theme.smallText
                muted: true
                Accessible.ignored: true
            }
        }
    }
}
