pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Model
import Evencart.Story

// Everything that tells what happened, for the side panel: history, "Why is it like this?", the sync, the review after an absence.
// A child of the side panel; lives as long as the window, because it also keeps watch.
Item {
    id: layer

    required property AppSession session
    required property SidePanel side
    required property Item banners // where the window shows what stays until it is dealt with
    required property bool looking // the window is in front

    function showSync(): void {
        side.show(qsTr("Sync"), syncPanel);
    }
    function showActivity(): void {
        side.show(qsTr("What happened"), activityPanel);
    }
    function showWhy(id: string): void {
        whyCard.lineId = id;
        side.show(qsTr("Why is it like this?"), whyCard);
    }

    PendingModel {
        id: pendingChanges
        session: layer.session
    }
    AwayReviewer {
        id: away
        session: layer.session
        looking: layer.looking
    }
    AwayBanner {
        parent: layer.banners
        Layout.fillWidth: true
        reviewer: away
        onReviewWanted: layer.side.show(qsTr("While you were away"), awaySheet)
    }
    SyncPanel {
        id: syncPanel
        anchors.fill: parent
        visible: false
        session: layer.session
        pending: pendingChanges
    }
    ActivityPanel {
        id: activityPanel
        anchors.fill: parent
        visible: false
        session: layer.session
        onWhyWanted: id => layer.showWhy(id)
    }
    WhyCard {
        id: whyCard
        anchors.fill: parent
        visible: false
        session: layer.session
        lineId: ""
    }
    AwaySheet {
        id: awaySheet
        anchors.fill: parent
        visible: false
        reviewer: away
        onWhyWanted: id => layer.showWhy(id)
        onFinished: layer.side.close()
    }
}
