import QtQuick
import QtQuick.Templates as T
import Evencart

// A small rounded word: a filter that is on or off, a recognised part, a mark. `tone` colours it; a mark says what it means in words.
T.AbstractButton {
    id: control

    enum Tone {
        Plain,
        Accent,
        Warning,
        Danger,
        Info
    }
    property int tone: EvChip.Tone.Plain
    property string iconName: ""
    property string tip: ""
    readonly property int shownTone: checked ? EvChip.Tone.Accent : tone
    readonly property color contentColour: [Theme.mutedText, Theme.accent, Theme.warning, Theme.danger, Theme.info][shownTone]

    implicitWidth: implicitContentWidth + leftPadding + rightPadding
    implicitHeight: 26
    leftPadding: Theme.small + 2
    rightPadding: Theme.small + 2
    hoverEnabled: true
    opacity: enabled ? 1 : 0.5
    Accessible.name: text
    Accessible.checkable: checkable
    Accessible.checked: checked

    contentItem: EvIconText {
        iconName: control.iconName
        text: control.text
        color: control.contentColour
        textSize: Theme.smallText
        iconSize: 14
        spacing: Theme.tiny
    }
    background: Rectangle {
        radius: height / 2
        color: control.shownTone === EvChip.Tone.Plain ? (control.hovered ? Theme.hovered : "transparent")
             : [Theme.surface, Theme.accentSoft, Theme.warningSoft, Theme.dangerSoft, Theme.infoSoft][control.shownTone]
        border.width: control.shownTone === EvChip.Tone.Plain ? 1 : 0
        border.color: Theme.border
        EvFocusRing {
            shown: control.visualFocus
        }
    }
    EvToolTip {
        visible: control.hovered && control.tip !== ""
        text: control.tip
    }
}
