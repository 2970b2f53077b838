pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.Shop

// One line of the cart: box, name with note, who wanted it, marks, price, stepper, how far it has come.
// Only the box ticks; a click on the row selects it, a double click or F2 opens its editor.
Item {
    id: row

    // ---- from the model
    required property int index
    required property string lineId
    required property string name
    required property string amount
    required property bool checked
    required property string boughtAmount
    required property string note
    required property string category
    required property string changedMeanwhile
    required property string price
    required property string priceUnit
    required property string lineTotal
    required property var wantedBy
    required property var boughtBy
    required property int likes
    required property string likedBy
    required property bool likedByMe
    required property var assignee
    required property var claimedBy
    required property bool claimedByMe
    required property int syncState
    required property string syncStateText
    required property var conflicts
    required property bool boughtTwice
    required property bool checkQuantity
    required property var oldNames
    required property bool resting
    required property int glow
    required property string accessibleText

    // ---- from the page
    required property string heading // of the section, above its first row
    required property OpenCart cart
    required property bool selected
    required property bool current
    required property bool large // shopping mode
    required property bool shared // there is a server that the line can be on
    required property CartStock stock
    required property string stockAge
    readonly property var shelf: stock && stock.revision >= 0 ? stock.of(lineId) : ({}) // again with each revision
    property bool narrow: width < 520
    // Whose it is goes without saying where I am alone with it.
    readonly property var takers: row.claimedBy.concat(row.assignee.name && !row.claimedBy.some(person => person.member === row.assignee.member) ? [Object.assign({
                "purpose": EvAvatarStack.Purpose.Assigned
            }, row.assignee)] : [])
    readonly property bool tellsWho: row.takers.length > 0 || row.wantedBy.length > 1 || row.wantedBy.length === 1 && !row.wantedBy[0].self || row.checked && row.boughtBy.length > 0 && !row.boughtBy[0].self
    readonly property bool active: hover.hovered || current
    signal picked(modifiers: int)
    signal opened
    signal menuWanted
    signal whyWanted
    signal dragged(y: real) // in the row's coordinates
    signal dropped

    implicitHeight: title.height + Math.max(large ? 64 : Theme.rowHeight, names.implicitHeight + Theme.small)
    Accessible.role: Accessible.ListItem
    Accessible.name: accessibleText
    Accessible.selected: selected
    Accessible.focusable: true
    onGlowChanged: glowing.restart()

    // By the keys: the amount begins with what was typed on the row.
    function editAmount(typed: string): void {
        stepper.editFrom(typed);
    }

    SectionHeader {
        id: title
        width: row.width
        height: implicitHeight
        heading: row.heading
        cart: row.cart
        large: row.large
    }
    HoverHandler {
        id: hover
    }
    TapHandler {
        id: tap
        acceptedButtons: Qt.LeftButton
        onTapped: row.picked(tap.point.modifiers)
        onDoubleTapped: row.opened()
    }
    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: row.menuWanted()
    }
    Rectangle {
        anchors.fill: parent
        anchors.topMargin: title.height
        anchors.leftMargin: Theme.tiny
        anchors.rightMargin: Theme.tiny
        radius: Theme.radius
        color: row.selected ? Theme.accentSoft : hover.hovered ? Theme.hovered : "transparent"
        border.width: row.current && row.ListView.view && row.ListView.view.activeFocus ? 2 : 0
        border.color: Theme.focusRing
        Rectangle {
            anchors.fill: parent
            radius: parent.radius
            color: Theme.glow
            visible: glowing.running
            NumberAnimation on opacity {
                id: glowing
                running: false
                from: 1
                to: 0
                duration: Theme.glowTime
                easing.type: Easing.InQuad
            }
        }
    }
    EvIcon {
        id: handle
        x: row.LayoutMirroring.enabled ? row.width - width : 0
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: title.height / 2
        visible: hover.hovered && !row.large && !row.cart.readOnly && row.cart.shown.sorting === ShownLines.CartOrder
        name: "drag"
        size: 16
        color: Theme.mutedText
        HoverHandler {
            cursorShape: Qt.OpenHandCursor
        }
        DragHandler {
            target: null
            xAxis.enabled: false
            onCentroidChanged: {
                if (active)
                    row.dragged(handle.mapToItem(row, centroid.position).y);
            }
            onActiveChanged: {
                if (!active)
                    row.dropped();
            }
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.topMargin: title.height
        anchors.leftMargin: Theme.medium
        anchors.rightMargin: Theme.medium
        spacing: Theme.small

        EvCheckBox {
            boxSize: row.large ? 32 : 22
            checked: row.checked
            enabled: !row.cart.readOnly
            focusPolicy: Qt.NoFocus
            label: row.checked ? qsTr("Untick %1").arg(row.name) : qsTr("Tick %1").arg(row.name)
            onClicked: {
                checked = Qt.binding(() => row.checked);
                row.cart.toggle(row.lineId);
            }
        }
        ColumnLayout {
            id: names
            Layout.fillWidth: true
            spacing: 1
            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.small
                EvLabel {
                    Layout.fillWidth: true // and shrinks, where there is no room
                    Layout.maximumWidth: Math.ceil(implicitWidth)
                    text: row.name
                    size: row.large ? 20 : Theme.bodyText + 1
                    font.strikeout: row.checked
                    color: row.checked ? Theme.mutedText : Theme.text
                }
                RowLayout {
                    id: marks
                    spacing: Theme.tiny
                    EvChip {
                        visible: row.boughtAmount !== ""
                        enabled: false
                        opacity: 1
                        tone: EvChip.Tone.Info
                        text: row.boughtAmount
                        focusPolicy: Qt.NoFocus
                    }
                    AttentionChips {
                        conflicts: row.conflicts
                        boughtTwice: row.boughtTwice
                        checkQuantity: row.checkQuantity
                        oldNames: row.oldNames
                        claimedBy: row.checked ? [] : row.claimedBy
                        narrow: row.narrow
                        onOpened: row.whyWanted()
                    }
                }
                Item {
                    Layout.fillWidth: true
                }
            }
            RowLayout {
                Layout.fillWidth: true
                visible: row.note !== "" || row.shelf.text !== undefined
                spacing: Theme.small
                StockMark {
                    Layout.fillWidth: row.note === "" && !row.shelf.kept
                    visible: text !== ""
                    mark: row.shelf.mark ?? CartStock.InStock
                    text: row.shelf.text ?? ""
                    age: row.narrow ? "" : row.stockAge
                }
                StockMark {
                    visible: text !== ""
                    mark: CartStock.Kept
                    text: row.shelf.kept ?? ""
                }
                EvLabel {
                    Layout.fillWidth: true
                    visible: text !== ""
                    text: row.note
                    muted: true
                    size: Theme.smallText
                }
            }
        }
        EvIconButton {
            // Keeps its place while it is not seen: coming into the layout under the pointer it would take the click that was meant for the box.
            visible: row.likes > 0 || !row.large && (!row.narrow || row.active)
            shown: row.likes > 0 || row.active
            iconName: "heart"
            text: row.likes > 0 ? qsTr("Liked by %1").arg(row.likedBy) : qsTr("Like")
            iconColour: row.likedByMe ? Theme.danger : Theme.mutedText
            size: 28
            enabled: shown && !row.cart.readOnly
            focusPolicy: Qt.NoFocus
            onClicked: row.likedByMe ? row.cart.unlike(row.lineId) : row.cart.like(row.lineId)
        }
        EvLabel {
            visible: row.likes > 0
            Layout.leftMargin: -Theme.small
            text: row.likes
            size: Theme.smallText
            muted: true
        }
        EvAvatarStack {
            visible: !row.narrow && row.tellsWho
            readonly property bool bought: row.checked && row.boughtBy.length > 0
            people: bought ? row.boughtBy : row.takers.length > 0 ? row.takers : row.wantedBy
            purpose: bought ? EvAvatarStack.Purpose.Bought : row.takers.length > 0 ? EvAvatarStack.Purpose.Claimed : EvAvatarStack.Purpose.Wanted
        }
        EvLabel {
            visible: !row.narrow && row.cart.total !== "" // a column where anything has a price, so that what is beside it stays in one
            Accessible.ignored: text === ""
            Layout.minimumWidth: 64
            horizontalAlignment: Text.AlignRight
            text: row.lineTotal
            muted: true
        }
        QuantityStepper {
            id: stepper
            cart: row.cart
            lineId: row.lineId
            name: row.name
            amount: row.amount
            large: row.large
            active: row.active
            onDone: row.ListView.view?.forceActiveFocus()
        }
        SyncMark {
            visible: row.shared
            syncState: row.syncState
            description: row.syncStateText
        }
        EvIconButton {
            visible: !row.large && !row.narrow
            shown: row.active
            iconName: "more"
            text: qsTr("More for %1").arg(row.name)
            size: 28
            focusPolicy: Qt.NoFocus
            onClicked: row.menuWanted()
        }
    }
}
