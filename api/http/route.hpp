/// A route of the API: its pattern, who may call it, how large its body may be, and what answers.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "api/http/message.hpp"
#include "api/http/problem.hpp"
#include "engine/model/actor.hpp"

namespace vinhdanh {

/// Who may call: nobody signed in; a person about his own sign-in, also one who has yet to choose a role, to change a first
/// password or to enrol; anyone in a role (scope is checked inside); or only these roles. It has no default, so a route
/// without a rule doesn't compile.
class Access {
 public:
  enum class Kind { open, own, signed_in, roles };
  static Access open() { return {Kind::open, {}}; }
  static Access own() { return {Kind::own, {}}; }
  static Access signed_in() { return {Kind::signed_in, {}}; }
  static Access only(std::vector<Role> roles) { return {Kind::roles, std::move(roles)}; }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] const std::vector<Role>& roles() const { return roles_; }

 private:
  Access(Kind kind, std::vector<Role> roles) : kind_(kind), roles_(std::move(roles)) {}
  Kind kind_;
  std::vector<Role> roles_;
};

/// What the body must be before the handler sees it.
enum class BodyKind { none, json, raw };

/// `caller` is set unless the access is open. The handler runs on a worker thread and may answer later (after a
/// commit).
using Handler = std::function<void(const HttpRequest& request, const std::optional<Actor>& caller, Respond respond)>;

/// Not `Route`: that is a plan's route of stages (engine/definition/plan.hpp).
struct HttpRoute {
  std::string method;
  std::string pattern;  ///< "/v1/dossiers/{id}/actions/{command}"
  Access access;
  BodyKind body;
  std::size_t body_limit;  ///< bytes; above it 413
  Handler handler;
  std::string produces = "application/json";  ///< what Accept must allow (406); "*/*" is not compared with Accept
  /// Told, on a worker, when the caller is turned away before the handler runs (401, 403); he is known behind a 403 for his
  /// role. May be empty.
  std::function<void(const HttpRequest& request, const std::optional<Actor>& caller, const Problem& problem)> denied = {};
};

}  // namespace vinhdanh
