pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Typing

// The staples of this profile: what is due, how often each is usual, and a new one.
EvDialog {
    id: dialog

    required property Staples staples
    required property bool readOnly

    function keep(): void {
        if (item.text.trim() === "")
            return;
        item.problem = staples.keep(item.text, Number(days.text) || 7);
        if (item.problem === "")
            item.text = "";
    }

    width: Math.min(560, (parent ? parent.width : 560) - 2 * Theme.large)
    title: qsTr("Staples")
    subtitle: qsTr("What you usually need every few days. It is offered when it is due, never added by itself.")
    onOpened: item.forceActiveFocus()

    ColumnLayout {
        width: dialog.availableWidth
        spacing: Theme.medium
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvField {
                id: item
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                label: qsTr("Item")
                placeholder: qsTr("2 l milk #dairy")
                onAccepted: dialog.keep()
            }
            EvField {
                id: days
                Layout.preferredWidth: 90
                Layout.alignment: Qt.AlignTop
                label: qsTr("Every … days")
                text: "7"
                onAccepted: dialog.keep()
            }
            EvButton {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 20
                text: qsTr("Keep")
                iconName: "plus"
                enabled: item.text.trim() !== ""
                onClicked: dialog.keep()
            }
        }
        ListView {
            id: list
            Layout.fillWidth: true
            implicitHeight: Math.min(Math.max(contentHeight, 96), 340)
            clip: true
            model: dialog.staples
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            delegate: RowLayout {
                id: row
                required property int index
                required property string itemText
                required property string name
                required property string every
                required property int days
                required property bool due
                required property string dueText
                x: LayoutMirroring.enabled ? Theme.medium : 0
                width: list.width - Theme.medium
                height: 48
                spacing: Theme.tiny
                Accessible.role: Accessible.ListItem
                Accessible.name: `${itemText}, ${every}, ${dueText}`
                EvIcon {
                    Layout.rightMargin: Theme.small
                    name: "clock"
                    color: row.due ? Theme.accent : Theme.mutedText
                }
                Column {
                    Layout.fillWidth: true
                    EvLabel {
                        width: parent.width
                        text: row.itemText
                        font.weight: row.due ? Font.DemiBold : Font.Normal
                        Accessible.ignored: true
                    }
                    EvLabel {
                        width: parent.width
                        text: qsTr("%1 · %2").arg(row.every).arg(row.dueText)
                        muted: !row.due
                        color: row.due ? Theme.accent : Theme.mutedText
                        size: Theme.smallText
                        Accessible.ignored: true
                    }
                }
                EvIconButton {
                    iconName: "minus"
                    text: qsTr("More often: every %n day(s)", "", Math.max(1, row.days - 1))
                    enabled: row.days > 1
                    onClicked: dialog.staples.setDays(row.index, row.days - 1)
                }
                EvIconButton {
                    iconName: "plus"
                    text: qsTr("Less often: every %n day(s)", "", row.days + 1)
                    onClicked: dialog.staples.setDays(row.index, row.days + 1)
                }
                EvButton {
                    visible: row.due
                    kind: EvButton.Kind.Quiet
                    text: qsTr("Not now")
                    onClicked: dialog.staples.skip(row.index)
                }
                EvButton {
                    text: qsTr("Add")
                    enabled: !dialog.readOnly
                    onClicked: dialog.staples.add(row.index)
                }
                EvIconButton {
                    iconName: "trash"
                    text: qsTr("No staple any more: %1").arg(row.name)
                    onClicked: dialog.staples.remove(row.index)
                }
            }
            EvLabel {
                anchors.centerIn: parent
                visible: list.count === 0
                text: qsTr("No staples yet. Write one above.")
                muted: true
            }
        }
    }
    buttons: [
        EvButton {
            text: qsTr("Close")
            onClicked: dialog.close()
        },
        EvButton {
            visible: dialog.staples.dueCount > 1
            kind: EvButton.Kind.Primary
            text: qsTr("Add the %n that are due", "", dialog.staples.dueCount)
            enabled: !dialog.readOnly
            onClicked: {
                dialog.staples.addDue();
                dialog.close();
            }
        }
    ]
}
