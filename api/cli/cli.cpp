// The command line: options by CLI11, then one function per command.
#include "api/cli/cli.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <functional>
#include <iostream>
#include <string_view>

#include "adapters/sheets/sheet_process.hpp"
#include "api/cli/access_log.hpp"
#include "api/cli/admin.hpp"
#include "api/cli/backup.hpp"
#include "api/cli/check.hpp"
#include "api/cli/console.hpp"
#include "api/cli/journeys/journeys.hpp"
#include "api/cli/move.hpp"
#include "api/cli/receipts.hpp"
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
  VerifyOptions verify;
  BackupOptions backup;
  RestoreOptions restore;
  AcceptOptions accept;
  AccessLogOptions access_log;
  MigrationOptions migration;
  MoveOptions move;
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

/// The folder, or a database with or without one.
void add_home(CLI::App* to, Home& home) {
  auto* data = to->add_option("--data", home.folder, "Data folder")->envname("VINHDANH_DATA");
  auto* database = to->add_option("--database", home.database, "postgresql://… instead of SQLite in the folder")
                       ->envname("VINHDANH_DATABASE");
  to->add_option("--schema", home.schema, "The database's schema")->envname("VINHDANH_SCHEMA")->capture_default_str();
  to->parse_complete_callback([data, database] {
    if (data->empty() && database->empty()) throw CLI::RequiredError("--data or --database");
  });
}

CLI::App* group(CLI::App& app, const std::string& name, const std::string& about) {
  CLI::App* added = app.add_subcommand(name, about);
  added->require_subcommand(1);
  added->fallthrough();
  return added;
}

void add_time(CLI::App& to, TimeOptions& time) {
  to.add_option("--remind-days", time.remind_working_days, "Working days before a day passes that a reminder comes")
      ->check(CLI::Range(0, 30))
      ->capture_default_str();
  to.add_option("--smtp-url", time.smtp_url, "smtp:// or smtps:// HOST:PORT that takes e-mails; none are sent without it");
  to.add_option("--smtp-from", time.smtp_from, "The sender's address");
  to.add_option("--smtp-user", time.smtp_user, "Login at the mail server, if it wants one");
  to.add_option("--smtp-password-file", time.smtp_password_file,
                "File whose first line is its password; else VINHDANH_SMTP_PASSWORD");
  to.add_option("--smtp-ca-file", time.smtp_ca_file, "Certificates that the mail server is checked with");
}

void add_webhooks(CLI::App& to, WebhookOptions& webhooks) {
  to.add_option("--webhook-target", webhooks.targets,
                "Host that webhooks may go to: HOST, HOST:PORT, https://… or http://…; repeated or parted by commas; none are sent without")
      ->delimiter(',')
      ->envname("VINHDANH_WEBHOOK_TARGETS");
  to.add_option("--webhook-private-target", webhooks.private_targets, "The same for a host whose address is private or of this machine")
      ->delimiter(',')
      ->envname("VINHDANH_WEBHOOK_PRIVATE_TARGETS");
  to.add_option("--webhook-ca-file", webhooks.ca_file, "Certificates that receivers are checked with")
      ->envname("VINHDANH_WEBHOOK_CA_FILE");
}

void add_serving(CLI::App& app, Arguments& all) {
  auto* serve_command = command(app, all, "serve", "Answer over HTTP until SIGINT or SIGTERM",
                                [&all](const Output& output) { return serve(all.serve, output); });
  add_home(serve_command, all.serve.home);
  serve_command->add_option("--listen", all.serve.listen, "HOST:PORT")->capture_default_str();
  serve_command->add_option("--public-url", all.serve.public_url, "The address users see; https unless on loopback");
  serve_command->add_option("--receipts", all.serve.receipts,
                            "Where receipts are kept, best on another disk; receipts.log in the folder if not given");
  serve_command->add_option("--metrics-listen", all.serve.metrics_listen, "HOST:PORT of /metrics alone");
  serve_command->add_option("--metrics-token-file", all.serve.metrics_token_file,
                            "A bearer token for /metrics on the server's own address");
  serve_command->add_option("--trusted-proxy", all.serve.trusted_proxies,
                            "Address of a proxy whose X-Forwarded-For is believed; may be repeated");
  serve_command->add_option("--session-idle-minutes", all.serve.session_idle_minutes, "A session ends when nobody uses it")
      ->check(CLI::Range(1, 24 * 60))
      ->capture_default_str();
  serve_command->add_option("--session-longest-minutes", all.serve.session_longest_minutes, "A session ends in any case")
      ->check(CLI::Range(1, 24 * 60))
      ->capture_default_str();
  serve_command->add_flag("--demo", all.serve.demo, "A demo folder: invented people, random tokens, a movable clock");
  add_time(*serve_command, all.serve.time);
  add_webhooks(*serve_command, all.serve.webhooks);
  auto* walk = command(app, all, "journeys", "Walk the five plans through a running demo server", [&all](const Output& output) {
    all.journeys.json = output.json();
    return run_journeys(all.journeys, output.out()) == 0 ? ExitCode::done : ExitCode::found;
  });
  walk->add_option("--url", all.journeys.urls, "The server; repeated, nodes that are asked in turn")->required();
  walk->add_option("--tokens", all.journeys.tokens_file, "demo-tokens.json of its folder")->required();
  walk->add_flag("--open-work", all.journeys.open_work, "Also leave dossiers at every stage, for people to go on with");
}

