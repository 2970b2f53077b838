pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart
import Evencart.Desktop

// Every command by its name: typing finds, arrows choose, Enter runs, Esc closes.
T.Popup {
    id: root

    required property var actions

    function show() {
        field.clear();
        commands.refresh();
        list.currentIndex = 0;
        list.positionViewAtBeginning();
        open();
    }
    function run(row: int) {
        // Closed first: what runs may open a dialog of its own.
        if (!commands.data(commands.index(row, 0), CommandList.EnabledRole))
            return;
        pending.row = row;
        close();
    }

    parent: T.Overlay.overlay
    x: parent ? Math.round((parent.width - width) / 2) : 0
    y: parent ? Math.round(parent.height * 0.12) : 0
    width: Math.min(560, (parent ? parent.width : 560) - 2 * Theme.large)
    height: field.height + 2 * Theme.small + Math.min(list.contentHeight, (parent ? parent.height : 600) * 0.6) + footer.height
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnPressOutside
    onOpened: field.forceActiveFocus()
    onClosed: {
        const row = pending.row;
        pending.row = -1;
        if (row >= 0)
            commands.run(row);
    }

    T.Overlay.modal: Rectangle {
        color: Theme.scrim
    }
    background: Rectangle {
        radius: Theme.largeRadius
        color: Theme.raised
        border.color: Theme.border
    }
    Component.onCompleted: contentItem.parent.Accessible.name = qsTr("All commands")

    QtObject {
        id: pending
        property int row: -1
    }
    CommandList {
        id: commands
        actions: root.actions
        search: field.text
        onSearchChanged: list.currentIndex = 0
    }

    contentItem: Item { // qmllint disable deferred-property-id
        EvTextField {
            id: field
            anchors {
                left: parent.left
                right: parent.right
                top: parent.top
                margins: Theme.small
            }
            placeholderText: qsTr("What would you like to do?")
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onReturnPressed: root.run(list.currentIndex)
            Keys.onEnterPressed: root.run(list.currentIndex)
        }
        ListView {
            id: list
            anchors {
                left: parent.left
                right: parent.right
                top: field.bottom
                bottom: footer.top
                margins: Theme.small
                bottomMargin: 0
            }
            clip: true
            cacheBuffer: 0 // rows that are made ahead are in the way when the next letter makes the list shorter
            model: commands
            keyNavigationWraps: true
            highlightMoveDuration: 0
            boundsBehavior: Flickable.StopAtBounds
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Commands")
            T.ScrollBar.vertical: EvScrollBar {}
            delegate: CommandRow {
                x: mirrored ? Theme.medium : 0 // beside the scroll bar
                width: list.width - Theme.medium
                highlighted: ListView.isCurrentItem
                onHoveredChanged: {
                    if (hovered)
                        list.currentIndex = index;
                }
                onClicked: root.run(index)
            }
        }
        Item {
            id: footer
            anchors {
                left: parent.left
                right: parent.right
                bottom: parent.bottom
            }
            height: commands.count === 0 ? 56 : Theme.small
            EvLabel {
                anchors.centerIn: parent
                visible: commands.count === 0
                text: qsTr("No command is called that.")
                muted: true
            }
        }
    }
}
