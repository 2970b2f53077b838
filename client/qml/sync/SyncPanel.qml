pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Story

// Behind the sync entry: how it stands, what can be done, what waits or was refused, and the proof that the carts are the same
// everywhere. Content of the side panel.
Flickable {
    id: panel

    required property AppSession session
    required property PendingModel pending
    readonly property SyncStatus sync: session.sync

    clip: true
    contentHeight: content.implicitHeight + Theme.large
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: EvScrollBar {}
    EvFocusFollower {
        page: panel
    }

    ConvergenceModel {
        id: convergence
        session: panel.session
        active: panel.visible
    }
    Diagnostics {
        id: diagnostics
        session: panel.session
        onCopied: copiedNote.visible = true
    }
    ColumnLayout {
        id: content
        width: panel.width - Theme.small
        spacing: Theme.medium

        SyncHead {
            Layout.fillWidth: true
            sync: panel.sync
        }
        EvSwitch {
            Layout.fillWidth: true
            visible: panel.sync.hasServer
            text: qsTr("Work offline")
            checked: panel.sync.workOffline
            onClicked: {
                panel.session.setWorkOffline(checked);
                checked = Qt.binding(() => panel.sync.workOffline);
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.small
            EvButton {
                visible: panel.sync.hasServer
                enabled: !panel.sync.workOffline
                iconName: "sync"
                text: qsTr("Sync now")
                onClicked: panel.session.syncNow()
            }
            EvButton {
                iconName: "copy"
                text: qsTr("Copy diagnostics")
                onClicked: diagnostics.copy()
            }
        }
        EvLabel {
            id: copiedNote
            visible: false
            Layout.fillWidth: true
            text: qsTr("Copied. It holds versions, counts and shortened ids, no names and no items.")
            size: Theme.smallText
            muted: true
            wrapMode: Text.Wrap
            Accessible.role: Accessible.AlertMessage
        }
        EvLabel {
            visible: panel.pending.count > 0
            text: panel.pending.refused > 0 ? qsTr("Refused and waiting") : qsTr("Waiting for the server")
            strong: true
            Accessible.role: Accessible.Heading
        }
        ColumnLayout {
            Layout.fillWidth: true
            visible: panel.pending.count > 0
            spacing: Theme.tiny
            Repeater {
                model: panel.pending
                PendingRow {
                    id: waiting
                    Layout.fillWidth: true
                    onKeepWanted: panel.pending.keep(waiting.index)
                    onDismissWanted: panel.pending.dismiss(waiting.index)
                }
            }
            EvLabel {
                visible: panel.pending.notListed > 0
                text: qsTr("and %n more", "", panel.pending.notListed)
                muted: true
            }
        }
        EvLabel {
            visible: panel.sync.hasServer && convergence.count > 0
            text: qsTr("Are all devices the same?")
            strong: true
            Accessible.role: Accessible.Heading
        }
        Repeater {
            model: panel.sync.hasServer ? convergence : null
            CartProof {
                Layout.fillWidth: true
            }
        }
    }
}
