import QtQuick
import Evencart
import Evencart.Model
import Evencart.Settings

SettingsSection {
    id: section

    required property AppSession session
    readonly property Preferences preferences: session.preferences
    readonly property var languages: session.languages
    readonly property var codes: ["", ...languages.map(language => language.code)]

    title: qsTr("Looks")

    SettingsRow {
        text: qsTr("Theme")
        EvSegments {
            label: qsTr("Theme")
            options: [qsTr("As the system"), qsTr("Light"), qsTr("Dark")]
            current: section.preferences.theme
            onChosen: index => section.preferences.theme = index
        }
    }
    SettingsRow {
        text: qsTr("Density")
        EvSegments {
            label: qsTr("Density")
            options: [qsTr("Comfortable"), qsTr("Compact")]
            current: section.preferences.density
            onChosen: index => section.preferences.density = index
        }
    }
    SettingsRow {
        text: qsTr("Language")
        details: qsTr("Items and names stay as they were typed. The window opens anew.")
        EvComboBox {
            label: qsTr("Language")
            model: [qsTr("As the system"), ...section.languages.map(language => language.name)]
            currentIndex: Math.max(0, section.codes.indexOf(section.preferences.language))
            onActivated: index => section.preferences.language = section.codes[index]
        }
    }
    SettingsRow {
        text: qsTr("Less motion")
        details: qsTr("Nothing slides, fades or glows.")
        EvSwitch {
            Accessible.name: qsTr("Less motion")
            checked: section.preferences.reducedMotion
            onToggled: section.preferences.reducedMotion = checked
        }
    }
}
