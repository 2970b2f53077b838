pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Evencart

// Short words at the lower edge, one at a time; the next one takes its place. A toast with an action stays longer.
Item {
    id: host

    property string text: ""
    property string actionText: ""
    property bool bad: false
    property var run: null
    property string undoes: "" // for whoever shows it: the action that it offers to undo

    function show(words: string, action: string, what: var): void {
        open(words, action, what, false);
    }
    function showFailure(words: string): void {
        open(words, "", null, true);
    }
    // What it offers is no longer so; the words stay as long as they would.
    function dropAction(): void {
        actionText = "";
        run = null;
        undoes = "";
    }
    function open(words: string, action: string, what: var, isBad: bool): void {
        text = words;
        actionText = action;
        run = what;
        bad = isBad;
        timer.interval = isBad || action !== "" ? 7000 : 3500;
        timer.restart();
    }

    Timer {
        id: timer
        onTriggered: host.text = ""
        running: false
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        visible: opacity > 0
        opacity: host.text === "" ? 0 : 1
        width: Math.min(row.implicitWidth + Theme.large + Theme.small, host.width - 2 * Theme.large, 640)
        height: Math.max(44, row.implicitHeight + 2 * Theme.small)
        radius: Theme.radius
        color: Theme.text
        Accessible.role: Accessible.AlertMessage
        Accessible.name: host.text
        Behavior on opacity {
            NumberAnimation {
                duration: Theme.quick
            }
        }
        HoverHandler {
            onHoveredChanged: hovered ? timer.stop() : timer.restart()
        }
        RowLayout {
            id: row
            anchors.fill: parent
            anchors.leftMargin: Theme.large
            anchors.rightMargin: Theme.small
            spacing: Theme.medium
            EvIcon {
                visible: host.bad
                name: "warning"
                color: Theme.window
            }
            EvLabel {
                Layout.fillWidth: true
                text: host.text
                color: Theme.window
                wrapMode: Text.WordWrap
                maximumLineCount: 3
                Accessible.ignored: true
            }
            EvButton {
                visible: host.actionText !== ""
                implicitHeight: 30
                text: host.actionText
                onClicked: {
                    const what = host.run;
                    host.text = "";
                    if (what)
                        what();
                }
            }
        }
    }
}
