pragma ComponentBehavior: Bound
import QtQuick
import Evencart

// Who: up to three people, overlapping, and how many more. `people`: a list of {name, initials, colour, amount}.
Row {
    id: stack

    enum Purpose {
        Wanted,
        Bought,
        Assigned
    }
    required property var people
    property int purpose: EvAvatarStack.Purpose.Wanted
    readonly property var shown: people.slice(0, 3)

    spacing: -6
    function sentence(person: var): string {
        if (purpose === EvAvatarStack.Purpose.Assigned)
            return qsTr("%1 takes it").arg(person.name);
        if (purpose === EvAvatarStack.Purpose.Bought)
            return qsTr("%1 bought %2").arg(person.name).arg(person.amount);
        return qsTr("%1 wanted %2").arg(person.name).arg(person.amount);
    }

    Repeater {
        model: stack.shown
        Rectangle {
            id: ring
            required property var modelData
            width: 26
            height: 26
            radius: 13
            color: Theme.surface
            EvAvatar {
                anchors.centerIn: parent
                size: 22
                name: ring.modelData.name
                initials: ring.modelData.initials
                colour: ring.modelData.colour
                tip: stack.sentence(ring.modelData)
            }
        }
    }
    EvLabel {
        visible: stack.people.length > 3
        leftPadding: Theme.small
        anchors.verticalCenter: parent.verticalCenter
        text: qsTr("+%n", "so many more people", stack.people.length - 3)
        size: Theme.smallText
        muted: true
    }
}
