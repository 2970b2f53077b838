#pragma once

#include "workspace/workspace.h"

#include <QJsonObject>

#include <functional>

// A cart as JSON, as `cart show --json` prints it and as `export` writes it; the shape is part of the command line's
// contract.
namespace evencart {

Result<QJsonObject> cartDocument(Workspace &workspace, const CartReplica &cart);
// The same where there is no workspace: the cart's store, and what members are called.
using MemberNames = std::function<std::string(const MemberId &)>;
Result<QJsonObject> cartDocument(ProfileStore &store, const CartReplica &cart, const MemberNames &nameOf);

// "title" of a line is "name" to people: the word for a field in JSON and on the command line.
const char *fieldName(Field field);
// A conflict's values; members by id for the assignee.
QJsonArray conflictsJson(const LineView &line);
// "check_quantity", "bought_twice", "old_name".
std::vector<std::string> attentionOf(const LineView &line);
std::string digestText(const CartReplica &cart);
// What the cart requires and this version does not know; almost always nothing.
QJsonArray unknownFeaturesJson(const CartReplica &cart);

// How many own edits of the cart the server refused.
Result<std::size_t> countRejected(ProfileStore &store, const CartId &cart);

} // namespace evencart
