import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Settings

SettingsSection {
    id: section

    required property Preferences preferences

    title: qsTr("Habits")

    SettingsRow {
        text: qsTr("Notifications")
        details: qsTr("What others do while the window is hidden, bundled: \"Sam added 4 things\".")
        EvSwitch {
            Accessible.name: qsTr("Notifications")
            checked: section.preferences.notifications
            onToggled: section.preferences.notifications = checked
        }
    }
    SettingsRow {
        text: qsTr("Stay in the tray when the window is closed")
        details: qsTr("Off: closing the window ends Evencart. Where there is no tray it always does.")
        EvSwitch {
            Accessible.name: qsTr("Stay in the tray when the window is closed")
            checked: section.preferences.closeToTray
            onToggled: section.preferences.closeToTray = checked
        }
    }
    Rectangle {
        Layout.fillWidth: true
        implicitHeight: 1
        color: Theme.border
    }
    ShopOrderEditor {
        Layout.fillWidth: true
        preferences: section.preferences
    }
}
