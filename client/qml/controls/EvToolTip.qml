import QtQuick
import QtQuick.Templates as T
import Evencart

// A sentence under the pointer, after a moment.
T.ToolTip {
    id: control

    x: parent ? (parent.width - width) / 2 : 0
    y: parent ? parent.height + Theme.tiny : 0
    margins: Theme.small
    padding: Theme.small
    delay: 500
    timeout: 8000
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutsideParent
    implicitWidth: Math.min(implicitContentWidth + leftPadding + rightPadding, 320)
    implicitHeight: implicitContentHeight + topPadding + bottomPadding

    contentItem: EvLabel {
        text: control.text
        size: Theme.smallText
        color: Theme.window
        wrapMode: Text.WordWrap
        elide: Text.ElideNone
    }
    background: Rectangle {
        radius: Theme.smallRadius
        color: Theme.text
    }
}
