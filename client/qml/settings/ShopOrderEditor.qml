pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Settings

// The aisles in the order in which one walks through the shop: dragged, or moved with Alt+Up and Alt+Down.
ColumnLayout {
    id: editor

    required property Preferences preferences
    readonly property var aisles: preferences.shopOrder

    spacing: Theme.tiny

    function move(from: int, to: int): void {
        if (to < 0 || to >= aisles.length || from === to)
            return;
        const order = aisles.slice();
        order.splice(to, 0, order.splice(from, 1)[0]);
        preferences.shopOrder = order;
        list.currentIndex = to;
    }
    function remove(index: int): void {
        const order = aisles.slice();
        order.splice(index, 1);
        preferences.shopOrder = order;
    }
    function add(name: string): void {
        if (name.trim() !== "" && !aisles.includes(name.trim()))
            preferences.shopOrder = aisles.concat([name.trim()]);
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
        model: editor.aisles
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Way through the shop")
        Keys.onPressed: event => {
            const step = event.key === Qt.Key_Up ? -1 : event.key === Qt.Key_Down ? 1 : 0;
            if (event.modifiers & Qt.AltModifier && step !== 0) {
                editor.move(currentIndex, currentIndex + step);
                event.accepted = true;
            } else if (event.key === Qt.Key_Delete && currentIndex >= 0) {
                editor.remove(currentIndex);
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
            onMoved: rows => editor.move(index, Math.max(0, Math.min(editor.aisles.length - 1, index + rows)))
            onRemoved: editor.remove(index)
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
                editor.add(more.text);
                more.text = "";
            }
        }
    }
}
