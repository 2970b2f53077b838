import QtQuick
import QtQuick.Layouts
import Evencart

// One setting: its name, what it does, and the control at the end of the line.
RowLayout {
    id: row

    required property string text
    property string details: ""
    default property alias control: place.data

    Layout.fillWidth: true
    spacing: Theme.large

    ColumnLayout {
        Layout.fillWidth: true
        spacing: 2
        EvLabel {
            Layout.fillWidth: true
            text: row.text
            wrapMode: Text.WordWrap
        }
        EvLabel {
            Layout.fillWidth: true
            visible: text !== ""
            text: row.details
            size: Theme.smallText
            muted: true
            wrapMode: Text.WordWrap
        }
    }
    Row {
        id: place
        Layout.alignment: Qt.AlignVCenter
        spacing: Theme.small
    }
}
