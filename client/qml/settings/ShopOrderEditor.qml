pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Settings

// The aisles in the order in which one walks through the shop: dragged, or moved with Alt+Up and Alt+Down.
ColumnLayout {
    id: editor

    required property Preferences preferences

    spacing: Theme.tiny

    function move(from: int, to: int): void {
        if (preferences.moveAisle(from, to))
            list.currentIndex = to;
    }

    EvLabel {
        text: qsTr("Way through the shop")
    }
    EvLabel {
        Layout.fillWidth: true
        text: qsTr("Carts grouped by aisle follow this order. Drag an aisle, or move it with Alt and the arrow keys.")
        size: Theme.smallText
        muted: true
        wrapMode: Text.WordWrap
    }
    ListView {
        id: list
        Layout.fillWidth: true
        implicitHeight: contentHeight
        interactive: false
        activeFocusOnTab: true
        keyNavigationEnabled: true
        model: editor.preferences.shopOrder
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Way through the shop")
        Keys.onPressed: event => {
            const step = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
            if (event.modifiers & Qt.AltModifier && step !== 0) {
                editor.move(currentIndex, currentIndex + step);
                event.accepted = true;
            } else if (event.key === Qt.Key_Delete && currentIndex >= 0) {
                editor.preferences.removeAisle(currentIndex);
                event.accepted = true;
            }
        }
        delegate: AisleEntry {
            width: ListView.view.width
            current: list.activeFocus && ListView.isCurrentItem
            onChosen: {
                list.currentIndex = index;
                list.forceActiveFocus();
            }
            onMoved: rows => editor.move(index, Math.max(0, Math.min(list.count - 1, index + rows)))
            onRemoved: editor.preferences.removeAisle(index)
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small
        EvTextField {
            id: more
            Layout.fillWidth: true
            placeholderText: qsTr("Another aisle")
            onAccepted: addButton.clicked()
        }
        EvButton {
            id: addButton
            iconName: "plus"
            text: qsTr("Add")
            enabled: more.text.trim() !== ""
            onClicked: {
                editor.preferences.addAisle(more.text);
                more.text = "";
            }
        }
    }
}
