import QtQuick
import Evencart
import Evencart.Model

// Where people type what they need.
FocusScope {
    id: quick

    required property AppSession session

    implicitHeight: field.height + (problem.visible ? problem.height + Theme.tiny : 0)

    EvTextField {
        id: field
        width: parent.width
        focus: true
        implicitHeight: 44
        leftPadding: 40
        font.pixelSize: Theme.strongText
        placeholderText: qsTr("Add something: 2x milk, 500 g flour, 1/2 l cream …")
        problem: problem.text
        onTextEdited: problem.text = ""
        onAccepted: {
            if (text.trim() === "")
                return;
            problem.text = quick.session.cart.addText(text);
            if (problem.text === "")
                clear();
        }
        EvIcon {
            x: field.LayoutMirroring.enabled ? field.width - width - Theme.medium : Theme.medium
            anchors.verticalCenter: parent.verticalCenter
            name: "plus"
            color: Theme.accent
        }
    }
    EvLabel {
        id: problem
        y: field.height + Theme.tiny
        width: parent.width
        visible: text !== ""
        color: Theme.danger
        size: Theme.smallText
    }
}
