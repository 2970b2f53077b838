pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Laboratory

// What one person sees: their cart, how it stands, and the cable of their machine.
Rectangle {
    id: card

    required property LabSeat seat
    required property int place
    property bool playable: true
    signal acted(words: var)
    signal plugged(on: bool)

    radius: Theme.largeRadius
    color: Theme.surface
    border.color: seat.online ? Theme.border : Theme.warning
    implicitWidth: 320
    implicitHeight: 240
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("What %1 sees").arg(seat.name)

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.small
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvAvatar {
                name: card.seat.name
                tip: ""
                initials: card.seat.name.charAt(0)
                colour: card.place
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                EvLabel {
                    Layout.fillWidth: true
                    text: card.seat.name
                    strong: true
                    elide: Text.ElideRight
                }
                EvLabel {
                    Layout.fillWidth: true
                    text: (card.seat.pending > 0 ? qsTr("%n change(s) waiting", "", card.seat.pending) : qsTr("nothing waits"))
                        + (card.seat.rejected > 0 ? " · " + qsTr("%n refused", "", card.seat.rejected) : "")
                    size: Theme.smallText
                    muted: true
                    elide: Text.ElideRight
                }
            }
            EvSwitch {
                visible: card.playable
                text: qsTr("Connected")
                Accessible.name: qsTr("%1 is connected").arg(card.seat.name)
                checked: card.seat.online
                onToggled: card.plugged(checked)
            }
            EvChip {
                visible: !card.playable && !card.seat.online
                text: qsTr("off line")
            }
        }
        EvTextField {
            id: field
            Layout.fillWidth: true
            visible: card.playable
            placeholderText: qsTr("Add an item, like \"2x milk\"")
            label: qsTr("Add an item for %1").arg(card.seat.name)
            onAccepted: {
                if (text.trim() === "")
                    return;
                card.acted(["add", text.trim()]);
                text = "";
            }
        }
        ListView {
            id: list
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            spacing: Theme.tiny
            model: card.seat.lines
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Cart of %1").arg(card.seat.name)
            delegate: LabLine {
                width: ListView.view.width
                playable: card.playable
                onActed: verb => card.acted([verb, lineId])
            }
            EvLabel {
                anchors.centerIn: parent
                visible: list.count === 0
                text: qsTr("Nothing in the cart yet")
                muted: true
            }
        }
        EvLabel {
            Layout.fillWidth: true
            text: qsTr("%1 · digest %2").arg(card.seat.cartName).arg(card.seat.digest)
            size: Theme.smallText
            color: card.seat.agrees ? Theme.mutedText : Theme.warning
            elide: Text.ElideRight
            Accessible.name: card.seat.agrees ? text : text + ". " + qsTr("It differs, or something is still waiting.")
        }
    }
}
