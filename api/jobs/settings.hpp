/// How jobs are worked on, and what one person may ask for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "adapters/sheets/sheet.hpp"

namespace vinhdanh {

/// Reads a sheet that a stranger sent; gives up when the second says so, which is asked now and then.
using ReadSheet = std::function<SheetRead(const std::string& bytes, const std::function<bool()>& given_up)>;

/// In a process of its own (adapters/sheets/sheet_process.hpp).
ReadSheet read_in_own_process();

struct JobSettings {
  ReadSheet read_sheet = read_in_own_process();
  int threads = 2;                      ///< none: a test works by hand
  int look_milliseconds = 1'000;        ///< between two looks for what another node was asked for
  std::int64_t lease = 60'000;          ///< milliseconds that a node may be silent about what it works on
};

inline constexpr std::size_t kMostUnendedJobs = 3;       ///< of one person: waiting, running or ready
inline constexpr std::size_t kMostExportedRows = 10'000;
inline constexpr int kMostTakes = 3;                     ///< of a job whose node dies each time
inline constexpr std::int64_t kHour = 3'600'000;
inline constexpr std::int64_t kImportWaits = 24 * kHour;  ///< for its person
inline constexpr std::int64_t kJobIsKept = 7 * 24 * kHour;  ///< with its report, once it has ended
inline constexpr std::int64_t kFileIsKept = 24 * kHour;   ///< of an export
/// Rows are made under keys whose answers are kept for 48 hours: later, nobody could tell which were made.
inline constexpr std::int64_t kCommitEnds = 40 * kHour;

}  // namespace vinhdanh
