/// A paper on its way in, however often its change is tried: read once, put once, taken away again unless it is kept.
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "api/desk/request/upload.hpp"

namespace vinhdanh {

class Incoming {
 public:
  explicit Incoming(BlobStore& blobs) : blobs_(blobs) {}
  Incoming(const Incoming&) = delete;
  Incoming& operator=(const Incoming&) = delete;
  ~Incoming() {
    if (!put_ || kept_) return;
    try {
      blobs_.remove(upload_->entry.id);
    } catch (const std::exception&) {
      // An orphan is harmless, and the request has its answer.
    }
  }

  Or<Upload> read(const Deps& deps, const HttpRequest& request, StreamKind stream, const std::string& id,
                  const std::string& slot) {
    if (upload_) return *upload_;
    auto upload = read_upload(deps, request, stream, id, slot);
    if (upload) upload_ = *upload;
    return upload;
  }
  void put(const std::string& bytes) {
    if (std::exchange(put_, true)) return;
    blobs_.put(upload_->entry.id, bytes);
  }
  void keep() { kept_ = true; }

 private:
  BlobStore& blobs_;
  std::optional<Upload> upload_;
  bool put_ = false;
  bool kept_ = false;
};
using IncomingPaper = std::shared_ptr<Incoming>;

}  // namespace vinhdanh
