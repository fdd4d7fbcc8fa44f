// From the command in a path and the body to the payload of the engine.
#include "api/desk/commands/payloads.hpp"

#include <algorithm>
#include <map>

#include "api/desk/request/body.hpp"

namespace vinhdanh {

namespace {

using Read = Or<Payload> (*)(const HttpRequest&);

template <class T>
Or<Payload> read_as(const HttpRequest& request) {
  auto body = read_body<T>(request);
  if (!body) return body.response();
  return Payload(std::move(*body));
}

template <class... Payloads>
std::map<Command, Read> readers_of(const std::variant<Payloads...>*) {
  return {{Payloads::command, &read_as<Payloads>}...};
}

}  // namespace

std::optional<Command> command_in_path(const std::string& text) {
  if (text.find('_') != std::string::npos) return std::nullopt;
  auto name = text;
  std::ranges::replace(name, '-', '_');
  return parse_name<Command>(name);
}

std::string path_of(Command command) {
  std::string text(name_of(command));
  std::ranges::replace(text, '_', '-');
  return text;
}

bool is_posted_to_dossier(Command command) {
  return command != Command::edit_content && command != Command::attach_paper && command != Command::sign &&
         command != Command::number && command != Command::lapse;
}

bool is_posted_to_submission(Command command) {
  return is_posted_to_dossier(command) && command != Command::resubmit && command != Command::rank &&
         command != Command::record_correction && command != Command::confirm_correction &&
         command != Command::remove_from_decision && command != Command::hold && command != Command::lift_hold &&
         command != Command::comment;
}

Or<Payload> read_payload(const HttpRequest& request, Command command) {
  static const auto readers = readers_of(static_cast<const Payload*>(nullptr));
  return readers.at(command)(request);
}

std::optional<DecisionId> named_decision(const Payload& payload) {
  if (const auto* approve = std::get_if<Approve>(&payload)) return approve->decision;
  if (const auto* lower = std::get_if<ApproveLowerForm>(&payload)) return lower->decision;
  return std::nullopt;
}

}  // namespace vinhdanh
