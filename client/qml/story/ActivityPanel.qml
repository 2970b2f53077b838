import QtQuick
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Story

// What happened in the open cart, newest first, by day. Content of the side panel.
//
// Without `pragma ComponentBehavior: Bound`, because Qt 6.4 cannot make the footer of a bound document.
ListView {
    id: list

    required property AppSession session
    readonly property bool cut: activity.cut && activity.count > 0 // the oldest changes are not shown
    signal whyWanted(id: string)

    clip: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 300
    T.ScrollBar.vertical: EvScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: qsTr("What happened in this cart")

    model: ActivityModel {
        id: activity
        session: list.session
        active: list.visible
    }
    section.property: "day"
    // Days stand above their first row: Qt 6.4 keeps the text of section items that it uses again.
    delegate: ActivityRow {
        readonly property ActivityPanel list: ListView.view as ActivityPanel
        width: list ? list.width - Theme.small : 0
        heading: ListView.previousSection !== ListView.section ? ListView.section : ""
        onOpened: line => list.whyWanted(line)
    }
    footer: Item {
        readonly property ActivityPanel list: ListView.view as ActivityPanel
        visible: list && list.cut
        width: list ? list.width : 0
        height: visible ? older.implicitHeight : 0
        EvLabel {
            id: older
            width: parent.width
            topPadding: Theme.medium
            bottomPadding: Theme.large
            text: qsTr("Older changes are kept too. “evencartctl history” lists all of them.")
            size: Theme.smallText
            muted: true
            wrapMode: Text.Wrap
        }
    }
    EvLabel {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Theme.huge
        width: parent.width
        visible: activity.count === 0
        horizontalAlignment: Text.AlignHCenter
        text: activity.problem !== "" ? activity.problem : activity.loading ? qsTr("Reading …") : qsTr("Nothing has happened yet.")
        muted: true
        wrapMode: Text.Wrap
    }
}
