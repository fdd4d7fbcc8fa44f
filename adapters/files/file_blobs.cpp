// Papers as files: where they lie and how they are read.
#include "adapters/files/file_blobs.hpp"

#include <algorithm>

#include "adapters/files/durable_file.hpp"
#include "adapters/files/small_file.hpp"
#include "engine/ports/store.hpp"

namespace vinhdanh {
namespace {

bool is_id(const std::string& text) {
  return text.size() == 36 && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '-';
         });
}

std::filesystem::path place(const std::filesystem::path& folder, const PaperId& id) {
  return folder / id.substr(32, 2) / id.substr(34, 2) / id;
}

}  // namespace

void FileBlobs::put(const PaperId& id, const std::string& bytes) {
  if (!is_id(id)) throw StorageUnavailable("not a paper's id");
  const std::filesystem::path path = place(folder_, id);
  keep_folders(path);
  write_private_file(path, bytes);
}

void FileBlobs::keep_folders(const std::filesystem::path& path) {
  const std::filesystem::path lower = path.parent_path();
  const std::lock_guard lock(mutex_);
  for (const auto& folder : {folder_, lower.parent_path(), lower}) {
    if (kept_.contains(folder)) continue;
    if (folder == folder_) make_private_folder(folder_.parent_path());
    keep_private_folder(folder);
    kept_.insert(folder);
  }
}

std::optional<std::string> FileBlobs::get(const PaperId& id) const {
  if (!is_id(id)) return std::nullopt;
  const std::filesystem::path path = place(folder_, id);
  std::error_code fault;
  auto bytes = bytes_of_file(path, fault);
  if (!bytes && fault != std::errc::no_such_file_or_directory)
    throw StorageUnavailable("cannot read " + path.string() + ": " + fault.message());
  return bytes;
}

void FileBlobs::remove(const PaperId& id) {
  if (!is_id(id)) return;
  std::error_code fault;
  std::filesystem::remove(place(folder_, id), fault);
  if (fault) throw StorageUnavailable("cannot remove " + place(folder_, id).string() + ": " + fault.message());
}

void FileBlobs::each(const std::function<void(const PaperId&)>& visit) const {
  std::error_code fault;
  if (!std::filesystem::exists(folder_, fault)) return;
  for (auto at = std::filesystem::recursive_directory_iterator(folder_, fault);
       !fault && at != std::filesystem::recursive_directory_iterator(); at.increment(fault)) {
    const std::string name = at->path().filename();
    if (is_id(name) && at->path() == place(folder_, name)) visit(name);
  }
  if (fault) throw StorageUnavailable("cannot read " + folder_.string() + ": " + fault.message());
}

}  // namespace vinhdanh
