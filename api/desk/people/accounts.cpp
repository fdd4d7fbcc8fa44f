// Accounts, as administrators see and change them.
#include <algorithm>

#include "api/desk/caller/lookup.hpp"
#include "api/desk/caller/names.hpp"
#include "api/desk/commands/case.hpp"
#include "api/desk/commands/run.hpp"
#include "api/desk/lists/fold_text.hpp"
#include "api/desk/lists/list_body.hpp"
#include "api/desk/people/admin.hpp"
#include "api/desk/people/people.hpp"
#include "api/desk/request/body.hpp"
#include "api/desk/request/if_match.hpp"
#include "api/desk/request/query.hpp"
#include "api/desk/request/searching.hpp"
#include "api/desk/sign_in/password_rules.hpp"
#include "api/http/paging.hpp"

namespace vinhdanh {

namespace {

struct NewAccount {
  std::string login;
  std::string name;
  std::optional<std::string> email;
  VINHDANH_MEMBERS(login, name, email)
};

struct AddressBody {
  std::optional<std::string> email;
  VINHDANH_MEMBERS(email)
};

struct FirstPassword {
  std::string password;
  VINHDANH_MEMBERS(password)
};

struct SoughtAccounts {
  std::string text;
  std::optional<int> limit;
  std::optional<std::string> cursor;
  VINHDANH_MEMBERS(text, limit, cursor)
};

Json account_view(const Deps& deps, const Account& account) {
  const auto credential = deps.sign_in.credential(account.person);
  Json view{{"person", account.person},
            {"login", account.login},
            {"name", person_name(deps.store, account.person)},
            {"disabled", account.disabled},
            {"version", account.version},
            {"has_password", credential.has_value()},
            {"must_change_password", credential && credential->must_change},
            {"second_factor", credential && credential->totp_confirmed}};
  if (!account.email) return view;
  const auto values = deps.store.personal({&account.email->id, 1});
  const auto found = values.find(account.email->id);
  if (found != values.end()) view["email"] = Json::parse(found->second.value);
  return view;
}

Or<Account> named_account(const Deps& deps, const HttpRequest& request) {
  auto account = deps.store.account(path_parameter(request, "id"));
  if (!account) return not_found(request);
  return std::move(*account);
}

ProblemError not_an_address() {
  return {"/email", "not_an_address", "Không phải là một địa chỉ thư điện tử.", "It is not an e-mail address."};
}

std::vector<ProblemError> faults_of(const NewAccount& wanted) {
  std::vector<ProblemError> faults;
  if (!is_login(wanted.login))
    faults.push_back({"/login", "not_a_login", "Tên đăng nhập gồm 2 đến 64 chữ cái không dấu, chữ số và . _ @ -",
                      "A login has 2 to 64 letters, digits and . _ @ -"});
  if (wanted.name.empty()) faults.push_back(missing_value("/name"));
  if (wanted.name.size() > 300) faults.push_back(too_long("/name", 300));
  if (wanted.email && !is_address(*wanted.email)) faults.push_back(not_an_address());
  return faults;
}

Json short_account(const Account& account) {
  return {{"person", account.person}, {"disabled", account.disabled}, {"version", account.version}};
}

Prepared done_to(const Account& account, Change change) {
  Prepared prepared;
  prepared.change = std::move(change);
  Account next = account;
  for (const auto& aggregate : prepared.change.next) {
    if (const auto* it = std::get_if<Account>(&aggregate)) next = *it;
  }
  prepared.body = short_account(next);
  prepared.headers = {{"ETag", etag_of(next.version)}};
  return prepared;
}

Or<Prepared> try_adding(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_body<NewAccount>(request);
  if (!body) return std::move(body.response());
  if (auto faults = faults_of(*body); !faults.empty()) return invalid(request, std::move(faults));
  if (deps.sign_in.account_by_login(body->login)) return problem(request, "login_taken");
  auto made = add_user(deps.clock, deps.fresh, actor, body->login, body->name);
  Account account{made.person, body->login, false, 0, {}};
  if (body->email) {
    auto address = set_address(deps.clock, deps.fresh, actor, account, body->email);
    made.change.events.push_back(std::move(address.events.front()));
    made.change.personal.push_back(std::move(address.personal.front()));
    made.change.next = std::move(address.next);
  }
  auto prepared = done_to(account, std::move(made.change));
  prepared.status = 201;
  prepared.headers.emplace_back("Location", "/v1/accounts/" + made.person);
  return prepared;
}

/// Finds the account, compares If-Match, and does `act` to it.
template <class Act>
void with_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond, Act act) {
  run(
      deps, request, actor,
      [&deps, actor, act](const HttpRequest& request, const Before&) -> Or<Prepared> {
        auto account = named_account(deps, request);
        if (!account) return std::move(account.response());
        auto stale = check_if_match(request, account->version, [&] { return account_view(deps, *account); });
        if (stale) return std::move(*stale);
        return act(request, *account, actor);
      },
      std::move(respond));
}

HttpResponse give(SignIn& sign_in, const HttpRequest& request, const Actor& actor, const std::string& password) {
  const Deps& deps = sign_in.deps;
  auto account = named_account(deps, request);
  if (!account) return std::move(account.response());
  if (account->person == actor.person) return problem(request, "dual_control_required");
  if (auto fault = password_fault(password, account->login, "/password")) return invalid(request, {std::move(*fault)});
  auto credential =
      deps.sign_in.credential(account->person).value_or(Credential{account->person, {}, true, {}, false, 0});
  credential.password = sign_in.passwords.hash(password);
  credential.must_change = true;
  auto change = set_password(deps.clock, deps.fresh, actor, *account, std::move(credential), false);
  change.acting = actor.appointment;
  change.acting_on = today(deps);
  if (auto fault = commit_or_fault(deps, request, std::move(change))) return std::move(*fault);
  return json_response(200, {{"person", account->person}, {"must_change_password", true}});
}

bool is_called(const Deps& deps, const Account& account, const std::vector<std::string>& words) {
  return words.empty() || has_words(account.login + " " + person_name(deps.store, account.person), words);
}

Json accounts_page(const Deps& deps, const HttpRequest& bound, const Actor& actor, const PageRequest& page,
                   const std::vector<std::string>& words) {
  auto items = Json::array();
  std::optional<std::string> last;
  for (const Account& account : deps.store.accounts()) {
    if (account.person <= page.after || !is_called(deps, account, words)) continue;
    if (items.size() == static_cast<std::size_t>(page.limit)) {
      last = items.back()["person"].get<std::string>();
      break;
    }
    items.push_back(account_view(deps, account));
  }
  return page_body(deps.store, bound, actor, std::move(items), last);
}

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

bool is_address(const std::string& text) {
  const auto at = text.find('@');
  const bool visible = std::ranges::all_of(text, [](char c) {
    return c > 0x20 && c < 0x7f && std::string_view("<>(),;:\"\\[]").find(c) == std::string_view::npos;
  });
  return visible && text.size() <= 254 && at != std::string::npos && at > 0 && at + 1 < text.size() &&
         text.find('@', at + 1) == std::string::npos;
}

bool is_login(const std::string& text) {
  return text.size() >= 2 && text.size() <= 64 && std::ranges::all_of(text, [](char c) {
           return is_letter_or_digit(c) || std::string_view("._@-").find(c) != std::string_view::npos;
         });
}

HttpResponse list_accounts(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  QueryReader query(request);
  const auto page = query.page(deps.store, actor);
  if (auto fault = query.end()) return std::move(*fault);
  return json_response(200, accounts_page(deps, request, actor, page, {}));
}

HttpResponse search_accounts(const Deps& deps, const HttpRequest& request, const Actor& actor) {
  auto body = read_body<SoughtAccounts>(request);
  if (!body) return std::move(body.response());
  if (body->text.size() > kLongestText) return invalid(request, {too_long("/text", kLongestText)});
  const auto bound = as_bound(request, {body->text, body->limit, body->cursor});
  auto page = page_in_body(deps, request, bound, actor);
  if (!page) return page.response();
  auto found = accounts_page(deps, bound, actor, *page, folded_words(body->text));
  found.erase("next");
  return json_response(200, found);
}

HttpResponse show_account(const Deps& deps, const HttpRequest& request, const Actor&) {
  QueryReader query(request);
  if (auto fault = query.end()) return std::move(*fault);
  auto account = named_account(deps, request);
  if (!account) return std::move(account.response());
  auto response = json_response(200, account_view(deps, *account));
  response.set("ETag", etag_of(account->version));
  return response;
}

void add_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  run(
      deps, request, actor,
      [&deps, actor](const HttpRequest& request, const Before&) { return try_adding(deps, request, actor); },
      std::move(respond));
}

