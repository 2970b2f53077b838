import QtQuick
import QtQuick.Templates as T
import Evencart

// Several lines of text.
T.TextArea {
    id: control

    property string label: placeholderText

    implicitWidth: 240
    implicitHeight: Math.max(contentHeight + topPadding + bottomPadding, 72)
    padding: Theme.medium
    color: Theme.text
    placeholderTextColor: Theme.faintText
    selectionColor: Theme.accent
    selectedTextColor: Theme.textOnAccent
    selectByMouse: true
    textFormat: TextEdit.PlainText
    horizontalAlignment: TextEdit.AlignLeft
    wrapMode: TextEdit.Wrap
    font.family: Theme.family
    font.pixelSize: Theme.bodyText
    Accessible.role: Accessible.EditableText
    Accessible.multiLine: true
    Accessible.name: label

    EvLabel {
        x: control.leftPadding
        y: control.topPadding
        width: control.width - 2 * control.leftPadding
        visible: !control.length && !control.preeditText
        text: control.placeholderText
        color: control.placeholderTextColor
        wrapMode: Text.WordWrap
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.surface
        border.width: control.activeFocus ? 2 : 1
        border.color: control.activeFocus ? Theme.accent : Theme.fieldBorder
    }
}
