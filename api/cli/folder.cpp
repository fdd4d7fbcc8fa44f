// Maps what can go wrong with a folder to exit codes and sentences.
#include "api/cli/folder.hpp"

#include <exception>

#include "adapters/sqlite/sqlite_store.hpp"

namespace vinhdanh {
namespace {

std::string code_of(OpenFault fault) {
  switch (fault) {
    case OpenFault::in_use: return "folder_in_use";
    case OpenFault::not_found: return "folder_not_found";
    case OpenFault::newer_schema: return "schema_newer";
    case OpenFault::older_schema: return "schema_older";
    case OpenFault::demo_mismatch: return "demo_mismatch";
    case OpenFault::moved: return "installation_moved";
    case OpenFault::settings: return "database_settings";
    case OpenFault::storage: return "storage_unavailable";
  }
  return "storage_unavailable";
}

}  // namespace

ExitCode with_folder(const Output& output, const std::function<ExitCode()>& work) {
  try {
    return work();
  } catch (const CannotOpen& fault) {
    return output.fail(ExitCode::unavailable, code_of(fault.fault), fault.what());
  } catch (const StorageUnavailable& fault) {
    return output.fail(ExitCode::unavailable, "storage_unavailable", fault.what());
  } catch (const std::exception& fault) {
    return output.fail(ExitCode::unavailable, "folder_unreadable", fault.what());
  }
}

}  // namespace vinhdanh
