pragma ComponentBehavior: Bound
import QtCore
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Shop

// The receipt of an order: to look at, to print, to copy, to keep as a file.
EvDialog {
    id: dialog

    required property OrderReceipt receipt
    readonly property var facts: receipt.facts

    function show(key: string): void {
        receipt.show(key);
        if (receipt.key === key)
            open();
    }
    function save(ending: string, filter: string): void {
        const folder = StandardPaths.writableLocation(StandardPaths.DocumentsLocation);
        target.nameFilters = [filter];
        target.defaultSuffix = ending;
        target.currentFolder = folder;
        target.currentFile = folder + "/" + encodeURIComponent(receipt.fileName(ending));
        target.open();
    }

    title: receipt.title
    subtitle: facts.join("\n")
    width: Math.min(560, (parent ? parent.width : 560) - 2 * Theme.large)

    ColumnLayout {
        width: dialog.availableWidth
        spacing: Theme.small
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.preferredHeight: Math.max(40, Math.min(contentHeight, 320)) // never nothing: without height it makes no rows
            clip: true
            interactive: contentHeight > height
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            model: dialog.receipt.lines
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Lines of the receipt")
            delegate: Item {
                id: line
                required property var modelData
                width: ListView.view.width
                implicitHeight: cells.implicitHeight + Theme.small
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1 %2, %3 each: %4", "a line of a receipt: amount, name, price of one, price of all").arg(modelData.amount).arg(modelData.name).arg(modelData.price).arg(modelData.total)
                RowLayout {
                    id: cells
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    spacing: Theme.medium
                    EvLabel {
                        Layout.preferredWidth: 72
                        horizontalAlignment: Text.AlignRight
                        text: line.modelData.amount
                        Accessible.ignored: true
                    }
                    EvLabel {
                        Layout.fillWidth: true
                        text: line.modelData.name
                        wrapMode: Text.Wrap
                        maximumLineCount: 2
                        Accessible.ignored: true
                    }
                    EvLabel {
                        text: line.modelData.price
                        muted: true
                        size: Theme.smallText
                        Accessible.ignored: true
                    }
                    EvLabel {
                        Layout.minimumWidth: 72
                        horizontalAlignment: Text.AlignRight
                        text: line.modelData.total
                        Accessible.ignored: true
                    }
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
        }
        RowLayout {
            Layout.fillWidth: true
            EvIcon {
                name: "shield"
                color: Theme.accent
            }
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("Total, guaranteed by the shop")
                strong: true
            }
            EvLabel {
                text: dialog.receipt.total
                size: Theme.strongText
                strong: true
                Accessible.name: qsTr("Total %1").arg(text)
            }
        }
    }
    buttons: [
        EvButton {
            iconName: "copy"
            text: qsTr("Copy")
            onClicked: dialog.receipt.copyText()
        },
        EvButton {
            id: saveButton
            iconName: "upload"
            text: qsTr("Save…")
            onClicked: formats.popup(saveButton, 0, -formats.height)
            EvMenu {
                id: formats
                EvMenuItem {
                    text: qsTr("Pages (PDF)…")
                    onTriggered: dialog.save("pdf", qsTr("PDF files (*.pdf)"))
                }
                EvMenuItem {
                    text: qsTr("Text…")
                    onTriggered: dialog.save("txt", qsTr("Text (*.txt)"))
                }
                EvMenuItem {
                    text: qsTr("Spreadsheet (CSV)…")
                    onTriggered: dialog.save("csv", qsTr("Spreadsheet (*.csv)"))
                }
                EvMenuItem {
                    text: qsTr("Everything (JSON)…")
                    onTriggered: dialog.save("json", qsTr("Everything, as JSON (*.json)"))
                }
            }
        },
        EvButton {
            kind: EvButton.Kind.Primary
            iconName: "print"
            text: qsTr("Print…")
            enabled: !dialog.receipt.busy
            onClicked: dialog.receipt.print()
        }
    ]
    FileDialog {
        id: target
        title: qsTr("Save the receipt")
        fileMode: FileDialog.SaveFile
        onAccepted: dialog.receipt.save(selectedFile)
    }
}
