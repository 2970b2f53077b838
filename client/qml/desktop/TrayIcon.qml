import QtQuick
import Qt.labs.platform as Platform
import Evencart.Model

// The icon in the desktop's tray. Its shape says how the sync stands; its menu opens the window or ends the program.
Platform.SystemTrayIcon {
    id: root

    required property AppSession session
    signal windowWanted
    signal quitWanted

    visible: true
    icon.source: {
        switch (session.sync.state) {
        case SyncStatus.ActionNeeded:
            return "qrc:/icons/tray-attention.svg";
        case SyncStatus.Offline:
        case SyncStatus.WorkOffline:
        case SyncStatus.Connecting:
            return "qrc:/icons/tray-offline.svg";
        default:
            return "qrc:/icons/tray-online.svg";
        }
    }
    tooltip: qsTr("Evencart: %1").arg(session.sync.word)
    onActivated: root.windowWanted()
    menu: Platform.Menu {
        Platform.MenuItem {
            text: qsTr("Open Evencart")
            onTriggered: root.windowWanted()
        }
        Platform.MenuItem {
            text: qsTr("Sync now")
            enabled: root.session.sync.hasServer && !root.session.sync.workOffline
            onTriggered: root.session.syncNow()
        }
        Platform.MenuSeparator {}
        Platform.MenuItem {
            text: qsTr("Quit")
            onTriggered: root.quitWanted()
        }
    }
}
