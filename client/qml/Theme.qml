pragma Singleton
import QtQuick

QtObject {
    property bool dark: false
    readonly property color window: dark ? "#15181c" : "#f7f8f9"
    readonly property color text: dark ? "#e8eaed" : "#1b1f24"
}
