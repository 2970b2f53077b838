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
