pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Window
import Evencart
import Evencart.Desktop
import Evencart.Model

Window {
    id: root
    required property AppSession session
    required property Desktop desktop
    width: 1100
    height: 760
    visible: true
    title: session.cart.name
    color: Theme.window
    ListView {
        anchors.fill: parent
        model: root.session.cart.shown
        delegate: Text {
            required property string name
            required property string amount
            text: amount + " " + name
            color: Theme.text
        }
    }
}
