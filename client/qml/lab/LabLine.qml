pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// One line of one person's cart in the laboratory, with what that person can do to it.
RowLayout {
    id: row

    required property string lineId
    required property string name
    required property string quantity
    required property string note
    required property string conflict
    required property string wantedBy
    required property int lineState
    required property int likes
    required property bool liked
    required property bool checked
    property bool playable: true
    signal acted(verb: string)

    function joined(a: string, b: string): string {
        return a === "" ? b : b === "" ? a : a + " · " + b;
    }

    spacing: Theme.tiny

    EvCheckBox {
        enabled: row.playable
        checked: row.checked
        Accessible.name: qsTr("Bought: %1").arg(row.name)
        onClicked: row.acted(row.checked ? "uncheck" : "check")
    }
    ColumnLayout {
        Layout.fillWidth: true
        spacing: 0
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvLabel {
                Layout.fillWidth: true
                text: row.name
                elide: Text.ElideRight
                font.strikeout: row.checked
                muted: row.checked
            }
            SyncMark {
                syncState: row.lineState
                description: row.lineState === 0 ? qsTr("%1: saved here").arg(row.name) : row.lineState === 1 ? qsTr("%1: on the server").arg(row.name) : qsTr("%1: with everybody").arg(row.name)
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: text !== ""
            text: row.joined(row.joined(row.note, row.conflict === "" ? "" : qsTr("or: %1").arg(row.conflict)), row.wantedBy)
            size: Theme.smallText
            color: row.conflict === "" ? Theme.mutedText : Theme.warning
            elide: Text.ElideRight
        }
    }
    EvIconButton {
        visible: row.playable
        iconName: "heart"
        text: row.liked ? qsTr("Take my like of %1 back").arg(row.name) : qsTr("Like %1").arg(row.name)
        onClicked: row.acted(row.liked ? "unlike" : "like")
    }
    EvLabel {
        visible: row.likes > 0 || row.playable
        Layout.preferredWidth: 16
        text: row.likes > 0 ? row.likes : ""
        size: Theme.smallText
        muted: true
        Accessible.name: qsTr("%n like(s)", "", row.likes)
        Accessible.ignored: row.likes === 0
    }
    EvIconButton {
        visible: row.playable
        iconName: "minus"
        text: qsTr("One less: %1").arg(row.name)
        onClicked: row.acted("dec")
    }
    EvLabel {
        Layout.preferredWidth: Math.max(28, implicitWidth)
        horizontalAlignment: Text.AlignHCenter
        text: row.quantity
        strong: true
    }
    EvIconButton {
        visible: row.playable
        iconName: "plus"
        text: qsTr("One more: %1").arg(row.name)
        onClicked: row.acted("inc")
    }
    EvIconButton {
        visible: row.playable
        iconName: "trash"
        text: qsTr("Remove %1").arg(row.name)
        onClicked: row.acted("remove")
    }
}
