pragma Singleton
import QtQuick

// Colour, type, spacing, radius and motion of every screen. Nothing else names a colour or a size.
// Text on every surface has a contrast of 4.5 or more, marks of 3 or more (WCAG 2.1 AA).
QtObject {
    id: theme

    // Set by Main.qml from the preferences and the system.
    property bool dark: false
    property bool compact: false
    property bool reducedMotion: false

    // ---- colour
    readonly property color window: dark ? "#131715" : "#f5f6f3"
    readonly property color sidebar: dark ? "#181d1a" : "#ebeee8"
    readonly property color surface: dark ? "#1c221f" : "#ffffff"
    readonly property color raised: dark ? "#242b27" : "#ffffff" // menus, dialogs, toasts
    readonly property color sunken: dark ? "#171c19" : "#eff2ec" // fields, wells
    readonly property color hovered: dark ? "#262e2a" : "#f0f3ed"
    readonly property color pressed: dark ? "#2e3732" : "#e4e9e1"
    readonly property color border: dark ? "#323b36" : "#dbe1d8"
    readonly property color fieldBorder: dark ? "#6d7a73" : "#7f8a82"

    readonly property color text: dark ? "#e7ece8" : "#18201b"
    readonly property color mutedText: dark ? "#a6b3ab" : "#55615a"
    readonly property color faintText: dark ? "#8b9990" : "#667269" // large or unimportant text

    readonly property color accent: dark ? "#5fcd92" : "#1d7a4c"
    readonly property color accentHovered: dark ? "#78d8a4" : "#18683f"
    readonly property color accentSoft: dark ? "#1d3a2b" : "#dcf0e3"
    readonly property color textOnAccent: dark ? "#06281a" : "#ffffff"

    readonly property color warning: dark ? "#f2c272" : "#855600"
    readonly property color warningSoft: dark ? "#3a2f18" : "#fdf0d5"
    readonly property color danger: dark ? "#ff9087" : "#b3261e"
    readonly property color dangerSoft: dark ? "#44221f" : "#fce5e2"
    readonly property color info: dark ? "#93c0f7" : "#1e5da6"
    readonly property color infoSoft: dark ? "#1d2f46" : "#e2edfb"
    readonly property color glow: dark ? "#3b3a1e" : "#fff5c7"
    readonly property color scrim: "#80000000"
    readonly property color focusRing: dark ? "#8fe0b5" : "#14603a"

    // For people: the same index is the same person everywhere. Each carries white or dark text with contrast.
    readonly property var memberColours: ["#2f6db5", "#a34a1f", "#6b4fb0", "#17785a", "#a8356f", "#7a6200", "#0f7186", "#8a3f3f"]
    function memberColour(index: int): color {
        return memberColours[index % memberColours.length];
    }
    readonly property color textOnMember: "#ffffff"

    // ---- type
    readonly property string family: "Inter"
    readonly property int smallText: 12
    readonly property int bodyText: 14
    readonly property int strongText: 16
    readonly property int titleText: 20
    readonly property int displayText: 26

    // ---- space, in steps of 4
    readonly property int tiny: 4
    readonly property int small: 8
    readonly property int medium: 12
    readonly property int large: 16
    readonly property int huge: 24
    readonly property int rowHeight: compact ? 40 : 52
    readonly property int controlHeight: compact ? 32 : 36
    readonly property int iconSize: 18

    readonly property int radius: 8
    readonly property int smallRadius: 6
    readonly property int largeRadius: 12

    // ---- motion, in milliseconds; 0 where the user wants none
    readonly property int quick: reducedMotion ? 0 : 110
    readonly property int calm: reducedMotion ? 0 : 220
    readonly property int glowTime: reducedMotion ? 0 : 2200
}
