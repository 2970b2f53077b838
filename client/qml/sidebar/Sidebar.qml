pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model

// The carts with what is left in each, and what concerns them all: a new one, joining one, how the sync stands, settings.
Rectangle {
    id: sidebar

    required property AppSession session
    property bool showArchived: false
    property bool hasArchived: false
    signal newCartWanted
    signal shopWanted
    signal joinWanted
    signal settingsWanted
    signal syncWanted
    signal cartMenuWanted(id: string, name: string, archived: bool)
    signal cartChosen

    color: Theme.sidebar

    function lookForArchived(): void {
        const carts = session.carts; // archived ones are the last
        hasArchived = carts.count > 0 && carts.data(carts.index(carts.count - 1, 0), CartListModel.ArchivedRole) === true;
    }
    Component.onCompleted: lookForArchived()
    Connections {
        target: sidebar.session.carts
        function onDataChanged(): void {
            sidebar.lookForArchived();
        }
        function onRowsMoved(): void {
            sidebar.lookForArchived();
        }
        function onCountChanged(): void {
            sidebar.lookForArchived();
        }
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.small

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.small
            EvIcon {
                name: "cart"
                size: 22
                color: Theme.accent
            }
            EvLabel {
                Layout.fillWidth: true
                text: "Evencart"
                size: Theme.strongText
                strong: true
                Accessible.role: Accessible.Heading
            }
            EvIconButton {
                iconName: "plus"
                text: qsTr("New cart")
                onClicked: sidebar.newCartWanted()
            }
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: 2
            model: sidebar.session.carts
            activeFocusOnTab: true
            keyNavigationEnabled: true
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Carts")
            Keys.onReturnPressed: {
                sidebar.session.openCart(sidebar.session.carts.idAt(currentIndex));
                sidebar.cartChosen();
            }
            delegate: CartEntry {
                width: ListView.view.width
                opened: cartId === sidebar.session.cart.cartId
                shared: sidebar.session.sync.hasServer
                shownAtAll: !archived || sidebar.showArchived
                onChosen: {
                    list.currentIndex = index;
                    sidebar.session.openCart(cartId);
                    sidebar.cartChosen();
                }
                onMenuWanted: sidebar.cartMenuWanted(cartId, name, archived)
            }
        }
        EvButton {
            Layout.fillWidth: true
            visible: sidebar.hasArchived
            kind: EvButton.Kind.Quiet
            iconName: "archive"
            text: sidebar.showArchived ? qsTr("Hide archived carts") : qsTr("Show archived carts")
            onClicked: sidebar.showArchived = !sidebar.showArchived
        }
        EvButton {
            Layout.fillWidth: true
            iconName: "store"
            text: qsTr("Shop")
            onClicked: sidebar.shopWanted()
        }
        EvButton {
            Layout.fillWidth: true
            iconName: "door"
            text: qsTr("Join a cart…")
            onClicked: sidebar.joinWanted()
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.topMargin: Theme.tiny
            implicitHeight: 1
            color: Theme.border
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.tiny
            SyncEntry {
                Layout.fillWidth: true
                sync: sidebar.session.sync
                onClicked: sidebar.syncWanted()
            }
            EvIconButton {
                iconName: "settings"
                text: qsTr("Settings")
                onClicked: sidebar.settingsWanted()
            }
        }
    }
}
