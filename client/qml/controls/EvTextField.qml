import QtQuick
import QtQuick.Templates as T
import Evencart

// One line of text. `label` names it for screen readers where no label stands beside it; `problem` is a sentence below it.
T.TextField {
    id: control

    property string label: placeholderText
    property string problem: ""
    property bool quiet: false // without a frame until it has the focus

    implicitWidth: 200
    implicitHeight: Theme.controlHeight
    leftPadding: Theme.medium
    rightPadding: Theme.medium
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.text
    placeholderTextColor: Theme.faintText
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    selectByMouse: true
    font.family: Theme.family
    font.pixelSize: Theme.bodyText
    opacity: enabled ? 1 : 0.6
    Accessible.role: Accessible.EditableText
    Accessible.name: label
    Accessible.description: problem

    // Qt 6.4 leaves the text where it was.
    onEffectiveHorizontalAlignmentChanged: {
        wrapMode = TextInput.Wrap;
        wrapMode = TextInput.NoWrap;
    }

    EvLabel {
        x: control.leftPadding
        width: control.width - control.leftPadding - control.rightPadding
        height: control.height
        verticalAlignment: Text.AlignVCenter
        visible: !control.length && !control.preeditText
        text: control.placeholderText
        color: control.placeholderTextColor
        font: control.font
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: control.quiet && !control.activeFocus ? (control.hovered ? Theme.hovered : "transparent") : Theme.surface
        border.width: control.activeFocus ? 2 : control.quiet ? 0 : 1
        border.color: control.problem !== "" ? Theme.danger : control.activeFocus ? Theme.accent : Theme.fieldBorder
    }
}
