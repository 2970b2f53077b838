#include "story/receipts.h"

#include <algorithm>
#include <map>

namespace evencart {

std::vector<Receipt> receiptsOf(EngineRoom &room, const CartReplica &cart, const LineId &line)
{
    const bool sequenced = cart.stateOf(line) != CartReplica::LineState::Local;
    const std::uint64_t position = cart.positionOf(line);
    const std::set<DeviceId> &online = room.onlineDevices(cart.record().id);
    std::map<MemberId, int> devices;
    std::vector<Receipt> receipts;
    for (const KnownCursor &cursor : cart.cursors()) {
        if (cursor.device == room.profileInfo().device)
            continue;
        ++devices[cursor.member];
        Receipt receipt;
        receipt.member = cursor.member;
        receipt.device = cursor.device;
        receipt.has = sequenced && position > 0 && cursor.position >= position;
        receipt.online = online.contains(cursor.device);
        receipt.heard = cursor.heard;
        receipts.push_back(receipt);
    }
    for (Receipt &receipt : receipts)
        receipt.only = devices[receipt.member] == 1;
    std::sort(receipts.begin(), receipts.end(), [](const Receipt &a, const Receipt &b) {
        return std::tie(a.member, a.device) < std::tie(b.member, b.device);
    });
    return receipts;
}

} // namespace evencart
