/// The answer that a worker owes to a session.
#pragma once

#include <atomic>
#include <boost/asio/post.hpp>

#include "api/http/problems.hpp"
#include "api/http/session.hpp"
#include "engine/codec/json.hpp"

namespace vinhdanh {

/// The answer that a handler owes. It is called at most once with effect; a handler that forgets is answered for.
class Session::Owed {
 public:
  Owed(std::shared_ptr<Core> core, std::shared_ptr<Session> session)
      : core_(std::move(core)), session_(std::move(session)), request_id_(session_->request_->request_id) {}
  Owed(const Owed&) = delete;
  Owed& operator=(const Owed&) = delete;
  ~Owed() {
    if (!done_) fail(known_problem("internal_error"), "a handler did not answer");
  }

  void answer(HttpResponse response) {
    back([response = std::move(response)](Session& session) mutable { session.answer(std::move(response)); });
  }

  void fail(Problem problem, const std::string& why = {}) {
    if (!why.empty()) log(why);
    back([problem = std::move(problem)](Session& session) {
      // A body that was not read leaves the connection between two requests.
      session.refuse(problem, session.has_body_);
    });
  }

  void log(const std::string& why) const {
    core_->logger.error("request failed", {{"request_id", request_id_}, {"fault", why}});
  }

  /// Runs `then` on the io thread, unless this answer was given already.
  template <class Then>
  void back(Then then) {
    if (done_.exchange(true)) return;
    net::post(core_->io, [session = std::move(session_), then = std::move(then)]() mutable { then(*session); });
  }

 private:
  std::shared_ptr<Core> core_;  // before the session: the session's socket needs it until the end
  std::shared_ptr<Session> session_;
  const std::string request_id_;
  std::atomic<bool> done_{false};
};

}  // namespace vinhdanh
