#include "protocol/zstdblock.h"

#include <zstd.h>

#include <cassert>
#include <memory>
#include <new>

namespace evencart::protocol {

namespace {

struct FreeContext
{
    void operator()(ZSTD_CCtx *context) const { ZSTD_freeCCtx(context); }
};

// RFC 8878, 3.1.1.2: a block makes at most 128 KiB and takes at least four bytes (three of header and one of content).
bool couldHold(std::size_t frameBytes, std::size_t rawSize)
{
    constexpr std::size_t mostPerBlock = std::size_t(128) * 1024;
    constexpr std::size_t leastBlock = 4;
    return rawSize / mostPerBlock <= frameBytes / leastBlock;
}

bool isOneFrameOf(ByteView frame, std::size_t rawSize)
{
    return ZSTD_getFrameContentSize(frame.data(), frame.size()) == rawSize &&
           ZSTD_findFrameCompressedSize(frame.data(), frame.size()) == frame.size() && couldHold(frame.size(), rawSize);
}

Error damaged()
{
    return {ErrorCode::Corrupt, "Compressed data is damaged; connect again."};
}

} // namespace

Bytes compress(ByteView raw, int level)
{
    assert(level >= 1 && level <= 19);
    const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    if (!context)
        throw std::bad_alloc();
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    Bytes frame(ZSTD_compressBound(raw.size()), '\0');
    const std::size_t size = ZSTD_compress2(context.get(), frame.data(), frame.size(), raw.data(), raw.size());
    if (ZSTD_isError(size))
        throw std::bad_alloc(); // with room for the worst case, memory is all that can be missing
    frame.resize(size);
    return frame;
}

Result<Bytes> decompress(ByteView frame, std::size_t rawSize, std::size_t maxRawSize)
{
    if (rawSize > maxRawSize)
        return Error{ErrorCode::Limit, "Compressed data is larger than it may be."};
    if (!isOneFrameOf(frame, rawSize))
        return damaged();
    Bytes raw(rawSize, '\0');
    const std::size_t size = ZSTD_decompress(raw.data(), raw.size(), frame.data(), frame.size());
    if (ZSTD_isError(size) || size != rawSize)
        return damaged();
    return raw;
}

} // namespace evencart::protocol
