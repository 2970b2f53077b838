pragma ComponentBehavior: Bound
import QtQuick
import Evencart

// A shortcut as keys side by side: "Ctrl+N" is two.
Row {
    id: root

    required property string keys
    readonly property var words: ({
            "Ctrl": qsTr("Ctrl"),
            "Shift": qsTr("Shift"),
            "Alt": qsTr("Alt"),
            "Space": qsTr("Space"),
            "Del": qsTr("Del"),
            "PgUp": qsTr("PgUp"),
            "PgDown": qsTr("PgDown")
        })

    spacing: Theme.tiny
    LayoutMirroring.enabled: false // keys are named in this order everywhere
    Accessible.role: Accessible.StaticText
    Accessible.name: keys

    Repeater {
        // "+" stands between keys and is one itself.
        model: root.keys.match(/[^+]+|\+$/g) ?? []
        delegate: Rectangle {
            id: key

            required property string modelData

            width: Math.max(height, Math.ceil(word.implicitWidth) + 2 * Theme.small) // a border between two pixels is cut off at the edge of a page
            height: 24
            radius: Theme.smallRadius
            color: Theme.sunken
            border.color: Theme.border
            EvLabel {
                id: word
                anchors.centerIn: parent
                text: root.words[key.modelData] ?? key.modelData
                size: Theme.smallText
                muted: true
                Accessible.ignored: true
            }
        }
    }
}
