import QtQuick
import QtQuick.Window
import Evencart

// One of resources/icons/ui in a colour. Decoration: what it means is said by the control that carries it.
Item {
    id: icon

    required property string name
    property color color: Theme.text
    property int size: Theme.iconSize
    property alias mirror: picture.mirror

    implicitWidth: size
    implicitHeight: size
    Accessible.ignored: true

    // Not the root: a picture's implicit size is that of its pixels, and layouts would make it twice as large at 200 %.
    Image {
        id: picture
        anchors.fill: parent
        source: icon.name === "" ? "" : "image://icons/" + icon.name + "/" + icon.color.toString().slice(1)
        sourceSize.width: Math.ceil(icon.size * Screen.devicePixelRatio)
        sourceSize.height: Math.ceil(icon.size * Screen.devicePixelRatio)
        fillMode: Image.PreserveAspectFit
    }
}
