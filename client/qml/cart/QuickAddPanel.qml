pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Typing

// Below the quick-add field: how the text is understood, what it would do, and what was bought before. Never takes the
// focus from the field.
T.Popup {
    id: panel

    required property QuickAdd typed
    required property Suggestions suggestions
    required property bool insisted
    property int currentIndex: -1
    readonly property var icons: ({
            "quantity": "",
            "unit": "",
            "price": "wallet",
            "category": "tag",
            "note": "note",
            "sku": "bag"
        })
    signal chosen(row: int)
    signal filled(row: int)

    focus: false
    closePolicy: T.Popup.NoAutoClose
    padding: Theme.small
    height: content.implicitHeight + 2 * padding

    ColumnLayout {
        id: content
        width: panel.availableWidth
        spacing: Theme.tiny

        Flow {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            Layout.rightMargin: Theme.small
            visible: panel.typed.name !== ""
            spacing: Theme.small
            EvLabel {
                width: Math.min(implicitWidth, parent.width)
                height: 26
                verticalAlignment: Text.AlignVCenter
                text: panel.typed.name
                strong: true
            }
            Repeater {
                model: panel.typed.chips
                EvChip {
                    required property var modelData
                    focusPolicy: Qt.NoFocus
                    tone: modelData.usual ? EvChip.Tone.Plain : EvChip.Tone.Accent
                    iconName: panel.icons[modelData.kind]
                    text: modelData.usual ? qsTr("%1, as usual").arg(modelData.shown) : modelData.shown
                    tip: modelData.usual ? qsTr("Click: without the usual category") : qsTr("%1. Backspace behind it: part of the name").arg(modelData.label)
                    Accessible.name: modelData.label + ": " + modelData.shown
                    onClicked: {
                        if (modelData.usual)
                            panel.typed.dropUsual();
                        else
                            panel.typed.unrecogniseBefore(modelData.begin + modelData.length);
                    }
                }
            }
        }
        EvLabel {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            Layout.rightMargin: Theme.small
            visible: text !== ""
            text: panel.typed.problem !== "" ? panel.typed.problem : panel.typed.hint
            color: panel.insisted && panel.typed.problem !== "" ? Theme.danger : Theme.mutedText
            size: Theme.smallText
            wrapMode: Text.WordWrap
            bottomPadding: Theme.tiny
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: 1
            color: Theme.border
            visible: list.count > 0 && panel.typed.text.trim() !== ""
        }
        ListView {
            id: list
            Layout.fillWidth: true
            implicitHeight: contentHeight
            visible: count > 0
            interactive: false
            model: panel.suggestions
            currentIndex: panel.currentIndex
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Bought before")
            delegate: T.ItemDelegate {
                id: row
                required property int index
                required property string name
                required property string detail
                required property string here
                required property int begin
                required property int length
                readonly property bool current: panel.currentIndex === index
                // Parts side by side read in the order of the window, and names need not be written in that.
                readonly property bool parted: begin >= 0 && !LayoutMirroring.enabled
                width: list.width
                height: Theme.controlHeight
                focusPolicy: Qt.NoFocus
                hoverEnabled: true
                Accessible.role: Accessible.ListItem
                Accessible.name: name + (detail !== "" ? ", " + detail : "") + (here !== "" ? ", " + here : "")
                Accessible.selected: current
                onClicked: panel.chosen(index)
                background: Rectangle {
                    radius: Theme.smallRadius
                    color: row.current ? Theme.accentSoft : row.hovered ? Theme.hovered : "transparent"
                }
                contentItem: RowLayout {
                    spacing: 0
                    EvIcon {
                        Layout.leftMargin: Theme.small
                        Layout.rightMargin: Theme.medium
                        name: row.here === "" ? "history" : "check"
                        size: 16
                        color: row.current ? Theme.accent : Theme.mutedText
                    }
                    // The typed part stands out in the name.
                    EvLabel {
                        text: row.parted ? row.name.slice(0, row.begin) : ""
                        Accessible.ignored: true
                    }
                    EvLabel {
                        text: row.parted ? row.name.slice(row.begin, row.begin + row.length) : ""
                        strong: true
                        Accessible.ignored: true
                    }
                    EvLabel {
                        Layout.fillWidth: true
                        text: row.parted ? row.name.slice(row.begin + row.length) : row.name
                        Accessible.ignored: true
                    }
                    EvLabel {
                        Layout.leftMargin: Theme.medium
                        visible: text !== ""
                        text: row.here !== "" ? row.here : row.detail
                        muted: true
                        size: Theme.smallText
                        Accessible.ignored: true
                    }
                    EvIconButton {
                        Layout.leftMargin: Theme.tiny
                        size: 28
                        iconSize: 14
                        focusPolicy: Qt.NoFocus
                        iconName: "pencil"
                        text: qsTr("Put into the field, without adding (Tab)")
                        onClicked: panel.filled(row.index)
                    }
                }
            }
        }
        EvLabel {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            Layout.topMargin: Theme.tiny
            visible: list.count > 0
            text: qsTr("↑↓ choose · Enter adds · Tab fills in · Esc closes")
            color: Theme.faintText
            size: Theme.smallText
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.border
    }
}
