import QtQuick
import Evencart
import Evencart.Story

// A quiet line: others changed the cart while nobody looked. Opens the review; closing it accepts how it came out.
EvBanner {
    id: banner

    required property AwayReviewer reviewer
    signal reviewWanted

    visible: reviewer.summary !== ""
    text: reviewer.summary
    iconName: "clock"
    tone: EvChip.Tone.Info
    actionText: qsTr("Review")
    closable: true
    onAction: banner.reviewWanted()
    onClosed: reviewer.accept()
}
