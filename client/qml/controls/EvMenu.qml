pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart

// A menu of EvMenuItem and EvMenuSeparator, or of Actions.
T.Menu {
    id: control

    property string iconName: "" // as an entry of another menu

    implicitWidth: 248
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    margins: Theme.small
    padding: Theme.tiny
    overlap: 1
    onAboutToShow: implicitWidth = widthOfEntries()

    // As wide as its longest text, whose length is the language's, within reason.
    function widthOfEntries(): real {
        let widest = 248;
        for (let i = 0; i < count; ++i) {
            const entry = itemAt(i) as T.MenuItem;
            if (entry)
                widest = Math.max(widest, entry.implicitContentWidth + entry.leftPadding + entry.rightPadding + leftPadding + rightPadding);
        }
        return Math.min(widest, 400);
    }

    delegate: EvMenuItem {}
    contentItem: ListView {
        implicitHeight: contentHeight
        model: control.contentModel
        interactive: Window.window ? contentHeight + control.topPadding + control.bottomPadding > Window.window.height : false
        clip: true
        currentIndex: control.currentIndex
        keyNavigationEnabled: true
    }
    background: Rectangle {
        radius: Theme.radius
        color: Theme.raised
        border.color: Theme.border
    }
}
