/// Where the installation of an API test is: in memory, or where VINHDANH_TESTS_ON says (`sqlite`, `postgres`).
#pragma once

#include <memory>
#include <mutex>
#include <set>

#include "engine/ports/access_log.hpp"
#include "engine/ports/blobs.hpp"
#include "engine/ports/duties.hpp"
#include "engine/ports/jobs.hpp"
#include "engine/ports/lists.hpp"
#include "engine/ports/notices.hpp"
#include "engine/ports/sign_in.hpp"
#include "engine/ports/store.hpp"
#include "engine/ports/webhooks.hpp"

namespace vinhdanh::test {

struct RigHome {
  std::shared_ptr<void> place;  ///< a folder or schema of its own, which goes last
  std::unique_ptr<Store> store;
  std::unique_ptr<Lists> lists;
  std::unique_ptr<Notices> notices;
  std::unique_ptr<Webhooks> webhooks;
  std::unique_ptr<Jobs> jobs;
  std::unique_ptr<Duties> duties;
  std::unique_ptr<SignInStore> sign_in;
  std::unique_ptr<AccessLog> access_log;
  std::unique_ptr<BlobStore> blobs;
};

RigHome make_rig_home();

/// Knows how many papers it keeps.
class CountedBlobs final : public BlobStore {
 public:
  explicit CountedBlobs(BlobStore& inner) : inner_(inner) {}
  void put(const PaperId& id, const std::string& bytes) override {
    inner_.put(id, bytes);
    const std::lock_guard lock(mutex_);
    ids_.insert(id);
  }
  [[nodiscard]] std::optional<std::string> get(const PaperId& id) const override { return inner_.get(id); }
  void remove(const PaperId& id) override {
    inner_.remove(id);
    const std::lock_guard lock(mutex_);
    ids_.erase(id);
  }
  [[nodiscard]] std::size_t size() const {
    const std::lock_guard lock(mutex_);
    return ids_.size();
  }

 private:
  BlobStore& inner_;
  mutable std::mutex mutex_;
  std::set<PaperId> ids_;
};

}  // namespace vinhdanh::test
