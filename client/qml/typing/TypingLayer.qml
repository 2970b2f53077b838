import QtQuick
import Evencart
import Evencart.Model
import Evencart.Typing

// Over the window: everything that brings items in or takes them out beside the quick-add field. Other parts call its
// functions; drops land here.
Item {
    id: layer

    required property AppSession session
    readonly property Staples staples: typing.staples
    signal told(sentence: string)
    signal failed(sentence: string)

    function pasteList(text: string): void {
        sheet.openText(text);
    }
    function importFile(): void {
        files.importFile();
    }
    function exportCart(ending: string): void {
        files.exportCart(ending);
    }
    function copyText(ids: var): void {
        files.copyText(ids);
    }
    function showStaples(): void {
        staplesDialog.open();
    }
    // A line of the open cart; how often it is usual is set in the dialog.
    function keepStaple(id: string): void {
        const problem = typing.staples.keepLine(id, 7);
        if (problem !== "")
            layer.failed(problem);
        else
            staplesDialog.open();
    }
    function showTemplates(ids: var): void {
        templatesDialog.show(ids);
    }

    Typing {
        id: typing
        session: layer.session
    }
    EvDropArea {
        anchors.fill: parent
        enabled: layer.session.cart.cartId !== "" && !layer.session.cart.readOnly
        onTextDropped: text => sheet.openText(text)
        onFileDropped: file => sheet.openFile(file)
    }
    PasteSheet {
        id: sheet
        session: layer.session
    }
    CartFileDialogs {
        id: files
        session: layer.session
        onFileChosen: file => sheet.openFile(file)
        onTold: sentence => layer.told(sentence)
        onFailed: sentence => layer.failed(sentence)
    }
    StaplesDialog {
        id: staplesDialog
        staples: typing.staples
        readOnly: layer.session.cart.readOnly
    }
    TemplatesDialog {
        id: templatesDialog
        templates: typing.templates
        cartName: layer.session.cart.name
        onChosen: (name, text) => sheet.openTemplate(name, text)
    }
}
