pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
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
    signal done // by Enter or Esc: the keys are the list's again

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
    function editFrom(typed: string): void {
        edit();
        field.text = typed;
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
    function accept(): void {
        finish();
        if (!field.visible)
            leave();
    }
    // The list is a focus scope: it would give the keys back to the field.
    function leave(): void {
        field.visible = false;
        field.focus = false;
        done();
    }

    RowLayout {
        anchors.fill: parent
        spacing: 0
        EvIconButton {
            shown: stepper.active
            iconName: "minus"
            iconSize: 14
            size: stepper.implicitHeight - 4
            text: qsTr("Less %1").arg(stepper.name)
            enabled: shown && !stepper.cart.readOnly
            focusPolicy: Qt.NoFocus
            onClicked: stepper.cart.decrease(stepper.lineId)
        }
        // A button and no TapHandler: the row below would take the focus back with the same tap.
        T.AbstractButton {
            Layout.fillWidth: true
            Layout.fillHeight: true
            // All of the place as long as the buttons do not show.
            Layout.leftMargin: stepper.active ? 0 : 4 - stepper.implicitHeight
            Layout.rightMargin: stepper.active ? 0 : 4 - stepper.implicitHeight
            focusPolicy: Qt.NoFocus
            Accessible.name: qsTr("%1 of %2, change").arg(stepper.amount).arg(stepper.name)
            onClicked: stepper.edit()
            contentItem: EvLabel {
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                text: stepper.amount
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.smallText
                size: stepper.large ? Theme.strongText : Theme.bodyText
                font.weight: Font.Medium
                Accessible.ignored: true
            }
        }
        EvIconButton {
            shown: stepper.active
            iconName: "plus"
            iconSize: 14
            size: stepper.implicitHeight - 4
            text: qsTr("More %1").arg(stepper.name)
            enabled: shown && !stepper.cart.readOnly
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
        // Not onAccepted: the list below would see the same key and open the editor.
        Keys.onReturnPressed: stepper.accept()
        Keys.onEnterPressed: stepper.accept()
        onActiveFocusChanged: {
            if (!activeFocus)
                stepper.finish();
        }
        Keys.onEscapePressed: stepper.leave()
        EvToolTip {
            visible: field.problem !== ""
            delay: 0
            timeout: -1
            text: field.problem
        }
    }
}
