<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutSection</name>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Evencart %1</source>
        <translation>Evencart %1</translation>
    </message>
    <message>
        <source>A shopping cart that several people edit and that never makes anybody wait. Free software under the licence %1.</source>
        <translation>Ein Einkaufszettel, den mehrere gleichzeitig bearbeiten und der niemanden warten lässt. Freie Software unter der Lizenz %1.</translation>
    </message>
    <message>
        <source>Made with Qt %1.</source>
        <translation>Mit Qt %1 gemacht.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Tick or untick</source>
        <translation>Abhaken oder Haken entfernen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Eins mehr</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Eins weniger</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Clear what is bought</source>
        <translation>Gekauftes wegräumen</translation>
    </message>
    <message>
        <source>Add a whole list…</source>
        <translation>Mehrere hinzufügen…</translation>
    </message>
    <message>
        <source>Staples…</source>
        <translation>Regelmäßiges…</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Vorlagen…</translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation>Entfernte Artikel</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Budget and bill</source>
        <translation>Budget und Abrechnung</translation>
    </message>
    <message>
        <source>New cart…</source>
        <translation>Neue Liste…</translation>
    </message>
    <message>
        <source>Join a cart…</source>
        <translation>Einer Liste beitreten…</translation>
    </message>
    <message>
        <source>Share this cart…</source>
        <translation>Diese Liste teilen…</translation>
    </message>
    <message>
        <source>Who takes part</source>
        <translation>Wer mitmacht</translation>
    </message>
    <message>
        <source>Go shopping</source>
        <translation>Einkaufen gehen</translation>
    </message>
    <message>
        <source>Next cart</source>
        <translation>Nächste Liste</translation>
    </message>
    <message>
        <source>Previous cart</source>
        <translation>Vorige Liste</translation>
    </message>
    <message>
        <source>History of this cart</source>
        <translation>Verlauf dieser Liste</translation>
    </message>
    <message>
        <source>Merge this cart into another…</source>
        <translation>In eine andere Liste übernehmen…</translation>
    </message>
    <message>
        <source>Bring in a file…</source>
        <translation>Aus einer Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Als PDF speichern…</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>How the sync stands</source>
        <translation>Wie der Abgleich steht</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Order from this cart…</source>
        <translation>Aus dieser Liste bestellen …</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>Meine Bestellungen</translation>
    </message>
</context>
<context>
    <name>ActivityPanel</name>
    <message>
        <source>What happened in this cart</source>
        <translation>Was in dieser Liste geschehen ist</translation>
    </message>
    <message>
        <source>Older changes are kept too. “evencartctl history” lists all of them.</source>
        <translation>Auch ältere Änderungen sind noch da. „evencartctl history“ zeigt sie alle.</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing has happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
</context>
<context>
    <name>ActivityRow</name>
    <message>
        <source>%1 %2</source>
        <comment>who did what: Ben added Milk</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AisleEntry</name>
    <message>
        <source>%1, aisle %2</source>
        <translation>%1, Abteilung %2</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Remove %1 from the order</source>
        <translation>%1 aus der Reihenfolge nehmen</translation>
    </message>
</context>
<context>
    <name>AssignMenu</name>
    <message>
        <source>Who is to take it</source>
        <translation>Wer soll es übernehmen?</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Niemand Bestimmtes</translation>
    </message>
</context>
<context>
    <name>AttentionChips</name>
    <message>
        <source>Bought twice?</source>
        <translation>Doppelt gekauft?</translation>
    </message>
    <message>
        <source>Several people bought this, together more than was wanted. Click to see who.</source>
        <translation>Mehrere haben das gekauft, zusammen mehr als gewünscht. Klick, um zu sehen, wer.</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Wie viele?</translation>
    </message>
    <message>
        <source>Taken off by several people at once until nothing was left. Click to say how many.</source>
        <translation>Mehrere haben gleichzeitig weggenommen, bis nichts mehr übrig war. Klick, um die Anzahl festzulegen.</translation>
    </message>
    <message>
        <source>Values differ</source>
        <translation>Verschiedene Werte</translation>
    </message>
    <message>
        <source>Several people wrote this at the same time. Click to see what the others wrote.</source>
        <translation>Mehrere haben hier gleichzeitig etwas geschrieben. Klick, um zu sehen, was.</translation>
    </message>
    <message>
        <source>Added as “%1”</source>
        <translation>Als „%1“ hinzugefügt</translation>
    </message>
    <message>
        <source>Somebody added this under its old name. Click to give it a line of its own.</source>
        <translation>Jemand hat das unter dem alten Namen hinzugefügt. Klick, um einen eigenen Eintrag daraus zu machen.</translation>
    </message>
    <message numerus="yes">
        <source>%n take it</source>
        <comment>people, at least two</comment>
        <translation>
            <numerusform>%n übernimmt es</numerusform>
            <numerusform>%n übernehmen es</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 said &quot;I take it&quot;.</source>
        <translation>„Ich übernehme das“ sagt: %1.</translation>
    </message>
</context>
<context>
    <name>AwayBanner</name>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>AwayChange</name>
    <message>
        <source>%1 %2</source>
        <comment>who did what: Ben added Milk</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AwayMerge</name>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Why is %1 like this?</source>
        <translation>Warum ist %1 so?</translation>
    </message>
</context>
<context>
    <name>AwayReviewer</name>
    <message>
        <source>%1 %2</source>
        <comment>who did what</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AwaySheet</name>
    <message>
        <source>There is nothing to review.</source>
        <translation>Es gibt nichts anzusehen.</translation>
    </message>
    <message>
        <source>Touched by both</source>
        <translation>Von beiden geändert</translation>
    </message>
    <message>
        <source>By others</source>
        <translation>Von anderen</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>By you, meanwhile</source>
        <translation>Von dir, währenddessen</translation>
    </message>
    <message>
        <source>All fine</source>
        <translation>Alles gut</translation>
    </message>
    <message>
        <source>Take back all of mine</source>
        <translation>Alle meine zurücknehmen</translation>
    </message>
</context>
<context>
    <name>CartEntry</name>
    <message>
        <source>Without a name</source>
        <translation>Ohne Namen</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
