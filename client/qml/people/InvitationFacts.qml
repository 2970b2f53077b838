pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.People

// What an invitation says, in three lines with an icon each.
Rectangle {
    id: facts

    required property JoinFlow flow

    implicitHeight: lines.implicitHeight + 2 * Theme.medium
    radius: Theme.radius
    color: Theme.sunken

    component Fact: RowLayout {
        id: fact
        required property string iconName
        required property string text
        property string details: ""
        spacing: Theme.medium
        EvIcon {
            Layout.alignment: Qt.AlignTop
            name: fact.iconName
            color: Theme.mutedText
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 2
            EvLabel {
                Layout.fillWidth: true
                text: fact.text
                wrapMode: Text.WordWrap
            }
            EvLabel {
                Layout.fillWidth: true
                visible: text !== ""
                text: fact.details
                size: Theme.smallText
                muted: true
                wrapMode: Text.WordWrap
            }
        }
    }
    ColumnLayout {
        id: lines
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.medium
        Fact {
            Layout.fillWidth: true
            iconName: "cloud-check"
            text: qsTr("On the server %1").arg(facts.flow.server)
            details: facts.flow.state === JoinFlow.OtherServer ? "" : facts.flow.serverNote
        }
        Fact {
            Layout.fillWidth: true
            iconName: facts.flow.encrypted ? "shield" : "warning"
            text: !facts.flow.encrypted ? qsTr("Nothing is encrypted on the way to this server.")
                : facts.flow.fingerprint !== "" ? qsTr("Its certificate: %1").arg(facts.flow.fingerprint)
                : qsTr("A certificate authority vouches for it.")
            details: facts.flow.encrypted && facts.flow.fingerprint !== "" ? qsTr("Only the server with this certificate is accepted.") : ""
        }
        Fact {
            Layout.fillWidth: true
            iconName: "people"
            text: facts.flow.role
        }
    }
}
