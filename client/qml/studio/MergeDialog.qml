pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// The merge studio: two carts side by side, and what merging them comes to under three rules, before anything is done.
EvDialog {
    id: dialog

    required property AppSession session
    readonly property MergeStudio studio: session.studio

    title: qsTr("Merge two carts")
    subtitle: qsTr("The first stays as it is; what it has goes into the second. Doing it again adds nothing twice.")
    width: Math.min(820, parent ? parent.width - 48 : 820)

    function start(id: string): void {
        fromBox.currentIndex = session.carts.rowOf(id);
        for (let row = 0; row < session.carts.count; ++row) {
            if (row !== fromBox.currentIndex) {
                intoBox.currentIndex = row;
                break;
            }
        }
        compare();
        open();
    }
    function compare(): void {
        studio.compare(session.carts.idAt(fromBox.currentIndex), session.carts.idAt(intoBox.currentIndex));
    }
    Connections {
        target: dialog.studio
        function onMerged(): void {
            dialog.close();
        }
    }

    ColumnLayout {
        width: dialog.availableWidth
        spacing: Theme.medium
        RowLayout {
            spacing: Theme.medium
            EvComboBox {
                id: fromBox
                Layout.fillWidth: true
                label: qsTr("Cart to take from")
                model: dialog.session.carts
                textRole: "name"
                onActivated: dialog.compare()
            }
            EvIcon {
                name: Application.layoutDirection === Qt.RightToLeft ? "chevron-left" : "chevron-right"
                color: Theme.mutedText
            }
            EvComboBox {
                id: intoBox
                Layout.fillWidth: true
                label: qsTr("Cart to merge into")
                model: dialog.session.carts
                textRole: "name"
                onActivated: dialog.compare()
            }
        }
        EvBanner {
            Layout.fillWidth: true
            visible: text !== ""
            tone: dialog.studio.problem !== "" ? EvChip.Tone.Danger : EvChip.Tone.Info
            text: dialog.studio.problem !== "" ? dialog.studio.problem
                : dialog.studio.nothingNew && dialog.studio.count > 0 ? qsTr("The second cart has all of this already: merging changes nothing.")
                : dialog.studio.losses > 0 ? qsTr("\"Last write wins\" would throw away %n number(s).", "", dialog.studio.losses) : ""
        }
        MergeTable {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(380, Math.max(160, wholeHeight))
            studio: dialog.studio
        }
    }
    buttons: [
        EvButton {
            text: qsTr("Cancel")
            onClicked: dialog.close()
        },
        EvButton {
            kind: EvButton.Kind.Primary
            text: qsTr("Merge")
            enabled: !dialog.studio.busy && dialog.studio.count > 0 && !dialog.studio.nothingNew
            onClicked: dialog.studio.merge()
        }
    ]
}
