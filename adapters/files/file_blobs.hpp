/// Papers as files below one folder.
#pragma once

#include <filesystem>
#include <functional>
#include <mutex>
#include <set>

#include "engine/ports/blobs.hpp"

namespace vinhdanh {

/// A paper's file is named by its id, two folders deep by the id's last digits (its first ones are the time, and would put
/// all papers of a day together). Safe from several threads.
class FileBlobs final : public BlobStore {
 public:
  /// `folder` is made on first use.
  explicit FileBlobs(std::filesystem::path folder) : folder_(std::move(folder)) {}
  void put(const PaperId& id, const std::string& bytes) override;
  /// Nothing also for text that is not an id: no path outside the folder can be named.
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) const override;
  void remove(const PaperId& id) override;

  /// Each paper's id once, in no order. Other files are passed over. Throws StorageUnavailable.
  void each(const std::function<void(const PaperId&)>& visit) const;

 private:
  /// Makes the folders of a paper. Another thread, or a process that was killed, may have made one and not yet made its name
  /// durable, so each is synced once by this process before a paper in it counts.
  void keep_folders(const std::filesystem::path& path);

  std::filesystem::path folder_;
  std::mutex mutex_;
  std::set<std::filesystem::path> kept_;  ///< at most 65,793 folders
};

}  // namespace vinhdanh