</context>
<context>
    <name>CartFileDialogs</name>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Markdown list (*.md)</source>
        <translation>Markdown-Liste (*.md)</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Everything, as JSON (*.json)</source>
        <translation>Alles, als JSON (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>Copied %n line(s) as text.</source>
        <translation>
            <numerusform>%n Eintrag als Text kopiert.</numerusform>
            <numerusform>%n Einträge als Text kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied the cart as text.</source>
        <translation>Die Liste ist als Text kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold more than this format can; JSON keeps everything.</source>
        <translation>
            <numerusform>%n Eintrag enthält mehr, als dieses Format fasst; JSON behält alles.</numerusform>
            <numerusform>%n Einträge enthalten mehr, als dieses Format fasst; JSON behält alles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add from a file</source>
        <translation>Aus einer Datei hinzufügen</translation>
    </message>
    <message>
        <source>Lists and carts (*.csv *.md *.txt *.json)</source>
        <translation>Listen (*.csv *.md *.txt *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the cart as a file</source>
        <translation>Liste als Datei speichern</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save all carts in a folder</source>
        <translation>Alle Listen in einem Ordner speichern</translation>
    </message>
    <message>
        <source>Save here</source>
        <translation>Hier speichern</translation>
    </message>
</context>
<context>
    <name>CartHeader</name>
    <message>
        <source>Name of the cart</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Done shopping</source>
        <translation>Fertig eingekauft</translation>
    </message>
    <message>
        <source>Go shopping</source>
        <translation>Einkaufen gehen</translation>
    </message>
    <message>
        <source>What happened in this cart</source>
        <translation>Was in dieser Liste geschehen ist</translation>
    </message>
    <message>
        <source>More for this cart</source>
        <translation>Mehr zu dieser Liste</translation>
    </message>
    <message numerus="yes">
        <source>%n to buy</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is bought</source>
        <translation>Alles gekauft</translation>
    </message>
    <message>
        <source>%1 left to pay</source>
        <translation>%1 zu zahlen</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 gesamt</translation>
    </message>
    <message>
        <source>Somebody else named this cart &quot;%1&quot; at the same time.</source>
        <translation>Jemand anders hat diese Liste gleichzeitig „%1“ genannt.</translation>
    </message>
    <message>
        <source>Use that name</source>
        <translation>Diesen Namen nehmen</translation>
    </message>
    <message>
        <source>You can look at this cart and follow what others do, but not change it.</source>
        <translation>Du kannst diese Liste ansehen und mitverfolgen, was andere tun, aber nichts ändern.</translation>
    </message>
</context>
<context>
    <name>CartMenu</name>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Clear what is bought</source>
        <translation>Gekauftes wegräumen</translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation>Entfernte Artikel</translation>
    </message>
    <message>
        <source>Budget and bill</source>
        <translation>Budget und Abrechnung</translation>
    </message>
    <message>
        <source>Merge into another cart…</source>
        <translation>In eine andere Liste übernehmen…</translation>
    </message>
    <message>
        <source>Add a list…</source>
        <translation>Mehrere Artikel hinzufügen…</translation>
    </message>
    <message>
        <source>Add from a file…</source>
        <translation>Aus einer Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Templates…</source>
        <translation>Vorlagen…</translation>
    </message>
    <message>
        <source>Staples…</source>
        <translation>Regelmäßiges…</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Als Datei speichern</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <translation>Tabelle (CSV)…</translation>
    </message>
    <message>
        <source>Markdown list…</source>
        <translation>Markdown-Liste…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Text…</translation>
    </message>
    <message>
        <source>Everything (JSON)…</source>
        <translation>Alles (JSON)…</translation>
    </message>
    <message>
        <source>Bring back from the archive</source>
        <translation>Aus dem Archiv holen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Bestellen …</translation>
    </message>
</context>
<context>
    <name>CartPage</name>
    <message>
        <source>Nothing in this cart yet</source>
        <translation>Noch nichts auf dieser Liste</translation>
    </message>
    <message>
        <source>Type what you need, like &quot;2x milk&quot; or &quot;500 g flour, type 405 #bakery&quot;, and press Enter. A pasted list works too.</source>
        <translation>Tipp ein, was du brauchst, zum Beispiel „2x Milch“ oder „500 g Mehl, Typ 405 #Backwaren“, und drück die Eingabetaste. Auch ein eingefügter Text mit vielen Artikeln geht.</translation>
    </message>
    <message>
        <source>Add the first item</source>
        <translation>Ersten Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Nothing fits what you look for</source>
        <translation>Nichts passt zu deiner Suche</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Everything is bought</source>
        <translation>Alles gekauft</translation>
    </message>
    <message>
        <source>Done shopping</source>
        <translation>Fertig eingekauft</translation>
    </message>
    <message>
        <source>Opening the cart …</source>
        <translation>Liste wird geöffnet …</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Aisle or kind of thing</source>
        <translation>Abteilung oder Art</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
</context>
<context>
    <name>CartProof</name>
    <message>
        <source>Fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
    <message>
        <source>Equal fingerprints mean equal carts. Compare it with what another device shows here.</source>
        <translation>Gleiche Fingerabdrücke heißen gleiche Listen. Vergleich ihn mit dem, was ein anderes Gerät hier zeigt.</translation>
    </message>
</context>
<context>
    <name>CheckoutLine</name>
    <message>
        <source>%1 %2</source>
        <comment>amount, name</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>how far a line has come, and why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what to do about a line: &quot;Milk: Take 2&quot;</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>CheckoutSheet</name>
    <message>
        <source>Asking the shop …</source>
        <translation>Der Laden wird gefragt …</translation>
    </message>
    <message>
        <source>Ordered: it is guaranteed</source>
        <translation>Bestellt: es ist zugesagt</translation>
    </message>
    <message>
        <source>Not ordered</source>
        <translation>Nicht bestellt</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
    <message>
        <source>This needs the server</source>
        <translation>Dafür braucht es den Server</translation>
    </message>
    <message>
        <source>Waits for the server</source>
        <translation>Wartet auf den Server</translation>
    </message>
    <message>
        <source>Nothing to order</source>
        <translation>Nichts zu bestellen</translation>
    </message>
    <message>
        <source>Order from %1</source>
        <translation>Aus %1 bestellen</translation>
    </message>
    <message>
        <source>Order %1 from %2</source>
        <translation>Bestellung %1 aus %2</translation>
    </message>
    <message>
        <source>What is ordered</source>
        <translation>Was bestellt wird</translation>
    </message>
    <message>
        <source>Stays in the cart, not part of the order: %1</source>
        <translation>Bleibt in der Liste, gehört nicht zur Bestellung: %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Prices and stock %1. Only the shop decides.</source>
        <translation>Preise und Bestand %1. Nur der Laden entscheidet.</translation>
    </message>
    <message>
        <source>Prices %1</source>
        <translation>Preise %1</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) need your decision first.</source>
        <translation>
            <numerusform>Erst musst du bei %n Eintrag entscheiden.</numerusform>
            <numerusform>Erst musst du bei %n Einträgen entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>To the shop</source>
        <translation>Zum Laden</translation>
    </message>
    <message>
        <source>Order when the server is back</source>
        <translation>Bestellen, wenn der Server wieder da ist</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Order for %1</source>
        <translation>Für %1 bestellen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellen</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>All commands</source>
        <translation>Alle Befehle</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchtest du tun?</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>So heißt kein Befehl.</translation>
    </message>
</context>
<context>
    <name>CommandRow</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Everything is on this device, in one folder. A copy of it is a backup.</source>
        <translation>Alles ist auf diesem Gerät, in einem Ordner. Eine Kopie davon ist eine Sicherung.</translation>
    </message>
    <message>
        <source>Folder of your data</source>
        <translation>Ordner deiner Daten</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Export all carts…</source>
        <translation>Alle Listen exportieren…</translation>
    </message>
    <message>
        <source>Import into %1…</source>
        <translation>In %1 importieren…</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>The diagnostics are copied. They hold no names, items or addresses.</source>
        <translation>Die Diagnose ist kopiert. Sie enthält keine Namen, Artikel oder Adressen.</translation>
    </message>
</context>
<context>
    <name>DesktopShell</name>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
</context>
<context>
    <name>DueBanner</name>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>There is no such cart, or it is not open to you.</source>
        <translation>Diese Liste gibt es nicht, oder sie steht dir nicht offen.</translation>
    </message>
    <message>
        <source>This invitation is unknown, used up or expired: ask for a new one.</source>
        <translation>Diese Einladung ist unbekannt, verbraucht oder abgelaufen: Lass dir eine neue geben.</translation>
    </message>
    <message>
        <source>Only an owner of the cart can invite others.</source>
        <translation>Einladen können nur die, die diese Liste verwalten.</translation>
    </message>
    <message>
        <source>The invitation&apos;s signature does not hold.</source>
        <translation>Die Unterschrift der Einladung stimmt nicht.</translation>
    </message>
    <message>
        <source>This invitation could not be used by anybody: give it a use and a time that is still to come.</source>
        <translation>Diese Einladung könnte niemand benutzen: Gib ihr mindestens eine Verwendung und eine Zeit, die noch kommt.</translation>
    </message>
    <message>
        <source>Too many invitations lie between you and the cart&apos;s founder: ask an earlier owner to invite.</source>
        <translation>Zwischen dir und der Person, die die Liste angelegt hat, liegen zu viele Einladungen: Bitte eine Person darum, die die Liste schon länger verwaltet.</translation>
    </message>
    <message>
        <source>This server cannot take %1.</source>
        <translation>Dieser Server kann das nicht annehmen: %1.</translation>
    </message>
    <message>
        <source>The parts of a state are out of order.</source>
        <translation>Die Teile eines Standes sind in falscher Reihenfolge.</translation>
    </message>
    <message>
        <source>The server is taking in too many carts at once: try again later.</source>
        <translation>Der Server nimmt gerade zu viele Listen auf einmal auf: Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>This state of the cart is damaged.</source>
        <translation>Dieser Stand der Liste ist beschädigt.</translation>
    </message>
    <message>
        <source>This cart has become too large for this server: start a fresh one from it.</source>
        <translation>Diese Liste ist für den Server zu groß geworden: Fang mit ihr eine neue an.</translation>
    </message>
    <message>
        <source>The server cannot read this cart; its operator has been told. Try again later.</source>
        <translation>Der Server kann diese Liste nicht lesen; wer ihn betreibt, weiß Bescheid. Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>This cart is not open on this connection.</source>
        <translation>Diese Liste ist auf dieser Verbindung nicht geöffnet.</translation>
    </message>
    <message>
        <source>Too many carts are open on this connection: close some.</source>
        <translation>Auf dieser Verbindung sind zu viele Listen geöffnet: Schließ einige.</translation>
    </message>
    <message>
        <source>This server takes no more carts: ask its operator.</source>
        <translation>Dieser Server nimmt keine weiteren Listen auf: Frag die Person, die ihn betreibt.</translation>
    </message>
    <message>
        <source>This cart&apos;s log starts anew: reconnect.</source>
        <translation>Das Protokoll dieser Liste fängt neu an: Verbinde dich neu.</translation>
    </message>
    <message>
        <source>This cart requires what this server does not know: its operator has to update it.</source>
        <translation>Diese Liste verlangt etwas, das dieser Server nicht kennt: Wer ihn betreibt, muss ihn aktualisieren.</translation>
    </message>
    <message>
        <source>This order is too large, or the cart too old: put what is to be ordered into a new cart.</source>
        <translation>Diese Bestellung ist zu groß oder die Liste zu alt: Leg das, was bestellt werden soll, in eine neue Liste.</translation>
    </message>
    <message>
        <source>Goods and orders come with version 2 of the protocol.</source>
        <translation>Waren und Bestellungen gibt es erst ab Version 2 des Protokolls.</translation>
    </message>
    <message>
        <source>Say who you are first.</source>
        <translation>Der Server will zuerst wissen, wer du bist.</translation>
    </message>
    <message>
        <source>The server could not store this; it is tried again when you reconnect.</source>
        <translation>Der Server konnte das nicht speichern; bei der nächsten Verbindung wird es noch einmal versucht.</translation>
    </message>
    <message>
        <source>This message makes no sense here.</source>
        <translation>Diese Nachricht ergibt an dieser Stelle keinen Sinn.</translation>
    </message>
    <message>
        <source>This server speaks another version of the protocol: update the program.</source>
        <translation>Dieser Server spricht eine andere Version des Protokolls: Aktualisiere das Programm.</translation>
    </message>
    <message>
        <source>This device is not certified by its member.</source>
        <translation>Das Mitglied, zu dem dieses Gerät gehören soll, hat sich nicht dafür verbürgt.</translation>
    </message>
    <message>
        <source>The answer to the challenge does not hold for this device and this server.</source>
        <translation>Die Antwort auf die Frage des Servers stimmt für dieses Gerät und diesen Server nicht.</translation>
    </message>
    <message>
        <source>The server cannot read its goods and orders; its operator has been told. Try again later.</source>
        <translation>Der Server kann seine Waren und Bestellungen nicht lesen; wer ihn betreibt, weiß Bescheid. Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>This server has not yet got what you have seen of its goods and orders: ask again in a moment.</source>
        <translation>Dieser Server hat noch nicht, was du von seinen Waren und Bestellungen schon gesehen hast: Frag gleich noch einmal.</translation>
    </message>
    <message>
        <source>The disk is full: nothing was written to %1; make room and try again (SQLite: %2).</source>
        <translation>Der Datenträger ist voll: In %1 wurde nichts geschrieben. Schaff Platz und versuch es noch einmal (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 cannot be written: check its permissions and those of its folder (SQLite: %2).</source>
        <translation>In %1 lässt sich nicht schreiben: Sieh nach den Rechten der Datei und ihres Ordners (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 cannot be opened: check that the folder exists and its permissions (SQLite: %2).</source>
        <translation>%1 lässt sich nicht öffnen: Sieh nach, ob es den Ordner gibt und welche Rechte er hat (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 is damaged: restore a backup (SQLite: %2).</source>
        <translation>%1 ist beschädigt: Spiel eine Sicherung zurück (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 is in use by another program (SQLite: %2).</source>
        <translation>%1 wird von einem anderen Programm benutzt (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 could not be read or written (SQLite: %2).</source>
        <translation>%1 ließ sich nicht lesen oder schreiben (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 could not be used (SQLite: %2).</source>
        <translation>%1 ließ sich nicht verwenden (SQLite: %2).</translation>
    </message>
    <message>
        <source>%1 cannot keep a write-ahead log: its file system does not support it</source>
        <translation>%1 kann kein Write-Ahead-Log führen: Das Dateisystem unterstützt das nicht.</translation>
    </message>
    <message>
        <source>%1 gave up a transaction: nothing of it was stored</source>
        <translation>%1 hat eine Transaktion aufgegeben: Nichts davon wurde gespeichert.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2): restore a backup</source>
        <translation>%1 ist beschädigt (%2): Spiel eine Sicherung zurück.</translation>
    </message>
    <message>
        <source>%1 exists already: choose another name for the backup</source>
        <translation>%1 gibt es schon: Wähl einen anderen Namen für die Sicherung.</translation>
    </message>
    <message>
        <source>%1 was written by a later version of Evencart: update this program.</source>
        <translation>%1 wurde von einer neueren Version von Evencart geschrieben: Aktualisiere dieses Programm.</translation>
    </message>
    <message>
        <source>%1 is not ready: start the program that owns it once, so that it updates the file.</source>
        <translation>%1 ist noch nicht so weit: Starte einmal das Programm, dem die Datei gehört, damit es sie auf den neuen Stand bringt.</translation>
    </message>
    <message>
        <source>This profile has no such cart.</source>
        <translation>In diesem Profil gibt es diese Liste nicht.</translation>
    </message>
    <message>
        <source>The disk is full; nothing was saved.</source>
        <translation>Der Datenträger ist voll; es wurde nichts gespeichert.</translation>
    </message>
    <message>
        <source>The local database is damaged: %1.</source>
        <translation>Die Datenbank auf diesem Gerät ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2. Make this directory writable or set XDG_STATE_HOME.</source>
        <translation>In %1 lässt sich nicht schreiben: %2. Mach diesen Ordner beschreibbar oder setz XDG_STATE_HOME.</translation>
    </message>
    <message>
        <source>The system gives no random numbers, so no keys can be made; check /dev/urandom.</source>
        <translation>Das System liefert keine Zufallszahlen, also lassen sich keine Schlüssel erzeugen; sieh nach /dev/urandom.</translation>
    </message>
    <message>
        <source>The key file is damaged; restore it from a backup.</source>
        <translation>Die Schlüsseldatei ist beschädigt; hol sie aus einer Sicherung zurück.</translation>
    </message>
    <message>
        <source>The key file was written by a later version of Evencart; update this one.</source>
        <translation>Die Schlüsseldatei wurde von einer neueren Version von Evencart geschrieben; aktualisiere diese.</translation>
    </message>
    <message>
        <source>Cannot read the keys in %1: %2.</source>
        <translation>Die Schlüssel in %1 lassen sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>Cannot save the keys in %1: %2.</source>
        <translation>Die Schlüssel lassen sich nicht in %1 speichern: %2.</translation>
    </message>
    <message>
        <source>The keys in %1 cannot be used: %2</source>
        <translation>Die Schlüssel in %1 lassen sich nicht verwenden: %2</translation>
    </message>
    <message>
        <source>The keys of this profile are in the desktop&apos;s keychain, which this program does not use. Open the profile with evencart; its settings can put the keys back into a file that both read. Or use another --profile.</source>
        <translation>Die Schlüssel dieses Profils liegen im Schlüsselbund des Systems, den dieses Programm nicht benutzt. Öffne das Profil mit evencart; in den Einstellungen lassen sich die Schlüssel in eine Datei zurücklegen, die beide lesen. Oder nimm ein anderes Profil.</translation>
    </message>
    <message>
        <source>The keys of this profile are not in %1 (entry %2). Is this the machine and the user they were made for? Bring the keychain back from a backup, or start with another profile.</source>
        <translation>Die Schlüssel dieses Profils sind nicht in %1 (Eintrag %2). Ist das der Rechner und der Benutzer, für den sie gemacht wurden? Hol den Schlüsselbund aus einer Sicherung zurück oder fang mit einem anderen Profil an.</translation>
    </message>
    <message>
        <source>The keys of this profile are in %1, and it does not give them: %2</source>
        <translation>Die Schlüssel dieses Profils sind im Schlüsselbund (%1), und er gibt sie nicht heraus: %2</translation>
    </message>
    <message>
        <source>The keys of this profile in %1 (entry %2) cannot be used: %3</source>
        <translation>Die Schlüssel dieses Profils im Schlüsselbund (%1, Eintrag %2) lassen sich nicht verwenden: %3</translation>
    </message>
    <message>
        <source>it is not what was written there.</source>
        <translation>Dort steht nicht mehr, was hineingeschrieben wurde.</translation>
    </message>
    <message>
        <source>There is no keychain here; the keys stay in their file.</source>
        <translation>Hier gibt es keinen Schlüsselbund; die Schlüssel bleiben in ihrer Datei.</translation>
    </message>
    <message>
        <source>What %1 gives back is not what it was given; the keys stay where they are.</source>
        <translation>Von %1 kommt nicht zurück, was hineingelegt wurde; die Schlüssel bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>A profile needs a directory; name one with --profile.</source>
        <translation>Ein Profil braucht einen Ordner; nenn einen mit --profile.</translation>
    </message>
    <message>
        <source>Cannot make the profile directory %1; choose another one with --profile.</source>
        <translation>Der Profilordner %1 lässt sich nicht anlegen; wähl mit --profile einen anderen.</translation>
    </message>
    <message>
        <source>The keys of this profile are gone: there is no file &quot;keys&quot; in %1. Put it back from a backup, or start with another profile and let somebody invite you again.</source>
        <translation>Die Schlüssel dieses Profils sind weg: In %1 gibt es keine Datei „keys“. Hol sie aus einer Sicherung zurück oder fang mit einem anderen Profil an und lass dich neu einladen.</translation>
    </message>
    <message>
        <source>The profile %1 is in use by %2 (process %3); close it or choose another profile.</source>
        <translation>Das Profil %1 wird gerade von %2 benutzt (Prozess %3); schließ das Programm oder wähl ein anderes Profil.</translation>
    </message>
    <message>
        <source>The profile %1 is in use by another program.</source>
        <translation>Das Profil %1 wird gerade von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Cannot write in the profile directory %1; make it writable, make room on its disk, or choose another one.</source>
        <translation>Im Profilordner %1 lässt sich nicht schreiben; mach ihn beschreibbar, schaff Platz auf dem Datenträger oder wähl einen anderen.</translation>
    </message>
    <message>
        <source>A member&apos;s name has to be text of up to 128 bytes.</source>
        <translation>Ein Name muss Text von höchstens 128 Byte sein.</translation>
    </message>
    <message>
        <source>The keychain has no such entry.</source>
        <translation>Diesen Eintrag gibt es im Schlüsselbund nicht.</translation>
    </message>
    <message>
        <source>The keychain is locked, or access to it was denied. Unlock it and try again.</source>
        <translation>Der Schlüsselbund ist gesperrt, oder der Zugriff wurde verweigert. Entsperr ihn und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>No keychain runs here (Secret Service or KWallet).</source>
        <translation>Hier läuft kein Schlüsselbund (Secret Service oder KWallet).</translation>
    </message>
    <message>
        <source>No keychain answers (%1).</source>
        <translation>Kein Schlüsselbund antwortet (%1).</translation>
    </message>
    <message>
        <source>The keychain did not answer. Unlock it and try again.</source>
        <translation>Der Schlüsselbund hat nicht geantwortet. Entsperr ihn und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>The price &quot;%1&quot; has no currency: write it like 1.99 EUR.</source>
        <translation>Dem Preis „%1“ fehlt die Währung: Schreib ihn zum Beispiel so: 1,99 EUR.</translation>
    </message>
    <message>
        <source>A price is a number and one currency, for example 1.99 EUR.</source>
        <translation>Ein Preis ist eine Zahl und eine Währung, zum Beispiel 1,99 EUR.</translation>
    </message>
    <message>
        <source>There is no currency &quot;%1&quot;: use a code of three letters, for example EUR.</source>
        <translation>Eine Währung „%1“ gibt es nicht: Nimm ein Kürzel aus drei Buchstaben, zum Beispiel EUR.</translation>
    </message>
    <message>
        <source>A price in %1 has no decimals.</source>
        <translation>Ein Preis in %1 hat keine Nachkommastellen.</translation>
    </message>
    <message>
        <source>A price in %1 has at most %2 decimals.</source>
        <translation>Ein Preis in %1 hat höchstens %2 Nachkommastellen.</translation>
    </message>
    <message>
        <source>The price holds characters that cannot be shown.</source>
        <translation>Im Preis stehen Zeichen, die sich nicht anzeigen lassen.</translation>
    </message>
    <message>
        <source>A price needs a number, for example 1.99 EUR.</source>
        <translation>Zu einem Preis gehört eine Zahl, zum Beispiel 1,99 EUR.</translation>
    </message>
    <message>
        <source>The price &quot;%1&quot; is not a plain number: write it like 1234.50, without grouping.</source>
        <translation>Der Preis „%1“ ist keine einfache Zahl: Schreib ihn wie 1234,50, ohne Tausendertrennung.</translation>
    </message>
    <message>
        <source>A price can be at most %1.</source>
        <translation>Ein Preis kann höchstens %1 sein.</translation>
    </message>
    <message>
        <source>This heading cannot be a category: shorten it.</source>
        <translation>Diese Überschrift taugt nicht als Kategorie: Kürze sie.</translation>
    </message>
    <message>
        <source>A list has at most %1 items: paste it in parts.</source>
        <translation>Ein Text hat höchstens %1 Artikel: Füg ihn in Teilen ein.</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>The name is too long: shorten it to %1 bytes.</source>
        <translation>Der Name ist zu lang: Kürze auf %1 Byte.</translation>
    </message>
    <message>
        <source>The note is too long: shorten it to %1 bytes.</source>
        <translation>Die Notiz ist zu lang: Kürze auf %1 Byte.</translation>
    </message>
    <message>
        <source>The category is too long: shorten it to %1 bytes.</source>
        <translation>Die Kategorie ist zu lang: Kürze auf %1 Byte.</translation>
    </message>
    <message>
        <source>The catalogue id is too long: shorten it to %1 bytes.</source>
        <translation>Die Katalognummer ist zu lang: Kürze auf %1 Byte.</translation>
    </message>
    <message>
        <source>The line is too long: shorten it to %1 bytes.</source>
        <translation>Die Zeile ist zu lang: Kürze sie auf %1 Byte.</translation>
    </message>
    <message>
        <source>An item has one category: put &quot;%1&quot; in quotes if it is part of the name.</source>
        <translation>Ein Artikel hat eine Kategorie: Setz „%1“ in Anführungszeichen, wenn es zum Namen gehört.</translation>
    </message>
    <message>
        <source>An item has one catalogue id: leave out &quot;%1&quot;.</source>
        <translation>Ein Artikel hat eine Katalognummer: Lass „%1“ weg.</translation>
    </message>
    <message>
        <source>An item has one price: put &quot;%1&quot; in quotes if it is part of the name.</source>
        <translation>Ein Artikel hat einen Preis: Setz „%1“ in Anführungszeichen, wenn es zum Namen gehört.</translation>
    </message>
    <message>
        <source>An amount is more than zero: put it in quotes if it is part of the name.</source>
        <translation>Eine Menge ist größer als null: Setz sie in Anführungszeichen, wenn sie zum Namen gehört.</translation>
    </message>
    <message>
        <source>An amount is at most %1.</source>
        <translation>Eine Menge ist höchstens %1.</translation>
    </message>
    <message>
        <source>Say what to add, for example: 2x milk.</source>
        <translation>Sag, was du brauchst, zum Beispiel: 2x Milch.</translation>
    </message>
    <message>
        <source>The line holds characters that cannot be shown: type it again without them.</source>
        <translation>In der Zeile stehen Zeichen, die sich nicht anzeigen lassen: Tipp sie ohne diese noch einmal.</translation>
    </message>
    <message>
        <source>The quantity has to be above 0.</source>
        <translation>Die Menge muss größer als 0 sein.</translation>
    </message>
    <message>
        <source>The quantity is larger than the million that a line can hold.</source>
        <translation>Die Menge ist größer als die Million, die ein Eintrag fasst.</translation>
    </message>
    <message>
        <source>The name contains characters that are not text.</source>
        <translation>Der Name enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>The name is too long; shorten it.</source>
        <translation>Der Name ist zu lang; fass dich kürzer.</translation>
    </message>
    <message>
        <source>A part of the item contains characters that are not text.</source>
        <translation>Ein Teil des Artikels enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>A part of the item is too long; shorten it.</source>
        <translation>Ein Teil des Artikels ist zu lang; fass dich kürzer.</translation>
    </message>
    <message>
        <source>The note contains characters that are not text.</source>
        <translation>Die Notiz enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>The note is too long; shorten it.</source>
        <translation>Die Notiz ist zu lang; fass dich kürzer.</translation>
    </message>
    <message>
        <source>The text contains characters that are not text.</source>
        <translation>Der Text enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>The text is too long; shorten it.</source>
        <translation>Der Text ist zu lang; fass dich kürzer.</translation>
    </message>
    <message>
        <source>A name is missing.</source>
        <translation>Es fehlt ein Name.</translation>
    </message>
    <message>
        <source>There is no such line in the cart any more.</source>
        <translation>Diesen Eintrag gibt es in der Liste nicht mehr.</translation>
    </message>
    <message>
        <source>The line to move next to is not in the cart.</source>
        <translation>Der Eintrag, neben den verschoben werden soll, steht nicht in der Liste.</translation>
    </message>
    <message>
        <source>A cart cannot be merged into itself.</source>
        <translation>Eine Liste lässt sich nicht mit sich selbst zusammenführen.</translation>
    </message>
    <message>
        <source>This cannot be undone any more, because it has been changed since: %1.</source>
        <translation>Das lässt sich nicht mehr rückgängig machen, weil es inzwischen geändert wurde: %1.</translation>
    </message>
    <message>
        <source>An undo step in the local database is damaged.</source>
        <translation>Ein Schritt zum Rückgängigmachen ist in der Datenbank auf diesem Gerät beschädigt.</translation>
    </message>
    <message>
        <source>This change cannot be accepted: %1.</source>
        <translation>Diese Änderung kann nicht angenommen werden: %1.</translation>
    </message>
    <message>
        <source>This change is damaged: %1.</source>
        <translation>Diese Änderung ist beschädigt: %1.</translation>
    </message>
    <message>
        <source>This change is larger than one change may be.</source>
        <translation>Diese Änderung ist größer, als eine sein darf.</translation>
    </message>
    <message>
        <source>This change was made by a later version of Evencart; update this one.</source>
        <translation>Diese Änderung wurde mit einer neueren Version von Evencart gemacht; aktualisiere diese.</translation>
    </message>
    <message>
        <source>This snapshot is larger than a cart may be.</source>
        <translation>Dieser Stand ist größer, als eine Liste sein darf.</translation>
    </message>
    <message>
        <source>This snapshot was made by a later version of Evencart; update this one.</source>
        <translation>Dieser Stand wurde von einer neueren Version von Evencart gemacht; aktualisiere diese.</translation>
    </message>
    <message>
        <source>This snapshot is damaged.</source>
        <translation>Dieser Stand der Liste ist beschädigt.</translation>
    </message>
    <message>
        <source>A change that waits for the server is damaged in the local database.</source>
        <translation>Eine Änderung, die auf den Server wartet, ist in der Datenbank auf diesem Gerät beschädigt.</translation>
    </message>
    <message>
        <source>A change that waits for the server is missing from the local database.</source>
        <translation>Eine Änderung, die auf den Server wartet, fehlt in der Datenbank auf diesem Gerät.</translation>
    </message>
    <message>
        <source>This cart uses something that only a later version of Evencart knows: update this one to change the cart. Until then it can be read here and stays in sync.</source>
        <translation>Diese Liste verwendet etwas, das erst eine neuere Version von Evencart kennt: Aktualisiere diese, um die Liste zu ändern. Bis dahin kannst du sie hier lesen, und sie bleibt synchron.</translation>
    </message>
    <message>
        <source>This cart uses something that only a later version of Evencart knows: update this one to change the cart. Until then it can be read here and stays in sync; %1 change that was made here is kept and sent after the update.</source>
        <translation>Diese Liste verwendet etwas, das erst eine neuere Version von Evencart kennt: Aktualisiere diese, um die Liste zu ändern. Bis dahin kannst du sie hier lesen, und sie bleibt synchron; %1 Änderung von hier bleibt erhalten und geht nach der Aktualisierung hinaus.</translation>
    </message>
    <message>
        <source>This cart uses something that only a later version of Evencart knows: update this one to change the cart. Until then it can be read here and stays in sync; %1 changes that were made here are kept and sent after the update.</source>
        <translation>Diese Liste verwendet etwas, das erst eine neuere Version von Evencart kennt: Aktualisiere diese, um die Liste zu ändern. Bis dahin kannst du sie hier lesen, und sie bleibt synchron; %1 Änderungen von hier bleiben erhalten und gehen nach der Aktualisierung hinaus.</translation>
    </message>
    <message>
        <source>This is more than one change can hold; do it in parts.</source>
        <translation>Das ist mehr, als in eine Änderung passt; mach es in Teilen.</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>Es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>Es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
        <source>There is nothing to undo or redo.</source>
        <translation>Es gibt nichts rückgängig zu machen oder zu wiederholen.</translation>
    </message>
    <message>
        <source>There is no cart &quot;%1&quot;.</source>
        <translation>Eine Liste „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no line &quot;%1&quot;.</source>
        <translation>Einen Eintrag „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no removed line &quot;%1&quot;.</source>
        <translation>Einen entfernten Eintrag „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>There is no member &quot;%1&quot;.</source>
        <translation>Niemand in dieser Liste heißt „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several; say which by its id: %2.</source>
        <translation>„%1“ passt auf mehrere; sag mit der Kennung, was gemeint ist: %2.</translation>
    </message>
    <message>
        <source>A change in the local database is damaged; &quot;evencartctl doctor&quot; says more.</source>
        <translation>Eine Änderung in der Datenbank auf diesem Gerät ist beschädigt; „evencartctl doctor“ sagt mehr.</translation>
    </message>
    <message>
        <source>Nothing is known of this line any more.</source>
        <translation>Von diesem Eintrag ist nichts mehr bekannt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no member&apos;s id.</source>
        <translation>„%1“ ist keine Kennung einer Person.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no currency.</source>
        <translation>„%1“ ist keine Währung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity above 0.</source>
        <translation>„%1“ ist keine Menge über 0.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no yes or no in the column checked.</source>
        <translation>„%1“ in der Spalte „checked“ ist weder yes noch no.</translation>
    </message>
    <message>
        <source>The quantity somebody bought is none.</source>
        <translation>Die Menge, die jemand gekauft hat, ist keine.</translation>
    </message>
    <message>
        <source>The quantity is none.</source>
        <translation>Die Menge ist keine.</translation>
    </message>
    <message>
        <source>This is not JSON: %1.</source>
        <translation>Das ist kein JSON: %1.</translation>
    </message>
    <message>
        <source>It holds no &quot;lines&quot;, so it is no cart.</source>
        <translation>Es gibt darin kein „lines“, also ist es keine Liste.</translation>
    </message>
    <message>
        <source>The first line has to name the columns, &quot;name&quot; among them.</source>
        <translation>Die erste Zeile muss die Spalten nennen, darunter „name“.</translation>
    </message>
    <message>
        <source>Line %1: there is text behind a closing quote.</source>
        <translation>Zeile %1: Hinter einem schließenden Anführungszeichen steht noch Text.</translation>
    </message>
    <message>
        <source>Line %1: a quote is not closed.</source>
        <translation>Zeile %1: Ein Anführungszeichen wird nicht geschlossen.</translation>
    </message>
    <message>
        <source>This file cannot be read: %1.</source>
        <translation>Diese Datei lässt sich nicht lesen: %1.</translation>
    </message>
    <message>
        <source>This file is too large; import it in parts.</source>
        <translation>Diese Datei ist zu groß; hol sie in Teilen herein.</translation>
    </message>
    <message>
        <source>The file was not written: %1.</source>
        <translation>Die Datei wurde nicht geschrieben: %1.</translation>
    </message>
    <message>
        <source>The pages cannot be made.</source>
        <translation>Die Seiten lassen sich nicht erzeugen.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2; choose another place.</source>
        <translation>%1 lässt sich nicht schreiben: %2; wähl einen anderen Ort.</translation>
    </message>
    <message>
        <source>This is not an invitation link: %1.</source>
        <translation>Das ist kein Einladungslink: %1.</translation>
    </message>
    <message>
        <source>This invitation link is incomplete or mistyped; copy the whole link again.</source>
        <translation>Dieser Einladungslink ist unvollständig oder vertippt; kopiere den ganzen Link noch einmal.</translation>
    </message>
    <message>
        <source>This invitation was made by a later version of Evencart; update this one.</source>
        <translation>Diese Einladung wurde mit einer neueren Version von Evencart gemacht; aktualisiere diese.</translation>
    </message>
    <message>
        <source>This proof of membership does not hold: at step %1, %2.</source>
        <translation>Dieser Nachweis der Mitgliedschaft stimmt nicht: In Schritt %1 %2.</translation>
    </message>
    <message>
        <source>This proof of membership has too many steps; ask an earlier member for an invitation.</source>
        <translation>Dieser Nachweis der Mitgliedschaft hat zu viele Schritte; lass dich von jemandem einladen, der schon länger dabei ist.</translation>
    </message>
    <message>
        <source>This proof of membership is larger than one may be.</source>
        <translation>Dieser Nachweis der Mitgliedschaft ist größer, als einer sein darf.</translation>
    </message>
    <message>
        <source>This proof of membership was made by a later version of Evencart; update this one.</source>
        <translation>Dieser Nachweis der Mitgliedschaft wurde mit einer neueren Version von Evencart gemacht; aktualisiere diese.</translation>
    </message>
    <message>
        <source>This proof of membership is damaged.</source>
        <translation>Dieser Nachweis der Mitgliedschaft ist beschädigt.</translation>
    </message>
    <message>
        <source>This invitation is for the server %1, and this profile syncs with %2; use another --profile, or &quot;server set&quot; first.</source>
        <translation>Diese Einladung gilt für den Server %1, und dieses Profil benutzt %2; wechsle zuerst in den Einstellungen den Server oder nimm ein anderes Profil.</translation>
    </message>
    <message>
        <source>This invitation names another certificate for the server %1 than the one that this profile trusts. Nothing was sent. Ask whoever hosts the server which fingerprint is right.</source>
        <translation>Diese Einladung nennt für den Server %1 ein anderes Zertifikat als das, dem dieses Profil vertraut. Es wurde nichts gesendet. Frag die Person, die den Server betreibt, welcher Fingerabdruck stimmt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no server address; write it like wss://cart.example.org:8787.</source>
        <translation>„%1“ ist keine Serveradresse; schreib sie wie wss://cart.example.org:8787.</translation>
    </message>
    <message>
        <source>A server address holds a host and a port, nothing else.</source>
        <translation>Eine Serveradresse besteht aus Rechner und Port, sonst nichts.</translation>
    </message>
    <message>
        <source>The fingerprint is not one: it has 64 hexadecimal digits. The server prints it when it starts.</source>
        <translation>Das ist kein Fingerabdruck: Er hat 64 hexadezimale Ziffern. Der Server zeigt ihn beim Start.</translation>
    </message>
    <message>
        <source>No server is set. Carts are shared by way of a server.</source>
        <translation>Es ist kein Server eingetragen. Listen werden über einen Server geteilt.</translation>
    </message>
    <message>
        <source>No server is set; use &quot;server set URL&quot; or join with an invitation link.</source>
        <translation>Es ist kein Server eingetragen; trag in den Einstellungen einen ein oder tritt mit einem Einladungslink einer Liste bei.</translation>
    </message>
    <message>
        <source>The server did not answer in time; try again.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet; versuch es noch einmal.</translation>
    </message>
    <message>
        <source>You chose to work offline; switch that off first.</source>
        <translation>Du arbeitest gerade absichtlich offline; schalte das zuerst aus.</translation>
    </message>
    <message>
        <source>The server %1 cannot be reached: %2.</source>
        <translation>Der Server %1 ist nicht erreichbar: %2.</translation>
    </message>
    <message>
        <source>What answers at %1 is no Evencart server: %2; check the address.</source>
        <translation>Was unter %1 antwortet, ist kein Evencart-Server: %2; prüf die Adresse.</translation>
    </message>
    <message>
        <source>The server %1 did not answer in time.</source>
        <translation>Der Server %1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>The server %1 is not the one that this profile trusts: its certificate has another fingerprint. Nothing was sent to it. If the server was set up anew, ask its owner for the new fingerprint and use &quot;server set&quot;.</source>
        <translation>Der Server %1 ist nicht der, dem dieses Profil vertraut: Sein Zertifikat hat einen anderen Fingerabdruck. Es wurde nichts an ihn gesendet. Wenn der Server neu aufgesetzt wurde, frag die Person, die ihn betreibt, nach dem neuen Fingerabdruck und trag ihn in den Einstellungen ein.</translation>
    </message>
    <message>
        <source>The server does not speak Evencart&apos;s protocol.</source>
        <translation>Der Server spricht nicht das Protokoll von Evencart.</translation>
    </message>
    <message>
        <source>The connection to the server ended.</source>
        <translation>Die Verbindung zum Server ist abgebrochen.</translation>
    </message>
    <message>
        <source>The connection to the server ended: %1.</source>
        <translation>Die Verbindung zum Server ist abgebrochen: %1.</translation>
    </message>
    <message>
        <source>The connection to the server ended before it answered.</source>
        <translation>Die Verbindung zum Server ist abgebrochen, bevor er geantwortet hat.</translation>
    </message>
    <message>
        <source>The other end sent a damaged message; connect again.</source>
        <translation>Die Gegenseite hat eine beschädigte Nachricht geschickt; verbinde dich neu.</translation>
    </message>
    <message>
        <source>The other end sent message %1, which this version does not know; update this one.</source>
        <translation>Die Gegenseite hat die Nachricht %1 geschickt, die diese Version nicht kennt; aktualisiere sie.</translation>
    </message>
    <message>
        <source>The other end sent a message larger than one may be.</source>
        <translation>Die Gegenseite hat eine Nachricht geschickt, die größer ist, als eine sein darf.</translation>
    </message>
    <message>
        <source>A message is compressed that never is; connect again.</source>
        <translation>Eine Nachricht ist komprimiert, die es nie ist; verbinde dich neu.</translation>
    </message>
    <message>
        <source>Compressed data is damaged; connect again.</source>
        <translation>Komprimierte Daten sind beschädigt; verbinde dich neu.</translation>
    </message>
    <message>
        <source>Compressed data is larger than it may be.</source>
        <translation>Komprimierte Daten sind größer, als sie sein dürfen.</translation>
    </message>
    <message>
        <source>A compressed message is damaged; connect again.</source>
        <translation>Eine komprimierte Nachricht ist beschädigt; verbinde dich neu.</translation>
    </message>
    <message>
        <source>The server does not keep to the protocol: %1.</source>
        <translation>Der Server hält sich nicht an das Protokoll: %1.</translation>
    </message>
    <message>
        <source>The server sent changes that do not fit behind the ones before; they are fetched again.</source>
        <translation>Der Server hat Änderungen geschickt, die nicht hinter die vorigen passen; sie werden noch einmal geholt.</translation>
    </message>
    <message>
        <source>The server left out changes; they are fetched again.</source>
        <translation>Der Server hat Änderungen ausgelassen; sie werden noch einmal geholt.</translation>
    </message>
    <message>
        <source>This profile was restored from an older copy; it goes on under a new id.</source>
        <translation>Dieses Profil stammt aus einer älteren Kopie; es macht unter einer neuen Kennung weiter.</translation>
    </message>
    <message>
        <source>Another copy of this profile is in use; this one goes on under a new id.</source>
        <translation>Eine andere Kopie dieses Profils wird benutzt; diese macht unter einer neuen Kennung weiter.</translation>
    </message>
    <message>
        <source>This cart is too large to be given back to the server.</source>
        <translation>Diese Liste ist zu groß, um sie dem Server zurückzugeben.</translation>
    </message>
    <message>
        <source>The server speaks version %1 of the protocol, which is too old for this program: ask whoever hosts it to update it.</source>
        <translation>Der Server spricht Version %1 des Protokolls, und die ist zu alt für dieses Programm: Bitte die Person, die ihn betreibt, ihn zu aktualisieren.</translation>
    </message>
    <message>
        <source>The server speaks version %1 of the protocol, which this program does not know: update this program.</source>
        <translation>Der Server spricht Version %1 des Protokolls, die dieses Programm nicht kennt: Aktualisiere dieses Programm.</translation>
    </message>
    <message>
        <source>The server answered another question than the one that was asked.</source>
        <translation>Der Server hat auf eine andere Frage geantwortet als die gestellte.</translation>
    </message>
    <message>
        <source>This server is of an earlier version, which has no goods: its operator has to update it.</source>
        <translation>Dieser Server hat eine frühere Version, in der es keine Waren gibt: Wer ihn betreibt, muss ihn aktualisieren.</translation>
    </message>
    <message>
        <source>This needs the server, which is not connected.</source>
        <translation>Das braucht den Server, und er ist nicht verbunden.</translation>
    </message>
    <message>
        <source>The server answered another question.</source>
        <translation>Der Server hat auf eine andere Frage geantwortet.</translation>
    </message>
    <message>
        <source>Nothing in this cart can be ordered: only lines with an article of the catalogue can (&quot;add CART TEXT --sku ID&quot;).</source>
        <translation>In dieser Liste lässt sich nichts bestellen: Das geht nur mit Einträgen, zu denen eine Ware aus dem Katalog gehört.</translation>
    </message>
    <message>
        <source>An order has up to %1 lines: order in two carts.</source>
        <translation>Eine Bestellung hat höchstens %1 Einträge: Bestell in zwei Listen.</translation>
    </message>
    <message>
        <source>The key &quot;%1&quot; is that of an order of another cart: take another key.</source>
        <translation>Der Schlüssel „%1“ gehört zu einer Bestellung aus einer anderen Liste: Nimm einen anderen.</translation>
    </message>
    <message>
        <source>This program was started without one.</source>
        <translation>Dieses Programm wurde ohne einen gestartet.</translation>
    </message>
    <message>
        <source>This change is not here any more.</source>
        <translation>Diese Änderung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The message is not what a second start of Evencart sends.</source>
        <translation>Die Nachricht ist nicht das, was ein zweiter Start von Evencart schickt.</translation>
    </message>
    <message>
        <source>Too many things at once; give fewer items, links or files.</source>
        <translation>Zu viel auf einmal; gib weniger Artikel, Links oder Dateien an.</translation>
    </message>
    <message>
        <source>Too much text at once; give fewer items, links or files.</source>
        <translation>Zu viel Text auf einmal; gib weniger Artikel, Links oder Dateien an.</translation>
    </message>
    <message>
        <source>Evencart is running with this profile but does not answer; close it and try again.</source>
        <translation>Evencart läuft schon mit diesem Profil, antwortet aber nicht; schließ es und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Cannot write in %1; further starts will not find this window.</source>
        <translation>In %1 lässt sich nicht schreiben; weitere Starts finden dieses Fenster nicht.</translation>
    </message>
    <message>
        <source>Cannot listen on %1: %2.</source>
        <translation>Unter %1 lässt sich nichts empfangen: %2.</translation>
    </message>
    <message>
        <source>The window cannot be made; the installation is damaged.</source>
        <translation>Das Fenster lässt sich nicht öffnen; die Installation ist beschädigt.</translation>
    </message>
    <message>
        <source>What was given makes no sense here. In English: %1</source>
        <translation>Mit dieser Angabe geht es hier nicht. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>What was looked for is not there. In English: %1</source>
        <translation>Das Gesuchte ist nicht da. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>What was given fits several things. In English: %1</source>
        <translation>Die Angabe passt auf mehrere Dinge. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>This was refused. In English: %1</source>
        <translation>Das wurde abgelehnt. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>The server cannot be reached. In English: %1</source>
        <translation>Der Server ist nicht erreichbar. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>The server is not the one that is trusted here. In English: %1</source>
        <translation>Der Server ist nicht der, dem hier vertraut wird. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>Something that was stored or sent is damaged. In English: %1</source>
        <translation>Etwas Gespeichertes oder Gesendetes ist beschädigt. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>This was made by a later version of Evencart; update this one. In English: %1</source>
        <translation>Das stammt von einer neueren Version von Evencart; aktualisiere diese. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>Only a later version of Evencart can change this; update this one. In English: %1</source>
        <translation>Ändern kann das erst eine neuere Version von Evencart; aktualisiere diese. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>Another program is using this. In English: %1</source>
        <translation>Das wird gerade von einem anderen Programm benutzt. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>Something could not be read or written; look at the disk and at its permissions. In English: %1</source>
        <translation>Etwas ließ sich nicht lesen oder schreiben; sieh nach dem Datenträger und den Rechten. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>This is larger than it may be. In English: %1</source>
        <translation>Das ist größer, als es sein darf. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>Something went wrong. In English: %1</source>
        <translation>Etwas ist schiefgegangen. Auf Englisch: %1</translation>
    </message>
    <message>
        <source>The server does not keep to the protocol: a second challenge.</source>
        <translation>Der Server hält sich nicht an das Protokoll: eine zweite Frage nach dem Ausweis.</translation>
    </message>
    <message>
        <source>The server does not keep to the protocol: a welcome before the answer.</source>
        <translation>Der Server hält sich nicht an das Protokoll: ein Willkommen vor der Antwort.</translation>
    </message>
    <message>
        <source>The server is too old to change members: ask whoever hosts it to update it.</source>
        <translation>Der Server ist zu alt, um Mitglieder zu ändern: Bitte seinen Betreiber, ihn zu aktualisieren.</translation>
    </message>
    <message>
        <source>Only an owner of the cart can show somebody out or give a role.</source>
        <translation>Nur wem der Wagen gehört, kann jemanden hinausbitten oder eine Rolle vergeben.</translation>
    </message>
    <message>
        <source>This person does not take part in the cart.</source>
        <translation>Diese Person nimmt an dem Wagen nicht teil.</translation>
    </message>
    <message>
        <source>A cart needs an owner: invite another one first.</source>
        <translation>Ein Wagen muss jemandem gehören: Lade zuerst jemand anderen als Eigentümer ein.</translation>
    </message>
    <message>
        <source>To make somebody an owner, send them an invitation as owner.</source>
        <translation>Um jemanden zum Eigentümer zu machen, schicke eine Einladung als Eigentümer.</translation>
    </message>
    <message>
        <source>What the server says of its goods does not fit together.</source>
        <translation>Was der Server von seinen Waren sagt, passt nicht zusammen.</translation>
    </message>
    <message>
        <source>A key has 1 to %1 letters, digits, blanks and signs, of those that every keyboard has.</source>
        <translation>Ein Schlüssel hat 1 bis %1 Buchstaben, Ziffern, Leerzeichen und Zeichen, wie sie jede Tastatur hat.</translation>
    </message>
    <message>
        <source>What became of the order &quot;%1&quot; only the server %2 knows, where it was asked for: set that one again, or take another key.</source>
        <translation>Was aus der Bestellung „%1“ geworden ist, weiß nur der Server %2, bei dem sie aufgegeben wurde: Stelle ihn wieder ein, oder nimm einen anderen Schlüssel.</translation>
    </message>
    <message>
        <source>Only what can be ordered can be reserved: a line with an article of the catalogue that is not bought yet.</source>
        <translation>Nur was bestellt werden kann, kann reserviert werden: eine Zeile mit einem Artikel des Katalogs, die noch nicht gekauft ist.</translation>
    </message>
    <message>
        <source>How much to reserve has to be above 0.</source>
        <translation>Die zu reservierende Menge muss über 0 liegen.</translation>
    </message>
    <message>
        <source>How long to reserve it has to be above 0.</source>
        <translation>Die Dauer der Reservierung muss über 0 liegen.</translation>
    </message>
    <message>
        <source>No server is set.</source>
        <translation>Es ist kein Server eingestellt.</translation>
    </message>
    <message>
        <source>It cannot be reached now.</source>
        <translation>Er ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>It is not known yet whether this cart was ordered: ask for that first.</source>
        <translation>Ob dieser Wagen bestellt wurde, ist noch nicht bekannt: Frage erst danach.</translation>
    </message>
    <message>
        <source>The server is being connected.</source>
        <translation>Die Verbindung zum Server wird hergestellt.</translation>
    </message>
    <message>
        <source>Too many questions about goods and orders at once: ask again in a moment.</source>
        <translation>Zu viele Fragen nach Waren und Bestellungen auf einmal: Frag gleich noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 KiB that a demonstration may have: take it apart.</source>
        <translation>%1 ist größer als die %2 KiB, die eine Vorführung haben darf: Teile sie auf.</translation>
    </message>
    <message>
        <source>In line %1 of the demonstration: %2</source>
        <translation>In Zeile %1 der Vorführung: %2</translation>
    </message>
    <message>
        <source>The laboratory has no &quot;%1&quot; like that.</source>
        <translation>„%1“ gibt es im Labor so nicht.</translation>
    </message>
    <message>
        <source>There is no %1 in the laboratory.</source>
        <translation>%1 gibt es im Labor nicht.</translation>
    </message>
    <message>
        <source>The laboratory did not come to rest.</source>
        <translation>Das Labor ist nicht zur Ruhe gekommen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no quantity.</source>
        <translation>„%1“ ist keine Menge.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several lines; say which by its unit: &quot;%2&quot;.</source>
        <translation>„%1“ passt auf mehrere Einträge; nenne den gemeinten mit seiner Einheit: „%2“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several people.</source>
        <translation>„%1“ passt auf mehrere Personen.</translation>
    </message>
    <message>
        <source>There is nothing to resolve: that field has one value.</source>
        <translation>Es gibt nichts zu entscheiden: Dieses Feld hat nur einen Wert.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of the values.</source>
        <translation>„%1“ ist keiner der Werte.</translation>
    </message>
    <message>
        <source>That article is not in the catalogue as it is known here.</source>
        <translation>Dieser Artikel steht nicht im Katalog, soweit er hier bekannt ist.</translation>
    </message>
    <message>
        <source>An order needs the server, which is not reached.</source>
        <translation>Eine Bestellung braucht den Server, und der ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Not ordered.</source>
        <translation>Nicht bestellt.</translation>
    </message>
    <message>
        <source>The server is not reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server gave no answer.</source>
        <translation>Der Server hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The server is stopped.</source>
        <translation>Der Server ist angehalten.</translation>
    </message>
    <message>
        <source>The server did not answer its operator.</source>
        <translation>Der Server hat seinem Betreiber nicht geantwortet.</translation>
    </message>
    <message>
        <source>The server cannot read who looks after it; its operator has been told. Try again later.</source>
        <translation>Der Server kann nicht lesen, wer sich um ihn kümmert; wer ihn betreibt, weiß Bescheid. Versuch es später noch einmal.</translation>
    </message>
    <message>
        <source>The database %1 is empty: what was in it was cut off. Put it back from a backup, or delete the file to start with no carts.</source>
        <translation>Die Datenbank %1 ist leer: Was darin war, wurde abgeschnitten. Leg sie aus einer Sicherung zurück, oder lösch die Datei, um ohne Listen anzufangen.</translation>
    </message>
</context>
<context>
    <name>ErrorDetail</name>
    <message>
        <source>a way to catch up that does not exist</source>
        <translation>eine Art aufzuholen, die es nicht gibt</translation>
    </message>
    <message>
        <source>a snapshot that nobody asked for</source>
        <translation>ein Stand, den niemand verlangt hat</translation>
    </message>
    <message>
        <source>parts of a snapshot out of order</source>
        <translation>Teile eines Standes in falscher Reihenfolge</translation>
    </message>
    <message>
        <source>it forgot changes that it had acknowledged</source>
        <translation>Er hat Änderungen vergessen, die er bestätigt hatte</translation>
    </message>
    <message>
        <source>a refusal that does not exist</source>
        <translation>eine Ablehnung, die es nicht gibt</translation>
    </message>
    <message>
        <source>live once more</source>
        <translation>noch einmal „live“</translation>
    </message>
    <message>
        <source>changes are missing before it says that we have them all</source>
        <translation>Es fehlen Änderungen, bevor er sagt, dass alle da sind</translation>
    </message>
    <message>
        <source>it did not answer in time</source>
        <translation>Er hat nicht rechtzeitig geantwortet</translation>
    </message>
    <message>
        <source>binary messages only</source>
        <translation>Nur binäre Nachrichten sind erlaubt</translation>
    </message>
    <message>
        <source>too many frames in one message</source>
        <translation>zu viele Teile in einer Nachricht</translation>
    </message>
    <message>
        <source>too many bytes per second</source>
        <translation>zu viele Bytes pro Sekunde</translation>
    </message>
    <message>
        <source>too many messages per second</source>
        <translation>zu viele Nachrichten pro Sekunde</translation>
    </message>
    <message>
        <source>too many control frames per second</source>
        <translation>zu viele Steuernachrichten pro Sekunde</translation>
    </message>
    <message>
        <source>too slow to authenticate</source>
        <translation>Die Anmeldung hat zu lange gedauert</translation>
    </message>
    <message>
        <source>message took too long</source>
        <translation>Eine Nachricht hat zu lange gedauert</translation>
    </message>
    <message>
        <source>the server is stopping</source>
        <translation>Der Server wird beendet</translation>
    </message>
    <message>
        <source>a change without a number</source>
        <translation>eine Änderung ohne Nummer</translation>
    </message>
    <message>
        <source>a change under another member&apos;s replica</source>
        <translation>eine Änderung unter der Kennung eines anderen Mitglieds</translation>
    </message>
    <message>
        <source>a damaged change in a repair</source>
        <translation>eine beschädigte Änderung in einer Reparatur</translation>
    </message>
    <message>
        <source>it should begin with evencart://</source>
        <translation>Er sollte mit evencart:// anfangen</translation>
    </message>
    <message>
        <source>it is too long</source>
        <translation>Er ist zu lang</translation>
    </message>
    <message>
        <source>the port is missing</source>
        <translation>Der Port fehlt</translation>
    </message>
    <message>
        <source>the name of the server makes no sense</source>
        <translation>Der Name des Servers ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>the port makes no sense</source>
        <translation>Der Port ergibt keinen Sinn</translation>
    </message>
    <message>
        <source>the inviter is not an owner of the cart</source>
        <translation>verwaltet die einladende Person die Liste nicht</translation>
    </message>
    <message>
        <source>the invitation is not the inviter&apos;s</source>
        <translation>stammt die Einladung nicht von der einladenden Person</translation>
    </message>
    <message>
        <source>the member did not hold the invitation</source>
        <translation>hatte das Mitglied die Einladung nicht</translation>
    </message>
    <message>
        <source>it has no header</source>
        <translation>Ihr fehlt der Kopf</translation>
    </message>
    <message>
        <source>its parts do not fit together</source>
        <translation>Ihre Teile passen nicht zusammen</translation>
    </message>
    <message>
        <source>it says nothing</source>
        <translation>Sie sagt nichts</translation>
    </message>
    <message>
        <source>it removes what does not exist yet</source>
        <translation>Sie entfernt, was es noch nicht gibt</translation>
    </message>
    <message>
        <source>a quantity is damaged</source>
        <translation>Eine Menge ist beschädigt</translation>
    </message>
    <message>
        <source>a quantity is outside of what a cart can hold</source>
        <translation>Eine Menge ist größer oder kleiner, als eine Liste fasst</translation>
    </message>
    <message>
        <source>an item&apos;s name is empty, too long or not readable text</source>
        <translation>Der Name eines Artikels ist leer, zu lang oder kein lesbarer Text</translation>
    </message>
    <message>
        <source>an item&apos;s unit or catalogue id is not readable text</source>
        <translation>Einheit oder Katalognummer eines Artikels sind kein lesbarer Text</translation>
    </message>
    <message>
        <source>a text is empty, too long or not readable</source>
        <translation>Ein Text ist leer, zu lang oder nicht lesbar</translation>
    </message>
    <message>
        <source>a new name is empty, too long or not readable text</source>
        <translation>Ein neuer Name ist leer, zu lang oder kein lesbarer Text</translation>
    </message>
    <message>
        <source>a price is damaged or too large</source>
        <translation>Ein Preis ist beschädigt oder zu groß</translation>
    </message>
    <message>
        <source>a currency is not three capital letters</source>
        <translation>Eine Währung besteht nicht aus drei Großbuchstaben</translation>
    </message>
    <message>
        <source>a bought mark is damaged</source>
        <translation>Ein Haken ist beschädigt</translation>
    </message>
    <message>
        <source>a member&apos;s id is damaged</source>
        <translation>Die Kennung eines Mitglieds ist beschädigt</translation>
    </message>
    <message>
        <source>a place in the order is damaged</source>
        <translation>Ein Platz in der Reihenfolge ist beschädigt</translation>
    </message>
    <message>
        <source>a merge record is damaged</source>
        <translation>Der Vermerk einer Zusammenführung ist beschädigt</translation>
    </message>
    <message>
        <source>the number of a feature is damaged</source>
        <translation>Die Nummer einer Funktion ist beschädigt</translation>
    </message>
    <message>
        <source>it writes a line&apos;s field on the cart, or the other way round</source>
        <translation>Sie schreibt das Feld eines Eintrags an die Liste oder umgekehrt</translation>
    </message>
    <message>
        <source>a removed line cannot be read</source>
        <translation>Ein entfernter Eintrag lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>the entry of a cart is not what was written</source>
        <translation>Der Vermerk einer Liste ist nicht mehr so, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>the version vector of a cart is not what was written</source>
        <translation>Der Versionsvektor einer Liste ist nicht mehr so, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>what is known of a line is not what was written</source>
        <translation>Was über einen Eintrag bekannt ist, ist nicht mehr so, wie es geschrieben wurde</translation>
    </message>
    <message>
        <source>a change is not what was written</source>
        <translation>Eine Änderung ist nicht mehr so, wie sie geschrieben wurde</translation>
    </message>
    <message>
        <source>a step that can be undone is not what was written</source>
        <translation>Ein Schritt zum Rückgängigmachen ist nicht mehr so, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>a removed line has no id</source>
        <translation>Ein entfernter Eintrag hat keine Kennung</translation>
    </message>
    <message>
        <source>a removed line is not what was written</source>
        <translation>Ein entfernter Eintrag ist nicht mehr so, wie er geschrieben wurde</translation>
    </message>
    <message>
        <source>a cart is not where its index says</source>
        <translation>Eine Liste ist nicht dort, wo ihr Verzeichnis sie nennt</translation>
    </message>
    <message>
        <source>an order is not what was written</source>
        <translation>Eine Bestellung ist nicht mehr so, wie sie geschrieben wurde</translation>
    </message>
    <message>
        <source>it has no profile</source>
        <translation>Ihr fehlt das Profil</translation>
    </message>
    <message>
        <source>the index of its carts is not that of its carts</source>
        <translation>Das Verzeichnis ihrer Listen passt nicht zu ihren Listen</translation>
    </message>
    <message>
        <source>the desktop&apos;s keychain</source>
        <translation>dem Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>the document</source>
        <translation>das Dokument</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>die Datei</translation>
    </message>
    <message>
        <source>item %1</source>
        <translation>Artikel %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>byte %1</source>
        <translation>Byte %1</translation>
    </message>
    <message>
        <source>it ended with %1 and not with %2.%3</source>
        <translation>Es endete mit %1 und nicht mit %2.%3</translation>
    </message>
    <message>
        <source>%1 does see &quot;%2&quot;.</source>
        <translation>%1 sieht „%2“ doch.</translation>
    </message>
    <message>
        <source>%1 sees no &quot;%2&quot;.</source>
        <translation>%1 sieht kein „%2“.</translation>
    </message>
    <message>
        <source>%1 sees %2 %3 and not %4.</source>
        <translation>%1 sieht %2 %3 und nicht %4.</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot; to be seen there.</source>
        <translation>Ein Feld „%1“ ist dort nicht zu sehen.</translation>
    </message>
    <message>
        <source>%1 has another digest of %2.</source>
        <translation>%1 hat einen anderen Prüfwert von %2.</translation>
    </message>
</context>
<context>
    <name>EvAvatarStack</name>
    <message>
        <source>%1 takes it</source>
        <translation>Zuständig: %1</translation>
    </message>
    <message>
        <source>%1 bought %2</source>
        <translation>%1: %2 gekauft</translation>
    </message>
    <message>
        <source>%1 wanted %2</source>
        <translation>%1: %2 gewünscht</translation>
    </message>
    <message numerus="yes">
        <source>+%n</source>
        <comment>so many more people</comment>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n</numerusform>
        </translation>
    </message>
    <message>
        <source>You are to take it</source>
        <translation>Du sollst es übernehmen</translation>
    </message>
    <message>
        <source>%1 is to take it</source>
        <translation>%1 soll es übernehmen</translation>
    </message>
    <message>
        <source>You take it</source>
        <translation>Du übernimmst es</translation>
    </message>
</context>
<context>
    <name>EvBanner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>EvDialog</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>EvDropArea</name>
    <message>
        <source>Drop to look at the list first</source>
        <translation>Zum Ansehen hier loslassen</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Find in this cart</source>
        <translation>In dieser Liste suchen</translation>
    </message>
    <message>
        <source>To buy</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Order and groups</source>
        <translation>Reihenfolge und Gruppen</translation>
    </message>
    <message>
        <source>Group by aisle</source>
        <translation>Nach Abteilung gruppieren</translation>
    </message>
    <message>
        <source>In the order of the cart</source>
        <translation>In der Reihenfolge der Liste</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Most liked first</source>
        <translation>Beliebteste zuerst</translation>
    </message>
</context>
<context>
    <name>GoodRow</name>
    <message>
        <source>%1 in the cart</source>
        <translation>%1 in der Liste</translation>
    </message>
    <message>
        <source>Amount of %1</source>
        <translation>Menge von %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>GoodsPage</name>
    <message>
        <source>The server is not connected. These are its prices and stock %1; things can be put into the cart, and ordering waits for the server.</source>
        <translation>Der Server ist nicht verbunden. Dies sind seine Preise und sein Bestand, %1. Du kannst Artikel in die Liste legen; bestellen geht erst wieder mit dem Server.</translation>
    </message>
    <message>
        <source>There was no fresh answer: %1</source>
        <translation>Es kam keine neue Antwort: %1</translation>
    </message>
    <message>
        <source>Find in the shop</source>
        <translation>Im Laden suchen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>In stock</source>
        <translation>Vorrätig</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Nothing fits what you look for</source>
        <translation>Nichts passt zu dem, was du suchst</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>A shop comes with a server</source>
        <translation>Ein Laden kommt mit einem Server</translation>
    </message>
    <message>
        <source>A server can sell things: with prices and stock that everybody sees, and orders that are decided once. Your carts work without one.</source>
        <translation>Ein Server kann etwas verkaufen: mit Preisen und Bestand, die alle sehen, und Bestellungen, über die einmal entschieden wird. Deine Listen brauchen keinen.</translation>
    </message>
    <message>
        <source>Set a server…</source>
        <translation>Server einstellen …</translation>
    </message>
    <message>
        <source>This server sells nothing</source>
        <translation>Dieser Server verkauft nichts</translation>
    </message>
    <message>
        <source>Whoever runs it can bring in a catalogue. What you share on it is not touched by that.</source>
        <translation>Wer ihn betreibt, kann einen Katalog einlesen. Was du auf ihm teilst, berührt das nicht.</translation>
    </message>
    <message>
        <source>Asking the server what it sells …</source>
        <translation>Der Server wird gefragt, was er verkauft …</translation>
    </message>
    <message>
        <source>Nothing is known of the shop yet</source>
        <translation>Vom Laden ist noch nichts bekannt</translation>
    </message>
    <message>
        <source>It has to be reached once; after that its goods are here, off line too.</source>
        <translation>Er muss einmal erreicht werden; danach sind seine Artikel hier, auch offline.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 can only be looked at</source>
        <translation>%1 kannst du nur ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n item(s) of the shop</source>
        <translation>
            <numerusform>%1: %n Artikel des Ladens</numerusform>
            <numerusform>%1: %n Artikel des Ladens</numerusform>
        </translation>
    </message>
    <message>
        <source>Goes into %1</source>
        <translation>Kommt in %1</translation>
    </message>
    <message>
        <source>Order…</source>
        <translation>Bestellen …</translation>
    </message>
</context>
<context>
    <name>HabitsSection</name>
    <message>
        <source>Habits</source>
        <translation>Gewohnheiten</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>What others do while the window is hidden, bundled: &quot;Sam added 4 things&quot;.</source>
        <translation>Was andere tun, während das Fenster verborgen ist, gebündelt: „Sam hat 4 Artikel hinzugefügt“.</translation>
    </message>
    <message>
        <source>Stay in the tray when the window is closed</source>
        <translation>Beim Schließen des Fensters im Infobereich bleiben</translation>
    </message>
    <message>
        <source>Off: closing the window ends Evencart. Where there is no tray it always does.</source>
        <translation>Aus: Wer das Fenster schließt, beendet Evencart. Ohne Infobereich ist das immer so.</translation>
    </message>
</context>
<context>
    <name>Intent</name>
    <message>
        <source>Tick %1</source>
        <translation>%1 abhaken</translation>
    </message>
    <message>
        <source>Untick %1</source>
        <translation>Haken bei %1 entfernen</translation>
    </message>
    <message>
        <source>More %1</source>
        <translation>Mehr %1</translation>
    </message>
    <message>
        <source>Less %1</source>
        <translation>Weniger %1</translation>
    </message>
    <message>
        <source>Change the quantity of %1</source>
        <translation>Menge von %1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Change the note of %1</source>
        <translation>Notiz zu %1 ändern</translation>
    </message>
    <message>
        <source>Change the category of %1</source>
        <translation>Kategorie von %1 ändern</translation>
    </message>
    <message>
        <source>Change the price of %1</source>
        <translation>Preis von %1 ändern</translation>
    </message>
    <message>
        <source>Assign %1</source>
        <translation>%1 zuteilen</translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation>%1 gefällt mir</translation>
    </message>
    <message>
        <source>Take back the like of %1</source>
        <translation>%1 gefällt mir nicht mehr</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>No longer take %1</source>
        <translation>%1 nicht mehr übernehmen</translation>
    </message>
</context>
<context>
    <name>InvitationCard</name>
    <message>
        <source>The invitation as a QR code</source>
        <translation>Die Einladung als QR-Code</translation>
    </message>
    <message>
        <source>%1 Whoever has the link can join.</source>
        <translation>%1 Wer den Link hat, kann beitreten.</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation>Einladungslink</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>The link is copied.</source>
        <translation>Der Link ist kopiert.</translation>
    </message>
    <message>
        <source>Copy as a message</source>
        <translation>Als Nachricht kopieren</translation>
    </message>
    <message>
        <source>The message is copied.</source>
        <translation>Die Nachricht ist kopiert.</translation>
    </message>
</context>
<context>
    <name>InvitationFacts</name>
    <message>
        <source>On the server %1</source>
        <translation>Auf dem Server %1</translation>
    </message>
    <message>
        <source>Nothing is encrypted on the way to this server.</source>
        <translation>Auf dem Weg zu diesem Server ist nichts verschlüsselt.</translation>
    </message>
    <message>
        <source>Its certificate: %1</source>
        <translation>Sein Zertifikat: %1</translation>
    </message>
    <message>
        <source>A certificate authority vouches for it.</source>
        <translation>Eine Zertifizierungsstelle bürgt dafür.</translation>
    </message>
    <message>
        <source>Only the server with this certificate is accepted.</source>
        <translation>Nur der Server mit diesem Zertifikat wird akzeptiert.</translation>
    </message>
</context>
<context>
    <name>InvitationTerms</name>
    <message>
        <source>Editor</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Can add, tick and change everything. The usual choice.</source>
        <translation>Kann hinzufügen, abhaken und alles ändern. Das Übliche.</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Can see everything and follow along, but change nothing.</source>
        <translation>Kann alles sehen und mitverfolgen, aber nichts ändern.</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Verwalten</translation>
    </message>
    <message>
        <source>Can do what you can, and invite others.</source>
        <translation>Kann alles, was du kannst, und andere einladen.</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n Person</numerusform>
            <numerusform>%n Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Invite to %1</source>
        <translation>Zu %1 einladen</translation>
    </message>
    <message>
        <source>They need no account, only the link and Evencart.</source>
        <translation>Man braucht kein Konto, nur den Link und Evencart.</translation>
    </message>
    <message>
        <source>Set a server…</source>
        <translation>Server einstellen…</translation>
    </message>
    <message>
        <source>Another invitation</source>
        <translation>Noch eine Einladung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Frage den Server…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Make the link</source>
        <translation>Link erstellen</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a cart</source>
        <translation>Einer Liste beitreten</translation>
    </message>
    <message>
        <source>Paste the invitation that somebody sent you.</source>
        <translation>Füg die Einladung ein, die dir jemand geschickt hat.</translation>
    </message>
    <message>
        <source>Invitation link</source>
        <translation>Einladungslink</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Trete bei…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
</context>
<context>
    <name>KeysSection</name>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>They are who you are: whoever has them can edit your carts in your name.</source>
        <translation>Sie weisen dich aus: Wer sie hat, kann deine Listen in deinem Namen ändern.</translation>
    </message>
    <message>
        <source>The keys are in the keychain now.</source>
        <translation>Die Schlüssel sind jetzt im Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keys are in the file now.</source>
        <translation>Die Schlüssel sind jetzt in der Datei.</translation>
    </message>
    <message>
        <source>Move to the keychain</source>
        <translation>In den Schlüsselbund legen</translation>
    </message>
    <message>
        <source>Keep them in a file</source>
        <translation>In einer Datei behalten</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
</context>
<context>
    <name>LabLine</name>
    <message>
        <source>Bought: %1</source>
        <translation>Gekauft: %1</translation>
    </message>
    <message>
        <source>%1: saved here</source>
        <translation>%1: hier gespeichert</translation>
    </message>
    <message>
        <source>%1: on the server</source>
        <translation>%1: auf dem Server</translation>
    </message>
    <message>
        <source>%1: with everybody</source>
        <translation>%1: bei allen</translation>
    </message>
    <message>
        <source>or: %1</source>
        <translation>oder: %1</translation>
    </message>
    <message>
        <source>Take my like of %1 back</source>
        <translation>Mein Gefällt-mir bei %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Like %1</source>
        <translation>%1 gefällt mir</translation>
    </message>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n Gefällt-mir</numerusform>
            <numerusform>%n Gefällt-mir</numerusform>
        </translation>
    </message>
    <message>
        <source>One less: %1</source>
        <translation>Eins weniger: %1</translation>
    </message>
    <message>
        <source>One more: %1</source>
        <translation>Eins mehr: %1</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
</context>
<context>
    <name>LabNetworkBar</name>
    <message>
        <source>Hold the time</source>
        <translation>Zeit anhalten</translation>
    </message>
    <message>
        <source>Let time pass</source>
        <translation>Zeit laufen lassen</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Verzögerung</translation>
    </message>
    <message>
        <source>Delay, one way, in milliseconds</source>
        <translation>Verzögerung in eine Richtung, in Millisekunden</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss, of a hundred messages</source>
        <translation>Verlust, von hundert Nachrichten</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Server runs</source>
        <translation>Server läuft</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>en</source>
        <comment>The code of this language: demonstrations are told in en and de</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Back to the carts</source>
        <translation>Zurück zu den Wagen</translation>
    </message>
    <message>
        <source>What to look at</source>
        <translation>Was es zu sehen gibt</translation>
    </message>
    <message>
        <source>A free table</source>
        <translation>Freier Tisch</translation>
    </message>
    <message>
        <source>Begin again</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Save what was done as a trace…</source>
        <translation>Das Getane als Aufzeichnung sichern …</translation>
    </message>
    <message>
        <source>Play a trace…</source>
        <translation>Aufzeichnung abspielen …</translation>
    </message>
    <message>
        <source>Two people share a cart. Pull a cable, slow the network down, change the same line on both sides, and watch them meet. Nothing here touches your carts.</source>
        <translation>Zwei Leute teilen sich einen Wagen. Zieh ein Kabel, bremse das Netz, ändere auf beiden Seiten dieselbe Zeile und sieh zu, wie sie sich treffen. Nichts davon berührt deine Wagen.</translation>
    </message>
    <message numerus="yes">
        <source>Time line: %n message(s) on the way</source>
        <translation>
            <numerusform>Zeitlinie: %n Nachricht unterwegs</numerusform>
            <numerusform>Zeitlinie: %n Nachrichten unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody has the same</source>
        <translation>alle haben dasselbe</translation>
    </message>
    <message>
        <source>the carts differ</source>
        <translation>die Wagen sind verschieden</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the way</source>
        <translation>
            <numerusform>%n Nachricht unterwegs</numerusform>
            <numerusform>%n Nachrichten unterwegs</numerusform>
        </translation>
    </message>
    <message>
        <source>Traces (*.demo)</source>
        <translation>Aufzeichnungen (*.demo)</translation>
    </message>
    <message>
        <source>The trace is saved. Here it plays again as it was; &quot;evencartctl demo FILE&quot; plays it with real programs, without its times.</source>
        <translation>Die Aufzeichnung ist gesichert. Hier läuft sie ab, wie sie war; „evencartctl demo DATEI“ spielt sie mit echten Programmen, ohne ihre Zeiten.</translation>
    </message>
</context>
<context>
    <name>LabSeatCard</name>
    <message>
        <source>What %1 sees</source>
        <translation>Was %1 sieht</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>nichts wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>%1 is connected</source>
        <translation>%1 ist verbunden</translation>
    </message>
    <message>
        <source>off line</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Add an item, like &quot;2x milk&quot;</source>
        <translation>Artikel dazulegen, etwa „2x Milch“</translation>
    </message>
    <message>
        <source>Add an item for %1</source>
        <translation>Artikel für %1 dazulegen</translation>
    </message>
    <message>
        <source>Cart of %1</source>
        <translation>Wagen von %1</translation>
    </message>
    <message>
        <source>Nothing in the cart yet</source>
        <translation>Noch nichts im Wagen</translation>
    </message>
    <message>
        <source>%1 · digest %2</source>
        <translation>%1 · Prüfwert %2</translation>
    </message>
    <message>
        <source>It differs, or something is still waiting.</source>
        <translation>Er ist verschieden, oder es wartet noch etwas.</translation>
    </message>
</context>
<context>
    <name>LabTelling</name>
    <message>
        <source>What has happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>%1 sees %2</source>
        <translation>%1 sieht %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Bis zum Ende</translation>
    </message>
    <message>
        <source>It ended here</source>
        <translation>Hier war Schluss</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>brand, size, where to find it …</source>
        <translation>Marke, Größe, wo es steht …</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>aisle</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Einzelpreis</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Price of a kilogram</source>
        <translation>Preis pro Kilogramm</translation>
    </message>
    <message>
        <source>Price of a litre</source>
        <translation>Preis pro Liter</translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>Ich übernehme das</translation>
    </message>
    <message>
        <source>Why is it like this?</source>
        <translation>Warum ist das so?</translation>
    </message>
    <message>
        <source>Make it a staple</source>
        <translation>Regelmäßig kaufen</translation>
    </message>
    <message>
        <source>Move to the top</source>
        <translation>Ganz nach oben</translation>
    </message>
    <message>
        <source>Move to the end</source>
        <translation>Ganz nach unten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n lines</source>
        <translation>
            <numerusform>%n Eintrag entfernen</numerusform>
            <numerusform>%n Einträge entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>I do not take it after all</source>
        <translation>Ich übernehme das doch nicht</translation>
    </message>
    <message>
        <source>Reserve it anew</source>
        <translation>Neu reservieren</translation>
    </message>
    <message>
        <source>Reserve it for my order</source>
        <translation>Für meine Bestellung reservieren</translation>
    </message>
    <message>
        <source>Give the reservation back</source>
        <translation>Reservierung zurückgeben</translation>
    </message>
    <message>
        <source>Ask the shop for price and stock</source>
        <translation>Preis und Bestand erfragen</translation>
    </message>
</context>
<context>
    <name>LineRow</name>
    <message>
        <source>Untick %1</source>
        <translation>Haken bei %1 entfernen</translation>
    </message>
    <message>
        <source>Tick %1</source>
        <translation>%1 abhaken</translation>
    </message>
    <message>
        <source>Liked by %1</source>
        <translation>Gefällt %1</translation>
    </message>
    <message>
        <source>Like</source>
        <translation>Gefällt mir</translation>
    </message>
    <message>
        <source>More for %1</source>
        <translation>Mehr zu %1</translation>
    </message>
</context>
<context>
    <name>LooksSection</name>
    <message>
        <source>Looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Luftig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Nothing slides, fades or glows.</source>
        <translation>Nichts gleitet, blendet oder leuchtet auf.</translation>
    </message>
    <message>
        <source>Items and names stay as they were typed. The window opens anew.</source>
        <translation>Artikel und Namen bleiben, wie sie sind. Das Fenster öffnet sich neu.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>%1 — Evencart</source>
        <translation>%1 – Evencart</translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation>Entfernte Artikel</translation>
    </message>
    <message>
        <source>Budget and bill</source>
        <translation>Budget und Abrechnung</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Wer mitmacht</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>No cart yet</source>
        <translation>Noch keine Liste</translation>
    </message>
    <message>
        <source>Make one for yourself, or join one with an invitation link. You need no account.</source>
        <translation>Leg eine für dich an oder tritt mit einem Einladungslink einer bei. Du brauchst kein Konto.</translation>
    </message>
    <message>
        <source>New cart</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Join a cart…</source>
        <translation>Einer Liste beitreten…</translation>
    </message>
    <message>
        <source>Opening your carts …</source>
        <translation>Deine Listen werden geöffnet …</translation>
    </message>
    <message>
        <source>You are in %1.</source>
        <translation>Du bist dabei: %1.</translation>
    </message>
    <message>
        <source>Name, like &quot;Groceries&quot;</source>
        <translation>Name, zum Beispiel „Wocheneinkauf“</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Rename the cart</source>
        <translation>Liste umbenennen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>You look after this server&apos;s shop. On the command line: evencartctl shop</source>
        <translation>Du kümmerst dich um den Laden dieses Servers. Auf der Kommandozeile: evencartctl shop</translation>
    </message>
</context>
<context>
    <name>MemberEntry</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>What to do about %1</source>
        <translation>Was mit %1 geschehen soll</translation>
    </message>
</context>
<context>
    <name>MemberMenu</name>
    <message>
        <source>Stop owning this cart, and go on changing it</source>
        <translation>Diesen Wagen nicht mehr verwalten, nur noch bearbeiten</translation>
    </message>
    <message>
        <source>Let %1 change the cart</source>
        <translation>%1 den Wagen ändern lassen</translation>
    </message>
    <message>
        <source>Let %1 only look</source>
        <translation>%1 nur zusehen lassen</translation>
    </message>
    <message>
        <source>Leave this cart…</source>
        <translation>Diesen Wagen verlassen …</translation>
    </message>
    <message>
        <source>Show %1 out…</source>
        <translation>%1 hinausbitten …</translation>
    </message>
</context>
<context>
    <name>MembersPanel</name>
    <message>
        <source>This cart is on this device only. Invite somebody to share it.</source>
        <translation>Diese Liste ist nur auf diesem Gerät. Lade jemanden ein, um sie zu teilen.</translation>
    </message>
    <message>
        <source>The server has not been asked yet: these are the members heard of before.</source>
        <translation>Der Server wurde noch nicht gefragt: Das ist der letzte bekannte Stand.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Wer mitmacht</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>Only owners of this cart can invite others.</source>
        <translation>Einladen können nur die, die diese Liste verwalten.</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merge two carts</source>
        <translation>Zwei Listen zusammenführen</translation>
    </message>
    <message>
        <source>The first stays as it is; what it has goes into the second. Doing it again adds nothing twice.</source>
        <translation>Die erste bleibt, wie sie ist; was darauf steht, kommt auf die zweite. Noch einmal ausgeführt, kommt nichts doppelt dazu.</translation>
    </message>
    <message>
        <source>Cart to take from</source>
        <translation>Liste, aus der es kommt</translation>
    </message>
    <message>
        <source>Cart to merge into</source>
        <translation>Liste, in die es kommt</translation>
    </message>
    <message>
        <source>The second cart has all of this already: merging changes nothing.</source>
        <translation>Die zweite Liste hat das alles schon: Zusammenführen ändert nichts.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;Last write wins&quot; would throw away %n number(s).</source>
        <translation>
            <numerusform>„Letzter Wert gewinnt“ würde %n Zahl wegwerfen.</numerusform>
            <numerusform>„Letzter Wert gewinnt“ würde %n Zahlen wegwerfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
</context>
<context>
    <name>MergeTable</name>
    <message>
        <source>All rows:</source>
        <translation>Alle Zeilen:</translation>
    </message>
    <message>
        <source>Union</source>
        <translation>Vereinigung</translation>
    </message>
    <message>
        <source>Last write</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source>Second cart</source>
        <translation>Zweite Liste</translation>
    </message>
    <message>
        <source>First cart</source>
        <translation>Erste Liste</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Erste</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Zweite</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Genommen</translation>
    </message>
    <message>
        <source>What merging comes to</source>
        <translation>Was beim Zusammenführen herauskommt</translation>
    </message>
    <message>
        <source>What is taken for %1</source>
        <translation>Was für %1 genommen wird</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>MoneyPanel</name>
    <message>
        <source>Budget for this cart (only on this device)</source>
        <translation>Budget für diese Liste (nur auf diesem Gerät)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keins</translation>
    </message>
    <message>
        <source>Who owes what</source>
        <translation>Wer wem was schuldet</translation>
    </message>
    <message>
        <source>Nothing with a price is bought yet. When it is, each pays for what he or she wanted, and whoever bought gets it back.</source>
        <translation>Noch ist nichts mit Preis gekauft. Danach zahlen alle, was sie sich gewünscht haben, und wer gekauft hat, bekommt es zurück.</translation>
    </message>
    <message>
        <source>Of what is bought so far: each pays for what he or she wanted, and whoever bought gets it back.</source>
        <translation>Für alles bisher Gekaufte: Alle zahlen, was sie sich gewünscht haben, und wer gekauft hat, bekommt es zurück.</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 gesamt</translation>
    </message>
    <message>
        <source>wanted %1, paid %2</source>
        <translation>gewünscht %1, bezahlt %2</translation>
    </message>
    <message>
        <source>even</source>
        <translation>ausgeglichen</translation>
    </message>
    <message>
        <source>owes %1</source>
        <translation>offen: %1</translation>
    </message>
    <message>
        <source>gets %1</source>
        <translation>bekommt %1</translation>
    </message>
</context>
<context>
    <name>NameDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>NewsBundler</name>
    <message numerus="yes">
        <source>%1 added %n thing(s).</source>
        <translation>
            <numerusform>%1 hat %n Artikel hinzugefügt.</numerusform>
            <numerusform>%1 hat %n Artikel hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bought %n thing(s).</source>
        <translation>
            <numerusform>%1 hat %n Artikel gekauft.</numerusform>
            <numerusform>%1 hat %n Artikel gekauft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n thing(s).</source>
        <translation>
            <numerusform>%1 hat %n Artikel geändert.</numerusform>
            <numerusform>%1 hat %n Artikel geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderRow</name>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>an order: when, from which cart, what</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Noch einmal fragen</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Receipt of %1</source>
        <translation>Beleg zu %1</translation>
    </message>
    <message>
        <source>Ask again about the order of %1 from %2</source>
        <comment>an order: when, which cart</comment>
        <translation>Noch einmal nach der Bestellung vom %1 aus %2 fragen</translation>
    </message>
    <message>
        <source>Take back the order of %1 from %2</source>
        <comment>an order: when, which cart</comment>
        <translation>Bestellung vom %1 aus %2 zurücknehmen</translation>
    </message>
</context>
<context>
    <name>OrdersPage</name>
    <message>
        <source>This is what is known here: %1</source>
        <translation>Das ist, was hier bekannt ist: %1</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>Meine Bestellungen</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Older orders</source>
        <translation>Ältere Bestellungen</translation>
    </message>
    <message>
        <source>Asking the shop for your orders …</source>
        <translation>Der Laden wird nach deinen Bestellungen gefragt …</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Bestellungen</translation>
    </message>
    <message>
        <source>None is known here, and the shop could not be asked: %1</source>
        <translation>Hier ist keine bekannt, und der Laden konnte nicht gefragt werden: %1</translation>
    </message>
    <message>
        <source>What you order from a cart is kept here, with its receipt.</source>
        <translation>Was du aus einer Liste bestellst, steht hier, mit seinem Beleg.</translation>
    </message>
</context>
<context>
    <name>PasteSheet</name>
    <message>
        <source>Add the template %1</source>
        <translation>Vorlage %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add from %1</source>
        <translation>Aus %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add a list</source>
        <translation>Mehrere Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>Wird gelesen …</translation>
    </message>
    <message>
        <source>One item on each line; bullets, boxes and headings are understood.</source>
        <translation>Ein Artikel je Zeile; Aufzählungszeichen, Kästchen und Überschriften werden verstanden.</translation>
    </message>
    <message>
        <source>The list</source>
        <translation>Der Text</translation>
    </message>
    <message>
        <source>Milk
500 g flour
…</source>
        <translation>Milch
500 g Mehl
…</translation>
    </message>
    <message>
        <source>What cannot be read is left out.</source>
        <translation>Was nicht lesbar ist, wird ausgelassen.</translation>
    </message>
    <message>
        <source>What would be added</source>
        <translation>Was hinzukäme</translation>
    </message>
    <message>
        <source>Nothing to add yet</source>
        <translation>Noch nichts hinzuzufügen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>%n Artikel hinzufügen</numerusform>
            <numerusform>%n Artikel hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>PendingRow</name>
    <message>
        <source>%1, %2</source>
        <comment>cart, time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Put it into my own cart</source>
        <translation>In meine eigene Liste legen</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
</context>
<context>
    <name>PresenceRow</name>
    <message>
        <source>Members. Here now: %1</source>
        <translation>Wer mitmacht. Gerade da: %1</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Wer mitmacht</translation>
    </message>
    <message numerus="yes">
        <source>+%n</source>
        <comment>so many more people</comment>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n</numerusform>
        </translation>
    </message>
    <message>
        <source>Here now: %1</source>
        <translation>Gerade da: %1</translation>
    </message>
    <message>
        <source>Members of this cart</source>
        <translation>Wer bei dieser Liste mitmacht</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Another program has your carts open</source>
        <translation>Ein anderes Programm hat deine Listen offen</translation>
    </message>
    <message>
        <source>The file with your carts is damaged</source>
        <translation>Die Datei mit deinen Listen ist beschädigt</translation>
    </message>
    <message>
        <source>Your carts were saved by a newer Evencart</source>
        <translation>Deine Listen hat ein neueres Evencart gespeichert</translation>
    </message>
    <message>
        <source>The keys to your carts are out of reach</source>
        <translation>Die Schlüssel zu deinen Listen sind nicht erreichbar</translation>
    </message>
    <message>
        <source>Your carts cannot be opened</source>
        <translation>Deine Listen lassen sich nicht öffnen</translation>
    </message>
    <message>
        <source>Close the other program and try again.</source>
        <translation>Schließ das andere Programm und versuch es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing was changed. What had reached the server can be fetched again: move the folder %1 away, start Evencart, and join your carts with a new invitation. &quot;evencartctl doctor&quot; tells more.</source>
        <translation>Es wurde nichts geändert. Was den Server erreicht hatte, lässt sich wieder holen: Verschieb den Ordner %1, starte Evencart und tritt deinen Listen mit einer neuen Einladung bei. „evencartctl doctor“ sagt mehr.</translation>
    </message>
    <message>
        <source>Nothing was changed. Install the newer version again to go on.</source>
        <translation>Es wurde nichts geändert. Installiere wieder die neuere Version, um weiterzumachen.</translation>
    </message>
    <message>
        <source>Nothing was changed. If they are in the keychain, unlock it, then try again.</source>
        <translation>Es wurde nichts geändert. Wenn sie im Schlüsselbund sind, entsperr ihn und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>Look whether the disk is full or the folder %1 cannot be written, then try again.</source>
        <translation>Schau nach, ob die Festplatte voll ist oder der Ordner %1 nicht beschreibbar, und versuch es dann noch einmal.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ProfileFile</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged and was put aside as %2.</source>
        <translation>%1 ist beschädigt und wurde als %2 beiseitegelegt.</translation>
    </message>
    <message>
        <source>%1 was not saved: %2. Free some space and change it again.</source>
        <translation>%1 wurde nicht gespeichert: %2. Mach etwas Platz frei und ändere es noch einmal.</translation>
    </message>
</context>
<context>
    <name>PromiseLegend</name>
    <message>
        <source>Saved here</source>
        <translation>Hier gespeichert</translation>
    </message>
    <message>
        <source>Your cart and every change of it: at once, on or off line. It spreads by itself.</source>
        <translation>Deine Liste und jede Änderung daran: sofort, online wie offline. Sie verbreitet sich von selbst.</translation>
    </message>
    <message>
        <source>Guaranteed by the shop</source>
        <translation>Vom Laden zugesagt</translation>
    </message>
    <message>
        <source>An order: decided once, by the server, for all of its lines or none. It cannot be sold twice.</source>
        <translation>Eine Bestellung: einmal entschieden, vom Server, für alle ihre Einträge oder keinen. Sie kann nicht zweimal verkauft werden.</translation>
    </message>
</context>
<context>
    <name>QuantityStepper</name>
    <message>
        <source>Less %1</source>
        <translation>Weniger %1</translation>
    </message>
    <message>
        <source>%1 of %2, change</source>
        <translation>%1 von %2, ändern</translation>
    </message>
    <message>
        <source>More %1</source>
        <translation>Mehr %1</translation>
    </message>
    <message>
        <source>Quantity of %1</source>
        <translation>Menge von %1</translation>
    </message>
</context>
<context>
    <name>QuickAddField</name>
    <message>
        <source>Add something: 2x milk, 500 g flour, 1/2 l cream …</source>
        <translation>Hinzufügen: 2x Milch, 500 g Mehl, ½ l Sahne …</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Artikel hinzufügen</translation>
    </message>
    <message>
        <source>Empty the field</source>
        <translation>Feld leeren</translation>
    </message>
</context>
<context>
    <name>QuickAddPanel</name>
    <message>
        <source>%1, as usual</source>
        <translation>%1, wie üblich</translation>
    </message>
    <message>
        <source>Click: without the usual category</source>
        <translation>Klick: ohne die übliche Kategorie</translation>
    </message>
    <message>
        <source>%1. Backspace behind it: part of the name</source>
        <translation>%1. Rücktaste dahinter: gehört zum Namen</translation>
    </message>
    <message>
        <source>Bought before</source>
        <translation>Schon einmal gekauft</translation>
    </message>
    <message>
        <source>Put into the field, without adding (Tab)</source>
        <translation>Ins Feld übernehmen, ohne hinzuzufügen (Tab)</translation>
    </message>
    <message>
        <source>↑↓ choose · Enter adds · Tab fills in · Esc closes</source>
        <translation>↑↓ wählen · Eingabe fügt hinzu · Tab übernimmt · Esc schließt</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>Lines of the receipt</source>
        <translation>Zeilen des Belegs</translation>
    </message>
    <message>
        <source>%1 %2, %3 each: %4</source>
        <comment>a line of a receipt: amount, name, price of one, price of all</comment>
        <translation>%1 %2, je %3: %4</translation>
    </message>
    <message>
        <source>Total, guaranteed by the shop</source>
        <translation>Summe, vom Laden zugesagt</translation>
    </message>
    <message>
        <source>Total %1</source>
        <translation>Summe %1</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Pages (PDF)…</source>
        <translation>Seiten (PDF) …</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>Text …</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)…</source>
        <translation>Tabelle (CSV) …</translation>
    </message>
    <message>
        <source>Spreadsheet (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Everything (JSON)…</source>
        <translation>Alles (JSON) …</translation>
    </message>
    <message>
        <source>Everything, as JSON (*.json)</source>
        <translation>Alles, als JSON (*.json)</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Beleg speichern</translation>
    </message>
</context>
<context>
    <name>ReceiptList</name>
    <message>
        <source>%1: %2</source>
        <comment>whose device, whether it has it</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Leave this cart?</source>
        <translation>Diesen Wagen verlassen?</translation>
    </message>
    <message>
        <source>Show %1 out?</source>
        <translation>%1 hinausbitten?</translation>
    </message>
    <message>
        <source>What you have put into it stays with the others, and what you have of it stays on this device. To come back you need a new invitation.</source>
        <translation>Was du hineingelegt hast, bleibt bei den anderen, und was du davon hast, bleibt auf diesem Gerät. Um zurückzukommen, brauchst du eine neue Einladung.</translation>
    </message>
    <message>
        <source>What %1 has put into the cart stays, and so does %1&apos;s own copy as it is now. To come back %1 needs a new invitation.</source>
        <translation>Was %1 in den Wagen gelegt hat, bleibt, und auch die eigene Kopie von %1 bleibt, wie sie jetzt ist. Um zurückzukommen, braucht %1 eine neue Einladung.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Show out</source>
        <translation>Hinausbitten</translation>
    </message>
</context>
<context>
    <name>RemovedPanel</name>
    <message>
        <source>Nothing was removed from this cart. What goes away stays here and can be brought back.</source>
        <translation>Aus dieser Liste wurde nichts entfernt. Was verschwindet, bleibt hier und lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>Bringing something back is a change like any other: everybody gets it.</source>
        <translation>Etwas zurückzuholen ist eine Änderung wie jede andere: Alle bekommen sie.</translation>
    </message>
    <message>
        <source>Removed lines</source>
        <translation>Entfernte Artikel</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message>
        <source>Bring all of it back</source>
        <translation>Alles zurückholen</translation>
    </message>
</context>
<context>
    <name>SectionHeader</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n Eintrag</numerusform>
            <numerusform>%1, %n Einträge</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Selected lines</source>
        <translation>Ausgewählte Einträge</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Tick</source>
        <translation>Abhaken</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>ServerAlarm</name>
    <message>
        <source>This is not the server that you trust</source>
        <translation>Das ist nicht der Server, dem du vertraust</translation>
    </message>
    <message>
        <source>It answers under your server&apos;s address, but with another certificate. Nothing was sent to it, and the sync is stopped. Everything you do is saved here.</source>
        <translation>Er antwortet unter der Adresse deines Servers, aber mit einem anderen Zertifikat. Es wurde ihm nichts geschickt, und der Abgleich ist angehalten. Alles, was du tust, wird hier gespeichert.</translation>
    </message>
    <message>
        <source>The one that you trust</source>
        <translation>Dem du vertraust</translation>
    </message>
    <message>
        <source>The one that it shows now</source>
        <translation>Das er jetzt zeigt</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Frage nach…</translation>
    </message>
    <message>
        <source>If the server was set up anew, ask whoever hosts it for the new fingerprint, by phone or in person. If nobody knows of it, somebody may be listening in.</source>
        <translation>Wenn der Server neu aufgesetzt wurde, frag die Person, die ihn betreibt, nach dem neuen Fingerabdruck, am Telefon oder persönlich. Wenn niemand davon weiß, hört vielleicht jemand mit.</translation>
    </message>
    <message>
        <source>I compared the new fingerprint with whoever hosts the server</source>
        <translation>Ich habe den neuen Fingerabdruck mit der Person verglichen, die den Server betreibt</translation>
    </message>
    <message>
        <source>Trust the new certificate</source>
        <translation>Neuem Zertifikat vertrauen</translation>
    </message>
    <message>
        <source>Stay stopped</source>
        <translation>Angehalten lassen</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>cart.example.org, or wss://192.168.1.5:8787</source>
        <translation>cart.example.org oder wss://192.168.1.5:8787</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate, if you have it</source>
        <translation>Fingerabdruck seines Zertifikats, falls du ihn hast</translation>
    </message>
    <message>
        <source>64 digits; the server prints them when it starts</source>
        <translation>64 Ziffern; der Server zeigt sie beim Start</translation>
    </message>
    <message>
        <source>Nobody vouches for this server. Compare the fingerprint below with the one that it prints when it starts, or ask whoever hosts it.</source>
        <translation>Niemand bürgt für diesen Server. Vergleich den Fingerabdruck unten mit dem, den er beim Start zeigt, oder frag die Person, die ihn betreibt.</translation>
    </message>
    <message>
        <source>This is the server with that fingerprint.</source>
        <translation>Das ist der Server mit diesem Fingerabdruck.</translation>
    </message>
    <message>
        <source>A certificate authority vouches for this server.</source>
        <translation>Eine Zertifizierungsstelle bürgt für diesen Server.</translation>
    </message>
    <message>
        <source>This server has another certificate than the one that you named. Do not use it; ask whoever hosts it.</source>
        <translation>Dieser Server hat ein anderes Zertifikat als das von dir genannte. Nimm ihn nicht; frag die Person, die ihn betreibt.</translation>
    </message>
    <message>
        <source>A server on this machine, without encryption.</source>
        <translation>Ein Server auf diesem Gerät, ohne Verschlüsselung.</translation>
    </message>
    <message>
        <source>The server at %1 shows this fingerprint</source>
        <translation>Der Server unter %1 zeigt diesen Fingerabdruck</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Sehe nach…</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung prüfen</translation>
    </message>
    <message>
        <source>It is the same: use this server</source>
        <translation>Er stimmt: diesen Server nehmen</translation>
    </message>
    <message>
        <source>Use this server</source>
        <translation>Diesen Server nehmen</translation>
    </message>
</context>
<context>
    <name>ServerSection</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Without a server everything stays on this device. To share carts, set the server that you or somebody you know hosts, or join a cart with an invitation.</source>
        <translation>Ohne Server bleibt alles auf diesem Gerät. Um Listen zu teilen, trag den Server ein, den du oder Bekannte betreiben, oder tritt mit einer Einladung einer Liste bei.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate</source>
        <translation>Fingerabdruck seines Zertifikats</translation>
    </message>
    <message>
        <source>A certificate authority vouches for it.</source>
        <translation>Eine Zertifizierungsstelle bürgt dafür.</translation>
    </message>
    <message>
        <source>None: nothing is encrypted on this address.</source>
        <translation>Keiner: Unter dieser Adresse ist nichts verschlüsselt.</translation>
    </message>
    <message>
        <source>Use no server?</source>
        <translation>Keinen Server verwenden?</translation>
    </message>
    <message>
        <source>Your carts stay on this device with everything in them. What you and the others change from then on is no longer exchanged, until you set the server again.</source>
        <translation>Deine Listen bleiben mit allem, was darauf steht, auf diesem Gerät. Was du und die anderen von da an ändern, wird nicht mehr ausgetauscht, bis du den Server wieder einträgst.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Server entfernen</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Back to the carts</source>
        <translation>Zurück zu den Listen</translation>
    </message>
</context>
<context>
    <name>ShopBanner</name>
    <message>
        <source>It is not known yet whether this cart was ordered; the shop is asked when it can be reached.</source>
        <translation>Ob diese Liste bestellt ist, ist noch nicht bekannt; der Laden wird gefragt, sobald er erreichbar ist.</translation>
    </message>
    <message>
        <source>This cart is to be ordered when the server is back, as it was when you said so.</source>
        <translation>Diese Liste wird bestellt, wenn der Server wieder da ist, so wie sie war, als du es gesagt hast.</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>ShopHeader</name>
    <message>
        <source>Back to the cart</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Goods</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>My orders</source>
        <translation>Meine Bestellungen</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>Wird gefragt …</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Neu abfragen</translation>
    </message>
</context>
<context>
    <name>ShopLayer</name>
    <message>
        <source>Shop</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Beleg</translation>
    </message>
</context>
<context>
    <name>ShopOrderEditor</name>
    <message>
        <source>Way through the shop</source>
        <translation>Weg durch den Laden</translation>
    </message>
    <message>
        <source>Carts grouped by aisle follow this order. Drag an aisle, or move it with Alt and the arrow keys.</source>
        <translation>Nach Abteilung gruppierte Listen folgen dieser Reihenfolge. Zieh eine Abteilung oder verschieb sie mit Alt und den Pfeiltasten.</translation>
    </message>
    <message>
        <source>Another aisle</source>
        <translation>Weitere Abteilung</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>ShopWords</name>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>only %1 left</source>
        <translation>nur noch %1 da</translation>
    </message>
    <message>
        <source>in stock %1</source>
        <translation>%1 vorrätig</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>vor %n s</numerusform>
            <numerusform>vor %n s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n min</numerusform>
            <numerusform>vor %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>vor %n Stunde</numerusform>
            <numerusform>vor %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>vor %n Tag</numerusform>
            <numerusform>vor %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>the age of the copy: &quot;as of 12 s ago&quot;</comment>
        <translation>Stand %1</translation>
    </message>
    <message>
        <source>the price is %1 now</source>
        <translation>der Preis ist jetzt %1</translation>
    </message>
    <message>
        <source>changed in the cart since you looked</source>
        <translation>in der Liste geändert, seit du sie angesehen hast</translation>
    </message>
    <message>
        <source>not sold here</source>
        <translation>wird hier nicht verkauft</translation>
    </message>
    <message>
        <source>You may not order from this cart; ask one of its owners.</source>
        <translation>Aus dieser Liste darfst du nicht bestellen; frag jemanden, dem sie gehört.</translation>
    </message>
    <message>
        <source>Another order has been placed under this key; order again.</source>
        <translation>Unter diesem Schlüssel gibt es eine andere Bestellung; bestelle noch einmal.</translation>
    </message>
    <message>
        <source>The shop has not got the order, and it will not come any more. Order again if you want to.</source>
        <translation>Der Laden hat die Bestellung nicht, und sie kommt auch nicht mehr. Bestelle noch einmal, wenn du willst.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an item and why it was not ordered</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Ordered from %1: order %2, %3.</source>
        <translation>Aus %1 bestellt: Bestellung %2, %3.</translation>
    </message>
    <message>
        <source>Not ordered from %1. %2</source>
        <translation>Aus %1 nicht bestellt. %2</translation>
    </message>
    <message>
        <source>It is not known whether %1 was ordered. The shop is asked when it can be reached.</source>
        <translation>Ob %1 bestellt ist, ist nicht bekannt. Der Laden wird gefragt, sobald er erreichbar ist.</translation>
    </message>
    <message>
        <source>a line that is gone</source>
        <translation>ein Eintrag, den es nicht mehr gibt</translation>
    </message>
    <message numerus="yes">
        <source>%1 kept for you, %n min</source>
        <translation>
            <numerusform>%1 für dich zurückgelegt, noch %n min</numerusform>
            <numerusform>%1 für dich zurückgelegt, noch %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not reserved: %2.</source>
        <comment>an item and what there is of it</comment>
        <translation>%1 ist nicht reserviert: %2.</translation>
    </message>
    <message>
        <source>%1 is not reserved: it is not sold here like this.</source>
        <translation>%1 ist nicht reserviert: So wird es hier nicht verkauft.</translation>
    </message>
    <message>
        <source>%1 is not reserved: you have as many reservations as anybody may have.</source>
        <translation>%1 ist nicht reserviert: Du hast so viele Reservierungen, wie jemand haben darf.</translation>
    </message>
    <message>
        <source>%1 is not reserved: what was asked for has ended meanwhile. Try again.</source>
        <translation>%1 ist nicht reserviert: Das Gewünschte ist inzwischen abgelaufen. Versuch es noch einmal.</translation>
    </message>
</context>
<context>
    <name>ShortcutKeys</name>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Ctrl+K finds every command by its name.</source>
        <translation>Strg+K findet jeden Befehl nach seinem Namen.</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>New cart</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>Carts</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Hide archived carts</source>
        <translation>Archivierte Listen ausblenden</translation>
    </message>
    <message>
        <source>Show archived carts</source>
        <translation>Archivierte Listen zeigen</translation>
    </message>
    <message>
        <source>Join a cart…</source>
        <translation>Einer Liste beitreten…</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>Laden</translation>
    </message>
</context>
<context>
    <name>StaplesDialog</name>
    <message>
        <source>Staples</source>
        <translation>Regelmäßiges</translation>
    </message>
    <message>
        <source>What you usually need every few days. It is offered when it is due, never added by itself.</source>
        <translation>Was du alle paar Tage brauchst. Es wird angeboten, wenn es fällig ist, und nie von selbst hinzugefügt.</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>2 l milk #dairy</source>
        <translation>2 l Milch #Milchprodukte</translation>
    </message>
    <message>
        <source>Every … days</source>
        <translation>Alle … Tage</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>More often: every %n day(s)</source>
        <translation>
            <numerusform>Öfter: jeden Tag</numerusform>
            <numerusform>Öfter: alle %n Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Less often: every %n day(s)</source>
        <translation>
            <numerusform>Seltener: jeden Tag</numerusform>
            <numerusform>Seltener: alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>No staple any more: %1</source>
        <translation>Nicht mehr regelmäßig: %1</translation>
    </message>
    <message>
        <source>No staples yet. Write one above.</source>
        <translation>Noch nichts Regelmäßiges. Trag oben etwas ein.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that are due</source>
        <translation>
            <numerusform>Den fälligen hinzufügen</numerusform>
            <numerusform>Die %n fälligen hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>“%1”</source>
        <comment>something that was typed</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>an item</source>
        <translation>ein Artikel</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>you</source>
        <comment>in the middle of a sentence, as in: by you</comment>
        <translation>dir</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>the end of a list</comment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>added %1</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>added %1 %2</source>
        <comment>amount, item</comment>
        <translation>%1 %2 hinzugefügt</translation>
    </message>
    <message>
        <source>added %1 more %2</source>
        <comment>amount, item</comment>
        <translation>noch %1 %2 hinzugefügt</translation>
    </message>
    <message>
        <source>took %1 off %2</source>
        <comment>amount, item</comment>
        <translation>%2 um %1 verringert</translation>
    </message>
    <message>
        <source>changed %1 from %2 to %3</source>
        <translation>%1 von %2 auf %3 geändert</translation>
    </message>
    <message>
        <source>changed %1 to %2</source>
        <translation>%1 auf %2 geändert</translation>
    </message>
    <message>
        <source>brought %1 back</source>
        <translation>%1 zurückgeholt</translation>
    </message>
    <message>
        <source>brought %1 %2 from another cart</source>
        <comment>amount, item</comment>
        <translation>%1 %2 aus einer anderen Liste geholt</translation>
    </message>
    <message>
        <source>took an amount of %1 back</source>
        <translation>eine Menge von %1 zurückgenommen</translation>
    </message>
    <message>
        <source>removed %1</source>
        <translation>%1 entfernt</translation>
    </message>
    <message>
        <source>renamed %1 to %2</source>
        <translation>%1 in %2 umbenannt</translation>
    </message>
    <message>
        <source>gave %1 its old name back</source>
        <translation>%1 den alten Namen zurückgegeben</translation>
    </message>
    <message>
        <source>wrote a note on %1: %2</source>
        <translation>Notiz zu %1 geschrieben: %2</translation>
    </message>
    <message>
        <source>cleared the note on %1</source>
        <translation>Notiz zu %1 gelöscht</translation>
    </message>
    <message>
        <source>sorted %1 under %2</source>
        <translation>%1 unter %2 einsortiert</translation>
    </message>
    <message>
        <source>cleared the category of %1</source>
        <translation>Kategorie von %1 gelöscht</translation>
    </message>
    <message>
        <source>changed the price of %1 from %2 to %3</source>
        <translation>Preis von %1 von %2 auf %3 geändert</translation>
    </message>
    <message>
        <source>priced %1 at %2</source>
        <translation>Preis von %1: %2</translation>
    </message>
    <message>
        <source>cleared the price of %1</source>
        <translation>Preis von %1 gelöscht</translation>
    </message>
    <message>
        <source>assigned %1 to %2</source>
        <translation>%1 zugeteilt: %2</translation>
    </message>
    <message>
        <source>assigned %1 to nobody</source>
        <translation>%1 niemandem mehr zugeteilt</translation>
    </message>
    <message>
        <source>moved %1</source>
        <translation>%1 verschoben</translation>
    </message>
    <message>
        <source>bought %1 %2</source>
        <comment>amount, item</comment>
        <translation>%1 %2 gekauft</translation>
    </message>
    <message>
        <source>bought %1</source>
        <translation>%1 gekauft</translation>
    </message>
    <message>
        <source>unticked %1</source>
        <translation>Haken bei %1 entfernt</translation>
    </message>
    <message>
        <source>liked %1</source>
        <translation>„Gefällt mir“ bei %1</translation>
    </message>
    <message>
        <source>took back a like of %1</source>
        <translation>„Gefällt mir“ bei %1 zurückgenommen</translation>
    </message>
    <message>
        <source>named the cart %1</source>
        <translation>die Liste %1 genannt</translation>
    </message>
    <message>
        <source>merged another cart into this one</source>
        <translation>eine andere Liste mit dieser zusammengeführt</translation>
    </message>
    <message>
        <source>used something that only later versions know</source>
        <translation>etwas benutzt, das erst spätere Versionen kennen</translation>
    </message>
    <message>
        <source>made a change that the server refused</source>
        <translation>eine Änderung gemacht, die der Server abgelehnt hat</translation>
    </message>
    <message>
        <source>changed something older than this history</source>
        <translation>etwas geändert, das älter ist als dieser Verlauf</translation>
    </message>
    <message>
        <source>changed nothing that shows</source>
        <translation>nichts Sichtbares geändert</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>amount, item</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who did what: Ben added Milk</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Your role in this cart does not allow it.</source>
        <translation>Deine Rolle in dieser Liste erlaubt das nicht.</translation>
    </message>
    <message>
        <source>The server could not make sense of it.</source>
        <translation>Der Server konnte nichts damit anfangen.</translation>
    </message>
    <message>
        <source>It was larger than the server takes.</source>
        <translation>Es war größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>The cart is full.</source>
        <translation>Die Liste ist voll.</translation>
    </message>
    <message>
        <source>The cart is closed.</source>
        <translation>Die Liste ist geschlossen.</translation>
    </message>
    <message>
        <source>The server gave no reason.</source>
        <translation>Der Server hat keinen Grund genannt.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>person who gets it</source>
        <translation>zuständige Person</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>kein Preis</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>who, how many</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Bought by %1, but only %2 wanted.</source>
        <translation>Gekauft von %1, gewünscht waren aber nur %2.</translation>
    </message>
    <message>
        <source>Nobody can tell how many are wanted.</source>
        <translation>Niemand kann sagen, wie viele gewünscht sind.</translation>
    </message>
    <message>
        <source>Taken off at once by %1, until nothing was left.</source>
        <translation>Gleichzeitig weggenommen von %1, bis nichts mehr übrig war.</translation>
    </message>
    <message>
        <source>Two values for the %1 at once. The later one shows, by %2.</source>
        <translation>Zwei Werte gleichzeitig (%1). Der spätere gilt, von %2.</translation>
    </message>
    <message>
        <source>%1 added under the old name %2 by %3, who had not seen the new one.</source>
        <translation>%1 unter dem alten Namen %2 hinzugefügt von %3, ohne den neuen zu kennen.</translation>
    </message>
    <message>
        <source>Removed by %1, while it was added or changed by %2. Adding wins, so it stays.</source>
        <translation>Entfernt von %1, gleichzeitig hinzugefügt oder geändert von %2. Hinzufügen gewinnt, also bleibt es.</translation>
    </message>
    <message>
        <source>Unticked by %1, while it was bought by %2. What was bought counts.</source>
        <translation>Haken entfernt von %1, während es von %2 gekauft wurde. Was gekauft ist, zählt.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>value, who</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Typed at the same time: %1. The later number counts, %2.</source>
        <translation>Gleichzeitig eingetippt: %1. Die spätere Zahl gilt, %2.</translation>
    </message>
    <message>
        <source>%1 typed by %2. On top of it by %3; together %4.</source>
        <translation>%1 eingetippt von %2. Dazu von %3; zusammen %4.</translation>
    </message>
    <message>
        <source>Wanted by %1. Amounts add up, together %2.</source>
        <translation>Gewünscht von %1. Mengen addieren sich, zusammen %2.</translation>
    </message>
    <message>
        <source>Removed by %1, %2.</source>
        <translation>Entfernt von %1, %2.</translation>
    </message>
    <message>
        <source>Last changed by %1, %2. Nobody changed it at the same time.</source>
        <translation>Zuletzt geändert von %1, %2. Niemand hat es gleichzeitig geändert.</translation>
    </message>
    <message>
        <source>Each of them ticked it without having seen the other&apos;s tick, so there may be two of it now. Nothing is taken away by itself.</source>
        <translation>Beim Abhaken hat niemand den anderen Haken gesehen, also gibt es jetzt vielleicht zwei davon. Von selbst wird nichts weggenommen.</translation>
    </message>
    <message>
        <source>Steps up and down add up. Made at the same time they can take more than there was; the item stays until somebody says how many.</source>
        <translation>Schritte nach oben und unten addieren sich. Gleichzeitig können sie mehr wegnehmen, als da war; der Artikel bleibt, bis jemand sagt, wie viele.</translation>
    </message>
    <message>
        <source>Neither had seen the other&apos;s value. The later one shows and the other one is kept until somebody writes again.</source>
        <translation>Beim Schreiben war der andere Wert noch nicht zu sehen. Der spätere gilt, und der andere bleibt aufgehoben, bis wieder jemand schreibt.</translation>
    </message>
    <message>
        <source>Whoever added it did not know of the new name and may have meant something else.</source>
        <translation>Beim Hinzufügen war der neue Name nicht bekannt; vielleicht war etwas anderes gemeint.</translation>
    </message>
    <message>
        <source>Who removed it had not seen the other change. What somebody wants is never lost that way; remove it again if it should go.</source>
        <translation>Beim Entfernen war die andere Änderung noch nicht zu sehen. Was jemand haben möchte, geht so nie verloren; entfern es noch einmal, wenn es weg soll.</translation>
    </message>
    <message>
        <source>Who unticked it had not seen that it was bought at the same time.</source>
        <translation>Als der Haken entfernt wurde, war nicht zu sehen, dass es gleichzeitig gekauft wurde.</translation>
    </message>
    <message>
        <source>Neither had seen the other&apos;s number. A typed number replaces what its author saw; of two at once the later counts.</source>
        <translation>Beim Tippen war die andere Zahl noch nicht zu sehen. Eine getippte Zahl ersetzt, was man vor sich hatte; von zwei gleichzeitigen gilt die spätere.</translation>
    </message>
    <message>
        <source>The amount is the last typed number and everything that was added or taken since, or at the same time.</source>
        <translation>Die Menge ist die zuletzt getippte Zahl und alles, was seitdem oder gleichzeitig dazukam oder wegfiel.</translation>
    </message>
    <message>
        <source>Whoever adds an item that is there already wants more of it, also without knowing of the other.</source>
        <translation>Wer einen Artikel hinzufügt, der schon da ist, möchte mehr davon, auch ohne vom anderen zu wissen.</translation>
    </message>
    <message>
        <source>Removed items are kept and can be brought back.</source>
        <translation>Entfernte Artikel sind aufgehoben und lassen sich zurückholen.</translation>
    </message>
    <message>
        <source>Every change was made by somebody who had seen the one before.</source>
        <translation>Bei jeder Änderung war die vorige schon zu sehen.</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>a day without its year, as Qt writes dates</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>you</source>
        <comment>standing alone: who is to get something</comment>
        <translation>du</translation>
    </message>
    <message>
        <source>said &quot;I take it&quot; of %1</source>
        <translation>„Ich übernehme das“ zu %1 gesagt</translation>
    </message>
    <message>
        <source>took back the &quot;I take it&quot; of %1</source>
        <translation>„Ich übernehme das“ zu %1 zurückgenommen</translation>
    </message>
</context>
<context>
    <name>StoryLayer</name>
    <message>
        <source>Sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Why is it like this?</source>
        <translation>Warum ist das so?</translation>
    </message>
    <message>
        <source>While you were away</source>
        <translation>Während du weg warst</translation>
    </message>
</context>
<context>
    <name>SyncEntry</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Last synced %1</source>
        <translation>Zuletzt abgeglichen %1</translation>
    </message>
    <message>
        <source>Everything is synced</source>
        <translation>Alles ist synchron</translation>
    </message>
</context>
<context>
    <name>SyncHead</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Last synced %1</source>
        <translation>Zuletzt abgeglichen %1</translation>
    </message>
    <message>
        <source>Never synced yet</source>
        <translation>Noch nie abgeglichen</translation>
    </message>
    <message>
        <source>Everything is synced</source>
        <translation>Alles ist synchron</translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Copied. It holds versions, counts and shortened ids, no names and no items.</source>
        <translation>Kopiert. Sie enthält Versionen, Anzahlen und gekürzte Kennungen, keine Namen und keine Artikel.</translation>
    </message>
    <message>
        <source>Refused and waiting</source>
        <translation>Abgelehnt und wartend</translation>
    </message>
    <message>
        <source>Waiting for the server</source>
        <translation>Wartet auf den Server</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Are all devices the same?</source>
        <translation>Sind alle Geräte gleich?</translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Lists that you use again and again. You see one before it is added.</source>
        <translation>Artikel, die du immer wieder zusammen brauchst. Du siehst sie, bevor sie dazukommen.</translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n Artikel</numerusform>
            <numerusform>%n Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete the template %1</source>
        <translation>Vorlage %1 löschen</translation>
    </message>
    <message>
        <source>No templates yet. Save this cart as the first one.</source>
        <translation>Noch keine Vorlagen. Speichere diese Liste als erste.</translation>
    </message>
    <message numerus="yes">
        <source>Save the %n selected line(s) as</source>
        <translation>
            <numerusform>Den ausgewählten Eintrag speichern als</numerusform>
            <numerusform>Die %n ausgewählten Einträge speichern als</numerusform>
        </translation>
    </message>
    <message>
        <source>Save this cart as</source>
        <translation>Diese Liste speichern als</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>TrayIcon</name>
    <message>
        <source>Evencart: %1</source>
        <translation>Evencart: %1</translation>
    </message>
    <message>
        <source>Open Evencart</source>
        <translation>Evencart öffnen</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message numerus="yes">
        <source>pack</source>
        <translation>
            <numerusform>Packung</numerusform>
            <numerusform>Packungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bottle</source>
        <translation>
            <numerusform>Flasche</numerusform>
            <numerusform>Flaschen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can</source>
        <translation>
            <numerusform>Dose</numerusform>
            <numerusform>Dosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>box</source>
        <translation>
            <numerusform>Karton</numerusform>
            <numerusform>Kartons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bag</source>
        <translation>
            <numerusform>Beutel</numerusform>
            <numerusform>Beutel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>jar</source>
        <translation>
            <numerusform>Glas</numerusform>
            <numerusform>Gläser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bunch</source>
        <translation>
            <numerusform>Bund</numerusform>
            <numerusform>Bund</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>roll</source>
        <translation>
            <numerusform>Rolle</numerusform>
            <numerusform>Rollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cup</source>
        <translation>
            <numerusform>Tasse</numerusform>
            <numerusform>Tassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tbsp</source>
        <translation>
            <numerusform>EL</numerusform>
            <numerusform>EL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tsp</source>
        <translation>
            <numerusform>TL</numerusform>
            <numerusform>TL</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pinch</source>
        <translation>
            <numerusform>Prise</numerusform>
            <numerusform>Prisen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pint</source>
        <translation>
            <numerusform>Pint</numerusform>
            <numerusform>Pints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gallon</source>
        <translation>
            <numerusform>Gallone</numerusform>
            <numerusform>Gallonen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerdictActions</name>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Both are fine: make it %1</source>
        <translation>Beides passt: %1 daraus machen</translation>
    </message>
    <message>
        <source>One was enough: mine goes back</source>
        <translation>Eins war genug: meins geht zurück</translation>
    </message>
    <message>
        <source>Make it %1</source>
        <translation>%1 daraus machen</translation>
    </message>
    <message>
        <source>None is needed</source>
        <translation>Keins wird gebraucht</translation>
    </message>
    <message>
        <source>Give it a line of its own</source>
        <translation>Eigenen Eintrag daraus machen</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Untick it</source>
        <translation>Haken entfernen</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Settle the %1 of %2</source>
        <translation>%1 von %2 klären</translation>
    </message>
    <message>
        <source>Change the quantity of %1</source>
        <translation>Menge von %1 ändern</translation>
    </message>
    <message>
        <source>Take back my purchase of %1</source>
        <translation>Meinen Kauf von %1 zurücknehmen</translation>
    </message>
    <message>
        <source>Bring back %1</source>
        <translation>%1 zurückholen</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>The right number</source>
        <translation>Die richtige Zahl</translation>
    </message>
    <message>
        <source>How many?</source>
        <translation>Wie viele?</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Hide details</source>
        <translation>Einzelheiten ausblenden</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who, what</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>WhyCard</name>
    <message>
        <source>What happened to it</source>
        <translation>Was damit geschehen ist</translation>
    </message>
    <message>
        <source>Show older changes</source>
        <translation>Ältere Änderungen zeigen</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>vor %n Min.</numerusform>
            <numerusform>vor %n Min.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>YouSection</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Your name, as the others see it</source>
        <translation>Dein Name, wie ihn die anderen sehen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Your colour comes with you: everybody sees you in the same one.</source>
        <translation>Deine Farbe bleibt bei dir: Alle sehen dich in derselben.</translation>
    </message>
</context>
<context>
    <name>evencart::ActivityModel</name>
    <message>
        <source>Saved here, not on the server yet</source>
        <translation>Hier gespeichert, noch nicht auf dem Server</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>who did what</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Had not seen: %1</source>
        <translation>Noch nicht gesehen: %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::AppSession</name>
    <message>
        <source>Merged, with the amounts that you chose. That can be undone in two steps.</source>
        <translation>Zusammengeführt, mit den Mengen, die du gewählt hast. Das lässt sich in zwei Schritten rückgängig machen.</translation>
    </message>
    <message>
        <source>Merged.</source>
        <translation>Zusammengeführt.</translation>
    </message>
    <message>
        <source>Try me</source>
        <translation>Zum Ausprobieren</translation>
    </message>
    <message>
        <source>Add the sample items</source>
        <translation>Beispielartikel hinzufügen</translation>
    </message>
    <message>
        <source>family-week.txt</source>
        <comment>the sample cart of this language: in resources/samples</comment>
        <translation>family-week.de.txt</translation>
    </message>
</context>
<context>
    <name>evencart::AwayReviewer</name>
    <message>
        <source>Everything done while away</source>
        <translation>Alles, was währenddessen getan wurde</translation>
    </message>
    <message>
        <source>Taken back, as one step. Redo brings it all back.</source>
        <translation>Zurückgenommen, in einem Schritt. Wiederholen bringt alles zurück.</translation>
    </message>
    <message numerus="yes">
        <source>While you were away: %n change(s) by %1</source>
        <translation>
            <numerusform>Während du weg warst: %n Änderung von %1</numerusform>
            <numerusform>Während du weg warst: %n Änderungen von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>It is gone now.</source>
        <translation>Es ist jetzt weg.</translation>
    </message>
    <message>
        <source>It reads %1 %2 now.</source>
        <comment>amount, item</comment>
        <translation>Jetzt steht da: %1 %2.</translation>
    </message>
</context>
<context>
    <name>evencart::CartFiles</name>
    <message>
        <source>cart</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>A cart can be saved on this machine only; choose a local folder.</source>
        <translation>Eine Liste lässt sich nur auf diesem Gerät speichern; wähl einen lokalen Ordner.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Carts can be saved on this machine only; choose a local folder.</source>
        <translation>Listen lassen sich nur auf diesem Gerät speichern; wähl einen lokalen Ordner.</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n cart(s).</source>
        <translation>
            <numerusform>%n Liste gespeichert.</numerusform>
            <numerusform>%n Listen gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::CartListModel</name>
    <message numerus="yes">
        <source>%n to buy</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n Änderung wartet</numerusform>
            <numerusform>%n Änderungen warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n zu klären</numerusform>
            <numerusform>%n zu klären</numerusform>
        </translation>
    </message>
    <message>
        <source>archived</source>
        <translation>archiviert</translation>
    </message>
</context>
<context>
    <name>evencart::CartMoney</name>
    <message>
        <source>%1 over the budget of %2</source>
        <translation>%1 über dem Budget von %2</translation>
    </message>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1 → %2: %3</source>
        <translation>%1 → %2: %3</translation>
    </message>
</context>
<context>
    <name>evencart::CartPrinter</name>
    <message>
        <source>There is no program that opens PDF files. The pages are in %1.</source>
        <translation>Es gibt kein Programm, das PDF-Dateien öffnet. Die Seiten sind in %1.</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s), printed %1</source>
        <translation>
            <numerusform>%n Artikel, gedruckt %1</numerusform>
            <numerusform>%n Artikel, gedruckt %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
</context>
<context>
    <name>evencart::CartStock</name>
    <message>
        <source>%1 now</source>
        <translation>jetzt %1</translation>
    </message>
</context>
<context>
    <name>evencart::CheckoutFlow</name>
    <message>
        <source>%1 (bought already)</source>
        <translation>%1 (schon gekauft)</translation>
    </message>
    <message>
        <source>This cart was asked for, and the answer did not come. The shop knows whether it was ordered; nothing is ordered twice.</source>
        <translation>Diese Liste ist angefragt, und die Antwort kam nicht. Der Laden weiß, ob sie bestellt ist; doppelt bestellt wird nichts.</translation>
    </message>
    <message>
        <source>You can look at this cart, but not order from it.</source>
        <translation>Du kannst diese Liste ansehen, aber nicht aus ihr bestellen.</translation>
    </message>
    <message>
        <source>Only items of the shop can be ordered, and none is left to buy in this cart. Add some from the shop.</source>
        <translation>Nur Artikel des Ladens können bestellt werden, und in dieser Liste ist keiner mehr zu kaufen. Füge welche aus dem Laden hinzu.</translation>
    </message>
    <message>
        <source>The cart has changed since this was kept, so the shop will refuse it. Take it back, look, and order anew.</source>
        <translation>Die Liste hat sich seither geändert, der Laden wird deshalb ablehnen. Nimm es zurück, sieh nach und bestelle neu.</translation>
    </message>
    <message>
        <source>The shop is asked as soon as the server can be reached: for exactly this, at the prices that you saw. If anything has changed by then, nothing is ordered, and you are told.</source>
        <translation>Der Laden wird gefragt, sobald der Server erreichbar ist: nach genau diesem, zu den Preisen, die du gesehen hast. Hat sich bis dahin etwas geändert, wird nichts bestellt, und du erfährst es.</translation>
    </message>
    <message>
        <source>%1 accepted</source>
        <translation>%1 angenommen</translation>
    </message>
    <message>
        <source>the price is %1</source>
        <translation>der Preis ist %1</translation>
    </message>
    <message>
        <source>the price is %1 now, not %2</source>
        <translation>der Preis ist jetzt %1, nicht %2</translation>
    </message>
    <message>
        <source>Ordering needs the server: the shop decides who gets the last one. Nothing was asked for and nothing is lost. (%1)</source>
        <translation>Bestellen braucht den Server: Der Laden entscheidet, wer das Letzte bekommt. Es wurde nichts angefragt, und nichts ist verloren. (%1)</translation>
    </message>
    <message>
        <source>A line that is gone</source>
        <translation>Ein Eintrag, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>Nothing was ordered: the cart has changed since you looked. Look again, then order.</source>
        <translation>Es wurde nichts bestellt: Die Liste hat sich geändert, seit du sie angesehen hast. Sieh noch einmal hin, dann bestelle.</translation>
    </message>
    <message>
        <source>Nothing was ordered: the shop takes all of it or nothing.</source>
        <translation>Es wurde nichts bestellt: Der Laden nimmt alles oder nichts.</translation>
    </message>
</context>
<context>
    <name>evencart::CheckoutRows</name>
    <message>
        <source>asked</source>
        <translation>angefragt</translation>
    </message>
    <message>
        <source>guaranteed</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>saved here</source>
        <translation>hier gespeichert</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Accept %1</source>
        <translation>%1 annehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>evencart::ConvergenceModel</name>
    <message>
        <source>On this device only</source>
        <translation>Nur auf diesem Gerät</translation>
    </message>
    <message>
        <source>Identical to the server</source>
        <translation>Genau wie auf dem Server</translation>
    </message>
    <message>
        <source>Not compared with the server yet</source>
        <translation>Noch nicht mit dem Server verglichen</translation>
    </message>
    <message numerus="yes">
        <source>The same changes on %1 of %n device(s); being compared</source>
        <translation>
            <numerusform>Dieselben Änderungen auf %1 von %n Gerät; wird verglichen</numerusform>
            <numerusform>Dieselben Änderungen auf %1 von %n Geräten; wird verglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Identical on %1 of %n device(s)</source>
        <translation>
            <numerusform>Gleich auf %1 von %n Gerät</numerusform>
            <numerusform>Gleich auf %1 von %n Geräten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::DesktopNotifications</name>
    <message>
        <source>Open the cart</source>
        <translation>Liste öffnen</translation>
    </message>
</context>
<context>
    <name>evencart::GoodsModel</name>
    <message>
        <source>%1 in the cart</source>
        <translation>%1 in der Liste</translation>
    </message>
</context>
<context>
    <name>evencart::InviteFlow</name>
    <message>
        <source>Carts are shared by way of a server, and none is set yet. Anyone can host one.</source>
        <translation>Listen werden über einen Server geteilt, und noch ist keiner eingetragen. Jede und jeder kann einen betreiben.</translation>
    </message>
    <message>
        <source>An invitation needs the server, and it cannot be reached now. %1</source>
        <translation>Eine Einladung braucht den Server, und er ist gerade nicht erreichbar. %1</translation>
    </message>
    <message>
        <source>Only an owner of this cart can invite others. Ask one of them.</source>
        <translation>Einladen können nur die, die diese Liste verwalten. Frag dort nach.</translation>
    </message>
    <message numerus="yes">
        <source>Good for %n person(s), until %1.</source>
        <translation>
            <numerusform>Gilt für %n Person, bis %1.</numerusform>
            <numerusform>Gilt für %n Personen, bis %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shop with me: join my cart &quot;%1&quot; with Evencart. Paste this link under Join.</source>
        <translation>Kauf mit mir ein: Tritt meiner Liste „%1“ mit Evencart bei. Füg diesen Link unter „Beitreten“ ein.</translation>
    </message>
</context>
<context>
    <name>evencart::JoinFlow</name>
    <message>
        <source>You can see everything and change nothing.</source>
        <translation>Du kannst alles sehen und nichts ändern.</translation>
    </message>
    <message>
        <source>You can add, tick and change everything.</source>
        <translation>Du kannst hinzufügen, abhaken und alles ändern.</translation>
    </message>
    <message>
        <source>You can change everything and invite others.</source>
        <translation>Du kannst alles ändern und andere einladen.</translation>
    </message>
    <message>
        <source>This becomes your server: your other carts are kept there, too, for you alone until you invite somebody.</source>
        <translation>Das wird dein Server: Auch deine anderen Listen liegen dann dort, nur für dich, bis du jemanden einlädst.</translation>
    </message>
    <message>
        <source>This is the server that you use already.</source>
        <translation>Das ist der Server, den du schon verwendest.</translation>
    </message>
    <message>
        <source>The link names another certificate for your server than the one that you trust. Do not join; ask whoever hosts the server.</source>
        <translation>Der Link nennt ein anderes Zertifikat für deinen Server als das, dem du vertraust. Tritt nicht bei; frag die Person, die den Server betreibt.</translation>
    </message>
    <message>
        <source>You use another server: %1. All your carts are on one server. Ask for a cart on yours, or change the server in the settings first.</source>
        <translation>Du verwendest einen anderen Server: %1. Alle deine Listen sind auf einem Server. Bitte um eine Liste auf deinem oder wechsle zuerst in den Einstellungen den Server.</translation>
    </message>
    <message>
        <source>You look after the shop of this server: its goods, its stock and everybody&apos;s orders. No cart comes with it.</source>
        <translation>Du kümmerst dich um den Laden dieses Servers: um Waren, Bestand und die Bestellungen aller. Eine Liste kommt damit nicht.</translation>
    </message>
</context>
<context>
    <name>evencart::KeySettings</name>
    <message>
        <source>In your desktop&apos;s keychain</source>
        <translation>Im Schlüsselbund deines Systems</translation>
    </message>
    <message>
        <source>In the file %1</source>
        <translation>In der Datei %1</translation>
    </message>
    <message>
        <source>They are locked with your login. The command line evencartctl cannot open this profile while they are there.</source>
        <translation>Sie sind durch deine Anmeldung geschützt. Das Kommandozeilenprogramm evencartctl kann dieses Profil nicht öffnen, solange sie dort sind.</translation>
    </message>
    <message>
        <source>Asking the desktop&apos;s keychain…</source>
        <translation>Frage den Schlüsselbund deines Systems…</translation>
    </message>
    <message>
        <source>The file can be read by your user alone. It is used because there is no keychain: %1</source>
        <translation>Die Datei ist nur für deinen Benutzer lesbar. Sie wird verwendet, weil es keinen Schlüsselbund gibt: %1</translation>
    </message>
    <message>
        <source>The file can be read by your user alone, and evencartctl can use the profile, too. A keychain is there if you prefer it.</source>
        <translation>Die Datei ist nur für deinen Benutzer lesbar, und auch evencartctl kann das Profil verwenden. Ein Schlüsselbund ist da, wenn du ihn lieber hast.</translation>
    </message>
</context>
<context>
    <name>evencart::LabTimeline</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
</context>
<context>
    <name>evencart::Laboratory</name>
    <message>
        <source>: the server is not reached</source>
        <translation>: Der Server ist nicht erreichbar</translation>
    </message>
    <message>
        <source>: refused</source>
        <translation>: abgelehnt</translation>
    </message>
    <message>
        <source>is back on line</source>
        <translation>ist wieder online</translation>
    </message>
    <message>
        <source>goes off line</source>
        <translation>geht offline</translation>
    </message>
    <message>
        <source>The server stops</source>
        <translation>Der Server hält an</translation>
    </message>
    <message>
        <source>The server is one that lags behind</source>
        <translation>Der Server ist einer, der hinterherhinkt</translation>
    </message>
    <message>
        <source>A copy of the server is kept</source>
        <translation>Eine Kopie des Servers wird aufgehoben</translation>
    </message>
    <message>
        <source>The server is back</source>
        <translation>Der Server ist wieder da</translation>
    </message>
    <message>
        <source>Everybody has the same, byte for byte</source>
        <translation>Alle haben dasselbe, Byte für Byte</translation>
    </message>
    <message>
        <source>The trace cannot be saved: %1</source>
        <translation>Die Aufzeichnung kann nicht gesichert werden: %1</translation>
    </message>
    <message>
        <source>This is no trace of a laboratory: %1</source>
        <translation>Das ist keine Aufzeichnung eines Labors: %1</translation>
    </message>
    <message>
        <source>: not possible</source>
        <translation>: nicht möglich</translation>
    </message>
</context>
<context>
    <name>evencart::LineModel</name>
    <message>
        <source>Saved here, not on the server yet</source>
        <translation>Hier gespeichert, noch nicht auf dem Server</translation>
    </message>
    <message>
        <source>On the server, not seen by everybody yet</source>
        <translation>Auf dem Server, noch nicht von allen gesehen</translation>
    </message>
    <message>
        <source>Seen by the others</source>
        <translation>Von den anderen gesehen</translation>
    </message>
    <message>
        <source>Somebody removed this meanwhile</source>
        <translation>Inzwischen von jemandem entfernt</translation>
    </message>
    <message>
        <source>%1 changed this meanwhile</source>
        <translation>Inzwischen geändert (%1)</translation>
    </message>
    <message>
        <source>bought</source>
        <translation>gekauft</translation>
    </message>
    <message>
        <source>not bought</source>
        <translation>nicht gekauft</translation>
    </message>
    <message>
        <source>bought twice?</source>
        <translation>doppelt gekauft?</translation>
    </message>
    <message>
        <source>check quantity</source>
        <translation>Menge prüfen</translation>
    </message>
    <message>
        <source>values differ</source>
        <translation>verschiedene Werte</translation>
    </message>
    <message>
        <source>waiting to sync</source>
        <translation>wartet auf den Abgleich</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>you take it</source>
        <translation>du übernimmst es</translation>
    </message>
    <message>
        <source>%1 takes it</source>
        <translation>%1 übernimmt es</translation>
    </message>
    <message>
        <source>you are to take it</source>
        <translation>du sollst es übernehmen</translation>
    </message>
    <message>
        <source>%1 is to take it</source>
        <translation>%1 soll es übernehmen</translation>
    </message>
</context>
<context>
    <name>evencart::LineStoryModel</name>
    <message>
        <source>Your other device</source>
        <translation>Dein anderes Gerät</translation>
    </message>
    <message>
        <source>%1 (device %2)</source>
        <comment>name, short id</comment>
        <translation>%1 (Gerät %2)</translation>
    </message>
    <message>
        <source>has it</source>
        <translation>hat es</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>%1; online now</source>
        <translation>%1; gerade online</translation>
    </message>
    <message>
        <source>%1; last heard %2</source>
        <translation>%1; zuletzt gesehen %2</translation>
    </message>
    <message numerus="yes">
        <source>Received by %1 of %n other device(s)</source>
        <translation>
            <numerusform>Angekommen auf %1 von %n anderen Gerät</numerusform>
            <numerusform>Angekommen auf %1 von %n anderen Geräten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::MembersModel</name>
    <message>
        <source>Viewer</source>
        <translation>liest mit</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>verwaltet</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Last heard %1</source>
        <translation>Zuletzt gesehen %1</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>Not known while offline</source>
        <translation>Offline nicht bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>You do not own this cart any more.</source>
        <translation>Du verwaltest diesen Wagen nicht mehr.</translation>
    </message>
    <message>
        <source>%1 can look at the cart now.</source>
        <translation>%1 kann sich den Wagen jetzt ansehen.</translation>
    </message>
    <message>
        <source>%1 can change the cart now.</source>
        <translation>%1 kann den Wagen jetzt ändern.</translation>
    </message>
    <message>
        <source>You have left this cart. What you have of it stays on this device.</source>
        <translation>Du hast diesen Wagen verlassen. Was du davon hast, bleibt auf diesem Gerät.</translation>
    </message>
    <message>
        <source>%1 does not take part any more.</source>
        <translation>%1 nimmt nicht mehr teil.</translation>
    </message>
</context>
<context>
    <name>evencart::MergeStudio</name>
    <message>
        <source>Merge two carts</source>
        <translation>Zwei Listen zusammenführen</translation>
    </message>
    <message>
        <source>Choose the amounts of the merge</source>
        <translation>Mengen der Zusammenführung wählen</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
</context>
<context>
    <name>evencart::NewsAnnouncer</name>
    <message>
        <source>Ordered</source>
        <translation>Bestellt</translation>
    </message>
    <message>
        <source>Not ordered</source>
        <translation>Nicht bestellt</translation>
    </message>
    <message>
        <source>Not known whether it was ordered</source>
        <translation>Nicht bekannt, ob bestellt</translation>
    </message>
    <message>
        <source>a cart that is not here any more</source>
        <translation>einem Korb, den es hier nicht mehr gibt</translation>
    </message>
</context>
<context>
    <name>evencart::OpenCart</name>
    <message>
        <source>You can look at this cart, but not change it.</source>
        <translation>Du kannst diese Liste ansehen, aber nicht ändern.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of things.</source>
        <translation>„%1“ ist keine Anzahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no amount; write a number like 2 or %2.</source>
        <translation>„%1“ ist keine Menge; schreib eine Zahl wie 2 oder %2.</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Split %1</source>
        <translation>%1 aufteilen</translation>
    </message>
    <message>
        <source>Rename the cart to %1</source>
        <translation>Liste in %1 umbenennen</translation>
    </message>
    <message>
        <source>Clear what is bought</source>
        <translation>Gekauftes wegräumen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>There is no item in this text.</source>
        <translation>In diesem Text steht kein Artikel.</translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>%n Artikel hinzufügen</numerusform>
            <numerusform>%n Artikel hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is wanted again: %2</source>
        <translation>%1 wird wieder gebraucht: %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
</context>
<context>
    <name>evencart::OrderReceipt</name>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Placed %1</source>
        <translation>Bestellt am %1</translation>
    </message>
    <message>
        <source>From the cart %1</source>
        <translation>Aus der Liste %1</translation>
    </message>
    <message>
        <source>Key %1</source>
        <translation>Schlüssel %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>%1 %2, %3 each: %4</source>
        <comment>a line of a receipt: amount, name, price of one, price of all</comment>
        <translation>%1 %2, je %3: %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>the total of a receipt</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Copied the receipt as text.</source>
        <translation>Der Beleg ist als Text kopiert.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Cannot write %1: %2. Choose another place.</source>
        <translation>%1 lässt sich nicht schreiben: %2. Wähle einen anderen Ort.</translation>
    </message>
    <message>
        <source>There is no program that opens PDF files. The pages are in %1.</source>
        <translation>Es gibt kein Programm, das PDF-Dateien öffnet. Die Seiten liegen in %1.</translation>
    </message>
</context>
<context>
    <name>evencart::OrdersModel</name>
    <message>
        <source>a cart that is not here</source>
        <translation>einer Liste, die nicht hier ist</translation>
    </message>
    <message>
        <source>Waits for the server</source>
        <translation>Wartet auf den Server</translation>
    </message>
    <message>
        <source>Not known whether it was ordered</source>
        <translation>Nicht bekannt, ob bestellt</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, from %3</source>
        <comment>an order: what it is, when, which cart</comment>
        <translation>%1, %2, aus %3</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiterer</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::PastePreview</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>un-ticked</source>
        <translation>wieder offen</translation>
    </message>
    <message>
        <source>new, ticked</source>
        <translation>neu, abgehakt</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raise(s) an amount</source>
        <translation>
            <numerusform>%n erhöht die Menge</numerusform>
            <numerusform>%n erhöhen die Menge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n un-ticked</source>
        <translation>
            <numerusform>%n wieder offen</numerusform>
            <numerusform>%n wieder offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n nicht lesbar</numerusform>
            <numerusform>%n nicht lesbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>%n Artikel hinzufügen</numerusform>
            <numerusform>%n Artikel hinzufügen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::PendingModel</name>
    <message>
        <source>Kept from %1</source>
        <comment>name of a cart</comment>
        <translation>Aufgehoben aus %1</translation>
    </message>
    <message>
        <source>It is in your cart “%1” now.</source>
        <translation>Es ist jetzt in deiner Liste „%1“.</translation>
    </message>
    <message>
        <source>Refused: %1, in %2. %3</source>
        <translation>Abgelehnt: %1, in %2. %3</translation>
    </message>
    <message>
        <source>Waiting: %1, in %2</source>
        <translation>Wartet: %1, in %2</translation>
    </message>
</context>
<context>
    <name>evencart::People</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
</context>
<context>
    <name>evencart::Preferences</name>
    <message>
        <source>Fruit and vegetables</source>
        <translation>Obst und Gemüse</translation>
    </message>
    <message>
        <source>Bakery</source>
        <translation>Backwaren</translation>
    </message>
    <message>
        <source>Dairy</source>
        <translation>Milchprodukte</translation>
    </message>
    <message>
        <source>Meat and fish</source>
        <translation>Fleisch und Fisch</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>Tiefkühl</translation>
    </message>
    <message>
        <source>Pantry</source>
        <translation>Vorrat</translation>
    </message>
    <message>
        <source>Drinks</source>
        <translation>Getränke</translation>
    </message>
    <message>
        <source>Household</source>
        <translation>Haushalt</translation>
    </message>
</context>
<context>
    <name>evencart::QuickAdd</name>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Catalogue id</source>
        <translation>Katalognummer</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Usual category</source>
        <translation>Übliche Kategorie</translation>
    </message>
    <message>
        <source>%1 is ticked: this un-ticks it, %2 to buy.</source>
        <translation>%1 ist abgehakt: Der Haken verschwindet, %2 zu kaufen.</translation>
    </message>
    <message>
        <source>%1 is here already: %2 → %3.</source>
        <translation>%1 ist schon da: %2 → %3.</translation>
    </message>
    <message>
        <source>%1 is here as %2; another unit makes a second line.</source>
        <translation>%1 ist schon mit %2 da; eine andere Einheit gibt einen zweiten Eintrag.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>evencart::RemovedModel</name>
    <message>
        <source>Bring back %1</source>
        <translation>%1 zurückholen</translation>
    </message>
    <message numerus="yes">
        <source>Bring back %n line(s)</source>
        <translation>
            <numerusform>%n Eintrag zurückholen</numerusform>
            <numerusform>%n Einträge zurückholen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Reservations</name>
    <message>
        <source>Reserving needs the server. %1</source>
        <translation>Reservieren braucht den Server. %1</translation>
    </message>
    <message>
        <source>%1 is kept for your order until %2.</source>
        <translation>%1 ist bis %2 für deine Bestellung zurückgelegt.</translation>
    </message>
    <message>
        <source>%1 is not kept for you any more.</source>
        <translation>%1 ist nicht mehr für dich zurückgelegt.</translation>
    </message>
    <message>
        <source>Giving it back needs the server; it ends by itself. %1</source>
        <translation>Zurückgeben braucht den Server; sie läuft von selbst ab. %1</translation>
    </message>
</context>
<context>
    <name>evencart::ServerSettings</name>
    <message>
        <source>Nothing is encrypted on this address. Whoever is on the way can read the carts.</source>
        <translation>Unter dieser Adresse ist nichts verschlüsselt. Wer auf dem Weg sitzt, kann die Listen lesen.</translation>
    </message>
</context>
<context>
    <name>evencart::Shop</name>
    <message>
        <source>This is not sold any more.</source>
        <translation>Das wird nicht mehr verkauft.</translation>
    </message>
    <message>
        <source>Not a number: %1</source>
        <translation>Keine Zahl: %1</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>The shop cannot be asked now; it is asked as soon as the server can be reached. (%1)</source>
        <translation>Der Laden kann jetzt nicht gefragt werden; er wird gefragt, sobald der Server erreichbar ist. (%1)</translation>
    </message>
    <message>
        <source>There was no fresh answer: %1</source>
        <translation>Es kam keine neue Antwort: %1</translation>
    </message>
    <message>
        <source>%1: %2, %3 now.</source>
        <translation>%1: jetzt %2, %3.</translation>
    </message>
    <message>
        <source>%1 is not sold here.</source>
        <translation>%1 wird hier nicht verkauft.</translation>
    </message>
</context>
<context>
    <name>evencart::ShownLines</name>
    <message>
        <source>Bought</source>
        <translation>Gekauft</translation>
    </message>
    <message>
        <source>Everything else</source>
        <translation>Alles andere</translation>
    </message>
</context>
<context>
    <name>evencart::Staples</name>
    <message numerus="yes">
        <source>Due: %1 and %n more</source>
        <translation>
            <numerusform>Fällig: %1 und %n weiteres</numerusform>
            <numerusform>Fällig: %1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>Fällig: %1</translation>
    </message>
    <message>
        <source>in the cart</source>
        <translation>auf der Liste</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n Tag</numerusform>
            <numerusform>in %n Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>This line is not in the cart any more.</source>
        <translation>Dieser Eintrag ist nicht mehr auf der Liste.</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s) that were due</source>
        <translation>
            <numerusform>%n fälligen Artikel hinzufügen</numerusform>
            <numerusform>%n fällige Artikel hinzufügen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>jeden Tag</numerusform>
            <numerusform>alle %n Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Suggestions</name>
    <message>
        <source>ticked</source>
        <translation>abgehakt</translation>
    </message>
    <message>
        <source>%1 in the cart</source>
        <translation>%1 auf der Liste</translation>
    </message>
</context>
<context>
    <name>evencart::SyncStatus</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>On this device</source>
        <translation>Auf diesem Gerät</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindet</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Arbeitet offline</translation>
    </message>
    <message>
        <source>Action needed</source>
        <translation>Braucht dich</translation>
    </message>
    <message>
        <source>Everything is saved on this device. Invite somebody or set a server to share it.</source>
        <translation>Alles ist auf diesem Gerät gespeichert. Lade jemanden ein oder trag einen Server ein, um es zu teilen.</translation>
    </message>
    <message>
        <source>The server has everything.</source>
        <translation>Der Server hat alles.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) on the way to the server.</source>
        <translation>
            <numerusform>%n Änderung ist auf dem Weg zum Server.</numerusform>
            <numerusform>%n Änderungen sind auf dem Weg zum Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing with the server.</source>
        <translation>Wird mit dem Server verglichen.</translation>
    </message>
    <message>
        <source>Looking for the server. Everything you do is saved here.</source>
        <translation>Der Server wird gesucht. Alles, was du tust, wird hier gespeichert.</translation>
    </message>
    <message>
        <source>The server cannot be reached. Everything you do is saved here and goes out by itself.</source>
        <translation>Der Server ist nicht erreichbar. Alles, was du tust, wird hier gespeichert und später von selbst verschickt.</translation>
    </message>
    <message>
        <source>You chose to work offline. Everything you do is saved here.</source>
        <translation>Du arbeitest absichtlich offline. Alles, was du tust, wird hier gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n of your changes. Everything else is fine.</source>
        <translation>
            <numerusform>Der Server hat %n deiner Änderungen abgelehnt. Alles andere ist in Ordnung.</numerusform>
            <numerusform>Der Server hat %n deiner Änderungen abgelehnt. Alles andere ist in Ordnung.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Templates</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Give the template a name.</source>
        <translation>Gib der Vorlage einen Namen.</translation>
    </message>
    <message>
        <source>There is no item to save; add some first.</source>
        <translation>Es gibt keine Artikel zum Speichern; füg erst welche hinzu.</translation>
    </message>
</context>
<context>
    <name>evencart::Translations</name>
    <message>
        <source>English</source>
        <extracomment>What this language calls itself.</extracomment>
        <translation>Deutsch</translation>
    </message>
</context>
</TS>
