// Verification of everything, and its results as text and JSON.
#include "api/cli/prove.hpp"

#include <sstream>

#include "adapters/sql/sql_duties.hpp"
#include "api/composition.hpp"

namespace vinhdanh {
namespace {

constexpr std::size_t most_streams = 20;

std::string stream_text(const ReceiptFault& fault) {
  return fault.kind + "/" + fault.id + ": receipt " + std::to_string(fault.n) + ", " +
         (fault.shorter ? "but only " + std::to_string(fault.stored) + " events are there"
                        : "but another event is in its place");
}

}  // namespace

StoreVerification prove(const OpenHome& open) {
  SqlStore& store = *open.store;
  const SqlDuties duties(store);
  const Definitions definitions = definitions_of(store);
  const PlanLookup plan = [&](const DefinitionRef& ref) { return definitions.plan(ref.id, ref.version); };
  const auto appointments = store.appointments();
  auto result = verify_all(store, plan, definitions.organisation(), appointments, {}, open.papers.get(), &duties);
  const std::string sound = store.integrity_check();
  if (sound != "ok") {
    result.intact = false;
    result.violations.push_back({"database", -1, sound, ""});
  }
  return result;
}

nlohmann::ordered_json violations_json(const Violations& violations) {
  auto list = nlohmann::ordered_json::array();
  for (const Violation& it : violations)
    list.push_back({{"invariant", it.invariant}, {"stream", it.stream}, {"n", it.n}, {"text", it.text}});
  return list;
}

std::string violations_text(const Violations& violations) {
  std::ostringstream text;
  for (const Violation& it : violations) text << "\n  " << it.invariant << " " << it.stream << " n=" << it.n << ": " << it.text;
  return text.str();
}

nlohmann::ordered_json receipt_faults_json(const std::vector<ReceiptFault>& faults) {
  auto list = nlohmann::ordered_json::array();
  for (const ReceiptFault& it : faults) {
    list.push_back({{"stream", it.kind + "/" + it.id}, {"n", it.n}, {"stored", it.stored},
                    {"fault", it.shorter ? "shorter" : "different"}});
  }
  return list;
}

std::string receipt_faults_text(const std::vector<ReceiptFault>& faults) {
  std::string text;
  for (std::size_t i = 0; i < faults.size() && i < most_streams; ++i) text += "\n  " + stream_text(faults[i]);
  if (faults.size() > most_streams) text += "\n  and " + std::to_string(faults.size() - most_streams) + " more streams";
  return text;
}

}  // namespace vinhdanh
