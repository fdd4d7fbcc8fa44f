// flock(2) on the folder's lock file.
#include "adapters/sqlite/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh::detail {

std::optional<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / "lock";
  FolderLock lock(open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (lock.fd_ < 0) throw CannotOpen(OpenFault::storage, "cannot open " + path.string() + ": " + std::strerror(errno));
  if (flock(lock.fd_, LOCK_EX | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

std::optional<FolderLock> FolderLock::share(const std::filesystem::path& folder) {
  FolderLock lock(open((folder / "lock").c_str(), O_RDONLY | O_CLOEXEC));
  if (lock.fd_ < 0 || flock(lock.fd_, LOCK_SH | LOCK_NB) != 0) return std::nullopt;
  return lock;
}

FolderLock::FolderLock(FolderLock&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
FolderLock& FolderLock::operator=(FolderLock&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}
FolderLock::~FolderLock() {
  if (fd_ >= 0) close(fd_);
}

}  // namespace vinhdanh::detail
