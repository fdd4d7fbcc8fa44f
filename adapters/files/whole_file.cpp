// Hashing through a mapping, copying by the kernel.
#include "adapters/files/whole_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "adapters/files/descriptor.hpp"
#include "engine/codec/digest.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {
namespace {

Descriptor opened(const std::filesystem::path& path, int flags) {
  return Descriptor(open(path.c_str(), flags | O_CLOEXEC, 0600));
}

[[noreturn]] void give_up(const std::string& what, const std::filesystem::path& path) {
  throw StorageUnavailable(what + " " + path.string() + ": " + std::strerror(errno));
}

void copy_all(int from, int to, const std::filesystem::path& path) {
  for (;;) {
    const ssize_t n = copy_file_range(from, nullptr, to, nullptr, std::size_t{1} << 30, 0);
    if (n == 0) return;
    if (n < 0 && errno != EINTR) break;
  }
  // Not every pair of file systems can do it.
  if (lseek(from, 0, SEEK_SET) != 0 || ftruncate(to, 0) != 0 || lseek(to, 0, SEEK_SET) != 0) give_up("cannot copy to", path);
  std::string block(std::size_t{1} << 20, '\0');
  for (;;) {
    const ssize_t n = read(from, block.data(), block.size());
    if (n == 0) return;
    if (n < 0) give_up("cannot read what goes to", path);
    for (ssize_t done = 0; done < n;) {
      const ssize_t m = write(to, block.data() + done, static_cast<std::size_t>(n - done));
      if (m < 0 && errno != EINTR) give_up("cannot write", path);
      if (m > 0) done += m;
    }
  }
}

}  // namespace

std::optional<FileFacts> facts_of_file(const std::filesystem::path& path) {
  const Descriptor file = opened(path, O_RDONLY);
  struct stat found{};
  if (!file || fstat(file.get(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  const auto size = static_cast<std::size_t>(found.st_size);
  if (size == 0) return FileFacts{0, sha256_hex({})};
  void* const bytes = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (bytes == MAP_FAILED) return std::nullopt;
  FileFacts facts{size, sha256_hex({static_cast<const char*>(bytes), size})};
  munmap(bytes, size);
  return facts;
}

bool copy_private_file(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Descriptor source = opened(from, O_RDONLY);
  if (!source && errno == ENOENT) return false;
  if (!source) give_up("cannot open", from);
  const Descriptor target = opened(to, O_WRONLY | O_CREAT | O_EXCL);
  if (!target) give_up("cannot create", to);
  copy_all(source.get(), target.get(), to);
  if (fsync(target.get()) != 0) give_up("cannot sync", to);
  sync_path(to.parent_path());
  return true;
}

void sync_path(const std::filesystem::path& path) {
  const Descriptor file = opened(path.empty() ? "." : path, O_RDONLY);
  if (!file || fsync(file.get()) != 0) give_up("cannot sync", path);
}

}  // namespace vinhdanh
