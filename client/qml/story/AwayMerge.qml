pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// A line that I and somebody else touched: what each did, how it came out, and what can be chosen instead.
Rectangle {
    id: merge

    required property int index
    required property var modelData // {line, name, gone, mine, theirs, result, actions}
    signal acted(action: int)
    signal whyWanted

    implicitHeight: content.implicitHeight + 2 * Theme.medium
    radius: Theme.radius
    color: Theme.sunken
    Accessible.role: Accessible.Grouping
    Accessible.name: modelData.name

    ColumnLayout {
        id: content
        x: Theme.medium
        y: Theme.medium
        width: parent.width - 2 * Theme.medium
        spacing: Theme.tiny
        EvLabel {
            Layout.fillWidth: true
            text: merge.modelData.name
            strong: true
            font.strikeout: merge.modelData.gone
        }
        EvLabel {
            Layout.fillWidth: true
            text: merge.modelData.mine
            size: Theme.smallText
            muted: true
            wrapMode: Text.Wrap
        }
        EvLabel {
            Layout.fillWidth: true
            text: merge.modelData.theirs
            size: Theme.smallText
            muted: true
            wrapMode: Text.Wrap
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvIcon {
                Layout.alignment: Qt.AlignTop
                name: "merge"
                size: 16
                color: Theme.accent
            }
            EvLabel {
                Layout.fillWidth: true
                text: merge.modelData.result
                wrapMode: Text.Wrap
                elide: Text.ElideNone
            }
        }
        Flow {
            Layout.fillWidth: true
            Layout.topMargin: Theme.tiny
            spacing: Theme.small
            Repeater {
                model: merge.modelData.actions
                EvButton {
                    required property int index
                    required property string modelData
                    text: modelData
                    width: Math.min(implicitWidth, content.width)
                    onClicked: merge.acted(index)
                }
            }
            EvButton {
                kind: EvButton.Kind.Quiet
                text: qsTr("Why?")
                Accessible.name: qsTr("Why is %1 like this?").arg(merge.modelData.name)
                onClicked: merge.whyWanted()
            }
        }
    }
}
