// The C library's file operations, each passed on unless the disk fails it.
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <cstdarg>
#include <cstdlib>
#include <cstring>
#include <string>

#include "tests/disk/disk.hpp"
#include "tests/disk/image.hpp"

namespace vinhdanh::test {
namespace {

Disk* map_disk() {
  const char* file = std::getenv("VINHDANH_DISK");
  const int fd = file ? static_cast<int>(syscall(SYS_openat, AT_FDCWD, file, O_RDWR | O_CLOEXEC)) : -1;
  void* memory = mmap(nullptr, sizeof(Disk), PROT_READ | PROT_WRITE, fd >= 0 ? MAP_SHARED : MAP_SHARED | MAP_ANONYMOUS, fd, 0);
  if (fd >= 0) close(fd);
  return memory == MAP_FAILED ? nullptr : static_cast<Disk*>(memory);
}

std::string path_of(int fd) {
  char path[4096];
  const auto n = readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), path, sizeof path);
  return n > 0 ? std::string(path, static_cast<std::size_t>(n)) : std::string();
}

bool lies_within(const std::string& path) {
  const std::string root = disk().root;
  return !root.empty() && path.starts_with(root) && (path.size() == root.size() || path[root.size()] == '/');
}

bool counts_out(const std::string& path) {
  Disk& d = disk();
  if (!lies_within(path) || path.find(d.part) == std::string::npos) return false;
  if (d.not_part[0] != 0 && path.find(d.not_part) != std::string::npos) return false;
  const int passing = d.pass.fetch_sub(1);
  if (passing > 0 || (passing < 0 && !d.for_ever)) return false;
  ++d.failed;
  errno = d.error;
  return true;
}

/// Asks for the path only when it matters: most operations of a process are no concern of the disk.
bool fails(int which, int fd) { return (disk().kinds & which) != 0 && counts_out(path_of(fd)); }
bool fails(int which, const char* path) { return (disk().kinds & which) != 0 && counts_out(path); }

bool is_left_out(const std::string& path, int fd) {
  struct stat about {};
  fstat(fd, &about);
  int whose = sync_of::others;
  if (S_ISDIR(about.st_mode)) whose = sync_of::folders;
  else if (path.ends_with("-wal")) whose = sync_of::log;
  else if (path.ends_with(".db")) whose = sync_of::database;
  return (disk().unsynced & whose) != 0;
}

int sync(int fd, long call) {
  if (fails(kind::sync, fd)) return -1;
  if (!disk().recording) return disk().hasty ? 0 : static_cast<int>(syscall(call, fd));
  const std::string path = path_of(fd);
  if (lies_within(path) && !is_left_out(path, fd)) image::keep(fd);
  return 0;
}

int open_at(int folder, const char* path, int flags, mode_t mode) {
  const bool makes = (flags & O_CREAT) != 0;
  if (makes && fails(kind::create, path)) return -1;
  const bool records = makes && disk().recording && lies_within(path);
  struct stat about {};
  const bool is_new = records && stat(path, &about) != 0;
  const int fd = static_cast<int>(syscall(SYS_openat, folder, path, flags, mode));
  if (is_new && fd >= 0 && fstat(fd, &about) == 0) {
    image::made(about.st_ino);
  }
  return fd;
}

mode_t mode_in(int flags, va_list more) { return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(more, mode_t) : 0; }

}  // namespace

Disk& disk() {
  static Disk* const it = map_disk();
  static Disk none{};
  return it ? *it : none;
}

}  // namespace vinhdanh::test

using namespace vinhdanh::test;

extern "C" {

#define VINHDANH_DOOR __attribute__((visibility("default")))

VINHDANH_DOOR int open(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_in(flags, more);
  va_end(more);
  return open_at(AT_FDCWD, path, flags, mode);
}
VINHDANH_DOOR int open64(const char* path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  const mode_t mode = mode_in(flags, more);
  va_end(more);
  return open_at(AT_FDCWD, path, flags, mode);
}
VINHDANH_DOOR ssize_t write(int fd, const void* bytes, size_t size) {
  return fails(kind::write, fd) ? -1 : syscall(SYS_write, fd, bytes, size);
}
VINHDANH_DOOR ssize_t pwrite(int fd, const void* bytes, size_t size, off_t at) {
  return fails(kind::write, fd) ? -1 : syscall(SYS_pwrite64, fd, bytes, size, at);
}
VINHDANH_DOOR ssize_t pwrite64(int fd, const void* bytes, size_t size, off64_t at) { return pwrite(fd, bytes, size, at); }
VINHDANH_DOOR ssize_t read(int fd, void* bytes, size_t size) {
  return fails(kind::read, fd) ? -1 : syscall(SYS_read, fd, bytes, size);
}
VINHDANH_DOOR ssize_t pread(int fd, void* bytes, size_t size, off_t at) {
  return fails(kind::read, fd) ? -1 : syscall(SYS_pread64, fd, bytes, size, at);
}
VINHDANH_DOOR ssize_t pread64(int fd, void* bytes, size_t size, off64_t at) { return pread(fd, bytes, size, at); }
VINHDANH_DOOR int fsync(int fd) { return sync(fd, SYS_fsync); }
VINHDANH_DOOR int fdatasync(int fd) { return sync(fd, SYS_fdatasync); }
VINHDANH_DOOR int ftruncate(int fd, off_t size) noexcept {
  return fails(kind::truncate, fd) ? -1 : static_cast<int>(syscall(SYS_ftruncate, fd, size));
}
VINHDANH_DOOR int ftruncate64(int fd, off64_t size) noexcept { return ftruncate(fd, size); }
VINHDANH_DOOR int rename(const char* from, const char* to) noexcept {
  return fails(kind::rename, to) ? -1 : static_cast<int>(syscall(SYS_rename, from, to));
}
VINHDANH_DOOR int unlink(const char* path) noexcept {
  return fails(kind::remove, path) ? -1 : static_cast<int>(syscall(SYS_unlink, path));
}
VINHDANH_DOOR int mkdir(const char* path, mode_t mode) noexcept {
  if (fails(kind::folder, path)) return -1;
  const int result = static_cast<int>(syscall(SYS_mkdir, path, mode));
  struct stat about {};
  if (result == 0 && disk().recording && lies_within(path) && stat(path, &about) == 0) image::made(about.st_ino);
  return result;
}

}  // extern "C"
