import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.People

// Where everything is, and how it gets out and in.
SettingsSection {
    id: section

    required property AppFacts facts
    signal exportWanted
    signal importWanted
    signal told(words: string)

    title: qsTr("Data")
    details: qsTr("Everything is on this device, in one folder. A copy of it is a backup.")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small
        EvTextField {
            Layout.fillWidth: true
            label: qsTr("Folder of your data")
            text: section.facts.session.directory
            readOnly: true
        }
        EvButton {
            iconName: "folder"
            text: qsTr("Open folder")
            onClicked: section.facts.openDirectory()
        }
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.small
        EvButton {
            iconName: "download"
            text: qsTr("Export all carts…")
            onClicked: section.exportWanted()
        }
        EvButton {
            iconName: "upload"
            text: qsTr("Import into %1…").arg(section.facts.session.cart.name)
            enabled: section.facts.session.cart.cartId !== "" && !section.facts.session.cart.readOnly
            onClicked: section.importWanted()
        }
        EvButton {
            iconName: "copy"
            text: qsTr("Copy diagnostics")
            onClicked: {
                section.facts.copyDiagnostics();
                section.told(qsTr("The diagnostics are copied. They hold no names, items or addresses."));
            }
        }
    }
}
