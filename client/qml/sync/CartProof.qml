pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// A cart's fingerprint and on how many devices it is the same. Anybody can compare it with what another device shows.
RowLayout {
    id: proof

    required property string name
    required property string fingerprint
    required property string proofText
    required property bool identical

    spacing: Theme.small
    EvIcon {
        Layout.alignment: Qt.AlignTop
        name: proof.identical ? "check" : "clock"
        color: proof.identical ? Theme.accent : Theme.mutedText
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 1
        EvLabel {
            Layout.fillWidth: true
            text: proof.name
        }
        EvLabel {
            Layout.fillWidth: true
            text: proof.proofText
            size: Theme.smallText
            muted: true
            wrapMode: Text.Wrap
        }
    }
    EvLabel {
        Layout.alignment: Qt.AlignTop
        text: proof.fingerprint
        font.family: "monospace"
        font.letterSpacing: 1
        size: Theme.smallText
        Accessible.name: qsTr("Fingerprint %1").arg(proof.fingerprint)
        HoverHandler {
            id: hover
        }
        EvToolTip {
            visible: hover.hovered
            text: qsTr("Equal fingerprints mean equal carts. Compare it with what another device shows here.")
        }
    }
}
