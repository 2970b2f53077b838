import QtQuick
import QtQuick.Layouts
import Evencart

// An aisle in the order of the shop: a handle to drag it by, its name, and buttons that do the same.
Rectangle {
    id: entry

    required property string modelData
    required property int index
    property bool current: false
    signal chosen
    signal moved(rows: int)
    signal removed

    implicitHeight: 40
    radius: Theme.smallRadius
    color: drag.active ? Theme.accentSoft : hover.hovered ? Theme.hovered : "transparent"
    border.color: Theme.focusRing
    border.width: current ? 2 : 0
    z: drag.active ? 1 : 0
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, aisle %2").arg(modelData).arg(index + 1)

    transform: Translate {
        y: drag.active ? drag.activeTranslation.y : 0
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        onTapped: entry.chosen()
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.tiny
        anchors.rightMargin: Theme.tiny
        spacing: Theme.small
        Item {
            implicitWidth: 28
            Layout.fillHeight: true
            EvIcon {
                anchors.centerIn: parent
                name: "drag"
                color: Theme.mutedText
            }
            DragHandler {
                id: drag
                target: null
                xAxis.enabled: false
                cursorShape: Qt.ClosedHandCursor
                property real lastY: 0
                onActiveTranslationChanged: if (active)
                    lastY = activeTranslation.y
                onActiveChanged: {
                    if (active)
                        return;
                    entry.moved(Math.round(lastY / entry.height));
                    lastY = 0;
                }
            }
        }
        EvLabel {
            Layout.fillWidth: true
            text: entry.modelData
            Accessible.ignored: true
        }
        EvIconButton {
            visible: hover.hovered || entry.current
            size: 30
            iconName: "chevron-up"
            text: qsTr("Earlier")
            onClicked: entry.moved(-1)
        }
        EvIconButton {
            visible: hover.hovered || entry.current
            size: 30
            iconName: "chevron-down"
            text: qsTr("Later")
            onClicked: entry.moved(1)
        }
        EvIconButton {
            visible: hover.hovered || entry.current
            size: 30
            iconName: "trash"
            text: qsTr("Remove %1 from the order").arg(entry.modelData)
            onClicked: entry.removed()
        }
    }
}
