// The loader, the proof and the staffing check behind the desk's questions about definitions.
#include "api/composition_definitions.hpp"

#include <algorithm>

#include "engine/codec/digest.hpp"
#include "workflows/proof/check_file.hpp"
#include "workflows/proof/staffing.hpp"

namespace vinhdanh {
namespace {

ProblemError told(const LoadError& error) { return {error.pointer, error.code, error.message_vi, error.message_en}; }

void sort_in(const ProofFault& fault, ExaminedDefinition& into) {
  std::string path;
  for (const PathStep& step : fault.path) path += (path.empty() ? "" : ", ") + text_of(step);
  const std::string shown = path.empty() ? "" : " [" + path + "]";
  (fault.severity == Severity::error ? into.errors : into.warnings)
      .push_back({fault.pointer, fault.code, fault.message_vi + shown, fault.message_en + shown});
}

void sort_in(const StaffingFault& fault, ExaminedDefinition& into) {
  (fault.severity == Severity::error ? into.errors : into.warnings)
      .push_back({"", fault.code, fault.message_vi, fault.message_en});
}

}  // namespace

std::vector<DefinitionShelf::Line> RunningDefinitions::known() const {
  std::vector<Line> lines;
  for (const KnownDefinition& it : definitions_.records())
    lines.push_back({std::string(name_of(it.kind)), {it.id, it.version, it.sha256}, it.shipped});
  return lines;
}

ExaminedDefinition RunningDefinitions::examine(const std::string& bytes, bool staffed) const {
  ExaminedDefinition examined;
  const CheckedFile checked = check_file("", bytes, definitions_);
  for (const LoadError& error : checked.errors) examined.errors.push_back(told(error));
  for (const ProofFault& fault : checked.faults) sort_in(fault, examined);
  if (!examined.errors.empty()) return examined;
  // What is sound by itself may clash with what is in use.
  Definitions trial(definitions_);
  for (const LoadError& error : trial.add(bytes)) examined.errors.push_back(told(error));
  if (!examined.errors.empty()) return examined;
  const auto records = trial.records();
  const auto it = std::ranges::find(records, sha256_hex(bytes), &KnownDefinition::sha256);
  examined.kind = name_of(it->kind);
  examined.ref = {it->id, it->version, it->sha256};
  if (!staffed || it->kind != DefinitionKind::plan) return examined;
  const auto appointments = store_.appointments();
  for (const StaffingFault& fault : staffing(*trial.plan(it->id, it->version), trial.organisation(), appointments,
                                             clock_.business_now().legal_date()))
    sort_in(fault, examined);
  return examined;
}

void RunningDefinitions::use(const std::string& bytes) { definitions_.add(bytes); }

}  // namespace vinhdanh
