#include "support/failingdisk.h"

#include <sqlite3.h>

#include <cstring>

namespace evencart::test {

namespace {

struct Disk
{
    std::uint64_t left = 0; // operations that still work; 0: no limit
    bool hasStopped = false;
    sqlite3_vfs *real = nullptr;
    sqlite3_vfs vfs{};
    sqlite3_io_methods methods{};
} disk;

// What SQLite takes for a file: the real one stands behind it.
struct File
{
    sqlite3_file base;
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

int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 at)
{
    const Fate fate = next();
    if (fate == Fate::Works)
        return realOf(file)->pMethods->xWrite(realOf(file), bytes, count, at);
    if (fate == Fate::Breaks)
        realOf(file)->pMethods->xWrite(realOf(file), bytes, count / 2, at);
    return SQLITE_IOERR_WRITE;
}
int truncate(sqlite3_file *file, sqlite3_int64 size)
{
    return next() == Fate::Works ? realOf(file)->pMethods->xTruncate(realOf(file), size) : SQLITE_IOERR_TRUNCATE;
}
int sync(sqlite3_file *file, int flags)
{
    return next() == Fate::Works ? realOf(file)->pMethods->xSync(realOf(file), flags) : SQLITE_IOERR_FSYNC;
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
    return opened;
}
int remove(sqlite3_vfs *, const char *name, int syncDirectory)
{
    return next() == Fate::Works ? disk.real->xDelete(disk.real, name, syncDirectory) : SQLITE_IOERR_DELETE;
}

} // namespace

FailingDisk::FailingDisk()
{
    disk.real = sqlite3_vfs_find(nullptr);
    disk.left = 0;
    disk.hasStopped = false;
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

void FailingDisk::stopAt(std::uint64_t n)
{
    disk.left = n;
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
