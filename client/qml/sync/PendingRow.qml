pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// One of my changes that is not settled: it waits, or the server refused it and something can be done.
Rectangle {
    id: row

    required property int index
    required property string what
    required property string cartName
    required property string time
    required property bool refused
    required property string reason
    required property bool canKeep
    required property string accessibleText
    signal keepWanted
    signal dismissWanted

    implicitHeight: content.implicitHeight + 2 * (refused ? Theme.medium : Theme.small)
    radius: Theme.radius
    color: refused ? Theme.dangerSoft : "transparent"
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText

    RowLayout {
        id: content
        x: row.refused ? Theme.medium : 0
        y: row.refused ? Theme.medium : Theme.small
        width: parent.width - 2 * x
        spacing: Theme.small
        EvIcon {
            Layout.alignment: Qt.AlignTop
            name: row.refused ? "warning" : "cloud-up"
            color: row.refused ? Theme.danger : Theme.mutedText
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: row.what
                wrapMode: Text.Wrap
                maximumLineCount: 2
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                text: row.time !== "" ? qsTr("%1, %2", "cart, time").arg(row.cartName).arg(row.time) : row.cartName
                size: Theme.smallText
                muted: true
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                visible: row.refused
                text: row.reason
                size: Theme.smallText
                color: Theme.danger
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
            Flow {
                Layout.fillWidth: true
                Layout.topMargin: Theme.tiny
                visible: row.refused
                spacing: Theme.small
                EvButton {
                    visible: row.canKeep
                    text: qsTr("Put it into my own cart")
                    onClicked: row.keepWanted()
                }
                EvButton {
                    text: qsTr("Dismiss")
                    kind: EvButton.Kind.Quiet
                    onClicked: row.dismissWanted()
                }
            }
        }
    }
}
