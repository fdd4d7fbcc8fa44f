/// What both sides of a move need of a session as the tables' owner.
#pragma once

#include <string>
#include <vector>

namespace vinhdanh::detail {

class Connection;

/// A move takes as long as it takes, is durable, and sees every list entry. Throws SqlError, as all of these.
void set_up_mover(Connection& session);
/// The schema's tables.
std::vector<std::string> tables_of(Connection& session);
/// The schema's name, quoted.
std::string schema_of(Connection& session);

}  // namespace vinhdanh::detail
