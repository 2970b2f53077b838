import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model

// What can be done with several lines at once; each is one undo step.
Rectangle {
    id: bar

    required property OpenCart cart
    required property var ids
    signal cleared
    signal copyWanted
    signal categoryWanted

    implicitHeight: 48
    radius: Theme.largeRadius
    color: Theme.raised
    border.color: Theme.border
    Accessible.role: Accessible.ToolBar
    Accessible.name: qsTr("Selected lines")

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.large
        anchors.rightMargin: Theme.small
        spacing: Theme.tiny
        EvLabel {
            text: qsTr("%n selected", "", bar.ids.length)
            font.weight: Font.Medium
        }
        Item {
            Layout.fillWidth: true
        }
        EvButton {
            kind: EvButton.Kind.Quiet
            iconName: "check"
            text: qsTr("Tick")
            enabled: !bar.cart.readOnly
            onClicked: bar.cart.check(bar.ids)
        }
        EvButton {
            kind: EvButton.Kind.Quiet
            iconName: "tag"
            text: qsTr("Category")
            enabled: !bar.cart.readOnly
            onClicked: bar.categoryWanted()
        }
        EvButton {
            kind: EvButton.Kind.Quiet
            iconName: "copy"
            text: qsTr("Copy")
            onClicked: bar.copyWanted()
        }
        EvButton {
            kind: EvButton.Kind.Danger
            iconName: "trash"
            text: qsTr("Remove")
            enabled: !bar.cart.readOnly
            onClicked: {
                bar.cart.remove(bar.ids);
                bar.cleared();
            }
        }
        EvIconButton {
            iconName: "close"
            text: qsTr("Select nothing")
            onClicked: bar.cleared()
        }
    }
}
