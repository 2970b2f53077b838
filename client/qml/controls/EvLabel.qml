import QtQuick
import QtQuick.Templates as T
import Evencart

// Text for people. Always plain: an item may be called "<b>".
T.Label {
    property bool muted: false
    property bool strong: false
    property int size: Theme.bodyText

    textFormat: Text.PlainText
    horizontalAlignment: Text.AlignLeft // where lines begin in this window, whatever script the text is in
    color: muted ? Theme.mutedText : Theme.text
    linkColor: Theme.accent
    font.family: Theme.family
    font.pixelSize: size
    font.weight: strong ? Font.DemiBold : Font.Normal
    elide: Text.ElideRight
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
