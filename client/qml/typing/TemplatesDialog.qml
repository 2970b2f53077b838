pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Typing

// The templates of this profile; one that is chosen is shown before it is added. Saves the cart, or the lines in `ids`.
EvDialog {
    id: dialog

    required property Templates templates
    required property string cartName
    property var ids: []
    signal chosen(name: string, text: string)

    function show(lines: var): void {
        ids = lines;
        nameField.text = lines.length > 0 ? "" : cartName;
        nameField.problem = "";
        open();
    }
    function save(): void {
        nameField.problem = templates.keepLines(nameField.text, ids);
        if (nameField.problem === "")
            nameField.text = "";
    }

    width: Math.min(560, (parent ? parent.width : 560) - 2 * Theme.large)
    title: qsTr("Templates")
    subtitle: qsTr("Lists that you use again and again. You see one before it is added.")
    onOpened: list.count > 0 && ids.length === 0 ? list.forceActiveFocus() : nameField.forceActiveFocus()

    ColumnLayout {
        width: dialog.availableWidth
        spacing: Theme.medium
        ListView {
            id: list
            Layout.fillWidth: true
            implicitHeight: Math.min(Math.max(contentHeight, 72), 320)
            clip: true
            model: dialog.templates
            boundsBehavior: Flickable.StopAtBounds
            keyNavigationEnabled: true
            activeFocusOnTab: true
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: dialog.title
            Keys.onReturnPressed: (currentItem as T.ItemDelegate)?.clicked()
            delegate: T.ItemDelegate {
                id: row
                required property int index
                required property string name
                required property string itemsText
                required property string preview
                required property int items
                x: mirrored ? Theme.medium : 0
                width: list.width - Theme.medium
                height: 52
                hoverEnabled: true
                Accessible.name: `${name}, ${preview}`
                onClicked: {
                    dialog.close();
                    dialog.chosen(name, itemsText);
                }
                background: Rectangle {
                    radius: Theme.smallRadius
                    color: row.hovered ? Theme.hovered : "transparent"
                    EvFocusRing {
                        anchors.margins: 1
                        shown: list.activeFocus && row.ListView.isCurrentItem
                    }
                }
                contentItem: RowLayout {
                    spacing: Theme.small
                    EvIcon {
                        Layout.leftMargin: Theme.small
                        Layout.rightMargin: Theme.tiny
                        name: "list"
                        color: Theme.accent
                    }
                    Column {
                        Layout.fillWidth: true
                        EvLabel {
                            width: parent.width
                            text: row.name
                            font.weight: Font.Medium
                            Accessible.ignored: true
                        }
                        EvLabel {
                            width: parent.width
                            text: row.preview
                            muted: true
                            size: Theme.smallText
                            Accessible.ignored: true
                        }
                    }
                    EvLabel {
                        text: qsTr("%n item(s)", "", row.items)
                        muted: true
                        size: Theme.smallText
                        Accessible.ignored: true
                    }
                    EvIconButton {
                        iconName: "trash"
                        text: qsTr("Delete the template %1").arg(row.name)
                        onClicked: dialog.templates.remove(row.index)
                    }
                }
            }
            EvLabel {
                anchors.centerIn: parent
                visible: list.count === 0
                text: qsTr("No templates yet. Save this cart as the first one.")
                muted: true
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvField {
                id: nameField
                Layout.fillWidth: true
                Layout.alignment: Qt.AlignTop
                label: dialog.ids.length > 0 ? qsTr("Save the %n selected line(s) as", "", dialog.ids.length) : qsTr("Save this cart as")
                onAccepted: dialog.save()
            }
            EvButton {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 20
                enabled: nameField.text.trim() !== ""
                text: dialog.templates.contains(nameField.text) ? qsTr("Replace") : qsTr("Save")
                onClicked: dialog.save()
            }
        }
    }
    buttons: [
        EvButton {
            text: qsTr("Close")
            onClicked: dialog.close()
        }
    ]
}
