/// Signing in: what its handlers work with, and the steps that they share.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "adapters/passwords.hpp"
#include "adapters/work_line.hpp"
#include "api/desk/deps.hpp"
#include "api/desk/request/answers.hpp"
#include "api/desk/sign_in/settings.hpp"
#include "api/desk/sign_in/throttle.hpp"
#include "api/http/message.hpp"

namespace vinhdanh {

/// `deps` outlives it, and it outlives the routes that use it.
struct SignIn {
  explicit SignIn(const Deps& around, SignInSettings wanted = {})
      : deps(around), settings(std::move(wanted)), passwords(settings.cost) {}

  const Deps& deps;
  const SignInSettings settings;
  const Passwords passwords;
  Throttle throttle;
  WorkLine line;  ///< last: its jobs use all of the above
};

/// Runs `work` on the line and responds with its answer; 503 when the line is full or storage fails.
void in_line(SignIn& sign_in, const HttpRequest& request, Respond respond,
             std::function<HttpResponse(const HttpRequest&)> work);

/// Commits and waits, so on the line only. Nothing when it was done, else the answer: 503, 403 when the actor lost his role
/// meanwhile, 409 `account_state` when the account changed.
std::optional<HttpResponse> commit_or_fault(const Deps& deps, const HttpRequest& request, Change change);

/// 429 with Retry-After while this login is held back at this address.
std::optional<HttpResponse> held_back(SignIn& sign_in, const HttpRequest& request, const std::string& login);

/// A person about to prove who he is once more.
struct Proving {
  Account account;
  Credential credential;
};
/// The caller's account with its credential, if the password is his; else 429, 409 without any password, 422 for a
/// wrong one. On the line only.
std::optional<HttpResponse> prove(SignIn& sign_in, const HttpRequest& request, const PersonId& person,
                                  const std::string& password, const std::string& pointer, Proving& proving);
enum class CodeUse { right, wrong, held_back };
/// Uses a code of the second factor up; wrong also for one that was used. Call it after the right password only: wrong
/// codes hold the person's account back, whatever address they come from.
CodeUse use_code(SignIn& sign_in, const Credential& credential, const std::string& code);
/// 429 with Retry-After for an account whose codes are held back.
HttpResponse codes_held_back(SignIn& sign_in, const HttpRequest& request, const PersonId& person);

/// Opens a session and gives its token to the answer as a cookie.
BrowserSession open_session(SignIn& sign_in, const HttpRequest& request, const PersonId& person,
                            std::optional<AppointmentId> appointment, bool second_factor, HttpResponse& answer);

/// Who is signed in, in which roles he may work, and what he must do first.
Json session_json(const SignIn& sign_in, const BrowserSession& session);

/// The actor of an act on one's own account: in the chosen role, else in a role that he holds.
Actor own_actor(const Deps& deps, const Actor& caller);

/// Says in the access log who signed in, failed to or signed out, by the pattern of the request's route. Throws
/// StorageUnavailable: then it must not be so.
void note_access(SignIn& sign_in, const HttpRequest& request, const char* route, AccessKind kind,
                 const std::optional<PersonId>& person, const std::string& target, int status, const std::string& code);

/// A 422 about one member.
HttpResponse wrong_member(const HttpRequest& request, const std::string& pointer, const std::string& code,
                          const std::string& vi, const std::string& en);

}  // namespace vinhdanh
