#include "support/failingdisk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace evencart::test {

namespace {

// What a file had in one place before it was written to, and how long it was.
struct Before
{
    sqlite3_int64 at = 0;
    std::string bytes;
    std::size_t count = 0; // that were written; `bytes` may be shorter, at the end of the file
    sqlite3_int64 size = 0;

    bool overlaps(const Before &other) const
    {
        return at < other.at + static_cast<sqlite3_int64>(other.count) &&
               other.at < at + static_cast<sqlite3_int64>(count);
    }
};

struct Disk
{
    std::uint64_t left = 0; // operations that still work; 0: no limit
    bool hasStopped = false;
    FailingDisk::Stop how = FailingDisk::Stop::Broken;
    std::map<std::string, std::vector<Before>> unsynced; // by file, in the order of the writes
    sqlite3_vfs *real = nullptr;
    sqlite3_vfs vfs{};
    sqlite3_io_methods methods{};
} disk;

// What SQLite takes for a file: the real one stands behind it.
struct File
{
    sqlite3_file base;
    const char *name; // null: a temporary one, whose loss nobody notices
};
sqlite3_file *realOf(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<File *>(file) + 1);
}

// Whether this operation is the one at which everything ends, or behind it.
enum class Fate
{
    Works,
    Breaks,
    IsOver
};
Fate next()
{
    if (disk.hasStopped)
        return Fate::IsOver;
    if (disk.left == 0 || --disk.left > 0)
        return Fate::Works;
    disk.hasStopped = true;
    return Fate::Breaks;
}

// Before `count` bytes there are written over, or everything behind is cut off.
void remember(sqlite3_file *file, sqlite3_int64 at, std::size_t count)
{
    const char *name = reinterpret_cast<File *>(file)->name;
    if (!name)
        return;
    Before before;
    before.at = at;
    before.count = count;
    realOf(file)->pMethods->xFileSize(realOf(file), &before.size);
    const auto there = std::clamp<sqlite3_int64>(before.size - at, 0, static_cast<sqlite3_int64>(count));
    before.bytes.resize(static_cast<std::size_t>(there));
    realOf(file)->pMethods->xRead(realOf(file), before.bytes.data(), static_cast<int>(there), at);
    disk.unsynced[name].push_back(std::move(before));
}

int writeNow(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    remember(file, at, static_cast<std::size_t>(count));
    return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, at);
}
int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    const Fate fate = next();
    if (fate == Fate::Works)
        return writeNow(file, bytes, count, at);
    if (disk.how == FailingDisk::Stop::Full)
        return SQLITE_FULL;
    if (fate == Fate::Breaks)
        writeNow(file, bytes, count / 2, at);
    return SQLITE_IOERR_WRITE;
}
int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    if (next() != Fate::Works && disk.how != FailingDisk::Stop::Full)
        return SQLITE_IOERR_TRUNCATE;
    sqlite3_int64 now = 0;
    realOf(file)->pMethods->xFileSize(realOf(file), &now);
    remember(file, size, static_cast<std::size_t>(std::max<sqlite3_int64>(now - size, 0)));
    return realOf(file)->pMethods->xTruncate(realOf(file), size);
}
int sync(sqlite3_file *file, int flags)
{
    if (next() != Fate::Works && disk.how != FailingDisk::Stop::Full)
        return SQLITE_IOERR_FSYNC;
    if (const char *name = reinterpret_cast<File *>(file)->name)
        disk.unsynced.erase(name);
    return realOf(file)->pMethods->xSync(realOf(file), flags);
}

