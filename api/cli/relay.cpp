// One JSON object each way: {words, secrets, files} or {backup, account}, and {exit, out, err} or {need, name}.
#include "api/cli/relay.hpp"

#include <algorithm>
#include <array>
#include <iostream>
#include <sstream>

#include "api/admin_socket/admin_socket.hpp"
#include "api/cli/cli.hpp"
#include "engine/codec/base64url.hpp"

namespace vinhdanh {
namespace {

using nlohmann::json;

/// What administers through `administer`; everything else opens the folder itself and would find it taken.
constexpr std::array<std::string_view, 5> administering{"user", "role", "token", "definition", "access-log"};

bool may_run(const std::vector<std::string>& words) {
  const auto command = std::ranges::find_if(words, [](const std::string& word) { return !word.starts_with('-'); });
  return command != words.end() && std::ranges::find(administering, *command) != administering.end();
}

bool is_data_option(const std::string& word) { return word == "--data" || word.starts_with("--data="); }

/// The folder may have come from the environment, which the server does not share.
std::string message_of(const std::filesystem::path& data, const Console& console) {
  auto words = console.words();
  if (std::ranges::none_of(words, is_data_option)) words.insert(words.end(), {"--data", data.string()});
  json files = json::object();
  for (const auto& [path, bytes] : console.files()) files[path] = to_base64url(bytes);
  return json{{"words", words}, {"secrets", console.secrets()}, {"files", files}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Gets what the server asked for; only what this command line speaks of.
bool supply(const json& answer, Console& console) {
  const std::string name = answer.value("name", "");
  if (answer.value("need", "") == "secret") return console.secret(name).has_value();
  const auto& words = console.words();
  const bool typed = std::ranges::any_of(words, [&](const std::string& word) { return word == name || word.ends_with("=" + name); });
  return typed && console.file(name).has_value();
}

std::string answer_of(int exit, const std::string& out, const std::string& err) {
  return json{{"exit", exit}, {"out", out}, {"err", err}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string note_backup_in(Installation& house, const json& message) {
  add_backup_entry(house, {message.at("account"), message.at("backup")});
  return answer_of(static_cast<int>(ExitCode::done), "", "");
}

std::string run_words_in(Installation& house, const json& message) {
  std::map<std::string, std::string> files;
  for (const auto& [path, bytes] : message.at("files").items())
    files[path] = from_base64url(bytes.get<std::string>()).value_or("");
  Console console(message.at("words"), house, message.at("secrets"), std::move(files));
  std::ostringstream out;
  std::ostringstream err;
  if (!may_run(console.words())) return answer_of(static_cast<int>(ExitCode::usage), "", "vinhdanh: not a command for the server\n");
  const int exit = run_words(console, out, err);
  return answer_of(exit, out.str(), err.str());
}

}  // namespace

std::optional<ExitCode> relay(const std::filesystem::path& data, Console& console, const Output& output) {
  for (;;) {
    bool heard = false;
    const auto text = ask_admin_socket(data, message_of(data, console), heard);
    if (!text && !heard) return std::nullopt;
    const json answer = json::parse(text.value_or(""), nullptr, false);
    if (!answer.is_object()) {
      return output.fail(ExitCode::unknown, "outcome_unknown",
                         "The server went away before it answered: the outcome is unknown, look before repeating");
    }
    if (answer.contains("need")) {
      if (supply(answer, console)) continue;
      return output.fail(ExitCode::usage, "input_missing", "The command needs " + answer.value("name", ""));
    }
    output.out() << answer.value("out", "") << std::flush;
    output.err() << answer.value("err", "") << std::flush;
    return static_cast<ExitCode>(answer.value("exit", static_cast<int>(ExitCode::unknown)));
  }
}

bool relay_backup(const std::filesystem::path& data, const TakenBackup& taken) {
  bool heard = false;
  const json message{{"backup", taken.sha256}, {"account", taken.account}};
  const auto text = ask_admin_socket(data, message.dump(-1, ' ', false, json::error_handler_t::replace), heard);
  const json answer = json::parse(text.value_or(""), nullptr, false);
  return answer.is_object() && answer.value("exit", -1) == static_cast<int>(ExitCode::done);
}

std::string run_relayed(Installation& house, const std::string& text) {
  try {
    const json message = json::parse(text);
    return message.contains("backup") ? note_backup_in(house, message) : run_words_in(house, message);
  } catch (const Needed& needed) {
    return json{{"need", needed.what}, {"name", needed.name}}.dump();
  } catch (const std::exception& fault) {
    return answer_of(static_cast<int>(ExitCode::unavailable), "", std::string("vinhdanh: ") + fault.what() + "\n");
  }
}

}  // namespace vinhdanh
