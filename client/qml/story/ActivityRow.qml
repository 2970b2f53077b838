pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Story

// One change: who, what, when, whether it is settled. A click opens the line that it is about.
Item {
    id: row

    required property string name
    required property string initials
    required property int colour
    required property string sentence
    required property string time
    required property string exactTime
    required property int entryState
    required property string stateText
    required property string missed
    required property string line
    required property string accessibleText
    property string heading: "" // a day, above its first change
    property bool openable: line !== ""
    readonly property real contentTop: heading === "" ? 0 : day.implicitHeight
    signal opened(line: string)

    implicitHeight: contentTop + content.implicitHeight + 2 * Theme.small
    activeFocusOnTab: openable
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText
    Accessible.onPressAction: row.opened(row.line)
    Keys.onReturnPressed: row.opened(row.line)

    EvLabel {
        id: day
        width: row.width
        visible: text !== ""
        topPadding: Theme.medium
        bottomPadding: Theme.tiny
        text: row.heading
        size: Theme.smallText
        font.weight: Font.DemiBold
        muted: true
        Accessible.role: Accessible.Heading
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: row.contentTop
        radius: Theme.smallRadius
        color: hover.hovered && row.openable ? Theme.hovered : "transparent"
        EvFocusRing {
            shown: row.activeFocus
        }
    }
    HoverHandler {
        id: hover
        cursorShape: row.openable ? Qt.PointingHandCursor : Qt.ArrowCursor
    }
    TapHandler {
        enabled: row.openable
        onTapped: row.opened(row.line)
    }
    RowLayout {
        id: content
        x: Theme.tiny
        y: row.contentTop + Theme.small
        width: parent.width - 2 * Theme.tiny
        spacing: Theme.small
        EvAvatar {
            Layout.alignment: Qt.AlignTop
            name: row.name
            initials: row.initials
            colour: row.colour
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("%1 %2", "who did what: Ben added Milk").arg(row.name).arg(row.sentence)
                wrapMode: Text.Wrap
                maximumLineCount: 4
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                visible: text !== ""
                text: row.missed
                muted: true
                size: Theme.smallText
                wrapMode: Text.Wrap
                maximumLineCount: 3
                Accessible.ignored: true
            }
            RowLayout {
                visible: row.entryState !== ActivityModel.Settled
                spacing: Theme.tiny
                EvIcon {
                    name: row.entryState === ActivityModel.Refused ? "warning" : "cloud-up"
                    size: 14
                    color: row.entryState === ActivityModel.Refused ? Theme.danger : Theme.mutedText
                }
                EvLabel {
                    Layout.fillWidth: true
                    text: row.stateText
                    size: Theme.smallText
                    color: row.entryState === ActivityModel.Refused ? Theme.danger : Theme.mutedText
                    wrapMode: Text.Wrap
                    Accessible.ignored: true
                }
            }
        }
        EvLabel {
            Layout.alignment: Qt.AlignTop
            Layout.topMargin: 3
            text: row.time
            size: Theme.smallText
            muted: true
            Accessible.ignored: true
            HoverHandler {
                id: overTime
            }
            EvToolTip {
                visible: overTime.hovered
                text: row.exactTime
            }
        }
    }
}
