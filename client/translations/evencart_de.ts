<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evencart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shopping cart that several people edit and that never makes anybody wait. Free software under the licence %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with Qt %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick or untick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a whole list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget and bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a cart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share this cart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go shopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History of this cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge this cart into another…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring in a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the sync stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>What happened in this cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older changes are kept too. “evencartctl history” lists all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>%1 %2</source>
        <comment>who did what: Ben added Milk</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AisleEntry</name>
    <message>
        <source>%1, aisle %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1 from the order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionChips</name>
    <message>
        <source>Bought twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people bought this, together more than was wanted. Click to see who.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off by several people at once until nothing was left. Click to say how many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several people wrote this at the same time. Click to see what the others wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added as “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody added this under its old name. Click to give it a line of its own.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwayBanner</name>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwayChange</name>
    <message>
        <source>%1 %2</source>
        <comment>who did what: Ben added Milk</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwayMerge</name>
    <message>
        <source>Why?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is %1 like this?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwayReviewer</name>
    <message>
        <source>%1 %2</source>
        <comment>who did what</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AwaySheet</name>
    <message>
        <source>There is nothing to review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Touched by both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By others</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>By you, meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All fine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back all of mine</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartEntry</name>
    <message>
        <source>Without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartFileDialogs</name>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown list (*.md)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything, as JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s) as text.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the cart as text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold more than this format can; JSON keeps everything.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists and carts (*.csv *.md *.txt *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the cart as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save all carts in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartHeader</name>
    <message>
        <source>Name of the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done shopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go shopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened in this cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for this cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n to buy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else named this cart &quot;%1&quot; at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can look at this cart and follow what others do, but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartMenu</name>
    <message>
        <source>Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget and bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into another cart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staples…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Markdown list…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything (JSON)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Archive</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>Nothing in this cart yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what you need, like &quot;2x milk&quot; or &quot;500 g flour, type 405 #bakery&quot;, and press Enter. A pasted list works too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing fits what you look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done shopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the cart …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aisle or kind of thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CartProof</name>
    <message>
        <source>Fingerprint %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equal fingerprints mean equal carts. Compare it with what another device shows here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CommandRow</name>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is on this device, in one folder. A copy of it is a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of your data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all carts…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import into %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The diagnostics are copied. They hold no names, items or addresses.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DesktopShell</name>
    <message>
        <source>Saved as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DueBanner</name>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvAvatarStack</name>
    <message>
        <source>%1 takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bought %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 wanted %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n</source>
        <comment>so many more people</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvBanner</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EvDropArea</name>
    <message>
        <source>Drop to look at the list first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Find in this cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To buy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To look at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order and groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group by aisle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the order of the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most liked first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HabitsSection</name>
    <message>
        <source>Habits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What others do while the window is hidden, bundled: &quot;Sam added 4 things&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: closing the window ends Evencart. Where there is no tray it always does.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Intent</name>
    <message>
        <source>Tick %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the quantity of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the note of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the category of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the price of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back the like of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>The invitation as a QR code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Whoever has the link can join.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as a message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The message is copied.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationFacts</name>
    <message>
        <source>On the server %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is encrypted on the way to this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate authority vouches for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the server with this certificate is accepted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InvitationTerms</name>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can add, tick and change everything. The usual choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can see everything and follow along, but change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can do what you can, and invite others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How long</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They need no account, only the link and Evencart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set a server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another invitation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste the invitation that somebody sent you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are who you are: whoever has them can edit your carts in your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are in the keychain now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys are in the file now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep them in a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Edit %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brand, size, where to find it …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aisle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Edit…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in particular takes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it like this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it a staple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n lines</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Untick %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Liked by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Like</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LooksSection</name>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items and names stay as they were typed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing slides, fades or glows.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 — Evencart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Budget and bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cart yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one for yourself, or join one with an invitation link. You need no account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a cart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening your carts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, like &quot;Groceries&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberEntry</name>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>This cart is on this device only. Invite somebody to share it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has not been asked yet: these are the members heard of before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only owners of this cart can invite others.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first stays as it is; what it has goes into the second. Doing it again adds nothing twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cart to take from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cart to merge into</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The second cart has all of this already: merging changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>&quot;Last write wins&quot; would throw away %n number(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MergeTable</name>
    <message>
        <source>All rows:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Union</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What merging comes to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is taken for %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyPanel</name>
    <message>
        <source>Budget for this cart (only on this device)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who owes what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing with a price is bought yet. When it is, each pays for what he or she wanted, and whoever bought gets it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of what is bought so far: each pays for what he or she wanted, and whoever bought gets it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wanted %1, paid %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owes %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gets %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>OK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewsBundler</name>
    <message numerus="yes">
        <source>%1 added %n thing(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bought %n thing(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n thing(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteSheet</name>
    <message>
        <source>Add the template %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add from %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One item on each line; bullets, boxes and headings are understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milk
500 g flour
…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be read is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to add yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PendingRow</name>
    <message>
        <source>%1, %2</source>
        <comment>cart, time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it into my own cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PresenceRow</name>
    <message>
        <source>Members. Here now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>+%n</source>
        <comment>so many more people</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Here now: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members of this cart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Another program has your carts open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file with your carts is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your carts were saved by a newer Evencart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keys to your carts are locked away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your carts cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the other program and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. What had reached the server can be fetched again: move the folder %1 away, start Evencart, and join your carts with a new invitation. &quot;evencartctl doctor&quot; tells more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Install the newer version again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Unlock the keychain, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether the disk is full or the folder %1 cannot be written, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProfileFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged and was put aside as %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was not saved: %2. Free some space and change it again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuantityStepper</name>
    <message>
        <source>Less %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2, change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickAddField</name>
    <message>
        <source>Add something: 2x milk, 500 g flour, 1/2 l cream …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickAddPanel</name>
    <message>
        <source>%1, as usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click: without the usual category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Backspace behind it: part of the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put into the field, without adding (Tab)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑↓ choose · Enter adds · Tab fills in · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptList</name>
    <message>
        <source>%1: %2</source>
        <comment>whose device, whether it has it</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RemovedPanel</name>
    <message>
        <source>Nothing was removed from this cart. What goes away stays here and can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing something back is a change like any other: everybody gets it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring all of it back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionHeader</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Tick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerAlarm</name>
    <message>
        <source>This is not the server that you trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It answers under your server&apos;s address, but with another certificate. Nothing was sent to it, and the sync is stopped. Everything you do is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that you trust</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one that it shows now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the server was set up anew, ask whoever hosts it for the new fingerprint, by phone or in person. If nobody knows of it, somebody may be listening in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I compared the new fingerprint with whoever hosts the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trust the new certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stay stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cart.example.org, or wss://192.168.1.5:8787</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of its certificate, if you have it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>64 digits; the server prints them when it starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody vouches for this server. Compare the fingerprint below with the one that it prints when it starts, or ask whoever hosts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the server with that fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate authority vouches for this server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This server has another certificate than the one that you named. Do not use it; ask whoever hosts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server on this machine, without encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server at %1 shows this fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is the same: use this server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without a server everything stays on this device. To share carts, set the server that you or somebody you know hosts, or join a cart with an invitation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fingerprint of its certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A certificate authority vouches for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: nothing is encrypted on this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use no server?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your carts stay on this device with everything in them. What you and the others change from then on is no longer exchanged, until you set the server again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the carts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopOrderEditor</name>
    <message>
        <source>Way through the shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carts grouped by aisle follow this order. Drag an aisle, or move it with Alt and the arrow keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another aisle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+K finds every command by its name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide archived carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show archived carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a cart…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StaplesDialog</name>
    <message>
        <source>Staples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What you usually need every few days. It is offered when it is due, never added by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 l milk #dairy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every … days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>More often: every %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Less often: every %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No staple any more: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No staples yet. Write one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that are due</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>“%1”</source>
        <comment>something that was typed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>you</source>
        <comment>in the middle of a sentence, as in: by you</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added %1 %2</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>added %1 more %2</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took %1 off %2</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought %1 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brought %1 %2 from another cart</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took an amount of %1 back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>renamed %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave %1 its old name back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrote a note on %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared the note on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sorted %1 under %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared the category of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed the price of %1 from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>priced %1 at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cleared the price of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>assigned %1 to nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>moved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought %1 %2</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unticked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>liked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took back a like of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>named the cart %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merged another cart into this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used something that only later versions know</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>made a change that the server refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed something older than this history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>changed nothing that shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who did what: Ben added Milk</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role in this cart does not allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server could not make sense of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was larger than the server takes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cart is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person who gets it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>who, how many</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought by %1, but only %2 wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can tell how many are wanted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off at once by %1, until nothing was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two values for the %1 at once. The later one shows, by %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 added under the old name %2 by %3, who had not seen the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed by %1, while it was added or changed by %2. Adding wins, so it stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unticked by %1, while it was bought by %2. What was bought counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>value, who</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Typed at the same time: %1. The later number counts, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 typed by %2. On top of it by %3; together %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wanted by %1. Amounts add up, together %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed by %1, %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last changed by %1, %2. Nobody changed it at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each of them ticked it without having seen the other&apos;s tick, so there may be two of it now. Nothing is taken away by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps up and down add up. Made at the same time they can take more than there was; the item stays until somebody says how many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither had seen the other&apos;s value. The later one shows and the other one is kept until somebody writes again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever added it did not know of the new name and may have meant something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who removed it had not seen the other change. What somebody wants is never lost that way; remove it again if it should go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who unticked it had not seen that it was bought at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neither had seen the other&apos;s number. A typed number replaces what its author saw; of two at once the later counts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount is the last typed number and everything that was added or taken since, or at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever adds an item that is there already wants more of it, also without knowing of the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed items are kept and can be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every change was made by somebody who had seen the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day without its year, as Qt writes dates</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StoryLayer</name>
    <message>
        <source>Sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is it like this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncEntry</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last synced %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncHead</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Last synced %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never synced yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Work offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied. It holds versions, counts and shortened ids, no names and no items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused and waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Are all devices the same?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lists that you use again and again. You see one before it is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the template %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No templates yet. Save this cart as the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save the %n selected line(s) as</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Save this cart as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Evencart: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Evencart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictActions</name>
    <message>
        <source>Keep %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both are fine: make it %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One was enough: mine goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it a line of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untick it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle the %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the quantity of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back my purchase of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>The right number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, what</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>What happened to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show older changes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YouSection</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, as the others see it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your colour comes with you: everybody sees you in the same one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::ActivityModel</name>
    <message>
        <source>Saved here, not on the server yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who did what</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Had not seen: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; </source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::AppSession</name>
    <message>
        <source>Merged, with the amounts that you chose. That can be undone in two steps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try me</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the sample items</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::AwayReviewer</name>
    <message>
        <source>Everything done while away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken back, as one step. Redo brings it all back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>While you were away: %n change(s) by %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It is gone now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It reads %1 %2 now.</source>
        <comment>amount, item</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::CartFiles</name>
    <message>
        <source>cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cart can be saved on this machine only; choose a local folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carts can be saved on this machine only; choose a local folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saved %n cart(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::CartListModel</name>
    <message numerus="yes">
        <source>%n to buy</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::CartMoney</name>
    <message>
        <source>%1 over the budget of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::CartPrinter</name>
    <message>
        <source>There is no program that opens PDF files. The pages are in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s), printed %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::ConvergenceModel</name>
    <message>
        <source>On this device only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Identical to the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not compared with the server yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The same changes on %1 of %n device(s); being compared</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Identical on %1 of %n device(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::DesktopNotifications</name>
    <message>
        <source>Open the cart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::InviteFlow</name>
    <message>
        <source>Carts are shared by way of a server, and none is set yet. Anyone can host one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An invitation needs the server, and it cannot be reached now. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only an owner of this cart can invite others. Ask one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Good for %n person(s), until %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Shop with me: join my cart &quot;%1&quot; with Evencart. Paste this link under Join.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::JoinFlow</name>
    <message>
        <source>You can see everything and change nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can add, tick and change everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can change everything and invite others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This becomes your server: your other carts are kept there, too, for you alone until you invite somebody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the server that you use already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The link names another certificate for your server than the one that you trust. Do not join; ask whoever hosts the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You use another server: %1. All your carts are on one server. Ask for a cart on yours, or change the server in the settings first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::KeySettings</name>
    <message>
        <source>In your desktop&apos;s keychain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the file %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are locked with your login. The command line evencartctl cannot open this profile while they are there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the desktop&apos;s keychain…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can be read by your user alone. It is used because there is no keychain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file can be read by your user alone, and evencartctl can use the profile, too. A keychain is there if you prefer it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::LineModel</name>
    <message>
        <source>Saved here, not on the server yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the server, not seen by everybody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by the others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody removed this meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 changed this meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bought twice?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting to sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::LineStoryModel</name>
    <message>
        <source>Your other device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (device %2)</source>
        <comment>name, short id</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; online now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; last heard %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Received by %1 of %n other device(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::MembersModel</name>
    <message>
        <source>Viewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last heard %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known while offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::MergeStudio</name>
    <message>
        <source>Merge two carts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the amounts of the merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::OpenCart</name>
    <message>
        <source>You can look at this cart, but not change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of things.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount; write a number like 2 or %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename the cart to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear what is bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item in this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is wanted again: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::PastePreview</name>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>un-ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new, ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raise(s) an amount</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n un-ticked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::PendingModel</name>
    <message>
        <source>Kept from %1</source>
        <comment>name of a cart</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is in your cart “%1” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: %1, in %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting: %1, in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::People</name>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::Preferences</name>
    <message>
        <source>Fruit and vegetables</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dairy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meat and fish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pantry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Household</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::QuickAdd</name>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Catalogue id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is ticked: this un-ticks it, %2 to buy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here already: %2 → %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is here as %2; another unit makes a second line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::RemovedModel</name>
    <message>
        <source>Bring back %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::ServerSettings</name>
    <message>
        <source>Nothing is encrypted on this address. Whoever is on the way can read the carts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::ShownLines</name>
    <message>
        <source>Bought</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::Staples</name>
    <message numerus="yes">
        <source>Due: %1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the cart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This line is not in the cart any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s) that were due</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Suggestions</name>
    <message>
        <source>ticked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 in the cart</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>evencart::SyncStatus</name>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On this device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Action needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is saved on this device. Invite somebody or set a server to share it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server has everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the way to the server.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with the server.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for the server. Everything you do is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot be reached. Everything you do is saved here and goes out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You chose to work offline. Everything you do is saved here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n of your changes. Everything else is fine.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Templates</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item to save; add some first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
