pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// The cart's name (click to change it), how far the shopping is, what it costs, and what one does with a whole cart.
ColumnLayout {
    id: header

    required property AppSession session
    readonly property OpenCart cart: session.cart
    property bool shopping: false
    // Follows the width a moment later: what appears while a layout is being arranged would not be placed by it.
    property bool roomy: true
    signal inviteWanted
    signal historyWanted
    signal menuWanted
    signal shoppingToggled
    signal moneyWanted
    // Where other parts of the program put what belongs beside the name: who is here.
    property alias beside: besideName.data

    spacing: Theme.small
    onWidthChanged: measuring.restart()

    Timer {
        id: measuring
        interval: 0
        onTriggered: header.roomy = header.width > 560
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small
        EvTextField {
            id: name
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.small
            implicitHeight: 44
            leftPadding: Theme.small
            quiet: true
            label: qsTr("Name of the cart")
            text: header.cart.name
            readOnly: header.cart.readOnly
            font.pixelSize: Theme.displayText
            font.weight: Font.Bold
            onEditingFinished: {
                header.cart.rename(text);
                text = Qt.binding(() => header.cart.name);
            }
            // The beginning of a long name, not its end, where it does not fit.
            onActiveFocusChanged: {
                if (!activeFocus)
                    cursorPosition = 0;
            }
            onTextChanged: {
                if (!activeFocus)
                    cursorPosition = 0;
            }
            Keys.onEscapePressed: {
                text = Qt.binding(() => header.cart.name);
                focus = false;
            }
        }
        Row {
            id: besideName
            spacing: Theme.small
        }
        EvButton {
            visible: header.roomy
            iconName: "person-add"
            text: qsTr("Invite")
            onClicked: header.inviteWanted()
        }
        EvButton {
            visible: header.shopping || header.roomy
            iconName: "bag"
            text: header.shopping ? qsTr("Done shopping") : qsTr("Go shopping")
            kind: header.shopping ? EvButton.Kind.Primary : EvButton.Kind.Normal
            onClicked: header.shoppingToggled()
        }
        EvIconButton {
            visible: !header.shopping && !header.roomy
            iconName: "person-add"
            text: qsTr("Invite")
            onClicked: header.inviteWanted()
        }
        EvIconButton {
            visible: !header.shopping && !header.roomy
            iconName: "bag"
            text: qsTr("Go shopping")
            onClicked: header.shoppingToggled()
        }
        EvIconButton {
            iconName: "history"
            text: qsTr("What happened in this cart")
            onClicked: header.historyWanted()
        }
        EvIconButton {
            iconName: "more"
            text: qsTr("More for this cart")
            onClicked: header.menuWanted()
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.medium
        visible: header.cart.openCount + header.cart.boughtCount > 0
        Rectangle {
            Layout.preferredWidth: 120
            implicitHeight: 6
            radius: 3
            color: Theme.border
            Accessible.ignored: true
            Rectangle {
                width: parent.width * header.cart.boughtCount / Math.max(1, header.cart.openCount + header.cart.boughtCount)
                height: parent.height
                radius: 3
                color: Theme.accent
                Behavior on width {
                    NumberAnimation {
                        duration: Theme.calm
                    }
                }
            }
        }
        EvLabel {
            text: header.cart.openCount > 0 ? qsTr("%n to buy", "", header.cart.openCount) : qsTr("Everything is bought")
            muted: true
        }
        EvLabel {
            visible: header.cart.openTotal !== "" && header.cart.openCount > 0
            text: qsTr("%1 left to pay").arg(header.cart.openTotal)
            muted: true
        }
        EvChip {
            visible: header.session.money.budgetText !== ""
            tone: header.session.money.overBudget ? EvChip.Tone.Warning : EvChip.Tone.Plain
            iconName: header.session.money.overBudget ? "warning" : "wallet"
            text: header.session.money.budgetText
            onClicked: header.moneyWanted()
        }
        EvLabel {
            Layout.fillWidth: true
            visible: header.cart.total !== "" && (header.cart.total !== header.cart.openTotal || header.cart.openCount === 0)
            text: qsTr("%1 in all").arg(header.cart.total)
            muted: true
        }
    }
    EvBanner {
        Layout.fillWidth: true
        visible: header.cart.otherNames.length > 0
        iconName: "people"
        text: qsTr("Somebody else named this cart \"%1\" at the same time.").arg(header.cart.otherNames[0] ?? "")
        actionText: qsTr("Use that name")
        onAction: header.cart.rename(header.cart.otherNames[0])
    }
    EvBanner {
        Layout.fillWidth: true
        visible: header.cart.readOnly
        iconName: "eye"
        text: qsTr("You can look at this cart and follow what others do, but not change it.")
    }
}
