#include "translations/errorforms.h"

#include <QCoreApplication>

namespace evencart {

namespace {

constexpr ErrorForm ofServers[] = {
    // What a server answers.
    {QT_TRANSLATE_NOOP("Error", "There is no such cart, or it is not open to you.")},
    {QT_TRANSLATE_NOOP("Error", "This invitation is unknown, used up or expired: ask for a new one.")},
    {QT_TRANSLATE_NOOP("Error", "Only an owner of the cart can invite others.")},
    {QT_TRANSLATE_NOOP("Error", "The invitation's signature does not hold.")},
    {QT_TRANSLATE_NOOP(
        "Error", "This invitation could not be used by anybody: give it a use and a time that is still to come.")},
    {QT_TRANSLATE_NOOP("Error",
                       "Too many invitations lie between you and the cart's founder: ask an earlier owner to invite.")},
    {QT_TRANSLATE_NOOP("Error", "This server cannot take %1."), 1},
    {QT_TRANSLATE_NOOP("Error", "The parts of a state are out of order.")},
    {QT_TRANSLATE_NOOP("Error", "The server is taking in too many carts at once: try again later.")},
    {QT_TRANSLATE_NOOP("Error", "This state of the cart is damaged.")},
    {QT_TRANSLATE_NOOP("Error", "This cart has become too large for this server: start a fresh one from it.")},
    {QT_TRANSLATE_NOOP("Error", "The server cannot read this cart; its operator has been told. Try again later.")},
    {QT_TRANSLATE_NOOP("Error", "This cart is not open on this connection.")},
    {QT_TRANSLATE_NOOP("Error", "Too many carts are open on this connection: close some.")},
    {QT_TRANSLATE_NOOP("Error", "This server takes no more carts: ask its operator.")},
    {QT_TRANSLATE_NOOP("Error", "This cart's log starts anew: reconnect.")},
    {QT_TRANSLATE_NOOP("Error", "This cart requires what this server does not know: its operator has to update it.")},
    {QT_TRANSLATE_NOOP("Error",
                       "This order is too large, or the cart too old: put what is to be ordered into a new cart.")},
    {QT_TRANSLATE_NOOP("Error", "Goods and orders come with version 2 of the protocol.")},
    {QT_TRANSLATE_NOOP("Error", "Say who you are first.")},
    {QT_TRANSLATE_NOOP("Error", "The server could not store this; it is tried again when you reconnect.")},
    {QT_TRANSLATE_NOOP("Error", "This message makes no sense here.")},
    {QT_TRANSLATE_NOOP("Error", "This server speaks another version of the protocol: update the program.")},
    {QT_TRANSLATE_NOOP("Error", "This device is not certified by its member.")},
    {QT_TRANSLATE_NOOP("Error", "The answer to the challenge does not hold for this device and this server.")},
    {QT_TRANSLATE_NOOP("Error",
                       "The server cannot read its goods and orders; its operator has been told. Try again later.")},
    {QT_TRANSLATE_NOOP(
        "Error", "This server has not yet got what you have seen of its goods and orders: ask again in a moment.")},
    {QT_TRANSLATE_NOOP("Error",
                       "The server cannot read who looks after it; its operator has been told. Try again later.")},
    {QT_TRANSLATE_NOOP("Error", "Too many questions about goods and orders at once: ask again in a moment.")},
};

constexpr ErrorForm details[] = {
    // Of a demonstration in which something else happens than it says.
    {QT_TRANSLATE_NOOP("ErrorDetail", "it ended with %1 and not with %2.%3"), 3},
    {QT_TRANSLATE_NOOP("ErrorDetail", "%1 does see \"%2\".")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "%1 sees no \"%2\".")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "%1 sees %2 %3 and not %4.")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "there is no field \"%1\" to be seen there.")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "%1 has another digest of %2.")},
    // Of a server that does not keep to the protocol.
    {QT_TRANSLATE_NOOP("ErrorDetail", "a way to catch up that does not exist")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a snapshot that nobody asked for")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "parts of a snapshot out of order")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "it forgot changes that it had acknowledged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a refusal that does not exist")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "live once more")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "changes are missing before it says that we have them all")},
    // Of a connection that ended or never came.
    {QT_TRANSLATE_NOOP("ErrorDetail", "it did not answer in time")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "binary messages only")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "too many frames in one message")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "too many bytes per second")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "too many messages per second")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "too many control frames per second")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "too slow to authenticate")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "message took too long")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the server is stopping")},
    // Of what a server cannot take.
    {QT_TRANSLATE_NOOP("ErrorDetail", "a change without a number")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a change under another member's replica")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a damaged change in a repair")},
    // Of an invitation.
    {QT_TRANSLATE_NOOP("ErrorDetail", "it should begin with evencart://")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "it is too long")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the port is missing")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the name of the server makes no sense")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the port makes no sense")},
    // Of a proof of membership.
    {QT_TRANSLATE_NOOP("ErrorDetail", "the inviter is not an owner of the cart")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the invitation is not the inviter's")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the member did not hold the invitation")},
    // Of a change.
    {QT_TRANSLATE_NOOP("ErrorDetail", "it has no header")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "its parts do not fit together")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "it says nothing")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "it removes what does not exist yet")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a quantity is damaged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a quantity is outside of what a cart can hold")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "an item's name is empty, too long or not readable text")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "an item's unit or catalogue id is not readable text")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a text is empty, too long or not readable")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a new name is empty, too long or not readable text")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a price is damaged or too large")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a currency is not three capital letters")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a bought mark is damaged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a member's id is damaged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a place in the order is damaged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a merge record is damaged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the number of a feature is damaged")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "it writes a line's field on the cart, or the other way round")},
    // Of a damaged database.
    {QT_TRANSLATE_NOOP("ErrorDetail", "a removed line cannot be read")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the entry of a cart is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the version vector of a cart is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "what is known of a line is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a change is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a step that can be undone is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a removed line has no id")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a removed line is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "a cart is not where its index says")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "an order is not what was written")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "it has no profile")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the index of its carts is not that of its carts")},
    // Where it is.
    {QT_TRANSLATE_NOOP("ErrorDetail", "the desktop's keychain")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the document")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "the file")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "item %1")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "line %1")},
    {QT_TRANSLATE_NOOP("ErrorDetail", "byte %1")},
};

} // namespace

std::span<const ErrorForm> serverErrorForms()
{
    return ofServers;
}

std::span<const ErrorForm> errorDetails()
{
    return details;
}

} // namespace evencart
