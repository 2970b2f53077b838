pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Evencart
import Evencart.Model
import Evencart.Shop

// The lines of the open cart. Keyboard: arrows move, Shift selects on the way, Space ticks, + and − change, digits begin an amount, Del
// removes, F2 or Enter edits, Alt+Up and Alt+Down move the line, Ctrl+A selects all.
ListView {
    id: list

    required property OpenCart cart
    property bool shopping: false
    property bool shared: false
    property CartStock stock: null
    property string stockAge: ""
    property var selectedIds: ({}) // id → true
    property string anchorId: ""
    readonly property var selection: Object.keys(selectedIds)
    readonly property string currentId: currentItem ? (currentItem as LineRow).lineId : ""
    readonly property var chosen: selection.length > 0 ? selection : currentId !== "" ? [currentId] : []
    property int dropRow: -1 // where a dragged line would go: before this row
    signal editWanted(row: LineRow)
    signal menuWanted(row: LineRow)
    signal whyWanted(row: LineRow)

    clip: true
    model: cart.shown
    currentIndex: -1
    reuseItems: true
    activeFocusOnTab: true
    boundsBehavior: Flickable.StopAtBounds
    cacheBuffer: 400
    T.ScrollBar.vertical: EvScrollBar {}
    Accessible.role: Accessible.List
    Accessible.name: cart.name

    function clearSelection(): void {
        selectedIds = {};
    }
    function pick(id: string, modifiers: int): void {
        const row = cart.shown.rowOfId(id);
        if (modifiers & Qt.ShiftModifier) {
            selectRange(cart.shown.rowOfId(anchorId), row);
        } else if (modifiers & Qt.ControlModifier) {
            const ids = Object.assign({}, selectedIds);
            if (ids[id])
                delete ids[id];
            else
                ids[id] = true;
            selectedIds = ids;
            anchorId = id;
        } else {
            selectedIds = {};
            anchorId = id;
        }
        currentIndex = row;
        forceActiveFocus();
    }
    function selectRange(from: int, to: int): void {
        const ids = {};
        const first = Math.max(0, Math.min(from < 0 ? to : from, to));
        for (let row = first; row <= Math.max(from, to); ++row)
            ids[cart.shown.idAt(row)] = true;
        selectedIds = ids;
    }
    function step(by: int, modifiers: int): void {
        const next = Math.max(0, Math.min(count - 1, currentIndex + by));
        if (modifiers & Qt.ShiftModifier) {
            if (anchorId === "")
                anchorId = currentId;
            currentIndex = next;
            selectRange(cart.shown.rowOfId(anchorId), next);
        } else {
            currentIndex = next;
            anchorId = cart.shown.idAt(next);
            clearSelection();
        }
    }
    // Places lines of the same section only: another section is another aisle, not another place.
    function shift(by: int): void {
        const neighbour = cart.shown.idAt(currentIndex + by);
        if (neighbour !== "" && !cart.readOnly)
            cart.move([currentId], neighbour, by < 0);
    }
    function dragTo(y: real): void {
        const at = indexAt(Theme.large, Math.max(0, Math.min(contentHeight - 1, y)));
        const target = at < 0 ? null : itemAtIndex(at);
        if (target)
            dropRow = y > target.y + target.height / 2 ? at + 1 : at;
        if (y - contentY < 40)
            contentY = Math.max(originY, contentY - 8);
        else if (y - contentY > height - 40)
            contentY = Math.min(originY + contentHeight - height, contentY + 8);
    }
    // Into another aisle means another category, too.
    function drop(row: LineRow): void {
        const to = dropRow;
        dropRow = -1;
        if (to < 0 || to === row.index || to === row.index + 1)
            return;
        const before = to > row.index ? to - 1 : to;
        const neighbour = itemAtIndex(before) as LineRow;
        if (!neighbour)
            return;
        if (cart.shown.grouping === ShownLines.ByCategory && neighbour.category !== row.category && !neighbour.checked)
            cart.setCategory([row.lineId], neighbour.category);
        cart.move([row.lineId], neighbour.lineId, to <= row.index);
    }
    function show(id: string): void {
        const row = cart.shown.rowOfId(id);
        if (row < 0)
            return;
        positionViewAtIndex(row, ListView.Contain);
        currentIndex = row;
    }

    Keys.onPressed: event => {
        const alt = event.modifiers & Qt.AltModifier;
        event.accepted = true;
        if (event.key === Qt.Key_Up)
            alt ? shift(-1) : step(-1, event.modifiers);
        else if (event.key === Qt.Key_Down)
            alt ? shift(1) : step(1, event.modifiers);
        else if (event.key === Qt.Key_Home)
            step(-count, event.modifiers);
        else if (event.key === Qt.Key_End)
            step(count, event.modifiers);
        else if (event.key === Qt.Key_PageDown)
            step(10, event.modifiers);
        else if (event.key === Qt.Key_PageUp)
            step(-10, event.modifiers);
        else if (event.key === Qt.Key_A && event.modifiers & Qt.ControlModifier)
            selectRange(0, count - 1);
        else if (event.key === Qt.Key_Escape)
            clearSelection();
        else if (event.key === Qt.Key_Space && !cart.readOnly)
            selection.length > 1 ? cart.check(selection) : cart.toggle(currentId);
        else if (event.key === Qt.Key_Delete && !cart.readOnly)
            cart.remove(chosen);
        else if (event.key === Qt.Key_Plus && !cart.readOnly)
            cart.increase(currentId);
        else if (event.key === Qt.Key_Minus && !cart.readOnly)
            cart.decrease(currentId);
        else if (/^[0-9]$/.test(event.text) && !cart.readOnly && currentItem)
            (currentItem as LineRow).editAmount(event.text);
        else if (event.key === Qt.Key_L && !cart.readOnly && currentItem)
            (currentItem as LineRow).likedByMe ? cart.unlike(currentId) : cart.like(currentId);
        else if ((event.key === Qt.Key_F2 || event.key === Qt.Key_Return || event.key === Qt.Key_Enter) && currentItem)
            editWanted(currentItem as LineRow);
        else if (event.key === Qt.Key_Menu && currentItem)
            menuWanted(currentItem as LineRow);
        else
            event.accepted = false;
    }

    // Headings belong to the first row of their section: a ListView's own section items keep the text of the section that they
    // were made for when Qt 6.4 uses them again.
    section.property: "section"
    delegate: LineRow {
        id: line
        width: ListView.view.width
        heading: ListView.previousSection !== ListView.section ? ListView.section : ""
        cart: list.cart
        large: list.shopping
        shared: list.shared
        stock: list.stock
        stockAge: list.stockAge
        selected: list.selectedIds[lineId] === true
        current: ListView.isCurrentItem
        // Rows that wait to be used again are not painted, but they would still be read to a blind person.
        ListView.onPooled: visible = false
        ListView.onReused: visible = true
        onPicked: modifiers => list.pick(lineId, modifiers)
        onOpened: list.editWanted(line)
        onMenuWanted: {
            list.currentIndex = index;
            list.menuWanted(line);
        }
        onWhyWanted: list.whyWanted(line)
        onDragged: y => list.dragTo(line.y + y)
        onDropped: list.drop(line)
    }
    Rectangle {
        parent: list.contentItem
        readonly property Item target: list.dropRow < 0 ? null : list.itemAtIndex(Math.min(list.dropRow, list.count - 1))
        visible: target !== null
        z: 10
        y: !target ? 0 : (list.dropRow < list.count ? target.y : target.y + target.height) - 1
        x: Theme.medium
        width: list.width - 2 * Theme.medium
        height: 2
        color: Theme.accent
    }
    displaced: Transition {
        NumberAnimation {
            properties: "y"
            duration: Theme.calm
            easing.type: Easing.OutCubic
        }
    }
}
