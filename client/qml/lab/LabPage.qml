pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Evencart
import Evencart.Laboratory

// The laboratory, over the whole window: real engines over an invented network, to see what each idea does.
Rectangle {
    id: page

    signal told(words: string)
    signal failed(words: string)

    readonly property bool free: table.demo === ""
    property Item focusedBefore: null // gets the keys again

    function openPage(): void {
        if (!visible)
            focusedBefore = Window.activeFocusItem;
        visible = true;
        back.forceActiveFocus();
        table.running = free;
    }
    function close(): void {
        table.running = false;
        visible = false;
        focusedBefore?.forceActiveFocus();
    }
    function choose(index: int): void {
        if (index <= 0)
            table.openTable(1);
        else if (index <= table.demos.length)
            table.openDemo(table.demos[index - 1].name);
        else
            beginAgain();
        table.running = free;
    }
    function beginAgain(): void {
        table.beginAgain();
        if (table.trace)
            table.playToTheEnd();
        table.running = free;
    }
    // A trace stands behind the demonstrations as long as it is on the table.
    function showChosen(): void {
        let chosen = table.trace ? table.demos.length + 1 : 0;
        for (let n = 0; n < table.demos.length; ++n) {
            if (table.demos[n].name === table.demo)
                chosen = n + 1;
        }
        chooser.currentIndex = chosen;
    }
    readonly property alias laboratory: table

    visible: false
    color: Theme.window
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Laboratory")
    Keys.onEscapePressed: close()

    Laboratory {
        id: table
        language: qsTr("en", "The code of this language: demonstrations are told in en and de")
        onFailed: sentence => page.failed(sentence)
        onTableChanged: page.showChosen()
    }
    MouseArea {
        anchors.fill: parent // what is below is not to be hit
        hoverEnabled: true
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.medium
        spacing: Theme.medium
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.small
            EvIconButton {
                id: back
                iconName: Application.layoutDirection === Qt.RightToLeft ? "chevron-right" : "chevron-left"
                text: qsTr("Back to the carts")
                onClicked: page.close()
            }
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("Laboratory")
                size: Theme.titleText
                strong: true
                elide: Text.ElideRight
                Accessible.role: Accessible.Heading
            }
            EvComboBox {
                id: chooser
                Layout.preferredWidth: Math.min(360, page.width / 2.4)
                label: qsTr("What to look at")
                model: [qsTr("A free table"), ...table.demoTitles, ...(table.trace ? [table.title] : [])]
                onModelChanged: page.showChosen()
                onActivated: index => page.choose(index)
            }
            EvIconButton {
                iconName: "undo"
                text: qsTr("Begin again")
                onClicked: page.beginAgain()
            }
            EvIconButton {
                enabled: page.free
                iconName: "download"
                text: qsTr("Save what was done as a trace…")
                onClicked: saveDialog.open()
            }
            EvIconButton {
                iconName: "folder"
                text: qsTr("Play a trace…")
                onClicked: openDialog.open()
            }
        }
        EvLabel {
            Layout.fillWidth: true
            visible: page.free
            text: qsTr("Two people share a cart. Pull a cable, slow the network down, change the same line on both sides, and watch them meet. Nothing here touches your carts.")
            muted: true
            wrapMode: Text.WordWrap
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            spacing: Theme.medium
            LabTelling {
                Layout.preferredWidth: Math.max(240, page.width * 0.32)
                Layout.fillHeight: true
                visible: !page.free
                laboratory: table
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: page.width < 760 ? 1 : 2
                columnSpacing: Theme.medium
                rowSpacing: Theme.medium
                Repeater {
                    model: table.seats
                    LabSeatCard {
                        required property int index
                        required property var modelData
                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        seat: modelData
                        place: index
                        playable: page.free
                        onActed: words => table.act(index, words)
                        onPlugged: on => table.setOnline(index, on)
                    }
                }
            }
        }
        LabNetworkBar {
            Layout.fillWidth: true
            visible: page.free
            laboratory: table
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(220, page.height * 0.28)
            radius: Theme.largeRadius
            color: Theme.surface
            border.color: Theme.border
            LabTimeline {
                anchors.fill: parent
                anchors.margins: Theme.small
                laboratory: table
                fillColor: Theme.surface
                text: Theme.text
                faint: Theme.mutedText
                lane: Theme.border
                up: Theme.accent
                down: Theme.info
                lost: Theme.danger
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("Time line: %n message(s) on the way", "", table.underWay) + ", "
                    + (table.same ? qsTr("everybody has the same") : qsTr("the carts differ"))
            }
        }
        EvLabel {
            Layout.fillWidth: true
            text: qsTr("%1 s").arg(table.seconds.toFixed(1)) + " · " + qsTr("%n message(s) on the way", "", table.underWay) + " · "
                + (table.same ? qsTr("everybody has the same") : qsTr("the carts differ"))
            size: Theme.smallText
            color: table.same ? Theme.mutedText : Theme.warning
        }
    }
    FileDialog {
        id: saveDialog
        fileMode: FileDialog.SaveFile
        defaultSuffix: "demo"
        nameFilters: [qsTr("Traces (*.demo)")]
        onAccepted: {
            if (table.saveTrace(selectedFile))
                page.told(qsTr("The trace is saved. Here it plays again as it was; \"evencartctl demo FILE\" plays it with real programs, without its times."));
        }
    }
    FileDialog {
        id: openDialog
        nameFilters: [qsTr("Traces (*.demo)")]
        onAccepted: {
            if (table.openTrace(selectedFile))
                table.playToTheEnd();
        }
    }
}
