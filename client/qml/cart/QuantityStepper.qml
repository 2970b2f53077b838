pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// − amount +. The amount is a field: click it and type a number. Opening and closing it without a change does nothing.
Rectangle {
    id: stepper

    required property OpenCart cart
    required property string lineId
    required property string name
    required property string amount
    required property bool large
    required property bool active
    readonly property bool editing: field.visible

    implicitWidth: large ? 148 : 112
    implicitHeight: large ? 44 : 32
    radius: Theme.radius
    color: active || editing ? Theme.sunken : "transparent"

    function edit(): void {
        if (cart.readOnly)
            return;
        field.text = amount.split("\u00a0")[0];
        field.problem = "";
        field.visible = true;
        field.forceActiveFocus();
        field.selectAll();
    }
    function finish(): void {
        if (!field.visible)
            return;
        const typed = field.text.trim();
        if (typed !== "" && typed !== amount.split("\u00a0")[0]) {
            field.problem = cart.setQuantity(lineId, typed);
            if (field.problem !== "")
                return;
        }
        field.visible = false;
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        EvIconButton {
            opacity: stepper.active ? 1 : 0
            iconName: "minus"
            iconSize: 14
            size: stepper.implicitHeight - 4
            text: qsTr("Less %1").arg(stepper.name)
            enabled: !stepper.cart.readOnly
            focusPolicy: Qt.NoFocus
            onClicked: stepper.cart.decrease(stepper.lineId)
        }
        EvLabel {
            Layout.fillWidth: true
            // All of the place as long as the buttons do not show.
            Layout.leftMargin: stepper.active ? 0 : 4 - stepper.implicitHeight
            Layout.rightMargin: stepper.active ? 0 : 4 - stepper.implicitHeight
            horizontalAlignment: Text.AlignHCenter
            text: stepper.amount
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.smallText
            size: stepper.large ? Theme.strongText : Theme.bodyText
            font.weight: Font.Medium
            Accessible.role: Accessible.Button
            Accessible.name: qsTr("%1 of %2, change").arg(stepper.amount).arg(stepper.name)
            TapHandler {
                onTapped: stepper.edit()
            }
        }
        EvIconButton {
            opacity: stepper.active ? 1 : 0
            iconName: "plus"
            iconSize: 14
            size: stepper.implicitHeight - 4
            text: qsTr("More %1").arg(stepper.name)
            enabled: !stepper.cart.readOnly
            focusPolicy: Qt.NoFocus
            onClicked: stepper.cart.increase(stepper.lineId)
        }
    }
    EvTextField {
        id: field
        visible: false
        anchors.fill: parent
        leftPadding: Theme.small
        rightPadding: Theme.small
        horizontalAlignment: TextInput.AlignHCenter
        label: qsTr("Quantity of %1").arg(stepper.name)
        onAccepted: stepper.finish()
        onActiveFocusChanged: {
            if (!activeFocus)
                stepper.finish();
        }
        Keys.onEscapePressed: visible = false
        EvToolTip {
            visible: field.problem !== ""
            delay: 0
            timeout: -1
            text: field.problem
        }
    }
}
