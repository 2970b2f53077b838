import QtQuick
import Evencart

// Takes text or a file that is dropped on what it covers. While something hovers it says what would happen.
DropArea {
    id: area

    property string invitation: qsTr("Drop to look at the list first")
    signal textDropped(text: string)
    signal fileDropped(file: url)

    onEntered: drag => drag.accepted = drag.hasUrls || drag.hasText
    onDropped: drop => {
        if (drop.hasUrls && String(drop.urls[0]).startsWith("file:"))
            fileDropped(drop.urls[0]);
        else if (drop.hasText)
            textDropped(drop.text);
        else
            return;
        drop.accept(Qt.CopyAction);
    }

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.small
        visible: area.containsDrag
        radius: Theme.largeRadius
        color: Theme.accentSoft
        opacity: 0.95
        border.width: 2
        border.color: Theme.accent
        Column {
            anchors.centerIn: parent
            spacing: Theme.medium
            EvIcon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "download"
                size: 40
                color: Theme.accent
            }
            EvLabel {
                text: area.invitation
                size: Theme.titleText
                strong: true
            }
        }
    }
}
