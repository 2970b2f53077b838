import QtQuick
import Evencart

// A text field with its label above and what is wrong below.
Column {
    id: field

    required property string label
    property alias text: input.text
    property alias placeholder: input.placeholderText
    property alias problem: input.problem
    property alias readOnly: input.readOnly
    signal accepted

    spacing: Theme.tiny
    function forceActiveFocus(): void {
        input.forceActiveFocus();
    }
    function selectAll(): void {
        input.selectAll();
    }

    EvLabel {
        width: field.width
        text: field.label
        size: Theme.smallText
        font.weight: Font.Medium
        muted: true
        Accessible.ignored: true
    }
    EvTextField {
        id: input
        width: field.width
        label: field.label
        onAccepted: field.accepted()
    }
    EvLabel {
        visible: text !== ""
        width: field.width
        text: input.problem
        color: Theme.danger
        size: Theme.smallText
        wrapMode: Text.WordWrap
    }
}