void put_address(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_account(deps, request, actor, std::move(respond),
               [&deps](const HttpRequest& request, const Account& account, const Actor& actor) -> Or<Prepared> {
                 auto body = read_body<AddressBody>(request);
                 if (!body) return std::move(body.response());
                 if (body->email && !is_address(*body->email)) return invalid(request, {not_an_address()});
                 return done_to(account, set_address(deps.clock, deps.fresh, actor, account, body->email));
               });
}

void disable_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_account(deps, request, actor, std::move(respond),
               [&deps](const HttpRequest& request, const Account& account, const Actor& actor) -> Or<Prepared> {
                 auto body = read_body<NoBody>(request);
                 if (!body) return std::move(body.response());
                 if (account.disabled) return problem(request, "account_state");
                 return done_to(account, disable_user(deps.clock, deps.fresh, actor, account));
               });
}

void enable_account(const Deps& deps, const HttpRequest& request, const Actor& actor, Respond respond) {
  with_account(deps, request, actor, std::move(respond),
               [&deps](const HttpRequest& request, const Account& account, const Actor& actor) -> Or<Prepared> {
                 auto body = read_body<NoBody>(request);
                 if (!body) return std::move(body.response());
                 if (!account.disabled) return problem(request, "account_state");
                 return done_to(account, enable_user(deps.clock, deps.fresh, actor, account));
               });
}

void give_password(SignIn& sign_in, const HttpRequest& request, const Actor& actor, Respond respond) {
  if (!sign_in.deps.store.account(path_parameter(request, "id"))) return respond(not_found(request));
  auto body = read_body<FirstPassword>(request);
  if (!body) return respond(std::move(body.response()));
  in_line(sign_in, request, std::move(respond),
          [&sign_in, actor, password = std::move(body->password)](const HttpRequest& request) {
            return give(sign_in, request, actor, password);
          });
}

}  // namespace vinhdanh
