import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// My name, and the colour in which everybody sees me.
SettingsSection {
    id: section

    required property AppSession session

    title: qsTr("You")

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.large
        EvAvatar {
            name: section.session.memberName
            initials: section.session.memberInitials
            colour: section.session.memberColour
            size: 52
        }
        EvField {
            id: name
            Layout.fillWidth: true
            label: qsTr("Your name, as the others see it")
            text: section.session.memberName
            onAccepted: save.clicked()
        }
        EvButton {
            id: save
            Layout.alignment: Qt.AlignBottom
            text: qsTr("Save")
            enabled: name.text.trim() !== "" && name.text.trim() !== section.session.memberName
            onClicked: section.session.setMemberName(name.text)
        }
    }
    EvLabel {
        Layout.fillWidth: true
        text: qsTr("Your colour comes with you: everybody sees you in the same one.")
        size: Theme.smallText
        muted: true
        wrapMode: Text.WordWrap
    }
}
