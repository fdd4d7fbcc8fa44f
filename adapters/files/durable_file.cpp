// Write, fsync, rename, fsync the folder.
#include "adapters/files/durable_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "adapters/files/descriptor.hpp"
#include "adapters/random.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path) {
  throw StorageUnavailable(what + " " + path.string() + ": " + std::strerror(errno));
}

void sync_folder(const std::filesystem::path& folder) {
  const Descriptor fd(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd || fsync(fd.get()) != 0) fail("cannot sync the folder", folder);
}

void write_all(int fd, const std::string& bytes, const std::filesystem::path& path) {
  std::size_t written = 0;
  while (written < bytes.size()) {
    const ssize_t n = write(fd, bytes.data() + written, bytes.size() - written);
    if (n >= 0) written += static_cast<std::size_t>(n);
    else if (errno != EINTR) fail("cannot write", path);
  }
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

void write_beside(const std::filesystem::path& path, const std::string& bytes) {
  const Descriptor fd(open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!fd) fail("cannot create", path);
  write_all(fd.get(), bytes, path);
  if (fsync(fd.get()) != 0) fail("cannot sync", path);
}

}  // namespace

void write_private_file(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::path beside = path;
  beside += ".new-" + hex_text(random_bytes(8));
  try {
    write_beside(beside, bytes);
    if (rename(beside.c_str(), path.c_str()) != 0) fail("cannot rename to", path);
  } catch (const StorageUnavailable&) {
    unlink(beside.c_str());
    throw;
  }
  sync_folder(folder_of(path));
}

void make_private_folder(const std::filesystem::path& folder) {
  std::error_code unknown;
  if (folder.empty() || std::filesystem::is_directory(folder, unknown)) return;
  make_private_folder(folder.parent_path());
  if (mkdir(folder.c_str(), 0700) == 0) sync_folder(folder_of(folder));
  else if (errno != EEXIST) fail("cannot create the folder", folder);
}

void keep_private_folder(const std::filesystem::path& folder) {
  if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) fail("cannot create the folder", folder);
  sync_folder(folder_of(folder));
}

}  // namespace vinhdanh
