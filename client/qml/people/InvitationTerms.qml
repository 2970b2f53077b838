pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.People

// What somebody is granted with an invitation: the role, for how long and for how many the link is good.
ColumnLayout {
    id: terms

    required property InviteFlow invite
    readonly property var dayChoices: [1, 7, 30]
    readonly property var useChoices: [1, 2, 5, 20]

    spacing: Theme.tiny

    Repeater {
        model: [
            {
                role: InviteFlow.Editor,
                name: qsTr("Editor"),
                details: qsTr("Can add, tick and change everything. The usual choice.")
            },
            {
                role: InviteFlow.Viewer,
                name: qsTr("Viewer"),
                details: qsTr("Can see everything and follow along, but change nothing.")
            },
            {
                role: InviteFlow.Owner,
                name: qsTr("Owner"),
                details: qsTr("Can do what you can, and invite others.")
            }
        ]
        EvRadioButton {
            required property var modelData
            Layout.fillWidth: true
            text: modelData.name
            details: modelData.details
            checked: terms.invite.role === modelData.role
            onClicked: terms.invite.role = modelData.role
        }
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.topMargin: Theme.small
        columns: 2
        columnSpacing: Theme.medium
        rowSpacing: Theme.tiny
        EvLabel {
            text: qsTr("Good for")
            size: Theme.smallText
            muted: true
        }
        EvLabel {
            text: qsTr("How long")
            size: Theme.smallText
            muted: true
        }
        EvComboBox {
            Layout.fillWidth: true
            label: qsTr("Good for")
            model: terms.useChoices.map(n => qsTr("%n person(s)", "", n))
            currentIndex: Math.max(0, terms.useChoices.indexOf(terms.invite.uses))
            onActivated: index => terms.invite.uses = terms.useChoices[index]
        }
        EvComboBox {
            Layout.fillWidth: true
            label: qsTr("How long")
            model: terms.dayChoices.map(n => qsTr("%n day(s)", "", n))
            currentIndex: Math.max(0, terms.dayChoices.indexOf(terms.invite.days))
            onActivated: index => terms.invite.days = terms.dayChoices[index]
        }
    }
}
