pragma ComponentBehavior: Bound
import QtQuick
import Evencart

// What on a row several people did at once, or both mean to do, each as a small chip with a shape and a word. A click tells why and what
// can be done.
Row {
    id: chips

    required property var conflicts // of the row's model
    required property bool boughtTwice
    required property bool checkQuantity
    required property var oldNames
    required property var claimedBy
    property bool narrow: false // shapes alone; the words are in the tooltip
    signal opened
    readonly property var marks: {
        const found = [];
        if (boughtTwice)
            found.push({
                "icon": "bag",
                "text": qsTr("Bought twice?"),
                "tip": qsTr("Several people bought this, together more than was wanted. Click to see who.")
            });
        if (checkQuantity)
            found.push({
                "icon": "warning",
                "text": qsTr("How many?"),
                "tip": qsTr("Taken off by several people at once until nothing was left. Click to say how many.")
            });
        if (conflicts.length > 0)
            found.push({
                "icon": "compare",
                "text": qsTr("Values differ"),
                "tip": qsTr("Several people wrote this at the same time. Click to see what the others wrote.")
            });
        if (claimedBy.length > 1)
            found.push({
                "icon": "people",
                "text": qsTr("%n take it", "people, at least two", claimedBy.length),
                "tip": qsTr("%1 said \"I take it\".").arg(claimedBy.map(person => person.name).join(", ")),
                "tone": EvChip.Tone.Info
            });
        if (oldNames.length > 0)
            found.push({
                "icon": "split",
                "text": qsTr("Added as “%1”").arg(oldNames[0].name),
                "tip": qsTr("Somebody added this under its old name. Click to give it a line of its own.")
            });
        return found;
    }

    spacing: Theme.tiny

    Repeater {
        model: chips.marks
        EvChip {
            required property var modelData
            tone: modelData.tone ?? EvChip.Tone.Warning
            iconName: modelData.icon
            text: chips.narrow || chips.marks.length > 1 ? "" : modelData.text
            tip: chips.narrow || chips.marks.length > 1 ? modelData.text + ". " + modelData.tip : modelData.tip
            Accessible.name: modelData.text
            Accessible.description: modelData.tip
            focusPolicy: Qt.NoFocus
            onClicked: chips.opened()
        }
    }
}