void add_checking(CLI::App& app, Arguments& all) {
  auto* check = command(app, all, "check", "Check definition files",
                        [&all](const Output& output) { return check_files(all.files, output); });
  check->add_option("files", all.files, "Files")->required();
  auto* verify = command(app, all, "verify", "Verify the history of a folder, or of one dossier",
                         [&all](const Output& output) { return verify_folder(all.verify, output); });
  add_home(verify, all.verify.home);
  verify->add_option("dossier", all.verify.dossier, "Id or code");
  verify->add_option("--receipts", all.verify.receipts, "Receipts file, receipts.log in the folder if not given");
  auto* migrate = command(app, all, "migrate", "Bring the database up to this program's schema",
                          [&all](const Output& output) { return vinhdanh::migrate(all.migration, output); });
  add_home(migrate, all.migration.home);
  migrate->add_option("--app-role", all.migration.app_role, "Role of a database that nodes connect as; gets the rights they need");
  migrate->add_flag("--demo", all.migration.demo, "Mark a new database as a demo's, for ever");
}

void add_keeping(CLI::App& app, Arguments& all) {
  auto* backup = command(app, all, "backup", "Copy a folder, served or not, and prove the copy whole",
                         [&all](const Output& output) { return backup_folder(all.backup, output); });
  add_data(backup, all.backup.data);
  backup->add_option("to", all.backup.to, "A new or empty folder")->required();
  auto* restore = command(app, all, "restore", "Prove a backup whole and make a data folder of it",
                          [&all](const Output& output) { return restore_backup(all.restore, output); });
  restore->add_option("from", all.restore.from, "The backup")->required();
  restore->add_option("--to", all.restore.to, "A new or empty folder");
  restore->add_flag("--check", all.restore.check, "Prove it and place nothing");
  restore->add_option("--receipts", all.restore.receipts, "Receipts that the history must be as long as");
  auto* accept = command(app, all, "accept-shorter-history", "Serve a history that is shorter than its receipts say",
                         [&all](const Output& output) { return accept_shorter_history(all.accept, output); });
  add_home(accept, all.accept.home);
  accept->add_option("--receipts", all.accept.receipts, "Receipts file, receipts.log in the folder if not given");
  accept->add_option("--administrator", all.accept.administrators, "Login of one who answers for it; two of them")
      ->required()
      ->expected(2);
  CLI::App& log = *group(app, "access-log", "Who was denied, who read marked data");
  auto* drop = command(log, all, "drop", "Delete entries that are old enough",
                       [&all](const Output& output) { return access_log_drop(all.access_log, output); });
  add_home(drop, all.access_log.home);
  drop->add_option("--older-than", all.access_log.days, "Days")->check(CLI::Range(90, 36500))->capture_default_str();
}

void add_moving(CLI::App& app, Arguments& all) {
  auto* move = command(app, all, "move", "Move an installation with all its data, and prove that it came whole",
                       [&all](const Output& output) { return move_house(all.move, output); });
  move->add_option("--from", all.move.from, "sqlite:DIR, or postgresql://… of the tables' owner")
      ->required()
      ->envname("VINHDANH_MOVE_FROM");
  move->add_option("--to", all.move.to, "sqlite:DIR, new or empty, or postgresql://… of the owner-to-be of the tables")
      ->required()
      ->envname("VINHDANH_MOVE_TO");
  move->add_option("--from-schema", all.move.from_schema, "The schema in a database that is left")->capture_default_str();
  move->add_option("--to-schema", all.move.to_schema, "The schema in a database that is moved into")->capture_default_str();
  move->add_option("--app-role", all.move.app_role, "Role of a database that is moved into, that nodes connect as");
}

