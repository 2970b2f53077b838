import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.People

// Where the keys are that say who I am.
SettingsSection {
    id: section

    required property AppSession session
    // The keychain may ask its user for a password, so it is asked when somebody looks.
    required property bool looking
    signal told(words: string)
    signal failed(words: string)

    onLookingChanged: askKeychain()
    Component.onCompleted: askKeychain()
    function askKeychain() {
        if (looking)
            keys.refresh();
    }

    title: qsTr("Keys")
    details: qsTr("They are who you are: whoever has them can edit your carts in your name.")

    KeySettings {
        id: keys
        session: section.session
        onMoved: section.told(keys.inKeychain ? qsTr("The keys are in the keychain now.") : qsTr("The keys are in the file now."))
        onFailed: words => section.failed(words)
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.medium
        EvIcon {
            Layout.alignment: Qt.AlignTop
            name: keys.inKeychain ? "key" : "note"
            color: Theme.mutedText
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: keys.place
                wrapMode: Text.WrapAnywhere
            }
            EvLabel {
                Layout.fillWidth: true
                text: keys.why
                size: Theme.smallText
                muted: true
                wrapMode: Text.WordWrap
            }
        }
    }
    Row {
        spacing: Theme.small
        EvButton {
            visible: !keys.inKeychain
            enabled: keys.keychainReady && !keys.busy
            iconName: "key"
            text: qsTr("Move to the keychain")
            onClicked: keys.moveToKeychain()
        }
        EvButton {
            visible: keys.inKeychain
            enabled: !keys.busy
            text: qsTr("Keep them in a file")
            onClicked: keys.moveToFile()
        }
        EvButton {
            visible: !keys.inKeychain && !keys.keychainReady
            enabled: !keys.busy
            kind: EvButton.Kind.Quiet
            text: qsTr("Look again")
            onClicked: keys.refresh()
        }
    }
}
