pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Story

// "While you were away": what both touched first, with how it came out, then theirs and mine. Content of the side panel.
ColumnLayout {
    id: sheet

    required property AwayReviewer reviewer
    signal whyWanted(id: string)
    signal finished

    spacing: Theme.small

    Flickable {
        id: scroll
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        contentHeight: content.implicitHeight + Theme.large
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: EvScrollBar {}
        EvFocusFollower {
            page: scroll
        }

        ColumnLayout {
            id: content
            width: scroll.width - Theme.small
            spacing: Theme.small

            EvLabel {
                Layout.fillWidth: true
                text: sheet.reviewer.summary !== "" ? sheet.reviewer.summary : qsTr("There is nothing to review.")
                wrapMode: Text.Wrap
                muted: true
            }
            EvLabel {
                visible: both.count > 0
                Layout.topMargin: Theme.small
                text: qsTr("Touched by both")
                strong: true
                Accessible.role: Accessible.Heading
            }
            Repeater {
                id: both
                model: sheet.reviewer.both
                AwayMerge {
                    id: merge
                    Layout.fillWidth: true
                    onActed: action => sheet.reviewer.act(merge.index, action)
                    onWhyWanted: sheet.whyWanted(merge.modelData.line)
                }
            }
            EvLabel {
                visible: theirs.count > 0
                Layout.topMargin: Theme.small
                text: qsTr("By others")
                strong: true
                Accessible.role: Accessible.Heading
            }
            Repeater {
                id: theirs
                model: sheet.reviewer.theirs
                AwayChange {
                    Layout.fillWidth: true
                }
            }
            EvLabel {
                visible: sheet.reviewer.moreTheirs > 0
                text: qsTr("and %n more", "", sheet.reviewer.moreTheirs)
                muted: true
            }
            EvLabel {
                visible: mine.count > 0
                Layout.topMargin: Theme.small
                text: qsTr("By you, meanwhile")
                strong: true
                Accessible.role: Accessible.Heading
            }
            Repeater {
                id: mine
                model: sheet.reviewer.mine
                AwayChange {
                    Layout.fillWidth: true
                }
            }
        }
    }
    Flow {
        Layout.fillWidth: true
        Layout.bottomMargin: Theme.large
        spacing: Theme.small
        EvButton {
            kind: EvButton.Kind.Primary
            text: qsTr("All fine")
            onClicked: {
                sheet.reviewer.accept();
                sheet.finished();
            }
        }
        EvButton {
            visible: sheet.reviewer.canUndoMine
            iconName: "undo"
            text: qsTr("Take back all of mine")
            onClicked: sheet.reviewer.undoMine()
        }
    }
}
