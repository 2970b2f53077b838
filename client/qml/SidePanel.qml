pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// What stands beside the cart: one thing at a time, with a title and a way to close it. Content comes as a Component, which is given
// the width of the panel.
Rectangle {
    id: panel

    property string title: ""
    property Component content: null
    readonly property bool shown: content !== null

    function show(heading: string, what: Component): void {
        title = heading;
        content = what;
    }
    function close(): void {
        content = null;
    }

    visible: shown
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
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.rightMargin: Theme.large
            sourceComponent: panel.content
        }
    }
}
