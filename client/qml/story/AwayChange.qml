pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// One change in the review: who, what, when.
RowLayout {
    id: change

    required property var modelData // {name, initials, colour, sentence, time}

    spacing: Theme.small
    EvAvatar {
        Layout.alignment: Qt.AlignTop
        name: change.modelData.name
        initials: change.modelData.initials
        colour: change.modelData.colour
        size: 20
    }
    EvLabel {
        Layout.fillWidth: true
        text: qsTr("%1 %2", "who did what: Ben added Milk").arg(change.modelData.name).arg(change.modelData.sentence)
        wrapMode: Text.Wrap
        maximumLineCount: 3
    }
    EvLabel {
        Layout.alignment: Qt.AlignTop
        text: change.modelData.time
        size: Theme.smallText
        muted: true
    }
}