// The rest is passed on.
int close(sqlite3_file *file)
{
    return realOf(file)->pMethods->xClose(realOf(file));
}
int read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
    return realOf(file)->pMethods->xRead(realOf(file), bytes, count, at);
}
int size(sqlite3_file *file, sqlite3_int64 *value)
{
    return realOf(file)->pMethods->xFileSize(realOf(file), value);
}
int lock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xLock(realOf(file), level);
}
int unlock(sqlite3_file *file, int level)
{
    return realOf(file)->pMethods->xUnlock(realOf(file), level);
}
int isReserved(sqlite3_file *file, int *value)
{
    return realOf(file)->pMethods->xCheckReservedLock(realOf(file), value);
}
int control(sqlite3_file *file, int what, void *value)
{
    return realOf(file)->pMethods->xFileControl(realOf(file), what, value);
}
int sectorSize(sqlite3_file *file)
{
    return realOf(file)->pMethods->xSectorSize(realOf(file));
}
int characteristics(sqlite3_file *file)
{
    return realOf(file)->pMethods->xDeviceCharacteristics(realOf(file));
}
int shmMap(sqlite3_file *file, int page, int pageSize, int extend, void volatile **memory)
{
    return realOf(file)->pMethods->xShmMap(realOf(file), page, pageSize, extend, memory);
}
int shmLock(sqlite3_file *file, int offset, int n, int flags)
{
    return realOf(file)->pMethods->xShmLock(realOf(file), offset, n, flags);
}
void shmBarrier(sqlite3_file *file)
{
    realOf(file)->pMethods->xShmBarrier(realOf(file));
}
int shmUnmap(sqlite3_file *file, int isDelete)
{
    return realOf(file)->pMethods->xShmUnmap(realOf(file), isDelete);
}

int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    const int opened = disk.real->xOpen(disk.real, name, realOf(file), flags, outFlags);
    file->pMethods = realOf(file)->pMethods ? &disk.methods : nullptr;
    reinterpret_cast<File *>(file)->name = name;
    return opened;
}
int remove(sqlite3_vfs *, const char *name, int syncDirectory)
{
    if (next() != Fate::Works && disk.how != FailingDisk::Stop::Full)
        return SQLITE_IOERR_DELETE;
    disk.unsynced.erase(name);
    return disk.real->xDelete(disk.real, name, syncDirectory);
}

// As if this write, and what it made longer, had never reached the disk.
void takeBack(const std::string &name, const Before &before)
{
    {
        std::fstream file(name, std::ios::binary | std::ios::in | std::ios::out);
        file.seekp(before.at);
        file.write(before.bytes.data(), static_cast<std::streamsize>(before.bytes.size()));
    }
    if (before.bytes.size() < before.count)
        std::filesystem::resize_file(name, static_cast<std::uintmax_t>(before.size));
}

} // namespace

FailingDisk::FailingDisk()
{
    disk.real = sqlite3_vfs_find(nullptr);
    disk.left = 0;
    disk.hasStopped = false;
    disk.unsynced.clear();
    disk.methods = {2,        close,      read,    write,      truncate,        sync,   size,    lock,
                    unlock,   isReserved, control, sectorSize, characteristics, shmMap, shmLock, shmBarrier,
                    shmUnmap, nullptr,    nullptr};
    disk.vfs = *disk.real; // everything that is not about files is the real one's
    disk.vfs.zName = "failing";
    disk.vfs.szOsFile = static_cast<int>(sizeof(File)) + disk.real->szOsFile;
    disk.vfs.pNext = nullptr;
    disk.vfs.xOpen = open;
    disk.vfs.xDelete = remove;
    sqlite3_vfs_register(&disk.vfs, 1);
}

FailingDisk::~FailingDisk()
{
    sqlite3_vfs_unregister(&disk.vfs);
    sqlite3_vfs_register(disk.real, 1);
}

void FailingDisk::stopAt(std::uint64_t n, Stop how)
{
    disk.left = n;
    disk.how = how;
}

void FailingDisk::stopNow()
{
    disk.hasStopped = true;
    disk.how = Stop::Broken;
}

void FailingDisk::losePower(SeededRandom &random)
{
    for (const auto &[name, writes] : disk.unsynced) {
        if (!std::filesystem::exists(name))
            continue;
        // The first of them have arrived, except some that nothing later lies upon.
        const std::size_t arrived = random.below(writes.size() + 1);
        for (std::size_t i = writes.size(); i-- > 0;) {
            bool isLost = i >= arrived;
            if (!isLost && random.below(4) == 0) {
                isLost = writes[i].bytes.size() == writes[i].count;
                for (std::size_t later = i + 1; isLost && later < arrived; ++later)
                    isLost = !writes[i].overlaps(writes[later]);
            }
            if (isLost)
                takeBack(name, writes[i]);
        }
    }
    disk.unsynced.clear();
}

bool FailingDisk::hasStopped() const
{
    return disk.hasStopped;
}

void FailingDisk::goOn()
{
    disk.left = 0;
    disk.hasStopped = false;
}

} // namespace evencart::test
