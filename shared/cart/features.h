#pragma once

#include <cstdint>
#include <set>

namespace evencart {

// What a cart may ask of the programs that edit it, by number; a number is never used for something else. A cart names
// in its header (Field::Requires, one number a fact) the features without which an edit would damage what they mean:
// the cart requires the union of the live ones. A program that lacks one shows the cart and keeps it in sync, but does
// not edit it and holds back the edits that it made before it knew.
//
// Most of what is new needs none: an unknown field is carried untouched by every version. A feature is named here only
// where carrying is not enough.
using FeatureSet = std::set<std::uint32_t>;

// Those of this version. None so far.
inline FeatureSet knownFeatures()
{
    return {};
}

} // namespace evencart
