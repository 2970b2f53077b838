import QtQuick
import QtQuick.Layouts
import Evencart
import Evencart.Shop

// How much of something there is: a shape and a word, and how old that is.
RowLayout {
    id: root

    required property int mark // CartStock.Mark
    required property string text
    property string age: ""
    readonly property bool bad: mark === CartStock.SoldOut || mark === CartStock.NotSold
    readonly property bool warns: mark === CartStock.Fewer || mark === CartStock.PriceDiffers

    readonly property color colour: bad ? Theme.danger : warns ? Theme.warning : mark === CartStock.Kept ? Theme.info : Theme.mutedText

    spacing: Theme.tiny
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.description: age

    EvIcon {
        name: root.mark === CartStock.Kept ? "shield" : root.bad ? "close" : root.mark === CartStock.PriceDiffers ? "tag" : root.warns ? "warning" : "check"
        size: 13
        color: root.colour
    }
    EvLabel {
        Layout.fillWidth: true
        Layout.maximumWidth: Math.ceil(implicitWidth)
        text: root.age !== "" ? root.text + " · " + root.age : root.text
        size: Theme.smallText
        color: root.colour
        Accessible.ignored: true
    }
}
