/// Reads a sheet in a process of its own that may do little else: what is wrong with the file, or with what reads it, ends that process
/// and not the server.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "adapters/sheets/sheet.hpp"

namespace vinhdanh {

struct SheetProcessLimits {
  std::size_t memory = 50u << 20;    ///< bytes that it may write to, its code and what it reads of it aside
  std::size_t addresses = 192u << 20;  ///< with all of these
  int cpu_seconds = 10;
  int milliseconds = 20'000;         ///< by the clock on the wall
  std::size_t output = 32u << 20;    ///< bytes of what it answers
};

class SheetProcess {
 public:
  /// `program` is to answer to the arguments as `answer_as_sheet_process` does; by default it is this one itself.
  explicit SheetProcess(std::filesystem::path program = "/proc/self/exe", std::vector<std::string> arguments = {"read-sheet"},
                        SheetProcessLimits limits = {});

  /// Asked now and then: true gives the reading up (`sheet_given_up`).
  using SheetGivenUp = std::function<bool()>;
  /// Never throws for anything the process does: `sheet_reader_failed` when it died, `sheet_too_costly` when it passed a limit.
  [[nodiscard]] SheetRead read(const std::string& bytes, const SheetGivenUp& given_up = {}) const;

 private:
  const std::filesystem::path program_;
  const std::vector<std::string> arguments_;
  const SheetProcessLimits limits_;
};

/// The other side: closes the door behind itself (no further files, no sockets), reads the file from standard input and writes the
/// sheet to standard output.
int answer_as_sheet_process();

/// One line of JSON for the sheet and one for each row; or one for the fault.
std::string sheet_lines(const SheetRead& read);
void write_sheet_lines(const SheetRead& read, std::ostream& out);
/// Nothing when it is not what `sheet_lines` writes.
std::optional<SheetRead> sheet_of_lines(const std::string& lines);

}  // namespace vinhdanh
