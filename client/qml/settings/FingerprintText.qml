import QtQuick
import Evencart

// A fingerprint in groups of four, to be compared by eye.
Column {
    id: shown

    required property string title
    required property string fingerprint
    property string otherwise: "" // where there is none

    spacing: 2

    EvLabel {
        text: shown.title
        size: Theme.smallText
        muted: true
    }
    EvLabel {
        width: shown.width
        text: shown.fingerprint !== "" ? shown.fingerprint : shown.otherwise
        font.family: shown.fingerprint !== "" ? "monospace" : Theme.family
        size: shown.fingerprint !== "" ? Theme.smallText + 1 : Theme.bodyText
        wrapMode: Text.WordWrap
        Accessible.name: shown.title + ": " + text
    }
}
