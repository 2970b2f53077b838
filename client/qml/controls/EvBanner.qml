import QtQuick
import QtQuick.Layouts
import Evencart

// A line across the page that stays until it is solved: what is the matter and one thing to do.
Rectangle {
    id: banner

    required property string text
    property string iconName: "info"
    property int tone: EvChip.Tone.Info
    property string actionText: ""
    property bool closable: false
    signal action
    signal closed
    readonly property color strong: [Theme.mutedText, Theme.accent, Theme.warning, Theme.danger, Theme.info][tone]

    implicitHeight: row.implicitHeight + 2 * Theme.small
    radius: Theme.radius
    color: [Theme.sunken, Theme.accentSoft, Theme.warningSoft, Theme.dangerSoft, Theme.infoSoft][tone]
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.medium
        anchors.rightMargin: Theme.small
        spacing: Theme.small
        EvIcon {
            name: banner.iconName
            color: banner.strong
        }
        EvLabel {
            Layout.fillWidth: true
            text: banner.text
            wrapMode: Text.WordWrap
            Accessible.ignored: true
        }
        EvButton {
            visible: text !== ""
            text: banner.actionText
            implicitHeight: 30
            onClicked: banner.action()
        }
        EvIconButton {
            visible: banner.closable
            iconName: "close"
            text: qsTr("Close")
            onClicked: banner.closed()
        }
    }
}
