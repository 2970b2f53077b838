pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model

// A row for each item: what both carts have, what each rule makes of it, and which of them is taken.
ColumnLayout {
    id: table

    required property MergeStudio studio
    readonly property int numberWidth: 84
    readonly property int choiceWidth: 172
    readonly property var rules: [qsTr("Union"), qsTr("Last write"), qsTr("Second cart"), qsTr("First cart")] // by MergeStudio.Choice
    readonly property int wholeHeight: 84 + studio.count * 44

    spacing: 0

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small
        EvLabel {
            text: qsTr("All rows:")
            muted: true
        }
        Repeater {
            model: table.rules
            EvChip {
                required property string modelData
                required property int index
                text: modelData
                onClicked: table.studio.chooseAll(index)
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.small
        Layout.rightMargin: Theme.large
        spacing: Theme.small
        Repeater {
            model: [qsTr("Item"), qsTr("First"), qsTr("Second"), qsTr("Last write"), qsTr("Union")]
            EvLabel {
                required property string modelData
                required property int index
                Layout.fillWidth: index === 0
                Layout.preferredWidth: index === 0 ? -1 : table.numberWidth
                horizontalAlignment: index === 0 ? Text.AlignLeft : Text.AlignRight
                text: modelData
                size: Theme.smallText
                strong: true
                muted: true
            }
        }
        EvLabel {
            Layout.preferredWidth: table.choiceWidth
            Layout.leftMargin: Theme.medium
            text: qsTr("Taken")
            size: Theme.smallText
            strong: true
            muted: true
        }
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: table.studio
        cacheBuffer: 100 * 44 // rows that are made while Tab walks through them come in another order than they stand
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: EvScrollBar {}
        EvFocusFollower {
            page: list
        }
        Accessible.role: Accessible.Table
        Accessible.name: qsTr("What merging comes to")
        delegate: RowLayout {
            id: row
            required property int index
            required property string name
            required property string fromAmount
            required property string intoAmount
            required property string lastWrite
            required property string unionAmount
            required property bool loses
            required property int choice
            required property string result
            x: LayoutMirroring.enabled ? Theme.large : 0 // beside the scroll bar
            width: list.width - Theme.large
            height: 44
            spacing: Theme.small
            EvLabel {
                Layout.fillWidth: true
                text: row.name
            }
            Repeater {
                model: [row.fromAmount, row.intoAmount, row.lastWrite, row.unionAmount]
                EvLabel {
                    id: number
                    required property string modelData
                    required property int index
                    Layout.preferredWidth: table.numberWidth
                    horizontalAlignment: Text.AlignRight
                    text: modelData === "" ? "–" : modelData
                    color: number.index === 2 && row.loses ? Theme.danger : Theme.text
                    font.underline: number.index === 2 && row.loses // not by colour alone
                    Accessible.name: text
                }
            }
            EvComboBox {
                Layout.preferredWidth: table.choiceWidth
                Layout.leftMargin: Theme.medium
                label: qsTr("What is taken for %1").arg(row.name)
                model: table.rules
                currentIndex: row.choice
                displayText: qsTr("%1: %2").arg(table.rules[row.choice]).arg(row.result)
                onActivated: chosen => table.studio.choose(row.index, chosen)
            }
        }
    }
}
