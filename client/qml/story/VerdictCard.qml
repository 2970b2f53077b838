pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// One reason why a line is as it is: two lines of words, what can be done, and the details on request.
Rectangle {
    id: card

    required property int index
    required property string sentence
    required property string rule
    required property var parties
    required property var actions
    required property bool attention
    required property bool asksAmount
    required property string icon
    property bool expanded: false
    property string amountProblem: ""
    signal acted(action: int)
    signal amountTyped(amount: string)

    implicitHeight: content.implicitHeight + 2 * Theme.medium
    radius: Theme.radius
    color: attention ? Theme.warningSoft : Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: sentence

    ColumnLayout {
        id: content
        x: Theme.medium
        y: Theme.medium
        width: parent.width - 2 * Theme.medium
        spacing: Theme.small

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvIcon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 1
                name: card.icon
                color: card.attention ? Theme.warning : Theme.mutedText
            }
            EvLabel {
                Layout.fillWidth: true
                text: card.sentence
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
        RowLayout {
            visible: card.asksAmount
            spacing: Theme.small
            EvTextField {
                id: amount
                Layout.fillWidth: true
                label: qsTr("The right number")
                placeholderText: qsTr("How many?")
                problem: card.amountProblem
                onAccepted: card.amountTyped(text)
            }
            EvButton {
                kind: EvButton.Kind.Primary
                text: qsTr("Set")
                enabled: amount.text.trim() !== ""
                onClicked: card.amountTyped(amount.text)
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: card.amountProblem !== ""
            text: card.amountProblem
            color: Theme.danger
            size: Theme.smallText
            wrapMode: Text.Wrap
        }
        Flow {
            Layout.fillWidth: true
            spacing: Theme.small
            Repeater {
                model: card.actions
                EvButton {
                    required property int index
                    required property string modelData
                    text: modelData
                    width: Math.min(implicitWidth, content.width)
                    onClicked: card.acted(index)
                }
            }
            EvButton {
                kind: EvButton.Kind.Quiet
                text: card.expanded ? qsTr("Hide details") : qsTr("Details")
                iconName: card.expanded ? "chevron-up" : "chevron-down"
                Accessible.description: card.rule
                onClicked: card.expanded = !card.expanded
            }
        }
        ColumnLayout {
            visible: card.expanded
            Layout.fillWidth: true
            spacing: Theme.small
            EvLabel {
                Layout.fillWidth: true
                text: card.rule
                size: Theme.smallText
                muted: true
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
            Repeater {
                model: card.expanded ? card.parties : []
                RowLayout {
                    id: party
                    required property var modelData
                    Layout.fillWidth: true
                    spacing: Theme.small
                    EvAvatar {
                        name: party.modelData.name
                        initials: party.modelData.initials
                        colour: party.modelData.colour
                        size: 20
                    }
                    EvLabel {
                        Layout.fillWidth: true
                        text: party.modelData.value !== "" ? qsTr("%1: %2", "who, what").arg(party.modelData.name).arg(party.modelData.value) : party.modelData.name
                        size: Theme.smallText
                    }
                    EvLabel {
                        text: party.modelData.time
                        size: Theme.smallText
                        muted: true
                    }
                }
            }
        }
    }
}
