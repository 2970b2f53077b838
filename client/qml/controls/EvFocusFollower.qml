import QtQuick
import Evencart

// Scrolls a page so that what has the focus is in sight: with Tab one comes to what is further down. A child of the page.
Item {
    id: follower

    required property Flickable page
    readonly property Item focused: Window.activeFocusItem

    onFocusedChanged: soon.restart() // what comes with the focus has its place by then
    Timer {
        id: soon
        interval: 0
        onTriggered: follower.follow()
    }
    function follow(): void {
        let above = focused;
        while (above && above !== page.contentItem)
            above = above.parent;
        if (!above)
            return;
        const top = focused.mapToItem(page.contentItem, 0, 0).y - Theme.large;
        const bottom = top + Math.min(focused.height, page.height / 2) + 2 * Theme.large;
        const wanted = Math.max(bottom - page.height, Math.min(page.contentY, top));
        page.contentY = Math.max(0, Math.min(page.contentHeight - page.height, wanted));
    }
}
