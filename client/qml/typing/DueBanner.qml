import QtQuick
import Evencart
import Evencart.Typing

// What is usual and due again: offered, never added by itself.
EvBanner {
    id: banner

    required property Staples staples
    signal listWanted

    visible: staples.dueCount > 0
    iconName: "clock"
    tone: EvChip.Tone.Info
    text: staples.dueText
    actionText: staples.dueCount === 1 ? qsTr("Add") : qsTr("Look")
    onAction: staples.dueCount === 1 ? staples.addDue() : listWanted()
}
