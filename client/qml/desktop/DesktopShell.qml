pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Window
import Evencart
import Evencart.Desktop
import Evencart.Model

// What makes a window a program of the desktop: it comes back where it was, may live on in the tray, prints, and has its
// palette and its sheet of shortcuts. The window calls restore() before it shows itself.
Item {
    id: root

    required property AppSession session
    required property Desktop desktop
    required property Window window
    required property Actions actions

    signal notice(string text)

    function restore() {
        memory.restore();
    }
    // The window was asked to close. False: it hides instead and the program goes on.
    function mayClose(): bool {
        memory.save();
        if (!root.session.preferences.closeToTray || !root.desktop.hasTray)
            return true;
        root.window.hide();
        return false;
    }

    WindowMemory {
        id: memory
        window: root.window
        preferences: root.session.preferences
    }
    CartPrinter {
        id: printer
        session: root.session
        onFailed: sentence => root.session.failure(sentence)
        onSaved: file => root.notice(qsTr("Saved as %1").arg(file))
    }
    Connections {
        target: root.actions
        function onPageWanted(page: string) {
            if (page === "palette")
                palette.show();
            else if (page === "shortcuts")
                sheet.open();
            else if (page === "print")
                printer.printCart(false);
            else if (page === "pdf")
                pdfDialog.open();
        }
        function onQuitWanted() {
            memory.save();
            Qt.exit(0); // quit() would ask the window, which may only hide
        }
    }
    Connections {
        target: root.desktop
        // A window that hides in a tray which goes away would be lost.
        function onHasTrayChanged() {
            if (!root.desktop.hasTray)
                root.window.show();
        }
    }
    CommandPalette {
        id: palette
        actions: root.actions.all
    }
    ShortcutSheet {
        id: sheet
        actions: root.actions.all
    }
    FileDialog {
        id: pdfDialog
        title: qsTr("Save as PDF")
        fileMode: FileDialog.SaveFile
        defaultSuffix: "pdf"
        nameFilters: [qsTr("PDF files (*.pdf)")]
        onAccepted: printer.save(selectedFile, true)
    }
    Connections {
        target: tray.item
        ignoreUnknownSignals: true
        function onWindowWanted(): void {
            root.desktop.windowWanted("");
        }
        function onQuitWanted(): void {
            root.actions.quitWanted();
        }
    }
    Loader {
        id: tray
        // Its plugin is loaded only where there is a tray to show it in.
        active: root.session.preferences.closeToTray && root.desktop.hasTray
        Component.onCompleted: setSource("TrayIcon.qml", {
            "session": root.session
        })
    }
}
