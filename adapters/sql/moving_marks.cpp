// Two rows of `meta`.
#include "adapters/sql/moving_marks.hpp"

#include "adapters/open_fault.hpp"
#include "adapters/sql/connection.hpp"
#include "adapters/sql/statements.hpp"

namespace vinhdanh::detail {
namespace {

constexpr std::string_view drop_mark = "DELETE FROM meta WHERE name = :name";

std::optional<std::string> mark(Connection& session, std::string_view name) {
  return session.value<std::string>(sql::meta, std::string(name));
}

void put_mark(Connection& writer, std::string_view name, const std::string& value) {
  writer.change(sql::put_meta, std::string(name), value);
}

}  // namespace

std::optional<std::string> moved_to(Connection& session) { return mark(session, moved_to_name); }

void mark_moved_to(Connection& writer, const std::string& where) { put_mark(writer, moved_to_name, where); }

bool is_moving_in(Connection& session) { return mark(session, moving_in_name).has_value(); }

void mark_moving_in(Connection& writer) { put_mark(writer, moving_in_name, "1"); }

void unmark_moving_in(Connection& writer) { writer.change(drop_mark, std::string(moving_in_name)); }

void refuse_moved(Connection& session, Opened opened) {
  if (is_moving_in(session)) {
    throw CannotOpen(OpenFault::moved, "a move into this place has not finished: run the same `vinhdanh move` again; if that "
                                       "refuses, drop what is here and move anew");
  }
  if (opened == Opened::to_read) return;
  if (const auto where = moved_to(session))
    throw CannotOpen(OpenFault::moved, "this installation was moved to " + *where + ": use it there");
}

}  // namespace vinhdanh::detail
