import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.People

SettingsSection {
    id: section

    required property AppFacts facts

    title: qsTr("About")

    EvLabel {
        text: qsTr("Evencart %1").arg(section.facts.version)
        strong: true
    }
    EvLabel {
        Layout.fillWidth: true
        text: qsTr("A shopping cart that several people edit and that never makes anybody wait. Free software under the licence %1.").arg("Apache 2.0")
        wrapMode: Text.WordWrap
        muted: true
    }
    EvLabel {
        text: qsTr("Made with Qt %1.").arg(section.facts.qtVersion)
        muted: true
        size: Theme.smallText
    }
}
