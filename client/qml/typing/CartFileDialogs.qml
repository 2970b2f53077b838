import QtCore
import QtQuick
import QtQuick.Dialogs
import Evencart.Model
import Evencart.Typing

// Asks where a cart goes to or comes from, and says how it went.
Item {
    id: dialogs

    required property AppSession session
    readonly property url documents: StandardPaths.writableLocation(StandardPaths.DocumentsLocation)
    signal fileChosen(file: url)
    signal told(sentence: string)
    signal failed(sentence: string)

    function importFile(): void {
        source.open();
    }
    // ending: "csv", "md", "txt" or "json"
    function exportCart(ending: string): void {
        const filters = {
            "csv": qsTr("Spreadsheet (*.csv)"),
            "md": qsTr("Markdown list (*.md)"),
            "txt": qsTr("Text (*.txt)"),
            "json": qsTr("Everything, as JSON (*.json)")
        };
        target.nameFilters = [filters[ending]];
        target.defaultSuffix = ending;
        target.currentFolder = documents;
        target.currentFile = documents + "/" + encodeURIComponent(files.fileName(ending));
        target.open();
    }
    function copyText(ids: var): void {
        files.copyText(ids);
        told(ids.length > 0 ? qsTr("Copied %n line(s) as text.", "", ids.length) : qsTr("Copied the cart as text."));
    }

    CartFiles {
        id: files
        session: dialogs.session
        onExported: (sentence, incomplete) => dialogs.told(incomplete > 0 ? sentence + " " + qsTr("%n line(s) hold more than this format can; JSON keeps everything.", "", incomplete) : sentence)
        onFailed: sentence => dialogs.failed(sentence)
    }
    FileDialog {
        id: source
        title: qsTr("Add from a file")
        fileMode: FileDialog.OpenFile
        currentFolder: dialogs.documents
        nameFilters: [qsTr("Lists and carts (*.csv *.md *.txt *.json)"), qsTr("All files (*)")]
        onAccepted: dialogs.fileChosen(selectedFile)
    }
    FileDialog {
        id: target
        title: qsTr("Save the cart as a file")
        fileMode: FileDialog.SaveFile
        acceptLabel: qsTr("Save")
        onAccepted: files.exportTo(selectedFile)
    }
}
