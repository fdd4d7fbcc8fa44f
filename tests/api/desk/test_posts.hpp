/// Messages of webhooks that a test keeps and answers instead of sending them.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "engine/ports/poster.hpp"

namespace vinhdanh::test {

class TestPosts {
 public:
  /// 204 to everything until told otherwise.
  void answer(std::function<Posted(const Post&)> how) {
    const std::lock_guard lock(mutex_);
    how_ = std::move(how);
  }
  void answer(int status) {
    answer([status](const Post&) { return Posted{status, std::nullopt, false, ""}; });
  }
  [[nodiscard]] std::vector<Post> all() const {
    const std::lock_guard lock(mutex_);
    return posts_;
  }
  void forget() {
    const std::lock_guard lock(mutex_);
    posts_.clear();
  }
  std::unique_ptr<Poster> poster() { return std::make_unique<Keeping>(*this); }

 private:
  class Keeping final : public Poster {
   public:
    explicit Keeping(TestPosts& posts) : posts_(posts) {}
    Posted post(const Post& post) override {
      const std::lock_guard lock(posts_.mutex_);
      posts_.posts_.push_back(post);
      return posts_.how_(post);
    }

   private:
    TestPosts& posts_;
  };
  mutable std::mutex mutex_;
  std::function<Posted(const Post&)> how_ = [](const Post&) { return Posted{204, std::nullopt, false, ""}; };
  std::vector<Post> posts_;
};

}  // namespace vinhdanh::test
