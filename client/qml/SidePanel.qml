pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// What stands beside the cart: one of its children at a time, with a title and a way to close it. The children are there from
// the start and get the width of the panel; what costs something waits for `visible`.
Rectangle {
    id: panel

    default property alias panels: holder.data
    property string title: ""
    property Item current: null

    function show(heading: string, what: Item): void {
        if (current)
            current.visible = false;
        title = heading;
        current = what;
        what.visible = true;
    }
    function close(): void {
        if (current)
            current.visible = false;
        current = null;
    }

    visible: current !== null
    implicitWidth: 360
    color: Theme.surface
    Accessible.role: Accessible.Pane
    Accessible.name: title

    Rectangle {
        width: 1
        height: parent.height
        color: Theme.border
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.topMargin: Theme.medium
        spacing: Theme.small
        RowLayout {
            Layout.fillWidth: true
            Layout.rightMargin: Theme.small
            EvLabel {
                Layout.fillWidth: true
                text: panel.title
                size: Theme.strongText
                strong: true
                Accessible.role: Accessible.Heading
            }
            EvIconButton {
                iconName: "close"
                text: qsTr("Close")
                onClicked: panel.close()
            }
        }
        Item {
            id: holder
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: Theme.large
        }
    }
}
