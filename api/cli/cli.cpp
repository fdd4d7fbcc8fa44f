// The command line: options by CLI11, then one function per command.
#include "api/cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <string_view>

#include "api/cli/admin.hpp"
#include "api/cli/check.hpp"
#include "api/cli/journeys/journeys.hpp"
#include "api/cli/serve.hpp"
#include "api/cli/verify.hpp"
#include "api/cli/version.hpp"

namespace vinhdanh {
namespace {

using Run = std::function<ExitCode(const Output&)>;

/// What the arguments are read into; `run` is set by the command that was named.
struct Arguments {
  bool json = false;
  Run run;
  ServeOptions serve;
  std::vector<std::string> files;
  std::optional<std::string> dossier;
  std::filesystem::path data;
  UserOptions user;
  TokenOptions token;
  RoleOptions role;
  DefinitionOptions definition;
  JourneyOptions journeys;
};

CLI::App* command(CLI::App& parent, Arguments& all, const std::string& name, const std::string& about, Run run) {
  CLI::App* added = parent.add_subcommand(name, about);
  added->fallthrough();
  added->callback([&all, run = std::move(run)] { all.run = run; });
  return added;
}

void add_data(CLI::App* to, std::filesystem::path& data) {
  to->add_option("--data", data, "Data folder")->required()->envname("VINHDANH_DATA");
}

CLI::App* group(CLI::App& app, const std::string& name, const std::string& about) {
  CLI::App* added = app.add_subcommand(name, about);
  added->require_subcommand(1);
  added->fallthrough();
  return added;
}

void add_serving(CLI::App& app, Arguments& all) {
  auto* serve_command = command(app, all, "serve", "Answer over HTTP until SIGINT or SIGTERM",
                                [&all](const Output& output) { return serve(all.serve, output); });
  add_data(serve_command, all.serve.data);
  serve_command->add_option("--listen", all.serve.listen, "HOST:PORT")->capture_default_str();
  serve_command->add_option("--public-url", all.serve.public_url, "The address users see; https unless on loopback");
  serve_command->add_flag("--demo", all.serve.demo, "A demo folder: invented people, random tokens, a movable clock");
  auto* walk = command(app, all, "journeys", "Walk the five plans through a running demo server", [&all](const Output& output) {
    all.journeys.json = output.json();
    return run_journeys(all.journeys, output.out()) == 0 ? ExitCode::done : ExitCode::found;
  });
  walk->add_option("--url", all.journeys.url, "The server")->required();
  walk->add_option("--tokens", all.journeys.tokens_file, "demo-tokens.json of its folder")->required();
}

void add_checking(CLI::App& app, Arguments& all) {
  auto* check = command(app, all, "check", "Check definition files",
                        [&all](const Output& output) { return check_files(all.files, output); });
  check->add_option("files", all.files, "Files")->required();
  auto* verify = command(app, all, "verify", "Verify the history of a folder, or of one dossier",
                         [&all](const Output& output) { return verify_folder(all.data, all.dossier, output); });
  add_data(verify, all.data);
  verify->add_option("dossier", all.dossier, "Id or code");
  auto* migrate = command(app, all, "migrate", "Bring the database up to this program's schema",
                          [&all](const Output& output) { return migrate_folder(all.data, output); });
  add_data(migrate, all.data);
}

void add_users(CLI::App& app, Arguments& all) {
  const CLI::Validator not_empty([](const std::string& text) { return text.empty() ? "must not be empty" : ""; }, "TEXT");
  CLI::App& user = *group(app, "user", "Accounts");
  auto* add = command(user, all, "add", "Add an account",
                      [&all](const Output& output) { return user_add(all.user, output); });
  add->add_option("--name", all.user.name, "The person's name")->required()->check(not_empty);
  auto* disable = command(user, all, "disable", "Disable an account; its tokens stop at once",
                          [&all](const Output& output) { return user_disable(all.user, output); });
  for (auto* one : {add, disable}) {
    add_data(one, all.user.data);
    one->add_option("--login", all.user.login, "Login")->required()->check(not_empty);
  }
  CLI::App& token = *group(app, "token", "Bearer tokens");
  auto* create = command(token, all, "create", "Make a token for one appointment and print it once",
                         [&all](const Output& output) { return token_create(all.token, output); });
  add_data(create, all.token.data);
  create->add_option("--appointment", all.token.appointment, "Appointment id")->required();
  create->add_option("--days", all.token.days, "Days until it expires")->check(CLI::Range(1, 3650))->capture_default_str();
}

void add_roles(CLI::App& app, Arguments& all) {
  CLI::App& role = *group(app, "role", "Roles of people in offices");
  auto* assign = command(role, all, "assign", "Appoint a person",
                         [&all](const Output& output) { return role_assign(all.role, output); });
  assign->add_option("--login", all.role.login, "Account")->required();
  assign->add_option("--office", all.role.office, "Office id")->required();
  assign->add_option("--role", all.role.role, "Role")->required();
  assign->add_option("--from", all.role.from, "First day, today if not given");
  assign->add_option("--deputy-for", all.role.deputy_for, "Appointment of the holder for whom this person signs KT.");
  assign->add_option("--document-number", all.role.document_number, "The authorisation of a deputy");
  assign->add_option("--document-date", all.role.document_date, "Its date");
  auto* end = command(role, all, "end", "End an appointment",
                      [&all](const Output& output) { return role_end(all.role, output); });
  end->add_option("--appointment", all.role.appointment, "Appointment id")->required();
  for (auto* one : {assign, end}) {
    add_data(one, all.role.data);
    one->add_option("--to", all.role.to, "Last day");
  }
}

void add_definitions(CLI::App& app, Arguments& all) {
  CLI::App& definition = *group(app, "definition", "Versions of plans, law, calendars and organisations");
  auto* add = command(definition, all, "add", "Check and store a new version, not active yet",
                      [&all](const Output& output) { return definition_add(all.definition, output); });
  add->add_option("file", all.definition.file, "File")->required();
  auto* activate = command(definition, all, "activate", "Let new occasions use a stored version",
                           [&all](const Output& output) { return definition_activate(all.definition, output); });
  activate->add_option("id", all.definition.id, "Id")->required();
  activate->add_option("version", all.definition.version, "Version")->required();
  auto* list = command(definition, all, "list", "What is shipped and stored",
                       [&all](const Output& output) { return definition_list(all.definition, output); });
  for (auto* one : {add, activate, list}) add_data(one, all.definition.data);
}

/// What `error` asks for, or why the arguments make no sense.
int end_of_parsing(const CLI::App& app, const CLI::ParseError& error, const Output& output) {
  if (error.get_name() == "CallForVersion") {
    output.result(error.what(), {{"version", VINHDANH_VERSION}});
    return 0;
  }
  if (error.get_exit_code() == 0) return app.exit(error);
  return static_cast<int>(output.fail(ExitCode::usage, "usage", std::string(error.what()) + " (see --help)"));
}

/// Also where the arguments could not be read to their end.
bool wants_json(int argc, char** argv) {
  return std::any_of(argv + 1, argv + argc, [](const char* argument) { return std::string_view(argument) == "--json"; });
}

}  // namespace

int run_cli(int argc, char** argv) {
  Arguments all;
  CLI::App app("vinhdanh: award nomination dossiers from draft to decision", "vinhdanh");
  app.set_version_flag("--version", std::string("vinhdanh ") + VINHDANH_VERSION);
  app.add_flag("--json", all.json, "Print JSON");
  app.require_subcommand(1);
  add_serving(app, all);
  add_checking(app, all);
  add_users(app, all);
  add_roles(app, all);
  add_definitions(app, all);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(app, error, Output(std::cout, std::cerr, wants_json(argc, argv)));
  }
  return static_cast<int>(all.run(Output(std::cout, std::cerr, all.json)));
}

}  // namespace vinhdanh
