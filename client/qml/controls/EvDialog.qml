pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart

// A dialog in the middle of the window: a title, its content, and buttons in `buttons`. Esc closes it.
T.Dialog {
    id: control

    property string subtitle: ""
    property alias buttons: buttonRow.data

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(480, (parent ? parent.width : 480) - 2 * Theme.large)
    height: Math.min(implicitHeight, (parent ? parent.height : 600) - 2 * Theme.large)
    implicitHeight: implicitHeaderHeight + implicitContentHeight + implicitFooterHeight + topPadding + bottomPadding
    padding: Theme.huge
    topPadding: Theme.large
    bottomPadding: Theme.large
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside

    enter: Transition {
        NumberAnimation {
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.quick
        }
    }
    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }

    header: Item {
        implicitHeight: titles.implicitHeight + Theme.huge
        Column {
            id: titles
            anchors.left: parent.left
            anchors.leftMargin: Theme.huge
            y: Theme.huge
            width: parent.width - 2 * Theme.huge - close.width
            spacing: Theme.tiny
            EvLabel {
                width: parent.width
                text: control.title
                size: Theme.titleText
                strong: true
                wrapMode: Text.WordWrap
                Accessible.role: Accessible.Heading
            }
            EvLabel {
                width: parent.width
                visible: text !== ""
                text: control.subtitle
                muted: true
                wrapMode: Text.WordWrap
            }
        }
        EvIconButton {
            id: close
            anchors.right: parent.right
            anchors.rightMargin: Theme.medium
            y: Theme.medium
            iconName: "close"
            text: qsTr("Close")
            onClicked: control.close()
        }
    }
    contentItem: Item {
        implicitHeight: childrenRect.height
    }
    footer: Item {
        visible: buttonRow.children.length > 0
        implicitHeight: visible ? Theme.controlHeight + Theme.large + Theme.medium : 0
        Row {
            id: buttonRow
            anchors.right: parent.right
            anchors.rightMargin: Theme.huge
            spacing: Theme.small
        }
    }
    background: Rectangle {
        radius: Theme.largeRadius
        color: Theme.raised
        border.color: Theme.border
    }
    // The item behind the popup is the dialog for a screen reader, with everything in it; a Popup itself takes no Accessible.
    Component.onCompleted: control.contentItem.parent.Accessible.name = Qt.binding(() => control.title)
}
