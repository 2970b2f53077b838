pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// The state in words: what it is, what it means, when all was last the same.
Rectangle {
    id: head

    required property SyncStatus sync
    readonly property bool bad: sync.state === SyncStatus.ActionNeeded
    readonly property bool away: sync.state === SyncStatus.Offline || sync.state === SyncStatus.WorkOffline

    implicitHeight: content.implicitHeight + 2 * Theme.medium
    radius: Theme.radius
    color: bad ? Theme.dangerSoft : away ? Theme.warningSoft : sync.state === SyncStatus.Online ? Theme.accentSoft : Theme.sunken
    Accessible.role: Accessible.StatusBar
    Accessible.name: sync.word + ". " + sync.sentence

    RowLayout {
        id: content
        x: Theme.medium
        y: Theme.medium
        width: parent.width - 2 * Theme.medium
        spacing: Theme.medium
        EvIcon {
            Layout.alignment: Qt.AlignTop
            size: 22
            name: head.bad ? "warning" : head.away ? "cloud-off" : head.sync.state === SyncStatus.OnlyHere ? "device"
                : head.sync.state === SyncStatus.Online ? "cloud-check" : "sync"
            color: head.bad ? Theme.danger : head.away ? Theme.warning : head.sync.state === SyncStatus.Online ? Theme.accent : Theme.mutedText
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny
            EvLabel {
                text: head.sync.word
                size: Theme.strongText
                strong: true
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                text: head.sync.sentence
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Accessible.ignored: true
            }
            EvLabel {
                visible: head.sync.hasServer && head.sync.waiting > 0
                text: qsTr("%n change(s) waiting", "", head.sync.waiting)
                font.weight: Font.Medium
            }
            EvLabel {
                visible: head.sync.hasServer
                text: head.sync.state === SyncStatus.Online ? qsTr("Everything is synced") : head.sync.lastSynced !== "" ? qsTr("Last synced %1").arg(head.sync.lastSynced) : qsTr("Never synced yet")
                size: Theme.smallText
                muted: true
                HoverHandler {
                    id: hover
                }
                EvToolTip {
                    visible: hover.hovered && head.sync.lastSyncedExactly !== ""
                    text: head.sync.lastSyncedExactly
                }
            }
        }
    }
}
