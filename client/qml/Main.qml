pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Settings

// The window: sidebar, the open cart, and beside it what is asked for.
T.ApplicationWindow {
    id: root

    required property AppSession session
    readonly property bool narrow: width < 760
    property bool sidebarWanted: false

    width: 1120
    height: 780
    minimumWidth: 380
    minimumHeight: 420
    visible: true
    title: session.cart.name !== "" ? qsTr("%1 — Evencart").arg(session.cart.name) : "Evencart"
    color: Theme.window
    font.family: Theme.family
    font.pixelSize: Theme.bodyText
    LayoutMirroring.enabled: root.session.rightToLeft
    LayoutMirroring.childrenInherit: true

    Binding {
        target: Theme
        property: "dark"
        value: root.session.preferences.theme === Preferences.Dark || root.session.preferences.theme === Preferences.FollowSystem && root.session.systemDark
    }
    Binding {
        target: Theme
        property: "compact"
        value: root.session.preferences.density === Preferences.Compact
    }
    Binding {
        target: Theme
        property: "reducedMotion"
        value: root.session.preferences.reducedMotion
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        visible: root.session.phase === AppSession.Ready

        Sidebar {
            Layout.fillHeight: true
            Layout.preferredWidth: 256
            visible: !root.narrow || root.sidebarWanted
            session: root.session
            onNewCartWanted: newCart.ask("")
            onCartMenuWanted: (id, name, archived) => {
                cartMenu.cartId = id;
                cartMenu.cartName = name;
                cartMenu.archived = archived;
                cartMenu.popup();
            }
            onCartChosen: root.sidebarWanted = false
            onSyncWanted: story.showSync()
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: 0
            RowLayout {
                visible: root.narrow
                Layout.margins: Theme.small
                Layout.bottomMargin: 0
                EvIconButton {
                    iconName: "menu"
                    text: qsTr("Carts")
                    onClicked: root.sidebarWanted = !root.sidebarWanted
                }
            }
            CartPage {
                id: page
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.session.cart.cartId !== ""
                session: root.session
                onWhyWanted: id => story.showWhy(id)
                onHistoryWanted: story.showActivity()
                onListPasted: text => typing.pasteList(text)
                onStapleWanted: id => typing.keepStaple(id)
                onCopyWanted: ids => typing.copyText(ids)
                onMoneyWanted: side.show(qsTr("Budget and bill"), moneyPanel)
                onCartMenuWanted: {
                    cartMenu.cartId = root.session.cart.cartId;
                    cartMenu.cartName = root.session.cart.name;
                    cartMenu.archived = false;
                    cartMenu.popup();
                }
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.session.cart.cartId === ""
                EvEmptyState {
                    anchors.centerIn: parent
                    iconName: "cart"
                    title: qsTr("No cart yet")
                    details: qsTr("Make one for yourself, or join one with an invitation link. You need no account.")
                    actionText: qsTr("New cart")
                    onAction: newCart.ask("")
                }
            }
        }
        SidePanel {
            id: side
            Layout.fillHeight: true
            Layout.preferredWidth: Math.min(360, root.width - 40)
            RemovedPanel {
                id: removedPanel
                anchors.fill: parent
                visible: false
                session: root.session
            }
            MoneyPanel {
                id: moneyPanel
                anchors.fill: parent
                visible: false
                session: root.session
            }
            StoryLayer {
                id: story
                anchors.fill: parent
                session: root.session
                side: side
                banners: page.banners
                looking: root.active
            }
        }
    }
    EvLabel {
        anchors.centerIn: parent
        visible: root.session.phase === AppSession.Opening
        text: qsTr("Opening your carts …")
        muted: true
    }
    ProblemPage {
        anchors.fill: parent
        visible: root.session.phase === AppSession.Failed
        session: root.session
    }
    TypingLayer {
        id: typing
        anchors.fill: parent
        session: root.session
        onTold: sentence => toasts.show(sentence, "", null)
        onFailed: sentence => toasts.showFailure(sentence)
    }
    DueBanner {
        parent: page.banners
        Layout.fillWidth: true
        staples: typing.staples
        onListWanted: typing.showStaples()
    }
    EvToastHost {
        id: toasts
        anchors.fill: parent
        anchors.bottomMargin: Theme.large
    }
    CartMenu {
        id: cartMenu
        session: root.session
        onRenameWanted: (id, name) => renameCart.askFor(id, name)
        onImportWanted: typing.importFile()
        onExportWanted: ending => typing.exportCart(ending)
        onCopyWanted: typing.copyText([])
        onStaplesWanted: typing.showStaples()
        onTemplatesWanted: typing.showTemplates(page.list.selection.length > 1 ? page.list.selection : [])
        onListWanted: typing.pasteList("")
        onMergeWanted: id => mergeDialog.start(id)
        onRemovedWanted: side.show(qsTr("Removed lines"), removedPanel)
        onMoneyWanted: side.show(qsTr("Budget and bill"), moneyPanel)
    }
    MergeDialog {
        id: mergeDialog
        session: root.session
    }
    NameDialog {
        id: newCart
        title: qsTr("New cart")
        label: qsTr("Name, like \"Groceries\"")
        actionText: qsTr("Create")
        onNamed: name => root.session.createCart(name)
    }
    NameDialog {
        id: renameCart
        property string cartId: ""
        function askFor(id: string, name: string): void {
            cartId = id;
            ask(name);
        }
        title: qsTr("Rename the cart")
        actionText: qsTr("Rename")
        onNamed: name => {
            root.session.openCart(cartId);
            root.session.cart.rename(name);
        }
    }
    Connections {
        target: root.session
        function onNotice(text: string, undoable: bool): void {
            toasts.show(text, undoable ? qsTr("Undo") : "", () => root.session.cart.undo());
        }
        function onFailure(sentence: string): void {
            toasts.showFailure(sentence);
        }
    }
    Shortcut {
        sequences: [StandardKey.Undo] // qmllint disable unqualified
        onActivated: root.session.cart.undo()
    }
    Shortcut {
        sequences: [StandardKey.Redo] // qmllint disable unqualified
        onActivated: root.session.cart.redo()
    }
    Shortcut {
        sequences: [StandardKey.Find] // qmllint disable unqualified
        onActivated: page.focusSearch()
    }
    Shortcut {
        sequences: [StandardKey.New] // qmllint disable unqualified
        onActivated: newCart.ask("")
    }
}
