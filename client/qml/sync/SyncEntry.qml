pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model

// The one place that says how the sync stands. A click opens what is behind it.
T.AbstractButton {
    id: entry

    required property SyncStatus sync
    readonly property bool bad: sync.state === SyncStatus.ActionNeeded
    readonly property bool away: sync.state === SyncStatus.Offline || sync.state === SyncStatus.WorkOffline

    implicitHeight: 44
    padding: Theme.small
    hoverEnabled: true
    Accessible.role: Accessible.Button
    Accessible.name: sync.word + ". " + sync.sentence

    contentItem: RowLayout {
        spacing: Theme.small
        EvIcon {
            name: entry.bad ? "warning" : entry.away ? "cloud-off" : entry.sync.state === SyncStatus.OnlyHere ? "device"
                : entry.sync.state === SyncStatus.Online ? "cloud-check" : "sync"
            color: entry.bad ? Theme.danger : entry.away ? Theme.warning : entry.sync.state === SyncStatus.Online ? Theme.accent : Theme.mutedText
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            EvLabel {
                Layout.fillWidth: true
                text: entry.sync.word
                font.weight: Font.Medium
                Accessible.ignored: true
            }
            EvLabel {
                Layout.fillWidth: true
                visible: text !== ""
                text: entry.sync.waiting > 0 && entry.sync.hasServer ? qsTr("%n change(s) waiting", "", entry.sync.waiting)
                    : entry.sync.state === SyncStatus.Online ? qsTr("Everything is synced")
                    : entry.sync.lastSynced !== "" && entry.sync.hasServer ? qsTr("Last synced %1").arg(entry.sync.lastSynced) : ""
                size: Theme.smallText
                muted: true
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: entry.bad ? Theme.dangerSoft : entry.down ? Theme.pressed : entry.hovered ? Theme.hovered : "transparent"
        EvFocusRing {
            shown: entry.visualFocus
        }
    }
    EvToolTip {
        visible: entry.hovered
        text: entry.sync.sentence
    }
}
