import QtQuick
import Evencart
import Evencart.Model
import Evencart.Typing

// Where people type what they need. Enter adds and stays; what is typed, how it is understood and what was bought before
// show in a panel below.
FocusScope {
    id: quick

    required property AppSession session
    property bool dismissed: false // Esc: until the next change
    property bool insisted: false // Enter on something that cannot be read
    readonly property bool panelWanted: field.activeFocus && !dismissed && (typed.text.trim() !== "" || suggestions.count > 0)
    signal listPasted(text: string) // several lines: to be looked at first

    implicitHeight: field.implicitHeight

    function show(text: string): void {
        field.text = text;
        field.forceActiveFocus();
    }
    function add(): void {
        if (panel.currentIndex >= 0)
            typed.text = suggestions.fillText(panel.currentIndex);
        insisted = !typed.add() && typed.text.trim() !== "";
        panel.currentIndex = -1;
        suggestions.offerUnasked = false;
    }
    function fill(row: int): void {
        const text = suggestions.fillText(row);
        if (text === "")
            return;
        typed.text = text + " ";
        field.cursorPosition = field.length;
        field.forceActiveFocus();
        dismissed = false;
    }
    function step(by: int): void {
        dismissed = false;
        suggestions.offerUnasked = true;
        const rows = suggestions.count;
        // -1 is the text itself, above the first suggestion.
        panel.currentIndex = rows === 0 ? -1 : (panel.currentIndex + 1 + by + rows + 1) % (rows + 1) - 1;
    }
    function handle(event: var): bool {
        switch (event.key) {
        case Qt.Key_Return:
        case Qt.Key_Enter:
            add();
            return true;
        case Qt.Key_Down:
            step(1);
            return true;
        case Qt.Key_Up:
            if (panelWanted)
                step(-1);
            return panelWanted;
        case Qt.Key_Tab:
            if (!panelWanted || suggestions.count === 0 || event.modifiers !== Qt.NoModifier)
                return false;
            fill(Math.max(0, panel.currentIndex));
            return true;
        case Qt.Key_Escape:
            if (!panelWanted)
                return false;
            dismissed = true;
            suggestions.offerUnasked = false;
            return true;
        case Qt.Key_Backspace:
            return event.modifiers === Qt.NoModifier && field.selectedText === "" && typed.unrecogniseBefore(field.cursorPosition);
        }
        // Where there is nothing typed to take back it is the last action on the cart.
        if (event.matches(StandardKey.Undo) && !field.canUndo) {
            session.cart.undo();
            return true;
        }
        if (event.matches(StandardKey.Redo) && !field.canRedo) {
            session.cart.redo();
            return true;
        }
        return event.matches(StandardKey.Paste) && pasteList();
    }
    function pasteList(): bool {
        const pasted = files.clipboardText();
        if (pasted.trim().indexOf("\n") < 0)
            return false;
        listPasted(pasted);
        return true;
    }

    QuickAdd {
        id: typed
        session: quick.session
        onChanged: {
            if (field.text !== text)
                field.text = text;
        }
    }
    Suggestions {
        id: suggestions
        field: typed
        onModelReset: panel.currentIndex = -1
    }
    CartFiles {
        id: files
        session: quick.session
    }
    EvTextField {
        id: field
        width: parent.width
        focus: true
        implicitHeight: 44
        leftPadding: 40
        rightPadding: 40
        font.pixelSize: Theme.strongText
        placeholderText: qsTr("Add something: 2x milk, 500 g flour, 1/2 l cream …")
        label: qsTr("Add an item")
        problem: quick.insisted ? typed.problem : ""
        Accessible.description: typed.problem !== "" ? typed.problem : typed.hint
        onTextChanged: {
            typed.text = text;
            quick.dismissed = false;
            quick.insisted = false;
            if (text !== "")
                suggestions.offerUnasked = false;
            remember.restart();
        }
        Keys.onPressed: event => event.accepted = quick.handle(event)

        EvIcon {
            x: field.LayoutMirroring.enabled ? field.width - width - Theme.medium : Theme.medium
            anchors.verticalCenter: parent.verticalCenter
            name: "plus"
            color: Theme.accent
        }
        EvIconButton {
            x: field.LayoutMirroring.enabled ? Theme.tiny : field.width - width - Theme.tiny
            anchors.verticalCenter: parent.verticalCenter
            visible: field.text !== ""
            focusPolicy: Qt.NoFocus
            iconName: "close"
            text: qsTr("Empty the field")
            onClicked: field.clear()
        }
    }
    QuickAddPanel {
        id: panel
        y: field.height + Theme.tiny
        width: quick.width
        visible: quick.panelWanted
        typed: typed
        suggestions: suggestions
        insisted: quick.insisted
        onChosen: row => {
            currentIndex = row;
            quick.add();
        }
        onFilled: row => quick.fill(row)
    }
    // Half-typed text is there again after a restart.
    Timer {
        id: remember
        interval: 800
        onTriggered: quick.session.preferences.remember("typed", field.text)
    }
    Component.onCompleted: field.text = String(session.preferences.remembered("typed", ""))
}
