import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Laboratory

// Time, network and server of a free table.
Flow {
    id: bar

    required property Laboratory laboratory
    spacing: Theme.large

    EvButton {
        iconName: bar.laboratory.running ? "clock" : "chevron-right"
        kind: bar.laboratory.running ? EvButton.Kind.Normal : EvButton.Kind.Primary
        text: bar.laboratory.running ? qsTr("Hold the time") : qsTr("Let time pass")
        onClicked: bar.laboratory.running = !bar.laboratory.running
    }
    RowLayout {
        spacing: Theme.small
        EvLabel {
            text: qsTr("Delay")
            muted: true
        }
        EvSlider {
            label: qsTr("Delay, one way, in milliseconds")
            from: 0
            to: 3000
            stepSize: 50
            value: bar.laboratory.delay
            onMoved: bar.laboratory.delay = value
        }
        EvLabel {
            Layout.preferredWidth: 60
            text: qsTr("%1 ms").arg(bar.laboratory.delay)
        }
    }
    RowLayout {
        spacing: Theme.small
        EvLabel {
            text: qsTr("Loss")
            muted: true
        }
        EvSlider {
            label: qsTr("Loss, of a hundred messages")
            from: 0
            to: 60
            stepSize: 5
            value: bar.laboratory.loss
            onMoved: bar.laboratory.loss = value
        }
        EvLabel {
            Layout.preferredWidth: 44
            text: qsTr("%1 %").arg(bar.laboratory.loss)
        }
    }
    EvSwitch {
        text: qsTr("Server runs")
        checked: bar.laboratory.serverUp
        onToggled: bar.laboratory.setServer(checked)
    }
}
