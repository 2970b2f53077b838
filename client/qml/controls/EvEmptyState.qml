import QtQuick
import Evencart

// What stands where there is nothing: what it is, and what to do.
Column {
    id: empty

    required property string title
    property string details: ""
    property string iconName: ""
    property bool bad: false // something is wrong, and not only nothing there
    property string actionText: ""
    property string secondText: ""
    signal action
    signal second

    width: 400
    spacing: Theme.medium

    Rectangle {
        visible: empty.iconName !== ""
        anchors.horizontalCenter: parent.horizontalCenter
        width: 64
        height: 64
        radius: 32
        color: empty.bad ? Theme.dangerSoft : Theme.accentSoft
        EvIcon {
            anchors.centerIn: parent
            name: empty.iconName
            size: 30
            color: empty.bad ? Theme.danger : Theme.accent
        }
    }
    EvLabel {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: empty.title
        size: Theme.titleText
        strong: true
        wrapMode: Text.WordWrap
    }
    EvLabel {
        width: parent.width
        visible: text !== ""
        horizontalAlignment: Text.AlignHCenter
        text: empty.details
        muted: true
        wrapMode: Text.WordWrap
        lineHeight: 1.2
    }
    Row {
        anchors.horizontalCenter: parent.horizontalCenter
        topPadding: Theme.small
        spacing: Theme.small
        EvButton {
            visible: text !== ""
            kind: EvButton.Kind.Primary
            text: empty.actionText
            onClicked: empty.action()
        }
        EvButton {
            visible: text !== ""
            text: empty.secondText
            onClicked: empty.second()
        }
    }
}
