import QtQuick
import Evencart

// Text for people. Always plain: an item may be called "<b>". No Label of the templates: in Qt 6.4 that is StaticText for a screen
// reader whatever Accessible.role says, and headings were none.
Text {
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
