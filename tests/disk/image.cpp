// Copies what is synced, by system calls of its own so that nothing here passes through the disk's own doors.
#include "tests/disk/image.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <atomic>
#include <map>
#include <mutex>
#include <sstream>

#include "tests/disk/disk.hpp"

namespace vinhdanh::test::image {
namespace {

std::mutex mutex;
std::map<ino_t, std::string> ids;
int next_id = 0;
std::atomic<int> next_file = 0;

int open_file(const std::string& path, int flags) {
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path.c_str(), flags | O_CLOEXEC, 0600));
}

void write_to(int fd, const std::string& bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto n = syscall(SYS_write, fd, bytes.data() + at, bytes.size() - at);
    if (n <= 0) return;
    at += static_cast<std::size_t>(n);
  }
}

std::string bytes_of(int fd) {
  std::string bytes;
  char part[65536];
  for (long n = 0; (n = syscall(SYS_pread64, fd, part, sizeof part, bytes.size())) > 0;)
    bytes.append(part, static_cast<std::size_t>(n));
  return bytes;
}

/// Those of this image: also what an earlier process made while it is kept, and nothing of an image before.
void recall_ids() {
  static std::string recalled;
  if (recalled == disk().image) return;
  recalled = disk().image;
  ids.clear();
  next_id = 0;
  const int fd = open_file(std::string(disk().image) + "/made", O_RDONLY);
  if (fd < 0) return;
  std::istringstream lines(bytes_of(fd));
  close(fd);
  ino_t inode = 0;
  for (std::string id; lines >> inode >> id; ++next_id) ids[inode] = id;
}

std::string id_of(ino_t inode) {
  recall_ids();
  const auto found = ids.find(inode);
  return found == ids.end() ? first_id(inode) : found->second;
}

std::string names_of(const std::string& folder) {
  std::string lines;
  DIR* listing = opendir(folder.c_str());
  while (listing) {
    const dirent* entry = readdir(listing);
    if (!entry) break;
    const std::string name = entry->d_name;
    struct stat about {};
    if (name == "." || name == ".." || fstatat(dirfd(listing), name.c_str(), &about, 0) != 0) continue;
    lines += std::string(S_ISDIR(about.st_mode) ? "d " : "f ") + id_of(about.st_ino) + " " + name + "\n";
  }
  if (listing) closedir(listing);
  return lines;
}

}  // namespace

std::string first_id(ino_t inode) { return "i" + std::to_string(inode); }

void made(ino_t inode) {
  const std::lock_guard lock(mutex);
  recall_ids();
  const std::string id = "n" + std::to_string(++next_id) + "-" + std::to_string(inode);
  ids[inode] = id;
  const int fd = open_file(std::string(disk().image) + "/made", O_WRONLY | O_CREAT | O_APPEND);
  write_to(fd, std::to_string(inode) + " " + id + "\n");
  close(fd);
}

void write_whole(const std::string& path, const std::string& bytes) {
  const std::string beside = path + ".new" + std::to_string(++next_file);
  const int fd = open_file(beside, O_WRONLY | O_CREAT | O_TRUNC);
  write_to(fd, bytes);
  close(fd);
  syscall(SYS_rename, beside.c_str(), path.c_str());
}

void keep(int fd) {
  const std::lock_guard lock(mutex);
  struct stat about {};
  fstat(fd, &about);
  const std::string way = "/proc/self/fd/" + std::to_string(fd);
  const std::string image = disk().image;
  if (S_ISDIR(about.st_mode)) return write_whole(image + "/d/" + id_of(about.st_ino), names_of(way));
  const int reading = open_file(way, O_RDONLY);
  write_whole(image + "/f/" + id_of(about.st_ino), bytes_of(reading));
  close(reading);
}

}  // namespace vinhdanh::test::image
