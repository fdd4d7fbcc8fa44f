/// Papers that are files of a folder.
#pragma once

#include <filesystem>

#include "adapters/files/file_blobs.hpp"
#include "adapters/move/moving_papers.hpp"

namespace vinhdanh::detail {

class FolderPapers final : public MovingPapers {
 public:
  /// Of a data folder.
  explicit FolderPapers(const std::filesystem::path& data) : files_(data / "papers") {}
  void each(const std::function<void(const PaperId&)>& visit) override { files_.each(visit); }
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) override { return files_.get(id); }
  void put(const PaperId& id, const std::string& bytes) override { files_.put(id, bytes); }

 private:
  FileBlobs files_;
};

}  // namespace vinhdanh::detail
