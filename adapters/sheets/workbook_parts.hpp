/// The parts of a workbook, taken out of their archive within limits.
#pragma once

#include <zip.h>

#include <memory>
#include <set>
#include <string>
#include <string_view>

#include "adapters/sheets/sheet.hpp"

namespace vinhdanh::detail {

/// What `read_sheet` answers with; never leaves the reader.
struct SheetRefused {
  SheetFault fault;
};

class WorkbookParts {
 public:
  /// `bytes` outlives it. Throws SheetRefused.
  WorkbookParts(std::string_view bytes, const SheetLimits& limits);

  [[nodiscard]] bool has(const std::string& name) const { return names_.contains(name); }
  /// Throws SheetRefused, also when it is not there.
  std::string part(const std::string& name);

 private:
  void check_names();

  struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
  };
  const SheetLimits limits_;
  std::unique_ptr<zip_t, Close> archive_;
  std::set<std::string> names_;
  std::size_t read_ = 0;
};

}  // namespace vinhdanh::detail
