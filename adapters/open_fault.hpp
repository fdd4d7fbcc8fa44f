/// Why a store could not be opened.
#pragma once

#include <stdexcept>
#include <string>

namespace vinhdanh {

enum class OpenFault {
  in_use,         ///< another process, or this one, has the folder
  not_found,      ///< read-only, and there is no database
  newer_schema,   ///< written by a newer program
  older_schema,   ///< read-only, and migrations are missing
  demo_mismatch,  ///< a demo folder or database opened as a real one, or the other way
  moved,          ///< it was moved away, or a move into it has not finished
  settings,       ///< the start-up check of the database's settings and rights failed
  storage,        ///< the folder or the database cannot be reached, read or written
};

/// Why a folder or a database could not be opened, in a sentence for the operator.
struct CannotOpen : std::runtime_error {
  CannotOpen(OpenFault why, const std::string& sentence) : std::runtime_error(sentence), fault(why) {}
  OpenFault fault;
};

}  // namespace vinhdanh
