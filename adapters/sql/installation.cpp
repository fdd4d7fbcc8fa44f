// The same steps on every database.
#include "adapters/sql/installation.hpp"

#include <algorithm>
#include <charconv>

#include "adapters/clock.hpp"
#include "adapters/fresh.hpp"
#include "adapters/open_fault.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/moving_marks.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh::detail {
namespace {

int number_of(const EmbeddedFile& file) {
  const std::string_view name = file.path.substr(file.path.rfind('/') + 1);
  int number = 0;
  std::from_chars(name.data(), name.data() + name.size(), number);
  return number;
}

std::string new_instance() {
  const SystemClock clock;
  return RandomFresh(clock).id();
}

}  // namespace

int newest_of(std::span<const EmbeddedFile> migrations) {
  int last = 0;
  for (const EmbeddedFile& file : migrations) last = std::max(last, number_of(file));
  return last;
}

int schema_in_meta(Connection& session) {
  const auto text = session.value<std::string>(sql::meta, std::string("schema_version"));
  return text ? std::stoi(*text) : 0;
}

void apply_migrations(Connection& writer, std::span<const EmbeddedFile> migrations, int stored, int wanted,
                      const NewInstallation& fresh) {
  if (stored > newest_of(migrations)) {
    throw CannotOpen(OpenFault::newer_schema, "the database has schema " + std::to_string(stored) + ", this program knows " +
                                                  std::to_string(newest_of(migrations)) + ": use the newer program");
  }
  if (stored >= wanted) return;
  for (const EmbeddedFile& file : migrations) {
    if (number_of(file) > stored && number_of(file) <= wanted) writer.script(std::string(file.bytes));
  }
  writer.change(sql::put_meta, std::string("schema_version"), std::to_string(wanted));
  if (stored > 0) return;
  const Identity& given = fresh.identity;
  write_identity(writer, {given.instance.empty() ? new_instance() : given.instance, given.demo});
  if (fresh.moving_in) mark_moving_in(writer);
}

void write_identity(Connection& writer, const Identity& identity) {
  writer.change(sql::put_meta, std::string("instance"), identity.instance);
  writer.change(sql::put_meta, std::string("demo"), std::string(identity.demo ? "1" : "0"));
}

void check_schema(int stored, int oldest, int newest) {
  if (stored > newest)
    throw CannotOpen(OpenFault::newer_schema, "the database has a newer schema than this program knows");
  if (stored < oldest)
    throw CannotOpen(OpenFault::older_schema, "the database lacks migrations: run `vinhdanh migrate` first");
}

Identity identity_of(Connection& session, std::optional<bool> demo, const std::string& what) {
  const Identity it{session.value<std::string>(sql::instance).value_or(""),
                    session.value<std::string>(sql::meta, std::string("demo")) == "1"};
  if (!demo || *demo == it.demo) return it;
  throw CannotOpen(OpenFault::demo_mismatch, it.demo ? "this is a demo " + what + ", and stays one: start with --demo"
                                                     : "this is not a demo " + what + ": start without --demo");
}

}  // namespace vinhdanh::detail
