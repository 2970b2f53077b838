pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// Which devices of the others have a line as it is now. Filled disc: has it; ring: not yet.
ColumnLayout {
    id: receipts

    required property var devices // LineStoryModel.receipts
    required property string summary

    visible: devices.length > 0
    spacing: Theme.tiny

    EvLabel {
        Layout.fillWidth: true
        text: receipts.summary
        font.weight: Font.DemiBold
        size: Theme.smallText
        muted: true
        wrapMode: Text.Wrap
    }
    Repeater {
        model: receipts.devices
        RowLayout {
            id: device
            required property var modelData
            Layout.fillWidth: true
            spacing: Theme.small
            EvAvatar {
                name: device.modelData.name
                initials: device.modelData.initials
                colour: device.modelData.colour
                size: 20
            }
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("%1: %2", "whose device, whether it has it").arg(device.modelData.name).arg(device.modelData.text)
                size: Theme.smallText
                wrapMode: Text.Wrap
            }
            EvIcon {
                name: device.modelData.has ? "check" : "clock"
                size: 14
                color: device.modelData.has ? Theme.accent : Theme.mutedText
            }
        }
    }
}
