/// A person at a browser for tests of the API: signs in with a password and keeps the cookie.
#pragma once

#include "tests/api/desk/rig.hpp"

namespace vinhdanh::test {

inline const std::string some_password = "một mật khẩu dài";
inline const std::string home_affairs = "so_noi_vu_lang_son";

/// An account with a password that its holder need not change. `login` also is part of the person's name.
PersonId with_password(Rig& rig, const std::string& login, const std::string& password);
/// An appointment granted by the console, from 2010 on.
Appointment appoint(Rig& rig, const PersonId& person, const OfficeId& office, Role role,
                    const std::optional<Appointment>& deputy_for = std::nullopt);
/// The code of the second factor now, and `steps` of 30 seconds later.
std::string code_now(const Rig& rig, const std::string& secret, int steps = 0);

/// Requests as the portal's page sends them: with the cookie, and same-origin.
class Browser {
 public:
  explicit Browser(Rig& rig) : rig_(rig) {}

  Answer sign_in(const std::string& login, const std::string& password, const std::optional<std::string>& code = {});
  Answer get(const std::string& target) { return call("GET", target); }
  Answer post(const std::string& target, const Json& body = Json::object(), Headers headers = {});
  Answer put(const std::string& target, const Json& body, Headers headers = {});
  Answer remove(const std::string& target, const std::string& body = "") { return call("DELETE", target, body); }
  Answer choose(const Appointment& appointment) {
    return put("/v1/session/appointment", {{"appointment", appointment.id}});
  }
  /// Any request; a new cookie in the answer takes the place of the old one.
  Answer call(const std::string& method, const std::string& target, const std::string& body = "", Headers headers = {});

  std::string cookie;

 private:
  Rig& rig_;
  int keys_ = 0;
};

}  // namespace vinhdanh::test
