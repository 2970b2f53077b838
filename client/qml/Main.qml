pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Desktop
import Evencart.Model
import Evencart.People
import Evencart.Settings

// The window: sidebar, the open cart, and beside it what is asked for.
T.ApplicationWindow {
    id: root

    required property AppSession session
    required property Desktop desktop
    readonly property bool narrow: width < 760
    property bool sidebarWanted: false

    width: 1120
    height: 780
    minimumWidth: 380
    minimumHeight: 420
    title: session.cart.name !== "" ? qsTr("%1 — Evencart").arg(session.cart.name) : "Evencart"
    color: Theme.window
    font.family: Theme.family
    font.pixelSize: Theme.bodyText
    LayoutMirroring.enabled: Application.layoutDirection === Qt.RightToLeft
    LayoutMirroring.childrenInherit: true

    Component.onCompleted: {
        shell.restore();
        visible = true;
    }
    onClosing: close => close.accepted = shell.mayClose()

    function showPage(name: string): void {
        if (name === "shop")
            shop.showGoods();
        else if (name === "orders")
            shop.showOrders();
        else if (name === "order")
            shop.order();
        else if (name === "find")
            shop.shown ? shop.focusSearch() : page.focusSearch();
        else
            showCartPage(name);
    }
    function showCartPage(name: string): void {
        if (name === "add" || name === "rename" || name === "shopping")
            shop.close();
        if (name === "add")
            page.focusQuickAdd();
        else if (name === "rename")
            page.editCurrent();
        else if (name === "new-cart")
            newCart.ask("");
        else if (name === "import")
            typing.importFile();
        else if (name === "export")
            typing.exportCart("txt");
        else if (name === "list")
            typing.pasteList("");
        else if (name === "staples")
            typing.showStaples();
        else if (name === "templates")
            typing.showTemplates(page.list.selection);
        else if (name === "removed")
            side.show(qsTr("Removed lines"), removedPanel);
        else if (name === "money")
            side.show(qsTr("Budget and bill"), moneyPanel);
        else if (name === "join")
            joinDialog.open();
        else if (name === "share")
            inviteDialog.open();
        else if (name === "members")
            side.show(qsTr("Members"), membersPanel);
        else if (name === "history")
            story.showActivity();
        else if (name === "merge")
            mergeDialog.start(session.cart.cartId);
        else if (name === "sync")
            story.showSync();
        else if (name === "settings")
            settings.openPage();
        else if (name === "laboratory")
            root.openLaboratory();
        else if (name === "shopping")
            page.goShopping(!page.shopping);
    }
    function showReceipt(key: string): void {
        shop.showReceipt(key);
    }
    readonly property LabPage laboratory: laboratoryLoader.item as LabPage
    function openLaboratory(): void {
        laboratoryLoader.active = true;
        laboratory?.openPage();
    }
    function showWhy(id: string): void {
        story.showWhy(id);
    }

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
        visible: root.session.phase === AppSession.Ready && !settings.visible && !(root.laboratory?.visible ?? false) // under a page that covers it nothing takes the keys

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
            onCartChosen: {
                root.sidebarWanted = false;
                shop.close();
            }
            onShopWanted: {
                root.sidebarWanted = false;
                shop.showGoods();
            }
            onJoinWanted: joinDialog.open()
            onSettingsWanted: settings.openPage()
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
                visible: root.session.cart.cartId !== "" && !shop.shown
                session: root.session
                members: members
                stock: shop.shop.stock
                stockAge: shop.shop.age
                onInviteWanted: inviteDialog.open()
                header.beside: PresenceRow {
                    members: members
                    onClicked: side.show(qsTr("Members"), membersPanel)
                }
                onWhyWanted: id => story.showWhy(id)
                onHistoryWanted: story.showActivity()
                onListPasted: text => typing.pasteList(text)
                onStapleWanted: id => typing.keepStaple(id)
                onReserveWanted: id => shop.shop.reservations.reserve(id)
                onReleaseWanted: id => shop.shop.reservations.release(id)
                onFreshWanted: id => shop.shop.refreshFor(id)
                onCopyWanted: ids => typing.copyText(ids)
                onMoneyWanted: side.show(qsTr("Budget and bill"), moneyPanel)
                onCartMenuWanted: {
                    cartMenu.cartId = root.session.cart.cartId;
                    cartMenu.cartName = root.session.cart.name;
                    cartMenu.archived = false;
                    cartMenu.popup();
                }
            }
            ShopLayer {
                id: shop
                Layout.fillWidth: true
                Layout.fillHeight: true
                session: root.session
                banners: page.banners
                onCartWanted: page.focusList()
                onServerWanted: settings.openServer()
                onTold: (sentence, action, what) => toasts.show(sentence, action, what)
                onFailed: sentence => toasts.showFailure(sentence)
            }
            Item {
                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.session.cart.cartId === "" && !shop.shown
                EvEmptyState {
                    anchors.centerIn: parent
                    iconName: "cart"
                    title: qsTr("No cart yet")
                    details: qsTr("Make one for yourself, or join one with an invitation link. You need no account.")
                    actionText: qsTr("New cart")
                    secondText: qsTr("Join a cart…")
                    onAction: newCart.ask("")
                    onSecond: joinDialog.open()
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
            MembersPanel {
                id: membersPanel
                anchors.fill: parent
                visible: false
                session: root.session
                members: members
                onInviteWanted: inviteDialog.open()
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
    SettingsPage {
        id: settings
        anchors.fill: parent
        session: root.session
        server: server
        onTold: words => toasts.show(words, "", null)
        onFailed: words => toasts.showFailure(words)
        onExportWanted: typing.exportAll()
        onImportWanted: {
            settings.close();
            typing.importFile();
        }
    }
    Loader {
        id: laboratoryLoader
        anchors.fill: parent
        active: false // most people never open it
        source: "lab/LabPage.qml"
    }
    Connections {
        target: root.laboratory
        function onTold(words: string): void {
            toasts.show(words, "", null);
        }
        function onFailed(words: string): void {
            toasts.showFailure(words);
        }
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
    MembersModel {
        id: members
        session: root.session
        onTold: sentence => toasts.show(sentence, "", null)
        onFailed: sentence => toasts.showFailure(sentence)
    }
    ServerSettings {
        id: server
        session: root.session
    }
    InviteDialog {
        id: inviteDialog
        session: root.session
        onServerWanted: settings.openServer()
        onCopied: words => toasts.show(words, "", null)
    }
    JoinDialog {
        id: joinDialog
        session: root.session
        onJoined: toasts.show(qsTr("You are in %1.").arg(root.session.cart.name), "", null)
        onBecameAdministrator: toasts.show(qsTr("You look after this server's shop. On the command line: evencartctl shop"), "", null)
    }
    ServerAlarm {
        server: server
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
        onOrderWanted: shop.order()
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
            toasts.undoes = undoable ? root.session.cart.undoText : "";
        }
        function onFailure(sentence: string): void {
            toasts.showFailure(sentence);
        }
    }
    // What the toast offers to undo is the last action no longer: undo would take back another one.
    Connections {
        target: root.session.cart
        function onHeadChanged(): void {
            if (toasts.undoes !== "" && toasts.undoes !== root.session.cart.undoText)
                toasts.dropAction();
        }
    }
    Actions {
        id: actions
        session: root.session
        selected: page.list.chosen
        onPageWanted: page => root.showPage(page)
    }
    DesktopShell {
        id: shell
        session: root.session
        desktop: root.desktop
        window: root
        actions: actions
        onNotice: text => toasts.show(text, "", () => {})
    }
    Connections {
        target: root.desktop
        function onNewCartWanted(): void {
            root.showPage("new-cart");
        }
        function onJoinWanted(link: string): void {
            link === "" ? joinDialog.open() : joinDialog.openLink(link);
        }
        function onFilesOffered(files: list<url>): void {
            if (files.length > 0)
                typing.openFile(files[0]);
        }
    }
}
