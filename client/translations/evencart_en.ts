<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AttentionChips</name>
    <message numerus="yes">
        <source>%n take it</source>
        <comment>people, at least two</comment>
        <translation>
            <numerusform>%n takes it</numerusform>
            <numerusform>%n take it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AwaySheet</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CartFileDialogs</name>
    <message numerus="yes">
        <source>Copied %n line(s) as text.</source>
        <translation>
            <numerusform>Copied %n line as text.</numerusform>
            <numerusform>Copied %n lines as text.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) hold more than this format can; JSON keeps everything.</source>
        <translation>
            <numerusform>%n line holds more than this format can; JSON keeps everything.</numerusform>
            <numerusform>%n lines hold more than this format can; JSON keeps everything.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CartHeader</name>
    <message numerus="yes">
        <source>%n to buy</source>
        <translation>
            <numerusform>%n to buy</numerusform>
            <numerusform>%n to buy</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CheckoutSheet</name>
    <message numerus="yes">
        <source>%n line(s) need your decision first.</source>
        <translation>
            <numerusform>%n line needs your decision first.</numerusform>
            <numerusform>%n lines need your decision first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvAvatarStack</name>
    <message numerus="yes">
        <source>+%n</source>
        <comment>so many more people</comment>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoodsPage</name>
    <message numerus="yes">
        <source>%1: %n item(s) of the shop</source>
        <translation>
            <numerusform>%1: %n item of the shop</numerusform>
            <numerusform>%1: %n items of the shop</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InvitationTerms</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n persons</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabLine</name>
    <message numerus="yes">
        <source>%n like(s)</source>
        <translation>
            <numerusform>%n like</numerusform>
            <numerusform>%n likes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message numerus="yes">
        <source>Time line: %n message(s) on the way</source>
        <translation>
            <numerusform>Time line: %n message on the way</numerusform>
            <numerusform>Time line: %n messages on the way</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the way</source>
        <translation>
            <numerusform>%n message on the way</numerusform>
            <numerusform>%n messages on the way</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabSeatCard</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n refused</numerusform>
            <numerusform>%n refused</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineMenu</name>
    <message numerus="yes">
        <source>Remove %n lines</source>
        <translation>
            <numerusform>Remove %n line</numerusform>
            <numerusform>Remove %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MemberEntry</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>&quot;Last write wins&quot; would throw away %n number(s).</source>
        <translation>
            <numerusform>&quot;Last write wins&quot; would throw away %n number.</numerusform>
            <numerusform>&quot;Last write wins&quot; would throw away %n numbers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewsBundler</name>
    <message numerus="yes">
        <source>%1 added %n thing(s).</source>
        <translation>
            <numerusform>%1 added %n thing.</numerusform>
            <numerusform>%1 added %n things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 bought %n thing(s).</source>
        <translation>
            <numerusform>%1 bought %n thing.</numerusform>
            <numerusform>%1 bought %n things.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changed %n thing(s).</source>
        <translation>
            <numerusform>%1 changed %n thing.</numerusform>
            <numerusform>%1 changed %n things.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PasteSheet</name>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>Add %n item</numerusform>
            <numerusform>Add %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PresenceRow</name>
    <message numerus="yes">
        <source>+%n</source>
        <comment>so many more people</comment>
        <translation>
            <numerusform>+%n</numerusform>
            <numerusform>+%n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SectionHeader</name>
    <message numerus="yes">
        <source>%1, %n line(s)</source>
        <translation>
            <numerusform>%1, %n line</numerusform>
            <numerusform>%1, %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShopWords</name>
    <message numerus="yes">
        <source>%n s ago</source>
        <translation>
            <numerusform>%n s ago</numerusform>
            <numerusform>%n s ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 kept for you, %n min</source>
        <translation>
            <numerusform>%1 kept for you, %n min</numerusform>
            <numerusform>%1 kept for you, %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StaplesDialog</name>
    <message numerus="yes">
        <source>More often: every %n day(s)</source>
        <translation>
            <numerusform>More often: every day</numerusform>
            <numerusform>More often: every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Less often: every %n day(s)</source>
        <translation>
            <numerusform>Less often: every day</numerusform>
            <numerusform>Less often: every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %n that are due</source>
        <translation>
            <numerusform>Add the one that is due</numerusform>
            <numerusform>Add the %n that are due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncEntry</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncHead</name>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SyncPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TemplatesDialog</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save the %n selected line(s) as</source>
        <translation>
            <numerusform>Save the selected line as</numerusform>
            <numerusform>Save the %n selected lines as</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message numerus="yes">
        <source>pack</source>
        <translation>
            <numerusform>pack</numerusform>
            <numerusform>packs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bottle</source>
        <translation>
            <numerusform>bottle</numerusform>
            <numerusform>bottles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>can</source>
        <translation>
            <numerusform>can</numerusform>
            <numerusform>cans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>box</source>
        <translation>
            <numerusform>box</numerusform>
            <numerusform>boxes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bag</source>
        <translation>
            <numerusform>bag</numerusform>
            <numerusform>bags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>jar</source>
        <translation>
            <numerusform>jar</numerusform>
            <numerusform>jars</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>bunch</source>
        <translation>
            <numerusform>bunch</numerusform>
            <numerusform>bunches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>roll</source>
        <translation>
            <numerusform>roll</numerusform>
            <numerusform>rolls</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>cup</source>
        <translation>
            <numerusform>cup</numerusform>
            <numerusform>cups</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tbsp</source>
        <translation>
            <numerusform>tbsp</numerusform>
            <numerusform>tbsp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tsp</source>
        <translation>
            <numerusform>tsp</numerusform>
            <numerusform>tsp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pinch</source>
        <translation>
            <numerusform>pinch</numerusform>
            <numerusform>pinches</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>pint</source>
        <translation>
            <numerusform>pint</numerusform>
            <numerusform>pints</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>gallon</source>
        <translation>
            <numerusform>gallon</numerusform>
            <numerusform>gallons</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::ActivityModel</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::AwayReviewer</name>
    <message numerus="yes">
        <source>While you were away: %n change(s) by %1</source>
        <translation>
            <numerusform>While you were away: %n change by %1</numerusform>
            <numerusform>While you were away: %n changes by %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::CartFiles</name>
    <message numerus="yes">
        <source>Saved %n cart(s).</source>
        <translation>
            <numerusform>Saved %n cart.</numerusform>
            <numerusform>Saved %n carts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::CartListModel</name>
    <message numerus="yes">
        <source>%n to buy</source>
        <translation>
            <numerusform>%n to buy</numerusform>
            <numerusform>%n to buy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting</source>
        <translation>
            <numerusform>%n change waiting</numerusform>
            <numerusform>%n changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::CartPrinter</name>
    <message numerus="yes">
        <source>%n thing(s), printed %1</source>
        <translation>
            <numerusform>%n thing, printed %1</numerusform>
            <numerusform>%n things, printed %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::ConvergenceModel</name>
    <message numerus="yes">
        <source>The same changes on %1 of %n device(s); being compared</source>
        <translation>
            <numerusform>The same changes on %1 of %n device; being compared</numerusform>
            <numerusform>The same changes on %1 of %n devices; being compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Identical on %1 of %n device(s)</source>
        <translation>
            <numerusform>Identical on %1 of %n device</numerusform>
            <numerusform>Identical on %1 of %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::InviteFlow</name>
    <message numerus="yes">
        <source>Good for %n person(s), until %1.</source>
        <translation>
            <numerusform>Good for %n person, until %1.</numerusform>
            <numerusform>Good for %n persons, until %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::LineStoryModel</name>
    <message numerus="yes">
        <source>Received by %1 of %n other device(s)</source>
        <translation>
            <numerusform>Received by %1 of %n other device</numerusform>
            <numerusform>Received by %1 of %n other devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::MembersModel</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::OpenCart</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>Add %n item</numerusform>
            <numerusform>Add %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::OrdersModel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::PastePreview</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n raise(s) an amount</source>
        <translation>
            <numerusform>%n raises an amount</numerusform>
            <numerusform>%n raise an amount</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n un-ticked</source>
        <translation>
            <numerusform>%n un-ticked</numerusform>
            <numerusform>%n un-ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be read</source>
        <translation>
            <numerusform>%n cannot be read</numerusform>
            <numerusform>%n cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s)</source>
        <translation>
            <numerusform>Add %n item</numerusform>
            <numerusform>Add %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::RemovedModel</name>
    <message numerus="yes">
        <source>Bring back %n line(s)</source>
        <translation>
            <numerusform>Bring back %n line</numerusform>
            <numerusform>Bring back %n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Staples</name>
    <message numerus="yes">
        <source>Due: %1 and %n more</source>
        <translation>
            <numerusform>Due: %1 and %n more</numerusform>
            <numerusform>Due: %1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n item(s) that were due</source>
        <translation>
            <numerusform>Add %n item that was due</numerusform>
            <numerusform>Add %n items that were due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n day(s)</source>
        <translation>
            <numerusform>every day</numerusform>
            <numerusform>every %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::SyncStatus</name>
    <message numerus="yes">
        <source>%n change(s) on the way to the server.</source>
        <translation>
            <numerusform>%n change on the way to the server.</numerusform>
            <numerusform>%n changes on the way to the server.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server refused %n of your changes. Everything else is fine.</source>
        <translation>
            <numerusform>The server refused one of your changes. Everything else is fine.</numerusform>
            <numerusform>The server refused %n of your changes. Everything else is fine.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>evencart::Templates</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
