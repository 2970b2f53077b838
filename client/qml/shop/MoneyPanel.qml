pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// The budget of this cart, and the bill split by who wanted what.
Flickable {
    id: panel

    required property AppSession session
    readonly property CartMoney money: session.money

    clip: true
    contentHeight: content.implicitHeight + Theme.large
    boundsBehavior: Flickable.StopAtBounds

    EvFocusFollower {
        page: panel
    }
    ColumnLayout {
        id: content
        width: panel.width
        spacing: Theme.medium

        EvField {
            id: budget
            Layout.fillWidth: true
            label: qsTr("Budget for this cart (only on this device)")
            placeholder: qsTr("none")
            text: panel.money.budget
            onAccepted: problem = panel.money.setBudget(text)
        }
        EvBanner {
            Layout.fillWidth: true
            visible: panel.money.budgetText !== ""
            tone: panel.money.overBudget ? EvChip.Tone.Warning : EvChip.Tone.Accent
            iconName: panel.money.overBudget ? "warning" : "wallet"
            text: panel.money.budgetText
        }
        EvLabel {
            Layout.fillWidth: true
            Layout.topMargin: Theme.small
            text: qsTr("Who owes what")
            size: Theme.strongText
            strong: true
            Accessible.role: Accessible.Heading
        }
        EvLabel {
            Layout.fillWidth: true
            text: panel.money.bills.length === 0 ? qsTr("Nothing with a price is bought yet. When it is, each pays for what he or she wanted, and whoever bought gets it back.") : qsTr("Of what is bought so far: each pays for what he or she wanted, and whoever bought gets it back.")
            muted: true
            wrapMode: Text.WordWrap
        }
        Repeater {
            model: panel.money.bills
            ColumnLayout {
                id: bill
                required property var modelData
                Layout.fillWidth: true
                spacing: Theme.small
                EvLabel {
                    text: qsTr("%1 in all").arg(bill.modelData.total)
                    strong: true
                }
                Repeater {
                    model: bill.modelData.debts
                    RowLayout {
                        id: debt
                        required property var modelData
                        Layout.fillWidth: true
                        spacing: Theme.small
                        EvAvatar {
                            name: debt.modelData.name
                            initials: debt.modelData.initials
                            colour: debt.modelData.colour
                        }
                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0
                            EvLabel {
                                Layout.fillWidth: true
                                text: debt.modelData.name
                            }
                            EvLabel {
                                Layout.fillWidth: true
                                text: qsTr("wanted %1, paid %2").arg(debt.modelData.wanted).arg(debt.modelData.paid)
                                wrapMode: Text.Wrap
                                size: Theme.smallText
                                muted: true
                            }
                        }
                        EvLabel {
                            text: debt.modelData.even ? qsTr("even") : debt.modelData.owes ? qsTr("owes %1").arg(debt.modelData.balance) : qsTr("gets %1").arg(debt.modelData.balance)
                            font.weight: Font.Medium
                            color: debt.modelData.owes && !debt.modelData.even ? Theme.danger : Theme.accent
                        }
                    }
                }
                Repeater {
                    model: bill.modelData.payments
                    EvLabel {
                        required property string modelData
                        Layout.fillWidth: true
                        text: modelData
                        muted: true
                    }
                }
            }
        }
    }
}
