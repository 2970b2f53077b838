pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// The two kinds of promise, told apart: what is saved here and what the shop guarantees.
GridLayout {
    id: legend

    columnSpacing: Theme.medium
    rowSpacing: Theme.small

    Repeater {
        model: [
            {
                "icon": "device",
                "tone": EvChip.Tone.Plain,
                "title": qsTr("Saved here"),
                "details": qsTr("Your cart and every change of it: at once, on or off line. It spreads by itself.")
            },
            {
                "icon": "shield",
                "tone": EvChip.Tone.Accent,
                "title": qsTr("Guaranteed by the shop"),
                "details": qsTr("An order: decided once, by the server, for all of its lines or none. It cannot be sold twice.")
            }
        ]
        Rectangle {
            id: promise
            required property var modelData
            readonly property bool strong: modelData.tone === EvChip.Tone.Accent
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.fillHeight: true
            implicitHeight: words.implicitHeight + 2 * Theme.small
            radius: Theme.radius
            color: strong ? Theme.accentSoft : Theme.sunken
            RowLayout {
                id: words
                anchors.fill: parent
                anchors.margins: Theme.small
                spacing: Theme.small
                EvIcon {
                    Layout.alignment: Qt.AlignTop
                    name: promise.modelData.icon
                    color: promise.strong ? Theme.accent : Theme.mutedText
                }
                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: 2
                    EvLabel {
                        Layout.fillWidth: true
                        text: promise.modelData.title
                        font.weight: Font.DemiBold
                        wrapMode: Text.WordWrap
                    }
                    EvLabel {
                        Layout.fillWidth: true
                        text: promise.modelData.details
                        size: Theme.smallText
                        muted: true
                        wrapMode: Text.WordWrap
                    }
                }
            }
        }
    }
}
