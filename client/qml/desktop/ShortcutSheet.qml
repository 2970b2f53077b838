pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Desktop

// The shortcuts of every command, by group, in two columns where there is room.
EvDialog {
    id: root

    required property var actions

    width: Math.min(760, (parent ? parent.width : 760) - 2 * Theme.large)
    title: qsTr("Keyboard shortcuts")
    subtitle: qsTr("Ctrl+K finds every command by its name.")
    onAboutToShow: commands.refresh()

    CommandList {
        id: commands
        actions: root.actions
        onlyWithShortcut: true
    }

    contentItem: Flickable { // qmllint disable deferred-property-id
        id: flickable
        implicitHeight: grid.implicitHeight
        contentHeight: grid.implicitHeight
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: EvScrollBar {}
        GridLayout {
            id: grid
            width: flickable.width
            columns: flickable.width > 560 ? 2 : 1
            columnSpacing: Theme.huge * 2
            rowSpacing: Theme.tiny
            flow: GridLayout.TopToBottom
            rows: Math.ceil(commands.count / columns)
            Repeater {
                model: commands
                delegate: RowLayout {
                    id: line

                    required property string name
                    required property string shortcut

                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    implicitHeight: 32
                    EvLabel {
                        Layout.fillWidth: true
                        text: line.name
                    }
                    ShortcutKeys {
                        keys: line.shortcut
                    }
                }
            }
        }
    }
}
