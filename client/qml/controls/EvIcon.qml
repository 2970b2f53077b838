import QtQuick
import QtQuick.Window
import Evencart

// One of resources/icons/ui in a colour. Decoration: what it means is said by the control that carries it.
Image {
    id: icon

    required property string name
    property color color: Theme.text
    property int size: Theme.iconSize

    width: size
    height: size
    source: name === "" ? "" : "image://icons/" + name + "/" + color.toString().slice(1)
    sourceSize.width: Math.ceil(size * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(size * Screen.devicePixelRatio)
    fillMode: Image.PreserveAspectFit
    Accessible.ignored: true
}
