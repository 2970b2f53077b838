#pragma once

#include "cart/cartview.h"
#include "cart/edit.h"

namespace evencart {

// What the author of a refused change wanted to have, as items that can be added to another cart: the lines that it
// adds or counts, with the note, the category and the price that it gives them. Empty where it only took away.
std::vector<NewItem> itemsMeant(const Delta &delta, const CartView &view);

} // namespace evencart
