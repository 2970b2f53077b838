pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Story

// "Why is it like this?" for one line: what decided, who has it, and all that happened to it. Content of the side panel.
Flickable {
    id: why

    required property AppSession session
    required property string lineId

    clip: true
    contentHeight: content.implicitHeight + Theme.large
    boundsBehavior: Flickable.StopAtBounds
    T.ScrollBar.vertical: EvScrollBar {}
    EvFocusFollower {
        page: why
    }

    LineStoryModel {
        id: story
        session: why.session
        lineId: why.lineId
    }
    ActivityModel {
        id: activity
        session: why.session
        lineId: why.lineId
        active: why.visible
    }
    ColumnLayout {
        id: content
        width: why.width - Theme.small
        spacing: Theme.medium

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvLabel {
                Layout.fillWidth: true
                text: story.name
                size: Theme.titleText
                strong: true
                wrapMode: Text.Wrap
                font.strikeout: !story.present
                Accessible.role: Accessible.Heading
            }
            EvLabel {
                visible: story.present
                text: story.amount
                size: Theme.strongText
                muted: true
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: text !== ""
            text: story.problem
            muted: true
            wrapMode: Text.Wrap
        }
        Repeater {
            model: story
            VerdictCard {
                id: card
                Layout.fillWidth: true
                onActed: action => story.act(card.index, action)
                onAmountTyped: amount => card.amountProblem = story.setQuantity(amount)
            }
        }
        ReceiptList {
            Layout.fillWidth: true
            devices: story.receipts
            summary: story.receiptSummary
        }
        EvLabel {
            visible: activity.count > 0
            text: qsTr("What happened to it")
            font.weight: Font.DemiBold
            size: Theme.smallText
            muted: true
            Accessible.role: Accessible.Heading
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0
            Repeater {
                model: activity
                ActivityRow {
                    Layout.fillWidth: true
                    openable: false
                }
            }
        }
        EvButton {
            visible: activity.more
            kind: EvButton.Kind.Quiet
            text: qsTr("Show older changes")
            onClicked: activity.fetchOlder()
        }
    }
}
