// The command line of the measurements.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <iostream>

#include "bench/rows.hpp"
#include "engine/codec/json.hpp"

namespace {

using namespace vinhdanh::bench;

nlohmann::ordered_json json_of(const Row& row) {
  return {{"name", row.name},   {"value", row.value},     {"unit", row.unit},
          {"floor", row.floor}, {"ratio", row.ratio()}, {"conditions", row.conditions}};
}

void print(const Row& row) {
  std::printf("%-24s %12.3f %-14s floor %12.3f  ratio %7.3f  %s\n", row.name.c_str(), row.value, row.unit.c_str(),
              row.floor, row.ratio(), row.conditions.c_str());
  std::fflush(stdout);
}

std::vector<Row> rows_of(const Measurement& measurement, const std::string& only, bool quick) {
  const bool wanted = only.empty() || std::ranges::any_of(measurement.names, [&](const std::string& name) {
                        return name.starts_with(only);
                      });
  if (!wanted) return {};
  auto rows = measurement.run(quick);
  std::erase_if(rows, [&](const Row& row) { return !row.name.starts_with(only); });
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Measures vinhdanh, each figure beside its floor of the same run");
  bool json = false;
  bool quick = false;
  std::string only;
  std::string cluster;
  app.add_flag("--json", json, "Print a JSON array instead of a table");
  app.add_flag("--quick", quick, "A smoke run of a few seconds; its figures mean nothing");
  app.add_option("--only", only, "Only the rows whose name begins so");
  app.add_option("--cluster", cluster, "A PostgreSQL cluster, as tests/support/postgres.sh start wrote it down: also measures commits on it");
  CLI11_PARSE(app, argc, argv);
  auto printed = nlohmann::ordered_json::array();
  for (const Measurement& measurement : all_measurements(cluster)) {
    for (const Row& row : rows_of(measurement, only, quick)) {
      if (json) printed.push_back(json_of(row));
      else print(row);
    }
  }
  if (json) std::cout << printed.dump(2) << '\n';
  return 0;
}
