pragma ComponentBehavior: Bound
import QtQuick
import Evencart

// Who: up to three people, overlapping, and how many more. `people`: a list of {name, self, initials, colour, amount, purpose}.
Row {
    id: stack

    enum Purpose {
        Wanted,
        Bought,
        Assigned,
        Claimed
    }
    required property var people // each may have a purpose of its own
    property int purpose: EvAvatarStack.Purpose.Wanted
    readonly property var shown: people.slice(0, 3)

    spacing: -6
    function sentence(person: var): string {
        const why = person.purpose ?? purpose;
        if (why === EvAvatarStack.Purpose.Assigned)
            return person.self ? qsTr("You are to take it") : qsTr("%1 is to take it").arg(person.name);
        if (why === EvAvatarStack.Purpose.Claimed)
            return person.self ? qsTr("You take it") : qsTr("%1 takes it").arg(person.name);
        if (why === EvAvatarStack.Purpose.Bought)
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