void add_users(CLI::App& app, Arguments& all) {
  const CLI::Validator not_empty([](const std::string& text) { return text.empty() ? "must not be empty" : ""; }, "TEXT");
  CLI::App& user = *group(app, "user", "Accounts");
  auto* add = command(user, all, "add", "Add an account",
                      [&all](const Output& output) { return user_add(all.user, output); });
  add->add_option("--name", all.user.name, "The person's name")->required()->check(not_empty);
  auto* disable = command(user, all, "disable", "Disable an account; its tokens stop at once",
                          [&all](const Output& output) { return user_disable(all.user, output); });
  auto* enable = command(user, all, "enable", "Enable it again",
                         [&all](const Output& output) { return user_enable(all.user, output); });
  auto* password = command(user, all, "password", "Give a first password, from the terminal or standard input",
                           [&all](const Output& output) { return user_password(all.user, output); });
  auto* email = command(user, all, "email", "Where notices go",
                        [&all](const Output& output) { return user_email(all.user, output); });
  email->add_option("--email", all.user.email, "Address; none takes it away");
  auto* factor = command(user, all, "remove-second-factor", "For a telephone that was lost",
                         [&all](const Output& output) { return user_remove_second_factor(all.user, output); });
  for (auto* one : {add, disable, enable, password, email, factor}) {
    add_home(one, all.user.home);
    one->add_option("--login", all.user.login, "Login")->required()->check(not_empty);
  }
  CLI::App& token = *group(app, "token", "Bearer tokens");
  auto* create = command(token, all, "create", "Make a token for one appointment and print it once",
                         [&all](const Output& output) { return token_create(all.token, output); });
  add_home(create, all.token.home);
  create->add_option("--appointment", all.token.appointment, "Appointment id")->required();
  create->add_option("--days", all.token.days, "Days until it expires")->check(CLI::Range(1, 3650))->capture_default_str();
}

void add_roles(CLI::App& app, Arguments& all) {
  CLI::App& role = *group(app, "role", "Roles of people in offices");
  auto* assign = command(role, all, "assign", "Appoint a person; once there were two administrators, ask for it",
                         [&all](const Output& output) { return role_assign(all.role, output); });
  auto* request = command(role, all, "request", "Ask for an appointment, which an administrator grants",
                          [&all](const Output& output) { return role_request(all.role, output); });
  for (auto* one : {assign, request}) {
    one->add_option("--login", all.role.login, "Account")->required();
    one->add_option("--office", all.role.office, "Office id")->required();
    one->add_option("--role", all.role.role, "Role")->required();
    one->add_option("--from", all.role.from, "First day, today if not given");
    one->add_option("--deputy-for", all.role.deputy_for, "Appointment of the holder for whom this person signs KT.");
    one->add_option("--document-number", all.role.document_number, "The authorisation of a deputy");
    one->add_option("--document-date", all.role.document_date, "Its date");
    one->add_option("--document-file", all.role.document_file, "The authorisation itself: PDF, PNG or JPEG");
    one->add_option("--by", all.role.by, "Login of the administrator who asks; another one grants it");
  }
  auto* grant = command(role, all, "grant", "Grant what was asked for, until there were two administrators",
                        [&all](const Output& output) { return role_grant(all.role, output); });
  auto* refuse = command(role, all, "refuse", "Refuse what was asked for",
                         [&all](const Output& output) { return role_refuse(all.role, output); });
  auto* list = command(role, all, "list", "Appointments and where they stand",
                       [&all](const Output& output) { return role_list(all.role, output); });
  list->add_option("--login", all.role.login, "Only this person's");
  auto* end = command(role, all, "end", "End an appointment",
                      [&all](const Output& output) { return role_end(all.role, output); });
  for (auto* one : {grant, refuse, end})
    one->add_option("--appointment", all.role.appointment, "Appointment id")->required();
  for (auto* one : {assign, request, end}) one->add_option("--to", all.role.to, "Last day");
  end->add_flag("--now", all.role.now, "From the next command on: its last day was yesterday")->excludes("--to");
  for (auto* one : {assign, request, grant, refuse, list, end}) add_home(one, all.role.home);
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
  activate->add_option("--by", all.definition.by, "Login of the definition manager who asks; another one activates it");
  auto* list = command(definition, all, "list", "What is shipped and stored",
                       [&all](const Output& output) { return definition_list(all.definition, output); });
  for (auto* one : {add, activate, list}) add_home(one, all.definition.home);
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
bool wants_json(const std::vector<std::string>& words) { return std::ranges::find(words, "--json") != words.end(); }

}  // namespace

int run_words(Console& console, std::ostream& out, std::ostream& err) {
  Arguments all;
  CLI::App app("vinhdanh: award nomination dossiers from draft to decision", "vinhdanh");
  app.set_version_flag("--version", std::string("vinhdanh ") + VINHDANH_VERSION);
  app.add_flag("--json", all.json, "Print JSON");
  app.require_subcommand(1);
  add_serving(app, all);
  add_checking(app, all);
  add_keeping(app, all);
  add_moving(app, all);
  add_users(app, all);
  add_roles(app, all);
  add_definitions(app, all);
  try {
    app.parse(std::vector<std::string>(console.words().rbegin(), console.words().rend()));
  } catch (const CLI::ParseError& error) {
    return end_of_parsing(app, error, Output(out, err, wants_json(console.words())));
  }
  return static_cast<int>(all.run(Output(out, err, all.json, &console)));
}

int run_cli(int argc, char** argv) {
  // Hidden: the server starts itself so, to read what a stranger sent.
  if (argc == 2 && std::string_view(argv[1]) == "read-sheet") return answer_as_sheet_process();
  Console console(std::vector<std::string>(argv + std::min(argc, 1), argv + argc));
  return run_words(console, std::cout, std::cerr);
}

}  // namespace vinhdanh
