// flock(2) on the folder's lock file.
#include "adapters/sqlite/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>

#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::detail {

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "lock";
  FolderLock lock(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!lock.fd_) throw CannotOpen(OpenFault::storage, "cannot open " + path.string() + ": " + std::strerror(errno));
  if (flock(lock.fd_.get(), LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

std::optional<FolderLock> FolderLock::share(const std::filesystem::path& folder) {
  FolderLock lock(open((folder / "lock").c_str(), O_RDONLY | O_CLOEXEC));
  if (!lock.fd_ || flock(lock.fd_.get(), LOCK_SH | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

}  // namespace vinhdanh::detail
