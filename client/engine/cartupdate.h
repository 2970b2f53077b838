#pragma once

#include "sync/cartreplica.h"
#include "transport/syncclient.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What crosses from the engine's thread to the interface's: plain values, copied or moved, never pointers into a cart.
namespace evencart {

// An own action, numbered in the order in which the interface asked for it. An update with ticket n has everything up
// to n in it; 0 before the first.
using Ticket = std::uint64_t;

// Several people did something to it at once that one of them had better look at.
bool wantsALook(const LineView &line);

struct LineEntry
{
    LineView view;
    CartReplica::LineState state = CartReplica::LineState::Local;
};

// What Ctrl+Z and Ctrl+Shift+Z would do, in the words that the action was given; or why they cannot.
struct UndoState
{
    std::string undo;
    std::string redo;
    std::string undoBlocked;
    std::string redoBlocked;

    friend bool operator==(const UndoState &, const UndoState &) = default;
};

// How the lines of a watched cart changed. `lines` are present ones; a line that is in neither list is as it was.
struct CartUpdate
{
    enum class Source
    {
        Opened, // `lines` is the whole cart and replaces what was there
        Own,    // an edit of this machine
        Others, // arrived from the server
        State   // only how far the lines have come (LineEntry::state)
    };

    CartId cart;
    Source source = Source::Opened;
    Ticket ticket = 0;
    std::vector<LineEntry> lines;
    std::vector<LineId> gone;
    std::string name;
    std::vector<std::string> otherNames;
    UndoState undo;
};

// A cart as the list of carts shows it.
struct CartSummary
{
    CartId id;
    std::string name;
    std::size_t lines = 0;
    std::size_t open = 0;    // not bought yet
    std::size_t marked = 0;  // with a conflict or something to look at
    std::size_t pending = 0; // own changes that the server has not got
    std::uint64_t lastSynced = 0;
    std::uint64_t created = 0;
    protocol::Role role = protocol::Role::Owner;
    bool archived = false;
    bool settled = false; // the server has the same, digest for digest
    std::string refused;  // why the server does not let us into this cart; empty: it does

    friend bool operator==(const CartSummary &, const CartSummary &) = default;
};

struct ConnectionState
{
    SyncClient::Status status = SyncClient::Status::Stopped;
    bool hasServer = false;
    bool workOffline = false;
    bool caughtUp = false; // with every cart (SyncClient::isCaughtUp)
    bool final = false;    // it is not tried again until somebody does something
    std::optional<Error> error;
};

struct ProfileInfo
{
    MemberId member;
    DeviceId device;
    ReplicaId replica;
    std::string name;
    QString directory;
    std::string serverUrl;
    std::string serverFingerprint;
    bool rekeyed = false;     // this opening found a copied or restored database
    bool keysInVault = false; // else in a file of the directory
};

// How an own action ended.
struct EditOutcome
{
    Ticket ticket = 0;
    CartId cart;
    std::string label;
    std::vector<LineId> touched; // empty: there was nothing to do
    std::optional<Error> error;
};

} // namespace evencart
