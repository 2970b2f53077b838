pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Laboratory

// A demonstration as it is told: sentences, what people do, and what each of them then sees.
ColumnLayout {
    id: telling

    required property Laboratory laboratory
    spacing: Theme.medium

    EvLabel {
        Layout.fillWidth: true
        text: telling.laboratory.title
        size: Theme.strongText
        strong: true
        wrapMode: Text.WordWrap
        Accessible.role: Accessible.Heading
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        spacing: Theme.small
        model: telling.laboratory.told
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: EvScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("What has happened")
        onCountChanged: positionViewAtEnd()
        activeFocusOnTab: true
        Keys.onPressed: event => {
            const ways = new Map([[Qt.Key_Up, -Theme.rowHeight], [Qt.Key_Down, Theme.rowHeight], [Qt.Key_PageUp, -height * 0.9], [Qt.Key_PageDown, height * 0.9], [Qt.Key_Home, -contentHeight], [Qt.Key_End, contentHeight]]);
            event.accepted = ways.has(event.key);
            if (event.accepted)
                contentY = Math.max(originY, Math.min(originY + contentHeight - height, contentY + ways.get(event.key)));
        }
        EvFocusRing {
            shown: list.activeFocus
        }
        delegate: RowLayout {
            id: step
            required property var modelData
            readonly property bool said: modelData.kind === "say"
            readonly property bool failed: modelData.kind === "failed"
            width: ListView.view.width - Theme.small
            spacing: Theme.small
            EvIcon {
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
                visible: !step.said
                size: 14
                name: step.failed ? "warning" : step.modelData.kind === "see" ? "eye" : step.modelData.kind === "act" ? "pencil" : "sync"
                color: step.failed ? Theme.danger : step.modelData.kind === "see" ? Theme.accent : Theme.mutedText
            }
            EvLabel {
                Layout.fillWidth: true
                Layout.topMargin: step.said ? Theme.small : 0
                text: step.said || step.modelData.who === "" ? step.modelData.text
                    : step.modelData.kind === "see" ? qsTr("%1 sees %2").arg(step.modelData.who).arg(step.modelData.text)
                    : step.modelData.kind === "act" ? qsTr("%1: %2").arg(step.modelData.who).arg(step.modelData.text)
                    : qsTr("%1 %2").arg(step.modelData.who).arg(step.modelData.text)
                size: step.said ? Theme.bodyText : Theme.smallText
                color: step.failed ? Theme.danger : step.said ? Theme.text : Theme.mutedText
                wrapMode: Text.WordWrap
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.small
        EvButton {
            Layout.fillWidth: true
            kind: EvButton.Kind.Primary
            enabled: !telling.laboratory.over
            text: telling.laboratory.broken ? qsTr("It ended here") : telling.laboratory.over ? qsTr("The end") : qsTr("Next")
            onClicked: telling.laboratory.nextStep()
        }
        EvButton {
            enabled: !telling.laboratory.over
            text: qsTr("To the end")
            onClicked: telling.laboratory.playToTheEnd()
        }
    }
}
