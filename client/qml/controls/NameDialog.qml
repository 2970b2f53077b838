import QtQuick
import Evencart

// Asks for one name.
EvDialog {
    id: dialog

    property string label: qsTr("Name")
    property string actionText: qsTr("OK")
    property bool emptyAllowed: false
    signal named(name: string)

    function ask(text: string): void {
        field.text = text;
        open();
    }
    onOpened: {
        field.forceActiveFocus();
        field.selectAll();
    }
    function finish(): void {
        if (field.text.trim() === "" && !emptyAllowed)
            return;
        close();
        named(field.text.trim());
    }

    EvField {
        id: field
        width: dialog.availableWidth
        label: dialog.label
        onAccepted: dialog.finish()
    }
    buttons: [
        EvButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        EvButton {
            kind: EvButton.Kind.Primary
            text: dialog.actionText
            enabled: field.text.trim() !== "" || dialog.emptyAllowed
            onClicked: dialog.finish()
        }
    ]
}
