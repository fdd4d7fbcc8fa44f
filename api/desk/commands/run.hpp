/// The one way of a command: idempotency, attempt, commit, answer; and again when another change came first.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"
#include "api/desk/request/outcome.hpp"

namespace vinhdanh {

/// An accepted change and the answer that it gets once committed. `body` is an object without names; receipts are
/// added.
struct Prepared {
  Change change;
  int status = 200;
  Json body = Json::object();
  std::vector<std::pair<std::string, std::string>> headers;  ///< ETag, Location: kept with the answer
  std::function<void()> keep;  ///< called when the change is committed, or may be: what was made for it must stay
};

/// What the store said to the previous attempt; `done` at the first.
struct Before {
  CommitStatus status = CommitStatus::done;
  std::string detail;
};

/// Loads, checks scope and If-Match, decides. Called again, on a worker, after a commit that met newer state.
using Attempt = std::function<Or<Prepared>(const HttpRequest& request, const Before& before)>;

/// For POST an Idempotency-Key is required and its answer is looked up first. Responds exactly once.
void run(const Deps& deps, const HttpRequest& request, const Actor& actor, Attempt attempt, Respond respond);

/// Adds the change `other` to `into`: one commit, all or nothing.
void merge(Change& into, Change other);

}  // namespace vinhdanh
