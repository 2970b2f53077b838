#include "translations/errorforms.h"

#include <QCoreApplication>

namespace evencart {

namespace {

constexpr ErrorForm own[] = {
    // The disk of this machine.
    {QT_TRANSLATE_NOOP("Error", "The disk is full: nothing was written to %1; make room and try again (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 cannot be written: check its permissions and those of its folder (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 cannot be opened: check that the folder exists and its permissions (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 is damaged: restore a backup (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 is in use by another program (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 could not be read or written (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 could not be used (SQLite: %2).")},
    {QT_TRANSLATE_NOOP("Error", "%1 cannot keep a write-ahead log: its file system does not support it")},
    {QT_TRANSLATE_NOOP("Error", "%1 gave up a transaction: nothing of it was stored")},
    {QT_TRANSLATE_NOOP("Error", "%1 is damaged (%2): restore a backup")},
    {QT_TRANSLATE_NOOP("Error", "%1 exists already: choose another name for the backup")},
    {QT_TRANSLATE_NOOP("Error", "%1 was written by a later version of Evencart: update this program.")},
    {QT_TRANSLATE_NOOP("Error", "%1 is not ready: start the program that owns it once, so that it updates the file.")},
    {QT_TRANSLATE_NOOP("Error", "This profile has no such cart.")},
    {QT_TRANSLATE_NOOP("Error", "The disk is full; nothing was saved.")},
    {QT_TRANSLATE_NOOP("Error", "The local database is damaged: %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "Cannot write %1: %2. Make this directory writable or set XDG_STATE_HOME.")},
    {QT_TRANSLATE_NOOP("Error", "The system gives no random numbers, so no keys can be made; check /dev/urandom.")},
    {QT_TRANSLATE_NOOP("Error", "The key file is damaged; restore it from a backup.")},
    {QT_TRANSLATE_NOOP("Error", "The key file was written by a later version of Evencart; update this one.")},
    // A profile and its keys.
    {QT_TRANSLATE_NOOP("Error", "Cannot read the keys in %1: %2.")},
    {QT_TRANSLATE_NOOP("Error", "Cannot save the keys in %1: %2.")},
    {QT_TRANSLATE_NOOP("Error", "The keys in %1 cannot be used: %2"), 2},
    {QT_TRANSLATE_NOOP(
        "Error",
        "The keys of this profile are in the desktop's keychain, which this program does not use. Open the profile "
        "with evencart; its settings can put the keys back into a file that both read. Or use another --profile.")},
    {QT_TRANSLATE_NOOP("Error",
                       "The keys of this profile are not in %1 (entry %2). Is this the machine and the user they were "
                       "made for? Bring the keychain back from a backup, or start with another profile."),
     1},
    {QT_TRANSLATE_NOOP("Error", "The keys of this profile are in %1, and it does not give them: %2"), 2},
    {QT_TRANSLATE_NOOP("Error", "The keys of this profile in %1 (entry %2) cannot be used: %3"), 3},
    {QT_TRANSLATE_NOOP("Error", "it is not what was written there.")},
    {QT_TRANSLATE_NOOP("Error", "There is no keychain here; the keys stay in their file.")},
    {QT_TRANSLATE_NOOP("Error", "What %1 gives back is not what it was given; the keys stay where they are."), 1},
    {QT_TRANSLATE_NOOP("Error", "Cannot make the profile directory %1; choose another one with --profile.")},
    {QT_TRANSLATE_NOOP("Error", "The keys of this profile are gone: there is no file \"keys\" in %1. Put it back from "
                                "a backup, or start with another profile and let somebody invite you again.")},
    {QT_TRANSLATE_NOOP("Error", "The profile %1 is in use by %2 (process %3); close it or choose another profile.")},
    {QT_TRANSLATE_NOOP("Error", "The profile %1 is in use by another program.")},
    {QT_TRANSLATE_NOOP(
        "Error",
        "Cannot write in the profile directory %1; make it writable, make room on its disk, or choose another one.")},
    {QT_TRANSLATE_NOOP("Error", "A member's name has to be text of up to 128 bytes.")},
    {QT_TRANSLATE_NOOP("Error", "The keychain has no such entry.")},
    {QT_TRANSLATE_NOOP("Error", "The keychain is locked, or access to it was denied. Unlock it and try again.")},
    {QT_TRANSLATE_NOOP("Error", "No keychain runs here (Secret Service or KWallet).")},
    {QT_TRANSLATE_NOOP("Error", "No keychain answers (%1).")},
    {QT_TRANSLATE_NOOP("Error", "The keychain did not answer. Unlock it and try again.")},
    // What people type.
    {QT_TRANSLATE_NOOP("Error", "The price \"%1\" has no currency: write it like 1.99 EUR.")},
    {QT_TRANSLATE_NOOP("Error", "A price is a number and one currency, for example 1.99 EUR.")},
    {QT_TRANSLATE_NOOP("Error", "There is no currency \"%1\": use a code of three letters, for example EUR.")},
    {QT_TRANSLATE_NOOP("Error", "A price in %1 has no decimals.")},
    {QT_TRANSLATE_NOOP("Error", "A price in %1 has at most %2 decimals.")},
    {QT_TRANSLATE_NOOP("Error", "The price holds characters that cannot be shown.")},
    {QT_TRANSLATE_NOOP("Error", "A price needs a number, for example 1.99 EUR.")},
    {QT_TRANSLATE_NOOP("Error", "The price \"%1\" is not a plain number: write it like 1234.50, without grouping.")},
    {QT_TRANSLATE_NOOP("Error", "A price can be at most %1.")},
    {QT_TRANSLATE_NOOP("Error", "This heading cannot be a category: shorten it.")},
    {QT_TRANSLATE_NOOP("Error", "A list has at most %1 items: paste it in parts.")},
    {QT_TRANSLATE_NOOP("Error", "Line %1: %2"), 2},
    {QT_TRANSLATE_NOOP("Error", "The name is too long: shorten it to %1 bytes.")},
    {QT_TRANSLATE_NOOP("Error", "The note is too long: shorten it to %1 bytes.")},
    {QT_TRANSLATE_NOOP("Error", "The category is too long: shorten it to %1 bytes.")},
    {QT_TRANSLATE_NOOP("Error", "The catalogue id is too long: shorten it to %1 bytes.")},
    {QT_TRANSLATE_NOOP("Error", "The line is too long: shorten it to %1 bytes.")},
    {QT_TRANSLATE_NOOP("Error", "An item has one category: put \"%1\" in quotes if it is part of the name.")},
    {QT_TRANSLATE_NOOP("Error", "An item has one catalogue id: leave out \"%1\".")},
    {QT_TRANSLATE_NOOP("Error", "An item has one price: put \"%1\" in quotes if it is part of the name.")},
    {QT_TRANSLATE_NOOP("Error", "An amount is more than zero: put it in quotes if it is part of the name.")},
    {QT_TRANSLATE_NOOP("Error", "An amount is at most %1.")},
    {QT_TRANSLATE_NOOP("Error", "Say what to add, for example: 2x milk.")},
    {QT_TRANSLATE_NOOP("Error", "The line holds characters that cannot be shown: type it again without them.")},
    // A cart, and changes to it.
    {QT_TRANSLATE_NOOP("Error", "The quantity has to be above 0.")},
    {QT_TRANSLATE_NOOP("Error", "The quantity is larger than the million that a line can hold.")},
    {QT_TRANSLATE_NOOP("Error", "The name contains characters that are not text.")},
    {QT_TRANSLATE_NOOP("Error", "The name is too long; shorten it.")},
    {QT_TRANSLATE_NOOP("Error", "A part of the item contains characters that are not text.")},
    {QT_TRANSLATE_NOOP("Error", "A part of the item is too long; shorten it.")},
    {QT_TRANSLATE_NOOP("Error", "The note contains characters that are not text.")},
    {QT_TRANSLATE_NOOP("Error", "The note is too long; shorten it.")},
    {QT_TRANSLATE_NOOP("Error", "The text contains characters that are not text.")},
    {QT_TRANSLATE_NOOP("Error", "The text is too long; shorten it.")},
    {QT_TRANSLATE_NOOP("Error", "A name is missing.")},
    {QT_TRANSLATE_NOOP("Error", "There is no such line in the cart any more.")},
    {QT_TRANSLATE_NOOP("Error", "The line to move next to is not in the cart.")},
    {QT_TRANSLATE_NOOP("Error", "A cart cannot be merged into itself.")},
    {QT_TRANSLATE_NOOP("Error", "This cannot be undone any more, because it has been changed since: %1.")},
    {QT_TRANSLATE_NOOP("Error", "An undo step in the local database is damaged.")},
    {QT_TRANSLATE_NOOP("Error", "This change cannot be accepted: %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "This change is damaged: %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "This change is larger than one change may be.")},
    {QT_TRANSLATE_NOOP("Error", "This change was made by a later version of Evencart; update this one.")},
    {QT_TRANSLATE_NOOP("Error", "This snapshot is larger than a cart may be.")},
    {QT_TRANSLATE_NOOP("Error", "This snapshot was made by a later version of Evencart; update this one.")},
    {QT_TRANSLATE_NOOP("Error", "This snapshot is damaged.")},
    {QT_TRANSLATE_NOOP("Error", "A change that waits for the server is damaged in the local database.")},
    {QT_TRANSLATE_NOOP("Error", "A change that waits for the server is missing from the local database.")},
    {QT_TRANSLATE_NOOP("Error", "This cart uses something that only a later version of Evencart knows: update this one "
                                "to change the cart. Until then it can be read here and stays in sync.")},
    {QT_TRANSLATE_NOOP("Error", "This cart uses something that only a later version of Evencart knows: update this one "
                                "to change the cart. Until then it can be read here and stays in sync; %1 change that "
                                "was made here is kept and sent after the update.")},
    {QT_TRANSLATE_NOOP("Error", "This cart uses something that only a later version of Evencart knows: update this one "
                                "to change the cart. Until then it can be read here and stays in sync; %1 changes that "
                                "were made here are kept and sent after the update.")},
    {QT_TRANSLATE_NOOP("Error", "This is more than one change can hold; do it in parts.")},
    {QT_TRANSLATE_NOOP("Error", "There is nothing to undo.")},
    {QT_TRANSLATE_NOOP("Error", "There is nothing to redo.")},
    {QT_TRANSLATE_NOOP("Error", "There is nothing to undo or redo.")},
    {QT_TRANSLATE_NOOP("Error", "There is no cart \"%1\".")},
    {QT_TRANSLATE_NOOP("Error", "There is no line \"%1\".")},
    {QT_TRANSLATE_NOOP("Error", "There is no removed line \"%1\".")},
    {QT_TRANSLATE_NOOP("Error", "There is no member \"%1\".")},
    {QT_TRANSLATE_NOOP("Error", "\"%1\" fits several; say which by its id: %2.")},
    {QT_TRANSLATE_NOOP("Error", "A change in the local database is damaged; \"evencartctl doctor\" says more.")},
    {QT_TRANSLATE_NOOP("Error", "Nothing is known of this line any more.")},
    // Carts as files.
    {QT_TRANSLATE_NOOP("Error", "\"%1\" is no member's id.")},
    {QT_TRANSLATE_NOOP("Error", "\"%1\" is no currency.")},
    {QT_TRANSLATE_NOOP("Error", "\"%1\" is no quantity above 0.")},
    {QT_TRANSLATE_NOOP("Error", "\"%1\" is no yes or no in the column checked.")},
    {QT_TRANSLATE_NOOP("Error", "The quantity somebody bought is none.")},
    {QT_TRANSLATE_NOOP("Error", "The quantity is none.")},
    {QT_TRANSLATE_NOOP("Error", "This is not JSON: %1.")},
    {QT_TRANSLATE_NOOP("Error", "It holds no \"lines\", so it is no cart.")},
    {QT_TRANSLATE_NOOP("Error", "The first line has to name the columns, \"name\" among them.")},
    {QT_TRANSLATE_NOOP("Error", "Line %1: there is text behind a closing quote.")},
    {QT_TRANSLATE_NOOP("Error", "Line %1: a quote is not closed.")},
    {QT_TRANSLATE_NOOP("Error", "This file cannot be read: %1.")},
    {QT_TRANSLATE_NOOP("Error", "This file is too large; import it in parts.")},
    {QT_TRANSLATE_NOOP("Error", "The file was not written: %1.")},
    {QT_TRANSLATE_NOOP("Error", "The pages cannot be made.")},
    {QT_TRANSLATE_NOOP("Error", "Cannot write %1: %2; choose another place.")},
    // Invitations and servers.
    {QT_TRANSLATE_NOOP("Error", "This is not an invitation link: %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "This invitation link is incomplete or mistyped; copy the whole link again.")},
    {QT_TRANSLATE_NOOP("Error", "This invitation was made by a later version of Evencart; update this one.")},
    {QT_TRANSLATE_NOOP("Error", "This proof of membership does not hold: at step %1, %2."), 2},
    {QT_TRANSLATE_NOOP("Error",
                       "This proof of membership has too many steps; ask an earlier member for an invitation.")},
    {QT_TRANSLATE_NOOP("Error", "This proof of membership is larger than one may be.")},
    {QT_TRANSLATE_NOOP("Error", "This proof of membership was made by a later version of Evencart; update this one.")},
    {QT_TRANSLATE_NOOP("Error", "This proof of membership is damaged.")},
    {QT_TRANSLATE_NOOP("Error", "This invitation is for the server %1, and this profile syncs with %2; use another "
                                "--profile, or \"server set\" first.")},
    {QT_TRANSLATE_NOOP("Error",
                       "This invitation names another certificate for the server %1 than the one that this profile "
                       "trusts. Nothing was sent. Ask whoever hosts the server which fingerprint is right.")},
    {QT_TRANSLATE_NOOP("Error", "\"%1\" is no server address; write it like wss://cart.example.org:8787.")},
    {QT_TRANSLATE_NOOP("Error", "A server address holds a host and a port, nothing else.")},
    {QT_TRANSLATE_NOOP(
        "Error", "The fingerprint is not one: it has 64 hexadecimal digits. The server prints it when it starts.")},
    {QT_TRANSLATE_NOOP("Error", "No server is set. Carts are shared by way of a server.")},
    {QT_TRANSLATE_NOOP("Error", "No server is set; use \"server set URL\" or join with an invitation link.")},
    {QT_TRANSLATE_NOOP("Error", "The server did not answer in time; try again.")},
    {QT_TRANSLATE_NOOP("Error", "You chose to work offline; switch that off first.")},
    // The connection.
    {QT_TRANSLATE_NOOP("Error", "The server %1 cannot be reached: %2."), 2},
    {QT_TRANSLATE_NOOP("Error", "What answers at %1 is no Evencart server: %2; check the address.")},
    {QT_TRANSLATE_NOOP("Error", "The server %1 did not answer in time.")},
    {QT_TRANSLATE_NOOP(
        "Error",
        "The server %1 is not the one that this profile trusts: its certificate has another fingerprint. Nothing was "
        "sent to it. If the server was set up anew, ask its owner for the new fingerprint and use \"server set\".")},
    {QT_TRANSLATE_NOOP("Error", "The server does not speak Evencart's protocol.")},
    {QT_TRANSLATE_NOOP("Error", "The connection to the server ended.")},
    {QT_TRANSLATE_NOOP("Error", "The connection to the server ended: %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "The connection to the server ended before it answered.")},
    {QT_TRANSLATE_NOOP("Error", "The other end sent a damaged message; connect again.")},
    {QT_TRANSLATE_NOOP("Error", "The other end sent message %1, which this version does not know; update this one.")},
    {QT_TRANSLATE_NOOP("Error", "The other end sent a message larger than one may be.")},
    {QT_TRANSLATE_NOOP("Error", "A message is compressed that never is; connect again.")},
    {QT_TRANSLATE_NOOP("Error", "Compressed data is damaged; connect again.")},
    {QT_TRANSLATE_NOOP("Error", "Compressed data is larger than it may be.")},
    {QT_TRANSLATE_NOOP("Error", "A compressed message is damaged; connect again.")},
    {QT_TRANSLATE_NOOP("Error", "The server does not keep to the protocol: %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "The server does not keep to the protocol: a second challenge.")},
    {QT_TRANSLATE_NOOP("Error", "The server does not keep to the protocol: a welcome before the answer.")},
    {QT_TRANSLATE_NOOP("Error",
                       "The server sent changes that do not fit behind the ones before; they are fetched again.")},
    {QT_TRANSLATE_NOOP("Error", "The server left out changes; they are fetched again.")},
    {QT_TRANSLATE_NOOP("Error", "This profile was restored from an older copy; it goes on under a new id.")},
    {QT_TRANSLATE_NOOP("Error", "Another copy of this profile is in use; this one goes on under a new id.")},
    {QT_TRANSLATE_NOOP("Error", "This cart is too large to be given back to the server.")},
    {QT_TRANSLATE_NOOP("Error", "The server speaks version %1 of the protocol, which is too old for this program: ask "
                                "whoever hosts it to update it.")},
    {QT_TRANSLATE_NOOP(
        "Error",
        "The server speaks version %1 of the protocol, which this program does not know: update this program.")},
    {QT_TRANSLATE_NOOP("Error", "The server answered another question than the one that was asked.")},
    // Goods and orders.
    {QT_TRANSLATE_NOOP("Error",
                       "This server is of an earlier version, which has no goods: its operator has to update it.")},
    {QT_TRANSLATE_NOOP("Error", "This needs the server, which is not connected.")},
    {QT_TRANSLATE_NOOP("Error", "What the server says of its goods does not fit together.")},
    {QT_TRANSLATE_NOOP("Error", "The server answered another question.")},
    {QT_TRANSLATE_NOOP("Error",
                       "A key has 1 to %1 letters, digits, blanks and signs, of those that every keyboard has.")},
    {QT_TRANSLATE_NOOP("Error", "Nothing in this cart can be ordered: only lines with an article of the catalogue can "
                                "(\"add CART TEXT --sku ID\").")},
    {QT_TRANSLATE_NOOP("Error", "An order has up to %1 lines: order in two carts.")},
    {QT_TRANSLATE_NOOP("Error", "The key \"%1\" is that of an order of another cart: take another key.")},
    // The program.
    {QT_TRANSLATE_NOOP("Error", "This program was started without one.")},
    {QT_TRANSLATE_NOOP("Error", "This change is not here any more.")},
    {QT_TRANSLATE_NOOP("Error", "The message is not what a second start of Evencart sends.")},
    {QT_TRANSLATE_NOOP("Error", "Too many things at once; give fewer items, links or files.")},
    {QT_TRANSLATE_NOOP("Error", "Too much text at once; give fewer items, links or files.")},
    {QT_TRANSLATE_NOOP("Error", "Evencart is running with this profile but does not answer; close it and try again.")},
    {QT_TRANSLATE_NOOP("Error", "Cannot write in %1; further starts will not find this window.")},
    {QT_TRANSLATE_NOOP("Error", "Cannot listen on %1: %2.")},
    {QT_TRANSLATE_NOOP("Error", "The window cannot be made; the installation is damaged.")},
    // The shop in the window.
    {QT_TRANSLATE_NOOP("Error", "No server is set.")},
    {QT_TRANSLATE_NOOP("Error", "It cannot be reached now.")},
    {QT_TRANSLATE_NOOP("Error", "It is not known yet whether this cart was ordered: ask for that first.")},
    {QT_TRANSLATE_NOOP("Error", "The server is being connected.")},
    // Orders and reservations.
    {QT_TRANSLATE_NOOP("Error", "What became of the order \"%1\" only the server %2 knows, where it was asked for: set "
                                "that one again, or take another key.")},
    {QT_TRANSLATE_NOOP(
        "Error",
        "Only what can be ordered can be reserved: a line with an article of the catalogue that is not bought yet.")},
    {QT_TRANSLATE_NOOP("Error", "How much to reserve has to be above 0.")},
    {QT_TRANSLATE_NOOP("Error", "How long to reserve it has to be above 0.")},
    // Members.
    {QT_TRANSLATE_NOOP("Error", "The server is too old to change members: ask whoever hosts it to update it.")},
    {QT_TRANSLATE_NOOP("Error", "Only an owner of the cart can show somebody out or give a role.")},
    {QT_TRANSLATE_NOOP("Error", "This person does not take part in the cart.")},
    {QT_TRANSLATE_NOOP("Error", "A cart needs an owner: invite another one first.")},
    {QT_TRANSLATE_NOOP("Error", "To make somebody an owner, send them an invitation as owner.")},
};

} // namespace

std::span<const ErrorForm> errorForms()
{
    return own;
}

} // namespace evencart
