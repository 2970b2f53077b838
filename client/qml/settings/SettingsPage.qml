pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.People

// Everything that can be set, on one page over the whole window. Changes count at once.
Rectangle {
    id: page

    required property AppSession session
    required property ServerSettings server
    signal exportWanted
    signal importWanted
    signal told(words: string)
    signal failed(words: string)

    property Item focusedBefore: null // gets the keys again

    function openPage(): void {
        if (!visible)
            focusedBefore = Window.activeFocusItem;
        visible = true;
        back.forceActiveFocus();
    }
    function close(): void {
        visible = false;
        focusedBefore?.forceActiveFocus();
    }
    function openServer(): void {
        openPage();
        flick.contentY = Math.min(serverPart.y, Math.max(0, flick.contentHeight - flick.height));
    }

    visible: false
    color: Theme.window
    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Settings")
    Keys.onEscapePressed: close()

    AppFacts {
        id: facts
        session: page.session
    }
    MouseArea {
        anchors.fill: parent // what is below is not to be hit
        hoverEnabled: true
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        RowLayout {
            Layout.fillWidth: true
            Layout.margins: Theme.medium
            spacing: Theme.small
            EvIconButton {
                id: back
                iconName: Application.layoutDirection === Qt.RightToLeft ? "chevron-right" : "chevron-left"
                text: qsTr("Back to the carts")
                onClicked: page.close()
            }
            EvLabel {
                Layout.fillWidth: true
                text: qsTr("Settings")
                size: Theme.titleText
                strong: true
                Accessible.role: Accessible.Heading
            }
        }
        Flickable {
            id: flick
            Layout.fillWidth: true
            Layout.fillHeight: true
            clip: true
            contentHeight: sections.implicitHeight + 2 * Theme.huge
            boundsBehavior: Flickable.StopAtBounds
            T.ScrollBar.vertical: EvScrollBar {}
            EvFocusFollower {
                page: flick
            }
            ColumnLayout {
                id: sections
                width: Math.min(680, flick.width - 2 * Theme.large)
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: Theme.huge
                YouSection {
                    session: page.session
                }
                ServerSection {
                    id: serverPart
                    session: page.session
                    server: page.server
                }
                LooksSection {
                    session: page.session
                }
                HabitsSection {
                    preferences: page.session.preferences
                }
                DataSection {
                    facts: facts
                    onExportWanted: page.exportWanted()
                    onImportWanted: page.importWanted()
                    onTold: words => page.told(words)
                }
                KeysSection {
                    session: page.session
                    looking: page.visible
                    onTold: words => page.told(words)
                    onFailed: words => page.failed(words)
                }
                AboutSection {
                    facts: facts
                }
            }
        }
    }
}
