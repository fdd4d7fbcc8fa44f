// Verification of a whole folder, beside reading, parsing, canonicalising and hashing its events alone.
#include <stdexcept>

#include "bench/folder.hpp"
#include "bench/house.hpp"
#include "bench/measure.hpp"
#include "bench/rows.hpp"
#include "engine/codec/digest.hpp"
#include "engine/codec/json.hpp"
#include "engine/invariants/verification.hpp"

namespace vinhdanh::bench {
namespace {

/// Every stream's rows, each parsed, written canonically and hashed; how many agree with what is stored.
std::int64_t hash_all(const Store& store) {
  std::int64_t intact = 0;
  std::optional<StreamRef> last;
  for (;;) {
    const auto page = store.streams(last, 200);
    for (const StreamRef& stream : page) {
      for (const auto& row : store.raw_events(stream.kind, stream.id))
        intact += sha256_hex(nlohmann::json::parse(row.bytes).dump()) == row.hash ? 1 : 0;
    }
    if (page.size() < 200) return intact;
    last = page.back();
  }
}

}  // namespace

std::vector<Row> measure_verify(bool quick) {
  const Folder folder("verify");
  const SystemClock clock;
  RandomFresh fresh(clock);
  Province province(fresh);
  House house(folder.path(), province.definitions());
  const SqlStore& store = house.store();
  fill(house, province, quick ? 50 : 1'500, 11);
  const auto& definitions = province.definitions();
  const PlanLookup plan = [&](const DefinitionRef& ref) { return definitions.plan(ref.id, ref.version); };
  std::int64_t events = 0;
  Comparison times;
  for (int round = 0; round < (quick ? 1 : 5); ++round) {
    StoreVerification found;
    const Spent subject =
        spent([&] { found = verify_all(store, plan, definitions.organisation(), store.appointments(), {}, nullptr); });
    if (!found.intact) throw std::runtime_error("the history is not intact: " + found.violations.front().text);
    events = found.events;
    std::int64_t hashed = 0;
    const Spent floor = spent([&] { hashed = hash_all(store); });
    if (hashed != events) throw std::runtime_error("the floor did not hash what was verified");
    times.add(subject, floor, static_cast<double>(events));
  }
  const std::string conditions = std::to_string(events) +
                                 " events on SQLite, all invariants, without the bytes of papers; floor: read, parse, "
                                 "canonicalise, hash; medians of 5 rounds";
  return {{"verify", 1 / median(times.subject_wall), "events/s", 1 / median(times.floor_wall), conditions},
          {"verify_cpu", median(times.subject_cpu) * 1e6, "cpu-us/event", median(times.floor_cpu) * 1e6, conditions}};
}

}  // namespace vinhdanh::bench
