import QtQuick
import QtQuick.Templates as T
import Evencart

T.ScrollBar {
    id: control

    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    minimumSize: 0.06
    visible: policy === T.ScrollBar.AlwaysOn || (size < 1 && policy !== T.ScrollBar.AlwaysOff)

    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: Theme.fieldBorder
        opacity: control.pressed ? 0.9 : control.hovered || control.active ? 0.6 : 0.3
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }
    }
}
