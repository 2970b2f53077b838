import QtQuick
import QtQuick.Layouts
import Evencart

// A part of the settings: a heading and a card with what belongs to it.
ColumnLayout {
    id: section

    required property string title
    property string details: ""
    default property alias content: card.data

    spacing: Theme.small
    Layout.fillWidth: true

    EvLabel {
        text: section.title
        size: Theme.strongText
        strong: true
        Accessible.role: Accessible.Heading
    }
    EvLabel {
        Layout.fillWidth: true
        visible: text !== ""
        text: section.details
        muted: true
        wrapMode: Text.WordWrap
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: card.implicitHeight + 2 * Theme.large
        radius: Theme.largeRadius
        color: Theme.surface
        border.color: Theme.border
        ColumnLayout {
            id: card
            anchors.fill: parent
            anchors.margins: Theme.large
            spacing: Theme.medium
        }
    }
}
