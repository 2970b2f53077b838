import QtQuick
import Evencart

// Scrolls a page so that what got the focus by the keys is in sight: with Tab one comes to what is further down. What is pressed stays
// under the pointer. A child of the page.
Item {
    id: follower

    required property Flickable page
    readonly property Item focused: Window.activeFocusItem
    readonly property int reason: reasonOf(focused)
    readonly property bool byKeys: reason === Qt.TabFocusReason || reason === Qt.BacktabFocusReason || reason === Qt.ShortcutFocusReason

    // What is no control, like a list, does not know it; such a thing is come to by Tab.
    function reasonOf(item: var): int {
        return item?.focusReason ?? Qt.TabFocusReason;
    }
    onFocusedChanged: soon.restart() // what comes with the focus has its place by then
    Timer {
        id: soon
        interval: 0
        onTriggered: follower.follow()
    }
    function follow(): void {
        let above = byKeys ? focused : null;
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
