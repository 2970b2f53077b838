pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model

// What went away from this cart, and the way back.
ColumnLayout {
    id: panel

    required property AppSession session
    readonly property RemovedModel removed: session.removed

    spacing: Theme.small
    onVisibleChanged: removed.active = visible

    EvLabel {
        Layout.fillWidth: true
        text: panel.removed.count === 0 ? qsTr("Nothing was removed from this cart. What goes away stays here and can be brought back.") : qsTr("Bringing something back is a change like any other: everybody gets it.")
        muted: true
        wrapMode: Text.WordWrap
    }
    ListView {
        id: list
        Layout.fillWidth: true
        Layout.fillHeight: true
        clip: true
        model: panel.removed
        boundsBehavior: Flickable.StopAtBounds
        T.ScrollBar.vertical: EvScrollBar {}
        Accessible.role: Accessible.List
        Accessible.name: qsTr("Removed lines")
        delegate: RowLayout {
            id: row
            required property string lineId
            required property string name
            required property string amount
            required property string note
            width: list.width
            height: Theme.rowHeight
            spacing: Theme.small
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0
                EvLabel {
                    Layout.fillWidth: true
                    text: row.name
                }
                EvLabel {
                    Layout.fillWidth: true
                    text: row.note === "" ? row.amount : row.amount + " · " + row.note
                    size: Theme.smallText
                    muted: true
                }
            }
            EvButton {
                text: qsTr("Bring back")
                implicitHeight: 30
                enabled: !panel.session.cart.readOnly
                Accessible.name: qsTr("Bring back %1").arg(row.name)
                onClicked: panel.removed.restore(row.lineId)
            }
        }
    }
    EvButton {
        Layout.alignment: Qt.AlignRight
        Layout.bottomMargin: Theme.medium
        visible: panel.removed.count > 1
        enabled: !panel.session.cart.readOnly
        text: qsTr("Bring all of it back")
        onClicked: panel.removed.restoreAll()
    }
}
