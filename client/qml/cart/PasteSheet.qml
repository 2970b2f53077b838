pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Typing

// A list before it is added: what each line would do, and which lines cannot be read and why. One undo step.
EvDialog {
    id: sheet

    required property AppSession session

    function openText(text: string): void {
        preview.clear();
        preview.label = "";
        preview.text = text;
        open();
    }
    function openTemplate(name: string, text: string): void {
        preview.clear();
        preview.label = qsTr("Add the template %1").arg(name);
        preview.text = text;
        open();
    }
    function openFile(file: url): void {
        preview.clear();
        preview.label = "";
        preview.openFile(file);
        open();
    }

    width: Math.min(640, (parent ? parent.width : 640) - 2 * Theme.large)
    title: preview.source !== "" ? qsTr("Add from %1").arg(preview.source) : preview.label !== "" ? preview.label : qsTr("Add a list")
    subtitle: preview.count > 0 ? preview.summary : preview.reading ? qsTr("Reading …") : qsTr("One item on each line; bullets, boxes and headings are understood.")
    onClosed: preview.clear()

    PastePreview {
        id: preview
        session: sheet.session
    }
    ColumnLayout {
        width: sheet.availableWidth
        spacing: Theme.medium
        Flickable {
            Layout.fillWidth: true
            implicitHeight: 120
            visible: preview.editable
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            T.TextArea.flickable: EvTextArea {
                id: area
                label: qsTr("The list")
                placeholderText: qsTr("Milk\n500 g flour\n…")
                text: preview.text
                // A Tab leaves the field, as everywhere else in the window.
                KeyNavigation.priority: KeyNavigation.BeforeItem
                KeyNavigation.tab: addButton.enabled ? addButton : cancelButton
                onTextChanged: preview.text = text
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: preview.badCount > 0 && preview.itemCount > 0
            text: qsTr("What cannot be read is left out.")
            color: Theme.danger
            size: Theme.smallText
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(Math.max(contentHeight, 80), 320)
            implicitHeight: Math.min(Math.max(contentHeight, 80), 320)
            clip: true
            model: preview
            boundsBehavior: Flickable.StopAtBounds
            activeFocusOnTab: true
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What would be added")
            delegate: Item {
                id: row
                required property string name
                required property string amount
                required property string detail
                required property int effect
                required property string effectText
                required property string where
                readonly property bool bad: effect === PastePreview.Bad
                width: list.width
                implicitHeight: Math.max(36, line.implicitHeight + Theme.small)
                Accessible.role: Accessible.ListItem
                Accessible.name: bad ? `${where}: ${effectText}` : `${amount} ${name}, ${detail !== "" ? detail + ", " : ""}${effectText}`
                RowLayout {
                    id: line
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.rightMargin: Theme.medium
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.small
                    EvIcon {
                        name: row.bad ? "warning" : row.effect === PastePreview.More ? "plus" : row.effect === PastePreview.Again ? "undo" : row.effect === PastePreview.Bought ? "check" : "sparkle"
                        size: 16
                        color: row.bad ? Theme.danger : Theme.accent
                    }
                    EvLabel {
                        visible: text !== ""
                        text: row.bad ? row.where : row.amount
                        muted: true
                        Accessible.ignored: true
                    }
                    EvLabel {
                        Layout.fillWidth: row.bad
                        Layout.preferredWidth: Math.min(Math.ceil(implicitWidth), list.width * 0.6)
                        text: row.bad ? row.effectText : row.name
                        color: row.bad ? Theme.danger : Theme.text
                        wrapMode: row.bad ? Text.WordWrap : Text.NoWrap
                        font.weight: row.bad ? Font.Normal : Font.Medium
                        Accessible.ignored: true
                    }
                    EvLabel {
                        Layout.fillWidth: true
                        visible: !row.bad
                        text: row.detail
                        muted: true
                        size: Theme.smallText
                        Accessible.ignored: true
                    }
                    EvLabel {
                        visible: !row.bad
                        text: row.effectText
                        color: row.effect === PastePreview.New ? Theme.mutedText : Theme.accent
                        size: Theme.smallText
                        Accessible.ignored: true
                    }
                }
            }
            EvLabel {
                anchors.centerIn: parent
                visible: list.count === 0 && !preview.reading
                text: qsTr("Nothing to add yet")
                muted: true
            }
        }
    }
    buttons: [
        EvButton {
            id: cancelButton
            text: qsTr("Cancel")
            onClicked: sheet.close()
        },
        EvButton {
            id: addButton
            kind: EvButton.Kind.Primary
            enabled: preview.itemCount > 0 && !sheet.session.cart.readOnly
            text: preview.itemCount > 0 ? qsTr("Add %n item(s)", "", preview.itemCount) : qsTr("Add")
            Keys.onReturnPressed: clicked()
            onClicked: {
                preview.add();
                sheet.close();
            }
        }
    ]
    onOpened: addButton.enabled || preview.reading ? addButton.forceActiveFocus() : area.forceActiveFocus()
}
