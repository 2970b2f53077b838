import QtQuick
import Evencart
import Evencart.Model

// The name of an aisle above its lines, and how many they are.
Item {
    id: header

    required property string heading // empty: none above this line
    required property OpenCart cart
    property bool large: false
    property int countOf: 0
    readonly property string shownHeading: heading.charAt(0).toLocaleUpperCase() + heading.slice(1) // typed in small letters, mostly

    implicitHeight: heading === "" ? 0 : large ? 48 : 40
    visible: heading !== ""
    function recount(): void {
        countOf = !cart || heading === "" ? 0 : cart.shown.sectionCount(heading);
    }
    onHeadingChanged: recount()
    onCartChanged: recount()
    Connections {
        target: header.cart
        function onTotalsChanged(): void {
            header.recount();
        }
    }

    EvLabel {
        anchors.left: parent.left
        anchors.leftMargin: Theme.large
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.tiny + 2
        text: header.shownHeading
        size: header.large ? Theme.strongText : Theme.smallText + 1
        strong: true
        color: Theme.accent
        Accessible.role: Accessible.Heading
        Accessible.name: qsTr("%1, %n line(s)", "", header.countOf).arg(header.shownHeading)
    }
    EvLabel {
        anchors.right: parent.right
        anchors.rightMargin: Theme.large
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.tiny + 2
        text: header.countOf
        size: Theme.smallText
        muted: true
        Accessible.ignored: true
    }
}
