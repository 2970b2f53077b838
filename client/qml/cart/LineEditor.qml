pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// Name, note, category and price of one line. While it is open the row is held: what others change meanwhile is said here and
// taken in when it closes. Writes only what was changed.
EvDialog {
    id: editor

    required property OpenCart cart
    property string lineId: ""
    property var was: ({})
    property string meanwhile: ""

    title: qsTr("Edit %1").arg(was.name ?? "")
    width: Math.min(460, parent ? parent.width - 32 : 460)

    function edit(id: string, values: var): void {
        lineId = id;
        was = values;
        name.text = values.name;
        note.text = values.note;
        category.text = values.category;
        price.text = values.price;
        price.problem = "";
        cart.lines.hold(id);
        open();
        name.forceActiveFocus();
        name.selectAll();
    }
    function save(): void {
        price.problem = price.text !== was.price ? cart.setPrice(lineId, price.text) : "";
        if (price.problem !== "")
            return;
        if (name.text.trim() !== was.name)
            cart.rename(lineId, name.text);
        if (note.text.trim() !== was.note)
            cart.setNote(lineId, note.text);
        if (category.text.trim() !== was.category)
            cart.setCategory([lineId], category.text);
        close();
    }
    onClosed: cart.lines.release()

    ColumnLayout {
        width: editor.availableWidth
        spacing: Theme.medium
        EvBanner {
            Layout.fillWidth: true
            visible: editor.meanwhile !== ""
            text: editor.meanwhile
            tone: EvChip.Tone.Warning
        }
        EvField {
            id: name
            Layout.fillWidth: true
            label: qsTr("Name")
            onAccepted: editor.save()
        }
        EvField {
            id: note
            Layout.fillWidth: true
            label: qsTr("Note")
            placeholder: qsTr("brand, size, where to find it …")
            onAccepted: editor.save()
        }
        RowLayout {
            spacing: Theme.medium
            EvField {
                id: category
                Layout.fillWidth: true
                label: qsTr("Category")
                placeholder: qsTr("aisle")
                onAccepted: editor.save()
            }
            EvField {
                id: price
                Layout.preferredWidth: 150
                label: editor.was.priceUnit === "kg" ? qsTr("Price of a kilogram") : editor.was.priceUnit === "l" ? qsTr("Price of a litre") : qsTr("Price of one")
                placeholder: qsTr("none")
                onAccepted: editor.save()
            }
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.tiny
            visible: editor.cart.categories.length > 0
            Repeater {
                model: editor.cart.categories
                EvChip {
                    required property string modelData
                    text: modelData
                    checked: modelData === category.text
                    onClicked: category.text = modelData
                }
            }
        }
    }
    buttons: [
        EvButton {
            text: qsTr("Cancel")
            onClicked: editor.close()
        },
        EvButton {
            kind: EvButton.Kind.Primary
            text: qsTr("Save")
            enabled: name.text.trim() !== ""
            onClicked: editor.save()
        }
    ]
}
