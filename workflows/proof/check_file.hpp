/// One definition file from bytes to a verdict: the loader first, the proof after it.
#pragma once

#include <string_view>
#include <vector>

#include "engine/ports/rulebook.hpp"
#include "workflows/loader/load_error.hpp"
#include "workflows/proof/fault.hpp"

namespace vinhdanh {

struct CheckedFile {
  std::vector<LoadError> errors;   ///< of the loader; with any of them nothing is proved
  std::vector<ProofFault> faults;  ///< of the proof, errors and warnings; plans only
  /// No error of either; warnings don't count.
  [[nodiscard]] bool is_sound() const;
};

/// `check_definition`, and for a plan that it finds right `prove` against the law and the organisation of `rules`.
CheckedFile check_file(std::string_view path, std::string_view bytes, const Rulebook& rules);

}  // namespace vinhdanh
